//! Running heads and page numbers: what stands at the edge of many pages alike.

use super::lines::{Line, Lines};
use std::collections::HashMap;

/// The share of a page's height at its top and bottom where they stand.
const EDGE: f64 = 0.12;
/// How many lines at either end of a page may be such.
const LINES: usize = 3;

/// The pages without them.
pub fn without(mut pages: Vec<Lines>) -> Vec<Lines> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in &pages {
        let mut here: Vec<String> = edges(page).map(|line| shape(&line.text)).collect();
        here.sort();
        here.dedup();
        here.into_iter().for_each(|shape| *seen.entry(shape).or_default() += 1);
    }
    let many = (pages.len() / 2).max(2);
    for page in &mut pages {
        let drop: Vec<Line> = edges(page)
            .filter(|line| {
                is_number(&line.text)
                    || seen.get(&shape(&line.text)).is_some_and(|&count| count >= many && pages_enough(count))
            })
            .cloned()
            .collect();
        page.lines.retain(|line| !drop.contains(line));
    }
    pages
}

/// Two pages alike may be chance; three are not.
fn pages_enough(count: usize) -> bool {
    count >= 3
}

/// The outermost lines of a page that stand near its upper or lower edge.
fn edges(page: &Lines) -> impl Iterator<Item = &Line> {
    let (low, high) = (page.height * EDGE, page.height * (1.0 - EDGE));
    let last = page.lines.len().saturating_sub(LINES);
    page.lines
        .iter()
        .enumerate()
        .filter(move |(at, line)| (*at < LINES || *at >= last) && (line.y < low || line.y > high))
        .map(|(_, line)| line)
}

/// A line with its numbers made equal.
fn shape(text: &str) -> String {
    let mut out = String::new();
    for char in text.chars().filter(|char| !char.is_whitespace()) {
        let char = if char.is_numeric() { '#' } else { char };
        if char != '#' || !out.ends_with('#') {
            out.push(char);
        }
    }
    out
}

/// A page number: 3, — 3 —, 第3页, 3/20, 第3页 共20页.
fn is_number(text: &str) -> bool {
    matches!(
        shape(text).trim_matches(['-', '—', '–', '·', '－', '―', '.', '~', '―']),
        "#" | "#/#" | "第#页" | "第#页共#页" | "第#页/共#页" | "Page#" | "Page#of#" | "#of#" | "第#頁" | "第#頁共#頁"
    )
}
