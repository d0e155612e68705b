//! Who published the document.

use super::labels::{self, Kind};
use crate::analysis::Span;
use crate::text::{Text, is_han, structure::Structure};

/// How many lines from the top and from the end may print the source.
const LINES: usize = 14;
/// Longest name of a source.
const LONGEST_NAME: usize = 30;

/// The name behind 来源.
pub fn source(text: &Text, structure: &Structure) -> Option<Span> {
    let lines = &structure.paragraphs;
    let tail = lines.iter().skip(LINES.max(lines.len().saturating_sub(LINES)));
    lines.iter().take(LINES).chain(tail).find_map(|&line| named_in(text, line))
}

fn named_in(text: &Text, line: Span) -> Option<Span> {
    let head = Span::new(line.start, line.end.min(line.start + 160));
    let label = (head.start..head.end).find(|&at| text.at(at) == ':' && is_label(text, at, head.start))?;
    let start = (label + 1..line.end).find(|&at| text.at(at) != ' ')?;
    let end = (start..line.end).find(|&at| ends_name(text.at(at))).unwrap_or(line.end);
    let name = Span::new(start, end);
    let second = text.at(end) == ':' && text.at(end + 1).is_ascii_digit(); // 来源:浏览量:123
    (!second && (1..=LONGEST_NAME).contains(&name.len())).then_some(name)
}

fn is_label(text: &Text, colon: usize, from: usize) -> bool {
    let label = labels::before(text, colon, from).filter(|(_, kind)| *kind == Kind::Source);
    label.is_some_and(|(span, _)| !is_han(text.before(span.start)))
}

fn ends_name(char: char) -> bool {
    matches!(char, ' ' | '|' | '\t' | ',' | '。' | ';' | '(' | ')' | '[' | ']' | '【' | '】' | '、' | ':')
}
