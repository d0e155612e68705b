use super::*;
use crate::analysis::{Comparator, Keyword, Number, Span, Status};

fn figure(key: &str, value: i64, status: Status, year: i32) -> Indicator {
    Indicator {
        text: format!("{value}亿元"),
        name: key.to_owned(),
        value: Number(value.into()),
        max: None,
        unit: "元".to_owned(),
        comparator: Comparator::Equal,
        kind: IndicatorKind::Level,
        status,
        subject: Some("云川市".to_owned()),
        start: Some(format!("{year}-01-01")),
        end: Some(format!("{year}-12-31")),
        baseline: None,
        key: Some(key.to_owned()),
        doubts: Vec::new(),
        derivation: Vec::new(),
        span: Span::new(0, 1),
        name_span: None,
        period_span: None,
        rule: "test".to_owned(),
    }
}

fn document(indicators: Vec<Indicator>) -> Analysis {
    Analysis { indicators, ..Analysis::default() }
}

#[test]
fn the_matrix_lines_up_documents_and_subjects_with_and_without_rank_word() {
    let mut short = figure("gdp", 120, Status::Actual, 2023);
    short.subject = Some("云川".to_owned());
    let documents = [document(vec![figure("gdp", 150, Status::Target, 2025)]), document(vec![short])];
    let matrix = matrix(&documents);
    assert_eq!(matrix.rows.len(), 1);
    assert_eq!(matrix.periods.len(), 2);
    let places: Vec<_> = matrix.rows[0].cells.iter().map(|cell| (cell.period, cell.source.document)).collect();
    assert_eq!(places, [(Some(0), 1), (Some(1), 0)]);
}

#[test]
fn a_target_is_reached_missed_or_open() {
    let plan = document(vec![figure("gdp", 150, Status::Target, 2025)]);
    let early = document(vec![figure("gdp", 120, Status::Actual, 2023)]);
    let enough = document(vec![figure("gdp", 151, Status::Actual, 2025)]);
    let short = document(vec![figure("gdp", 149, Status::Actual, 2025)]);
    let outcome = |documents: &[Analysis]| {
        let check = outcomes(documents).remove(0);
        (check.outcome, check.difference.map(|number| number.0.to_string()))
    };
    assert_eq!(outcome(std::slice::from_ref(&plan)), (Outcome::Open, None));
    assert_eq!(outcome(&[plan.clone(), early]), (Outcome::Open, Some("-30".to_owned())));
    assert_eq!(outcome(&[plan.clone(), enough]), (Outcome::Reached, Some("1".to_owned())));
    assert_eq!(outcome(&[plan, short]), (Outcome::Missed, Some("-1".to_owned())));
}

#[test]
fn results_that_differ_are_a_contradiction_and_bounds_are_none() {
    let mut bound = figure("gdp", 100, Status::Actual, 2023);
    bound.comparator = Comparator::Greater;
    let documents = [
        document(vec![figure("gdp", 120, Status::Actual, 2023), bound]),
        document(vec![figure("gdp", 121, Status::Actual, 2023)]),
    ];
    let found = contradictions(&documents);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].sources.len(), 2);
    assert!(contradictions(&documents[..1]).is_empty());
}

#[test]
fn phrases_come_stay_and_go() {
    let keyword =
        |text: &str, weight| Keyword { text: text.to_owned(), weight, spans: Vec::new(), rule: "test".to_owned() };
    let earlier = Analysis { keywords: vec![keyword("甲", 1.0), keyword("乙", 0.5)], ..Analysis::default() };
    let later = Analysis { keywords: vec![keyword("乙", 1.0), keyword("丙", 0.2)], ..Analysis::default() };
    let fates: Vec<_> = phrases(&earlier, &later).into_iter().map(|change| (change.text, change.fate)).collect();
    let wanted = [("丙", PhraseFate::Came), ("乙", PhraseFate::Stayed), ("甲", PhraseFate::Went)];
    assert_eq!(fates, wanted.map(|(text, fate)| (text.to_owned(), fate)));
}

#[test]
fn the_timeline_is_in_order() {
    let documents = [document(vec![
        figure("b", 2, Status::Target, 2035),
        figure("a", 1, Status::Target, 2025),
        figure("c", 3, Status::Actual, 2020),
    ])];
    let days: Vec<_> = timeline(&documents).into_iter().map(|entry| entry.day).collect();
    assert_eq!(days, ["2025-12-31", "2035-12-31"]);
}
