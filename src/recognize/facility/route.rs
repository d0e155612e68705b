//! The names of lines by the places they join: 徐宿淮盐|铁路, 贵阳至南宁|高铁.

use crate::analysis::Span;
use crate::recognize::organization::walk::{Walker, Worth};
use crate::text::is_han;

/// Where the name of a line that goes on at `end` begins. Lines are named by letters of the places they join (徐宿淮盐), which the segmenter does not know: the walk, and where it
/// finds nothing the few characters up to a mark or a function word.
pub fn start(walker: &Walker, end: usize) -> usize {
    const LETTERS: usize = 6;
    let start = walker.start_of(end);
    let document = walker.document();
    let mut at = start;
    while at > end.saturating_sub(LETTERS) {
        let Some((word, tag)) = walker.word_before(at) else { break };
        let letters =
            word.len() == 1 && !matches!(tag, "p" | "c" | "r" | "d" | "f" | "m" | "u" | "uj" | "ul" | "x" | "v" | "q");
        let known = !is_han(document.text.at(word.start)) || walker.stops(word);
        if !letters || known {
            break;
        }
        at = word.start;
    }
    from_place(walker, at)
}

/// 贵阳至南宁|高铁, 合川至璧山至江津|高速公路: the other ends of the line, where 至 stands before `at`; else `at`.
fn from_place(walker: &Walker, at: usize) -> usize {
    const LONGEST: usize = 10;
    const ENDS: usize = 3;
    let text = &walker.document().text;
    let mut first = at;
    for _ in 0..ENDS {
        if text.before(first) != '至' {
            break;
        }
        let start = walker.start_of(first - 1);
        let start = if start + 1 >= first { loose_end(walker, first - 1) } else { start };
        let own = Span::new(start, first - 1);
        // 推进凉水井至…: a common word, where a name begins
        let opens = !is_han(text.before(start))
            || walker.word_before(start).is_some_and(|(word, tag)| word.len() >= 2 && tag.starts_with('v'));
        let common = opens && (2..=5).contains(&own.len()) && (own.start..own.end).all(|at| is_han(text.at(at)));
        let named = walker.worth(own) >= Worth::Some || common;
        if start >= first - 1 || first - start > LONGEST || !named {
            break;
        }
        first = start;
    }
    first
}

/// The end of a line of which no word is known, set off by a mark: ,|加定|至西海公路; else `end`.
fn loose_end(walker: &Walker, end: usize) -> usize {
    const LONGEST: usize = 4;
    let text = &walker.document().text;
    let mut at = end;
    while at + LONGEST > end && is_han(text.before(at)) {
        match walker.word_before(at) {
            Some((word, tag)) if word.len() == 1 || tag == "x" => at = word.start,
            _ => return end,
        }
    }
    if is_han(text.before(at)) || at + 2 > end { end } else { at }
}
