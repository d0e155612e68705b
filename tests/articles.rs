//! Snapshots of whole documents: every row that the analyzer makes of the project's own articles.

#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write;
use yaolan::{Analysis, Analyzer, Offsets, Options};

/// The tables of `analysis` as text, a row a line: what a reader would check against the article.
fn tables(analysis: &Analysis) -> String {
    let mut out = String::new();
    let document = &analysis.document;
    let _ = writeln!(out, "{:?} {:?} {:?}", document.title, document.source, document.published);
    let _ = writeln!(out, "reporters {:?} editors {:?}", document.reporters, document.editors);
    section(&mut out, "people", &analysis.people, |row| {
        let posts: Vec<String> = row.posts.iter().map(|post| format!("{} ({:?})", post.text, post.when)).collect();
        format!("{} {}", row.name, posts.join(", "))
    });
    section(&mut out, "places", &analysis.places, |row| {
        format!("{} {:?} {:?} {:?}", row.name, row.names, row.level, row.code)
    });
    section(&mut out, "organizations", &analysis.organizations, |row| {
        format!("{} {:?} {:?}", row.name, row.names, row.kind)
    });
    section(&mut out, "facilities", &analysis.facilities, |row| format!("{} {:?}", row.name, row.names));
    section(&mut out, "events", &analysis.events, |row| format!("{} {:?} {:?}", row.name, row.start, row.place));
    section(&mut out, "times", &analysis.times, |row| format!("{} {:?} {:?}", row.text, row.start, row.end));
    section(&mut out, "indicators", &analysis.indicators, |row| {
        let (value, unit) = (row.value.0.normalize(), &row.unit);
        let period = format!("{}..{}", row.start.as_deref().unwrap_or("?"), row.end.as_deref().unwrap_or("?"));
        format!(
            "{} = {} | {value} {unit} {:?} {:?} {:?} {period} {:?}",
            row.name, row.text, row.comparator, row.kind, row.status, row.key
        )
    });
    section(&mut out, "codes", &analysis.codes, |row| format!("{} {:?} {:?}", row.text, row.members, row.complete));
    section(&mut out, "programmes", &analysis.programmes, |row| row.text.clone());
    section(&mut out, "quotes", &analysis.quotes, |row| {
        format!("{} {:?} {}+{}", row.speaker, row.kind, row.span.start, row.span.len())
    });
    section(&mut out, "tasks", &analysis.tasks, |row| {
        format!(
            "{} | {} | {:?} {:?} {:?} {:?}",
            row.text, row.action, row.owner, row.deadline, row.status, row.indicators
        )
    });
    section(&mut out, "keywords", &analysis.keywords, |row| format!("{} {:.3}", row.text, row.weight));
    section(&mut out, "outline", &analysis.outline, |row| format!("{} {}", row.level, row.text));
    out
}

fn section<Row>(out: &mut String, name: &str, rows: &[Row], line: impl Fn(&Row) -> String) {
    let _ = writeln!(out, "\n{name}");
    for row in rows {
        let _ = writeln!(out, "  {}", line(row));
    }
}

fn snapshot(name: &str, text: &str) {
    let analysis = Analyzer::new().analyze(text, &Options { date: None, offsets: Offsets::Codepoint });
    insta::with_settings!({ snapshot_path => "articles", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, tables(&analysis));
    });
}

#[test]
fn work_report() {
    snapshot("work-report", include_str!("articles/work-report.txt"));
}

#[test]
fn interview_in_traditional_characters() {
    snapshot("interview-hant", include_str!("articles/interview-hant.txt"));
}

#[test]
fn meeting() {
    snapshot("meeting", include_str!("articles/meeting.txt"));
}
