//! Every example gives exactly the expected rows: examples.tsv.

use super::rows;
use crate::analysis::{Comparator, Indicator, IndicatorKind, Status};
use crate::testing::{ANALYZER, examples};

/// `name|text|value|unit|kind|comparator|status|start|end`, as the examples write a row.
fn written(row: &Indicator) -> String {
    let kind = match row.kind {
        IndicatorKind::Level => "level",
        IndicatorKind::Change => "change",
        IndicatorKind::Growth => "growth",
        IndicatorKind::Share => "share",
        IndicatorKind::Multiple => "multiple",
        IndicatorKind::Rank => "rank",
    };
    let comparator = match row.comparator {
        Comparator::Equal => "=",
        Comparator::Greater => ">",
        Comparator::AtLeast => ">=",
        Comparator::Less => "<",
        Comparator::AtMost => "<=",
        Comparator::About => "~",
        Comparator::Range => "range",
    };
    let status = match row.status {
        Status::Actual => "actual",
        Status::Estimate => "estimate",
        Status::Target => "target",
    };
    let max = row.max.map(|max| format!("..{}", max.0.normalize())).unwrap_or_default();
    let day = |day: &Option<String>| day.clone().unwrap_or_else(|| "-".to_owned());
    let (start, end) = (day(&row.start), day(&row.end));
    let value = row.value.0.normalize();
    format!("{}|{}|{value}{max}|{}|{kind}|{comparator}|{status}|{start}|{end}", row.name, row.text, row.unit)
}

fn read(passage: &str, date: &str) -> Vec<Indicator> {
    let options = crate::Options { date: date.parse().ok(), ..Default::default() };
    let document = ANALYZER.read(&passage.replace('⏎', "\n"), &options);
    let found = crate::recognize::recognize(&document);
    let settled = crate::resolve::conflict::settle(&document, found);
    rows(&document, &settled)
}

#[test]
fn examples_give_exactly_their_rows() {
    let mut faults = Vec::new();
    let mut links = 0;
    for example in examples(include_str!("examples.tsv")) {
        let [date, passage, expected @ ..] = &example[..] else { continue };
        let got: Vec<String> = read(passage, date).iter().map(written).collect();
        links += expected.len();
        for place in 0..got.len().max(expected.len()) {
            let (got, expected) = (got.get(place).map(String::as_str), expected.get(place).copied());
            if got != expected {
                let opening: String = passage.chars().take(40).collect();
                faults.push(format!(
                    "{opening}\n  expected {}\n  got      {}",
                    expected.unwrap_or("nothing"),
                    got.unwrap_or("nothing")
                ));
            }
        }
    }
    assert!(links >= 250, "only {links} links");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_row_explains_itself() {
    let rows = read("2023年,全市地区生产总值3562亿元,增长5.4%,力争2024年突破3800亿元。", "2024-01-10");
    assert_eq!(rows.len(), 3);
    for row in &rows {
        assert_eq!(row.key.as_deref(), Some("gdp"));
        for family in ["名称:", "期间:", "状态:"] {
            assert_eq!(row.derivation.iter().filter(|words| words.starts_with(family)).count(), 1);
        }
    }
    assert!(rows[0].doubts.is_empty(), "{:?}", rows[0].doubts);
}

#[test]
fn implausible_values_are_doubted() {
    let rows = read("2023年,全市城镇登记失业率为43%,森林覆盖率达到130%。", "2024-01-10");
    assert!(rows[0].doubts.iter().any(|doubt| doubt == "数值超出常见范围"), "{:?}", rows[0].doubts);
    assert!(rows[1].doubts.iter().any(|doubt| doubt == "比重超过100%"), "{:?}", rows[1].doubts);
}

#[test]
fn examples_give_whose_figures_they_are() {
    let mut faults = Vec::new();
    for example in examples(include_str!("subject/examples.tsv")) {
        let [passage, expected @ ..] = &example[..] else { continue };
        let subject = |row: &Indicator| format!("{}|{}", row.text, row.subject.as_deref().unwrap_or("-"));
        let got: Vec<String> = read(passage, "2024-11-20").iter().map(subject).collect();
        if got != expected {
            faults.push(format!("{passage}\n  expected {expected:?}\n  got      {got:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
