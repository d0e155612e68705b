//! The headline.

use super::date;
use super::labels::{self, Kind};
use crate::analysis::Span;
use crate::text::{Text, structure::Structure};

/// How many paragraphs from the top are looked at.
const HEAD_PARAGRAPHS: usize = 12;
/// Longest headline.
const LONGEST_TITLE: usize = 70;
/// Longest note behind a headline: (节选), (摘要), (征求意见稿).
const LONGEST_NOTE: usize = 8;

/// The headline of `text`, if a line at the top can be one.
pub fn title(text: &Text, structure: &Structure) -> Option<Span> {
    if structure.paragraphs.len() < 2 {
        return None;
    }
    let head = || structure.paragraphs.iter().take(HEAD_PARAGRAPHS).copied();
    let candidates = || head().take_while(|&line| !is_running_text(text, line)).filter(|&line| can_be(text, line));
    let first = candidates().next()?;
    let official = candidates().find(|&line| is_document(text, line));
    Some(official.unwrap_or(first))
}

/// Whether the words of `line` end like the title of an official document.
fn is_document(text: &Text, line: Span) -> bool {
    let end = without_note(text, line).end;
    labels::before(text, end, line.start).is_some_and(|(_, kind)| kind == Kind::Document)
}

/// `line` without a short note in brackets at its end.
fn without_note(text: &Text, line: Span) -> Span {
    if text.before(line.end) != ')' {
        return line;
    }
    let from = line.end.saturating_sub(LONGEST_NOTE + 2).max(line.start);
    let open = (from..line.end).find(|&at| text.at(at) == '(');
    open.map_or(line, |open| text.trim(Span::new(line.start, open)))
}

fn is_running_text(text: &Text, line: Span) -> bool {
    line.len() > LONGEST_TITLE && !text.slice(line).contains("来源")
}

/// Whether `line` is no file name, path, date line, bracket or sentence.
fn can_be(text: &Text, line: Span) -> bool {
    let line = without_note(text, line);
    let words = text.slice(line);
    let furniture = super::furniture::is_furniture_line(text, line);
    let opens = text.at(line.start);
    let label = labels::at(text, line.start, line.end).filter(|(_, kind)| *kind != Kind::Document);
    let labelled = label.is_some_and(|(length, _)| text.at(line.start + length) == ':');
    !furniture
        && !labelled
        && (3..=LONGEST_TITLE).contains(&line.len())
        && !matches!(opens, '(' | '—' | '-' | '〔' | '[')
        && !words.ends_with('】')
        && !words.ends_with(['。', ';', ',', '、', '号', ')'])
        && !words.contains('。')
        && !words.ends_with("文件")
        && words.chars().filter(|&char| crate::text::is_han(char)).count() >= 3
        && date::first_in(text, line).is_none_or(|printed| printed.span.len() + 12 < line.len())
}

/// The line right below `title` that begins with a dash, without the dash.
pub fn subtitle(text: &Text, title: Span) -> Option<Span> {
    const LONGEST: usize = 60;
    let dashes = |at: usize| matches!(text.at(at), '—' | '–' | '-' | '─');
    let start = (title.end..text.len()).find(|&at| !text.at(at).is_whitespace()).filter(|&at| dashes(at))?;
    let start = (start..text.len()).find(|&at| !dashes(at) && text.at(at) != ' ')?;
    let end = (start..text.len()).find(|&at| text.at(at) == '\n').unwrap_or(text.len());
    let line = text.trim(Span::new(start, end));
    (2..=LONGEST).contains(&line.len()).then_some(line)
}
