//! Numbered lines: 地铁3、4号线 is two, S1、S2号线, 1号线二期.

use super::words::CLASSES;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::NameMention;
use crate::recognize::organization::walk::Walker;
use crate::text::is_among;
use std::sync::LazyLock;

/// Words that after a name mean a phase or a part of the same thing.
static PARTS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("parts.tsv")));

/// How far a list of numbers may reach.
const REACH: usize = 60;

/// The lines of the text.
pub fn recognize(walker: &Walker) -> Vec<NameMention> {
    let text = &walker.document().text;
    let mut found = Vec::new();
    for at in 0..text.len() {
        if text.starts_with(at, "号线") {
            numbered(walker, at, &mut found);
        }
    }
    found
}

/// The lines that share the word 号线 at `at`.
fn numbered(walker: &Walker, at: usize, into: &mut Vec<NameMention>) {
    let text = &walker.document().text;
    let floor = at.saturating_sub(REACH);
    let mut numbers = Vec::new();
    let mut end = at;
    loop {
        let start = number_start(walker, end);
        if start >= end || start < floor {
            break;
        }
        numbers.push(Span::new(start, end));
        if !matches!(text.before(start), '、' | '和' | '及' | '与') {
            break;
        }
        end = start - 1;
    }
    let Some(first) = numbers.last().copied() else { return };
    let prefix = CLASSES.line.iter().find(|prefix| text.ends_with(first.start, prefix));
    let mut start = first.start - prefix.map_or(0, |prefix| prefix.chars().count());
    if prefix.is_some()
        && let Some(place) = walker.place_before(start)
    {
        start = place;
    }
    let stretch = Span::new(start, phase(walker, at + 2));
    let head = text.slice(Span::new(start, first.start));
    let tail = text.slice(Span::new(at, stretch.end));
    for number in numbers.iter().rev() {
        let full = (numbers.len() > 1).then(|| format!("{head}{}{tail}", text.slice(*number)));
        into.push(NameMention { span: stretch, full, rule: "facility/line" });
    }
}

/// Where the number that ends at `end` begins: 3, S1, 十二, G104.
pub fn number_start(walker: &Walker, end: usize) -> usize {
    const LONGEST: usize = 5;
    let text = &walker.document().text;
    let digit = |char: char| char.is_ascii_digit() || is_among(char, "一二三四五六七八九十");
    let mut start = end;
    while end - start < LONGEST && digit(text.before(start)) {
        start -= 1;
    }
    if start < end && text.before(start).is_ascii_uppercase() {
        start -= 1;
    }
    start
}

/// Whether `words` are the words for phases or parts and nothing else.
pub fn is_phase(words: &str) -> bool {
    let mut cuts = words.char_indices().map(|(at, _)| at);
    PARTS.contains(words) || cuts.any(|at| PARTS.contains(&words[..at]) && PARTS.contains(&words[at..]))
}

/// The end of a name with the words for one of its phases or parts: 二期, 东延线, 一期扩建工程, 新馆.
pub fn phase(walker: &Walker, end: usize) -> usize {
    const STEPS: usize = 3;
    let text = &walker.document().text;
    let mut at = end;
    for _ in 0..STEPS {
        match PARTS.longest_at(text, at, text.len()) {
            Some((length, _)) => at += length,
            None => break,
        }
    }
    at
}
