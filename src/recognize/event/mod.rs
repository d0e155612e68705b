//! Named meetings, fairs, sessions.
//!
//! [`sessions`] reads the numbered sessions of parties, congresses and councils (党的二十届三中全会, 市委七届十三次全会);
//! [`named`] reads names by their last word (大会, 博览会, 论坛, 节); [`join`] ties short forms to full ones and finds
//! day and place.

mod join;
mod left;
mod named;
mod numerals;
mod ordinal;
mod sessions;
mod words;

use super::{Mentions, Rule};
use crate::analysis::Span;
use crate::document::Document;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

/// An event in the making.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hit {
    span: Span,
    /// What all forms of one event share.
    key: String,
    /// A name to show where no form in the text is written out: 十九届三中全会 of 十九届二中、三中全会.
    built: Option<String>,
    /// Short form that counts only together with a full one: 读书班.
    short: bool,
    rule: Rule,
}

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let sessions = sessions::sessions(document, found);
    let mut hits = named::named(document, found, &sessions);
    // a session inside a longer name does not count again; named events do not overlap and come in order
    let inside = |session: &Hit| {
        let after = hits.partition_point(|hit| hit.span.start <= session.span.start);
        let outer = after.checked_sub(1).and_then(|number| hits.get(number));
        outer.is_some_and(|hit| hit.span != session.span && hit.span.contains(session.span))
    };
    let sessions: Vec<Hit> = sessions.iter().filter(|session| !inside(session)).cloned().collect();
    hits.extend(sessions);
    let mut known: Vec<Span> = hits.iter().map(|hit| hit.span).collect();
    known.sort();
    hits.extend(ordinal::numbered(document).into_iter().filter(|hit| !touches(&known, hit.span)));
    tie(document, &mut hits);
    crate::sorted::by(&mut hits, |a, b| (a.span, &a.key).cmp(&(b.span, &b.key)));
    hits.dedup();
    found.events.extend(join::mentions(document, found, hits));
}

/// Whether one of the sorted `spans`, which are short, shares words with `span`.
fn touches(spans: &[Span], span: Span) -> bool {
    const LONGEST: usize = 80;
    let from = spans.partition_point(|other| other.start + LONGEST < span.start);
    spans[from..].iter().take_while(|other| other.start < span.end).any(|other| other.overlaps(span))
}

/// 市委七届七次全会|暨|全市经济工作会议: a session and what 暨 ties to it are one event.
fn tie(document: &Document, hits: &mut Vec<Hit>) {
    let ends: HashMap<usize, usize> = hits.iter().enumerate().map(|(number, hit)| (hit.span.end, number)).collect();
    let mut gone = HashSet::default();
    for number in 0..hits.len() {
        let start = hits[number].span.start;
        if document.text.before(start) == '暨'
            && let Some(&first) = ends.get(&(start - 1))
            && first != number
        {
            hits[number].span.start = hits[first].span.start;
            hits[number].key = document.text.slice(hits[number].span).to_owned();
            gone.insert(first);
        }
    }
    let mut number = 0;
    hits.retain(|_| {
        number += 1;
        !gone.contains(&(number - 1))
    });
}

#[cfg(test)]
mod tests {
    use crate::testing::{examples, recognize};

    #[test]
    fn examples_are_read_as_written() {
        for row in examples(include_str!("examples.tsv")) {
            let (document, found) = recognize(row[0], "2024-03-05");
            let shown = found.events.iter().map(|event| {
                let surface = document.text.slice(event.span);
                let full = event.full.as_ref().map(|full| format!("={full}")).unwrap_or_default();
                let days = event.days.map(
                    |(start, end)| {
                        if start == end { format!("@{start}") } else { format!("@{start}..{end}") }
                    },
                );
                format!("{surface}{full}{}", days.unwrap_or_default())
            });
            let shown = shown.collect::<Vec<_>>().join(" ");
            assert_eq!(if shown.is_empty() { "-" } else { &shown }, row[1], "in {}", row[0]);
        }
    }
}
