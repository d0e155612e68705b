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
