//! What the analyzer does with a lexicon.

use super::*;
use crate::analysis::Analysis;
use crate::{Analyzer, Offsets, Options};
use std::sync::LazyLock;
use std::sync::Mutex;

/// An analyzer that is taught something else by every test.
static PUPIL: LazyLock<Mutex<Analyzer>> = LazyLock::new(|| Mutex::new(Analyzer::new()));

fn entry(name: &str, kind: Kind, aliases: &[&str]) -> Entry {
    let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
    Entry { name: name.to_owned(), kind, aliases, note: String::new() }
}

fn analyze(lexicon: &[Entry], text: &str) -> Analysis {
    let mut pupil = PUPIL.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    pupil.teach(lexicon);
    pupil.analyze(text, &Options { date: "2025-02-08".parse().ok(), offsets: Offsets::Codepoint })
}

fn names<R>(rows: &[R], name: impl Fn(&R) -> &str) -> Vec<&str> {
    rows.iter().map(name).collect()
}

#[test]
fn what_is_not_taught_changes_nothing() {
    let text = "2月7日，云川市委书记陆致远主持会议，市发改委汇报了地铁3号线的进展。";
    let plain = analyze(&[], text);
    assert_eq!(analyze(&[entry("别处没有的名字", Kind::Person, &[])], text), plain);
    assert_eq!(analyze(&[entry(" ", Kind::Person, &["", "市"])], text), plain, "words that are too short are left out");
}

#[test]
fn every_kind_is_read_and_aliases_are_one() {
    let text = "澜星今年扩产。澜星科技集团与星湾合作，在慧谷里举办星光夜。星光夜后，启明十条发布，“一星三湾”写入规划。";
    let lexicon = [
        entry("澜星科技集团", Kind::Organization, &["澜星"]),
        entry("星湾", Kind::Place, &[]),
        entry("慧谷里", Kind::Facility, &[]),
        entry("星光夜", Kind::Event, &[]),
        entry("启明十条", Kind::Programme, &[]),
        entry("一星三湾", Kind::Code, &[]),
    ];
    let after = analyze(&lexicon, text);
    let body = after.organizations.iter().find(|row| row.name == "澜星科技集团").expect("the body");
    assert_eq!(
        (body.names.as_slice(), body.spans.len()),
        (["澜星".to_owned(), "澜星科技集团".to_owned()].as_slice(), 2)
    );
    assert!(names(&after.places, |row| &row.name).contains(&"星湾"));
    assert!(names(&after.facilities, |row| &row.name).contains(&"慧谷里"));
    assert_eq!(after.events.iter().find(|row| row.name == "星光夜").map(|row| row.spans.len()), Some(2));
    assert!(names(&after.programmes, |row| &row.text).contains(&"启明十条"));
    assert!(after.codes.iter().any(|row| row.text.contains("一星三湾")));
}

#[test]
fn a_taught_person_has_posts_and_speaks() {
    let text = "云川市委书记火吉雷主持会议。火吉雷指出：“要抓好落实。”老火说得实在。";
    let after = analyze(&[entry("火吉雷", Kind::Person, &["老火"])], text);
    let person = after.people.iter().find(|row| row.name == "火吉雷").expect("the person");
    assert_eq!(person.spans.len(), 3);
    assert_eq!(names(&person.posts, |post| &post.text), ["云川市委书记"]);
    assert!(after.quotes.iter().any(|quote| quote.speaker == "火吉雷"));
}

#[test]
fn a_taught_kind_wins_and_nothing_is_nothing() {
    let text = "市长陆致远主持会议。陆致远讲话。";
    assert_eq!(names(&analyze(&[], text).people, |row| &row.name), ["陆致远"]);
    let after = analyze(&[entry("陆致远", Kind::Organization, &[])], text);
    assert!(after.people.is_empty());
    assert_eq!(names(&after.organizations, |row| &row.name), ["陆致远"]);
    let after = analyze(&[entry("陆致远", Kind::Nothing, &[])], text);
    assert!(after.people.is_empty() && after.organizations.is_empty());
}

#[test]
fn longer_names_stand_around_taught_ones_and_edges_of_words_are_no_names() {
    let after = analyze(&[entry("星湾", Kind::Place, &[])], "星湾市公安局与星湾街道联合执法。");
    assert!(after.organizations.iter().any(|row| row.name.contains("公安局")), "{:?}", after.organizations);
    let text = "办事效率提高明显，群众满意。";
    assert!(analyze(&[entry("高明", Kind::Person, &[])], text).people.is_empty());
}

#[test]
fn an_indicator_has_one_key_under_all_names() {
    let text = "2024年，澜湾景气指数达85.2，增长3%。2025年，澜湾指数达88.1。";
    let after = analyze(&[entry("澜湾景气指数", Kind::Indicator, &["澜湾指数"])], text);
    let keyed: Vec<&str> = after
        .indicators
        .iter()
        .filter(|row| row.key.as_deref() == Some("澜湾景气指数"))
        .map(|row| row.text.as_str())
        .collect();
    assert!(keyed.contains(&"3%"), "{:?}", after.indicators);
}

#[test]
fn traditional_and_simplified_words_are_the_same() {
    let after = analyze(&[entry("瀾星集團", Kind::Organization, &[])], "澜星集团扩产。瀾星集團增資。");
    assert_eq!(after.organizations.len(), 1);
    assert_eq!(after.organizations[0].spans.len(), 2);
}

#[test]
fn taught_words_are_single_tokens() {
    let mut pupil = PUPIL.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    pupil.teach(&[entry("慧谷里小镇", Kind::Place, &[]), entry("里小", Kind::Person, &[])]);
    let document = pupil.read("走进慧谷里小镇的人", &Options::default());
    let tokens: Vec<&str> = document.tokens.list().iter().map(|token| document.text.slice(token.span)).collect();
    assert!(tokens.contains(&"慧谷里小镇"), "{tokens:?}");
    assert_eq!(tokens.concat(), "走进慧谷里小镇的人");
    for at in 0..document.text.len() {
        assert!(document.tokens.at(at).is_some_and(|token| token.span.holds(at)));
    }
}

#[test]
fn five_thousand_entries_are_read_in_one_pass() {
    let many: Vec<Entry> = (0..5_000)
        .map(|number| entry(&format!("澜星{}号园区", number), Kind::Facility, &[&format!("园区第{number}")]))
        .collect();
    let lexicon = Lexicon::new(&many);
    let text: String = (0..20_000).map(|number| format!("澜星{}号园区开工。", number % 7_000)).collect();
    let text = Text::new(&text);
    let found = lexicon.sightings(&text, &Tokens::default());
    assert_eq!(found.len(), (0..20_000).filter(|number| number % 7_000 < 5_000).count());
    assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
}
