//! Corrections on real analyses.

use super::*;
use crate::analysis::{Analysis, Span, Tenure, Verdict};
use crate::testing::ANALYZER;
use crate::view::marks::{Row, places_of};
use crate::{Offsets, Options};
use proptest::prelude::*;

const TEXT: &str = "云川市召开工业经济推进会\n\
    2月7日，云川市委书记陆致远主持会议。他指出：“要把产业项目抓紧抓实。”\n\
    2024年，全市地区生产总值达3812.6亿元，增长6.5%；规上工业增加值增长8.2%。\n\
    2025年底前，市发改委要完成投资500亿元，建成地铁3号线。陆致远强调，要加强督查。";

fn analyze(text: &str) -> Analysis {
    let options = Options { date: "2025-02-08".parse().ok(), offsets: Offsets::Byte };
    ANALYZER.analyze(text, &options)
}

fn place(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("{words} is not in the text"));
    Span::new(start, start + words.len())
}

fn pairs(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A correction of the row that stands at `words`.
fn on(analysis: &Analysis, kind: Kind, words: &str, what: What, set: &[(&str, &str)]) -> Correction {
    let span = place(TEXT, words);
    let all = (0..kind.count(analysis)).map(|index| Row { kind, index });
    let row = all.into_iter().find(|row| places_of(analysis, *row).contains(&span));
    Correction {
        what,
        kind,
        anchor: Anchor::new(TEXT, span).unwrap(),
        row: if what == What::Add { Fields::new() } else { read(analysis, row.expect(words)) },
        fields: pairs(set),
        everywhere: false,
        at: "2026-01-02T03:04:05Z".to_owned(),
        note: String::new(),
    }
}

fn applied(text: &str, list: &[Correction]) -> (Analysis, Vec<State>) {
    apply(text, analyze(text), list)
}

fn verdict(analysis: &Analysis, kind: Kind, row: usize) -> Option<Verdict> {
    analysis.review(kind.list(), row).map(|review| review.verdict)
}

#[test]
fn nothing_changes_without_corrections() {
    let analysis = analyze(TEXT);
    assert_eq!(applied(TEXT, &[]).0, analysis);
    assert!(!serde_json::to_string(&analysis).unwrap().contains("reviews"));
}

#[test]
fn a_confirmed_row_says_so_and_is_not_doubted() {
    let analysis = analyze(TEXT);
    let list = [on(&analysis, Kind::Indicator, "8.2%", What::Confirm, &[])];
    let (after, states) = applied(TEXT, &list);
    assert_eq!(states, [State::Applied]);
    let at = after.indicators.iter().position(|row| row.text == "8.2%").unwrap();
    assert_eq!(verdict(&after, Kind::Indicator, at), Some(Verdict::Confirmed));
    assert!(after.indicators[at].doubts.is_empty());
    assert_eq!(after.indicators.len(), analysis.indicators.len());
}

#[test]
fn a_rejected_indicator_leaves_its_task() {
    let analysis = analyze(TEXT);
    let inside = |analysis: &Analysis| -> Vec<String> {
        let rows = analysis.tasks.iter().flat_map(|task| &task.indicators);
        rows.map(|&at| analysis.indicators[at].text.clone()).collect()
    };
    assert_eq!(inside(&analysis), ["500亿元"]);
    let list = [on(&analysis, Kind::Indicator, "6.5%", What::Reject, &[])];
    let (after, _) = applied(TEXT, &list);
    assert_eq!(after.indicators.len(), analysis.indicators.len() - 1);
    assert_eq!(inside(&after), ["500亿元"], "positions move with the rows");
    let list = [on(&analysis, Kind::Indicator, "500亿元", What::Reject, &[])];
    let (after, _) = applied(TEXT, &list);
    assert!(inside(&after).is_empty());
    assert_eq!(
        after.reviews.iter().map(|review| (review.row, review.verdict)).collect::<Vec<_>>(),
        [(None, Verdict::Rejected)]
    );
}

#[test]
fn an_edit_is_exact_and_typed() {
    let analysis = analyze(TEXT);
    let set = [
        ("name", "规上工业增加值"),
        ("value", "8.25"),
        ("status", "target"),
        ("start", "2025-01-01"),
        ("end", "2025-12-31"),
    ];
    let list = [on(&analysis, Kind::Indicator, "8.2%", What::Edit, &set)];
    let (after, states) = applied(TEXT, &list);
    assert_eq!(states, [State::Applied]);
    let row = after.indicators.iter().find(|row| row.text == "8.2%").unwrap();
    assert_eq!(row.value.0.to_string(), "8.25");
    assert_eq!(row.start.as_deref(), Some("2025-01-01"));
    let wrong = [on(&analysis, Kind::Indicator, "8.2%", What::Edit, &[("value", "不少")])];
    let (after, states) = applied(TEXT, &wrong);
    assert_eq!(states, [State::Invalid(Problem::NotANumber("value"))]);
    assert_eq!(after.indicators, analysis.indicators);
}

#[test]
fn a_person_renamed_speaks_under_the_new_name() {
    let analysis = analyze(TEXT);
    assert!(analysis.quotes.iter().any(|quote| quote.speaker == "陆致远"));
    let set = [("name", "陆致远同志"), ("posts", "云川市委书记\n云川市市长|past")];
    let (after, _) = applied(TEXT, &[on(&analysis, Kind::Person, "陆致远", What::Edit, &set)]);
    assert!(after.quotes.iter().all(|quote| quote.speaker != "陆致远"));
    let person = after.people.iter().find(|person| person.name == "陆致远同志").unwrap();
    assert_eq!(person.posts.iter().map(|post| post.when).collect::<Vec<_>>(), [Tenure::Current, Tenure::Past]);
    assert_eq!(person.spans.len(), 2);
}

#[test]
fn one_place_or_all_places_go() {
    let analysis = analyze(TEXT);
    let (after, _) = applied(TEXT, &[on(&analysis, Kind::Person, "陆致远", What::Unmark, &[])]);
    assert_eq!(after.people[0].spans.len(), analysis.people[0].spans.len() - 1);
    assert_eq!(verdict(&after, Kind::Person, 0), Some(Verdict::Edited));
    let (after, _) = applied(TEXT, &[on(&analysis, Kind::Person, "陆致远", What::Reject, &[])]);
    assert!(after.people.is_empty());
}

#[test]
fn a_row_is_added_everywhere_in_the_order_of_the_text() {
    let mut add = on(&analyze(TEXT), Kind::Programme, "产业项目", What::Add, &[("text", "产业项目")]);
    let (after, states) = applied(TEXT, std::slice::from_ref(&add));
    assert_eq!(states, [State::Applied]);
    let at = after.programmes.iter().position(|row| row.text == "产业项目").unwrap();
    assert_eq!(verdict(&after, Kind::Programme, at), Some(Verdict::Added));
    add.kind = Kind::Organization;
    add.anchor = Anchor::new(TEXT, place(TEXT, "会议")).unwrap();
    add.fields = pairs(&[("name", "会议"), ("kind", "party")]);
    add.everywhere = true;
    let (after, _) = applied(TEXT, &[add]);
    let row = after.organizations.iter().find(|row| row.name == "会议").unwrap();
    assert_eq!(row.spans.len(), TEXT.matches("会议").count());
}

#[test]
fn an_added_indicator_belongs_to_the_task_around_it() {
    let fields = [
        ("name", "地铁线"),
        ("value", "1"),
        ("unit", "条"),
        ("comparator", "="),
        ("kind", "level"),
        ("status", "target"),
    ];
    let list = [on(&analyze(TEXT), Kind::Indicator, "建成地铁", What::Add, &fields)];
    let (after, states) = applied(TEXT, &list);
    assert_eq!(states, [State::Applied]);
    assert!(after.indicators.is_sorted_by_key(|row| row.span.start));
    let at = after.indicators.iter().position(|row| row.name == "地铁线").unwrap();
    assert!(after.tasks.iter().any(|task| task.indicators.contains(&at)));
    let incomplete = [on(&analyze(TEXT), Kind::Quote, "建成地铁", What::Add, &[])];
    assert_eq!(applied(TEXT, &incomplete).1, [State::Invalid(Problem::Missing("speaker"))]);
}

#[test]
fn corrections_survive_edits_elsewhere_and_end_with_their_words() {
    let analysis = analyze(TEXT);
    let list = [
        on(&analysis, Kind::Indicator, "8.2%", What::Edit, &[("value", "8.3")]),
        on(&analysis, Kind::Person, "陆致远", What::Edit, &[("name", "陆志远")]),
        on(&analysis, Kind::Indicator, "6.5%", What::Reject, &[]),
    ];
    let edited = format!("云川日报讯\n{}", TEXT.replace("2月7日，", "2月7日上午，"));
    let (after, states) = applied(&edited, &list);
    assert_eq!(states, vec![State::Applied; 3]);
    assert!(after.indicators.iter().any(|row| row.text == "8.2%" && row.value.0.to_string() == "8.3"));
    assert!(after.people.iter().any(|person| person.name == "陆志远"));
    assert!(after.indicators.iter().all(|row| row.text != "6.5%"));
    let cut = TEXT.replace("；规上工业增加值增长8.2%", "");
    let (after, states) = applied(&cut, &list);
    assert_eq!(states, [State::Gone, State::Applied, State::Applied]);
    assert_eq!(after.reviews.len(), 2);
}

#[test]
fn a_confirmed_row_stays_though_the_analyzer_loses_it() {
    let mut analysis = analyze(TEXT);
    let list = [on(&analysis, Kind::Facility, "地铁3号线", What::Confirm, &[])];
    analysis.facilities.clear();
    let (after, states) = apply(TEXT, analysis, &list);
    assert_eq!(states, [State::Applied]);
    assert_eq!(after.facilities[0].name, "地铁3号线");
}

#[test]
fn the_later_word_counts() {
    let analysis = analyze(TEXT);
    let reject = on(&analysis, Kind::Person, "陆致远", What::Reject, &[]);
    let confirm = on(&analysis, Kind::Person, "陆致远", What::Confirm, &[]);
    let (after, states) = applied(TEXT, &[reject.clone(), confirm.clone()]);
    assert_eq!(states, [State::Overruled, State::Applied]);
    assert_eq!((after.people.len(), after.reviews.len()), (1, 1));
    let (after, states) = applied(TEXT, &[confirm, reject]);
    assert_eq!(states, [State::Overruled, State::Applied]);
    assert!(after.people.is_empty());
    let first = on(&analysis, Kind::Indicator, "8.2%", What::Edit, &[("value", "8.3")]);
    let second = on(&analysis, Kind::Indicator, "8.2%", What::Edit, &[("value", "8.4")]);
    let (after, states) = applied(TEXT, &[first, second]);
    assert_eq!(states, [State::Overruled, State::Applied]);
    assert!(after.indicators.iter().any(|row| row.value.0.to_string() == "8.4"));
}

#[test]
fn a_row_with_the_name_of_another_becomes_one_with_it() {
    let text = "云川市发改委负责。云川市发展改革委员会牵头，云川市教育局配合。";
    let analysis = analyze(text);
    let row = analysis.organizations.iter().position(|row| row.name == "云川市教育局").unwrap();
    let span = analysis.organizations[row].spans[0];
    let other = analysis.organizations.iter().find(|row| row.name != "云川市教育局").unwrap().name.clone();
    let correction = Correction {
        what: What::Edit,
        kind: Kind::Organization,
        anchor: Anchor::new(text, span).unwrap(),
        row: read(&analysis, Row { kind: Kind::Organization, index: row }),
        fields: pairs(&[("name", &other)]),
        everywhere: false,
        at: String::new(),
        note: String::new(),
    };
    let (after, _) = apply(text, analysis.clone(), &[correction]);
    assert_eq!(after.organizations.len(), analysis.organizations.len() - 1);
    let joined = after.organizations.iter().find(|row| row.name == other).unwrap();
    assert!(joined.spans.contains(&span) && joined.names.iter().any(|name| name == "云川市教育局"));
}

#[test]
fn a_correction_is_plain_data() {
    let analysis = analyze(TEXT);
    let one = on(&analysis, Kind::Indicator, "8.2%", What::Edit, &[("value", "8.3")]);
    let json = serde_json::to_string(&one).unwrap();
    assert!(json.contains(r#""what":"edit","kind":"indicator""#), "{json}");
    assert_eq!(serde_json::from_str::<Correction>(&json).unwrap(), one);
}

fn anything(text: &'static str) -> impl Strategy<Value = Correction> {
    let whats = vec![What::Confirm, What::Reject, What::Unmark, What::Edit, What::Add];
    let values = vec![
        "",
        "陆致远",
        "8.2",
        "1e400",
        "2024-01-01",
        "9999-99-99",
        "target",
        "party",
        "=",
        "range",
        "320300",
        "市长|past",
        "𠮷",
        "\0",
    ];
    let names: Vec<&'static str> =
        Kind::ALL.into_iter().flat_map(|kind| fields(kind).iter().map(|field| field.name)).collect();
    let given = || {
        let pair = (proptest::sample::select(names.clone()), proptest::sample::select(values.clone()));
        proptest::collection::vec(pair, 0..6).prop_map(|list| pairs(&list))
    };
    let span = (0..text.len() + 4, 0..40usize).prop_map(move |(start, length)| {
        Anchor::new(text, Span::new(start, start + length)).unwrap_or_else(|| Anchor {
            quote: "市".to_owned(),
            prefix: String::new(),
            suffix: "委".to_owned(),
            start,
            end: start + length,
        })
    });
    (
        proptest::sample::select(whats),
        proptest::sample::select(Kind::ALL.to_vec()),
        span,
        given(),
        given(),
        any::<bool>(),
    )
        .prop_map(|(what, kind, anchor, row, fields, everywhere)| Correction {
            what,
            kind,
            anchor,
            row,
            fields,
            everywhere,
            at: String::new(),
            note: String::new(),
        })
}

/// Corrections of rows that are there: so that chains of them on one row are met too.
fn likely() -> impl Strategy<Value = Correction> {
    let analysis = analyze(TEXT);
    let mut all = Vec::new();
    for kind in Kind::ALL {
        for index in 0..kind.count(&analysis) {
            let row = Row { kind, index };
            for span in places_of(&analysis, row) {
                let Some(anchor) = Anchor::new(TEXT, span) else { continue };
                for what in [What::Confirm, What::Reject, What::Unmark, What::Edit, What::Add] {
                    let (row, fields) = (read(&analysis, row), read(&analysis, Row { kind, index: 0 }));
                    let everywhere = index % 2 == 0;
                    all.push(Correction {
                        what,
                        kind,
                        anchor: anchor.clone(),
                        row,
                        fields,
                        everywhere,
                        at: String::new(),
                        note: String::new(),
                    });
                }
            }
        }
    }
    proptest::sample::select(all)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_corrections_on_any_text_are_sound(
        list in proptest::collection::vec(prop_oneof![2 => anything(TEXT), 3 => likely()], 0..14),
        cut in 0..TEXT.len(),
        put in "[市委5%。陆致远8.]{0,6}",
    ) {
        let cut = (0..=cut).rev().find(|at| TEXT.is_char_boundary(*at)).unwrap_or(0);
        let rest = (cut + put.len() * 3..TEXT.len()).find(|at| TEXT.is_char_boundary(*at)).unwrap_or(TEXT.len());
        let changed = format!("{}{put}{}", &TEXT[..cut], &TEXT[rest..]);
        for text in [TEXT, changed.as_str()] {
            let before = analyze(text);
            let (mut after, states) = apply(text, before.clone(), &list);
            prop_assert_eq!(states.len(), list.len());
            prop_assert_eq!(&apply(text, before, &list).0, &after, "deterministic");
            for task in &after.tasks {
                prop_assert!(task.indicators.iter().all(|&at| at < after.indicators.len()));
            }
            for review in &after.reviews {
                let kind = Kind::ALL.into_iter().find(|kind| kind.list() == review.table).unwrap();
                prop_assert!(review.row.is_none_or(|row| row < kind.count(&after)));
            }
            for kind in Kind::ALL {
                for index in 0..kind.count(&after) {
                    let row = Row { kind, index };
                    prop_assert!(!places_of(&after, row).is_empty());
                }
            }
            for code in &after.codes {
                prop_assert_eq!(code.members.len(), code.member_spans.len());
            }
            let mut sound = true;
            after.for_each_span(|span| sound &= text.get(span.start..span.end).is_some());
            prop_assert!(sound, "every span is a stretch of the text");
        }
    }
}
