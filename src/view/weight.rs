//! What stands in the summary: the people and indicators that weigh most.

use crate::Analysis;
use crate::analysis::{IndicatorKind, Status};

/// Positions of the `limit` weightiest people: those with posts and many mentions, by-lines left out.
pub fn people(analysis: &Analysis, limit: usize) -> Vec<usize> {
    let people = analysis.people.iter().enumerate().filter(|(_, person)| !person.byline);
    let mut ranked: Vec<(usize, usize)> =
        people.map(|(at, person)| (person.spans.len() * 2 + usize::from(!person.posts.is_empty()) * 3, at)).collect();
    crate::sorted::by_key(&mut ranked, |&(weight, at)| (std::cmp::Reverse(weight), at));
    ranked.into_iter().take(limit).map(|(_, at)| at).collect()
}

/// Positions of the `limit` weightiest indicators, at most one result and one target of each: known indicators, figures with a
/// period, large totals and targets first.
pub fn indicators(analysis: &Analysis, limit: usize) -> Vec<usize> {
    let rows = analysis.indicators.iter().enumerate();
    let mut ranked: Vec<(i32, usize)> = rows
        .map(|(at, row)| {
            let mut weight = 0;
            weight += if row.key.is_some() { 6 } else { 0 };
            weight += if row.start.is_some() { 1 } else { 0 };
            weight += if row.status == Status::Target { 2 } else { 0 };
            weight += if row.unit == "元" { 3 } else { 0 };
            weight += match row.kind {
                IndicatorKind::Level => 2,
                IndicatorKind::Growth | IndicatorKind::Share => 1,
                _ => 0,
            };
            weight -= row.doubts.len().min(3) as i32;
            weight -= if row.name.chars().count() > 16 || row.name.is_empty() { 3 } else { 0 };
            (weight, at)
        })
        .collect();
    crate::sorted::by_key(&mut ranked, |&(weight, at)| (std::cmp::Reverse(weight), at));
    let mut seen: Vec<(&str, Status)> = Vec::new();
    let mut chosen = Vec::new();
    for (_, at) in ranked {
        let row = &analysis.indicators[at];
        let what = (row.key.as_deref().unwrap_or(&row.name), row.status);
        if chosen.len() < limit && !seen.contains(&what) {
            seen.push(what);
            chosen.push(at);
        }
    }
    chosen
}

/// Whose the indicators are where two thirds of them have one and the same subject: a summary need not say it then.
pub fn shared_subject(analysis: &Analysis) -> Option<&str> {
    let subjects: Vec<&str> = analysis.indicators.iter().filter_map(|row| row.subject.as_deref()).collect();
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for subject in &subjects {
        *counts.entry(subject).or_insert(0) += 1;
    }
    let (subject, count) = counts.into_iter().max_by_key(|&(_, count)| count)?;
    (count * 3 >= subjects.len() * 2).then_some(subject)
}

#[cfg(test)]
mod tests {
    use super::shared_subject;
    use crate::Options;
    use crate::testing::ANALYZER;

    #[test]
    fn a_subject_is_shared_where_most_figures_have_it() {
        let read = |text| ANALYZER.analyze(text, &Options::default());
        let city = read("徐州市经济运行情况\n全市生产总值增长6.5%,出口增长8%,投资增长9%。\n睢宁县投资增长12%。");
        assert_eq!(shared_subject(&city), Some("徐州市"));
        let round = read("徐州市经济运行情况\n睢宁县投资增长12%。\n沛县投资增长10%。\n新沂市投资增长9%。");
        assert_eq!(shared_subject(&round), None);
        assert_eq!(shared_subject(&read("没有数字。")), None);
    }
}
