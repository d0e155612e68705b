//! The headline.

use super::date;
use crate::analysis::Span;
use crate::text::{Text, structure::Structure};

/// How many paragraphs from the top are looked at.
const HEAD_PARAGRAPHS: usize = 12;
/// Longest headline.
const LONGEST_TITLE: usize = 70;
/// Words that a document of an office ends its title with.
const DOCUMENT_KINDS: [&str; 18] = [
    "的通知",
    "的通报",
    "的公告",
    "的公示",
    "的意见",
    "的决定",
    "的决议",
    "的报告",
    "的批复",
    "的函",
    "公报",
    "通告",
    "任免名单",
    "工作报告",
    "的方案",
    "的建议",
    "任职名单",
    "任前公示",
];

/// The headline of `text`, if a line at the top can be one.
pub fn title(text: &Text, structure: &Structure) -> Option<Span> {
    let head = || structure.paragraphs.iter().take(HEAD_PARAGRAPHS).copied();
    let candidates = || head().take_while(|&line| !is_running_text(text, line)).filter(|&line| can_be(text, line));
    let first = candidates().next()?;
    let official = candidates().find(|&line| DOCUMENT_KINDS.iter().any(|kind| text.slice(line).ends_with(kind)));
    Some(official.unwrap_or(first))
}

fn is_running_text(text: &Text, line: Span) -> bool {
    line.len() > LONGEST_TITLE && !text.slice(line).contains("来源")
}

/// Whether `line` is no file name, path, date line, bracket or sentence.
fn can_be(text: &Text, line: Span) -> bool {
    let words = text.slice(line);
    let furniture = super::furniture::is_furniture_line(text, line);
    let opens = text.at(line.start);
    !furniture
        && (3..=LONGEST_TITLE).contains(&line.len())
        && !matches!(opens, '(' | '—' | '-' | '〔' | '[' | '【')
        && !words.ends_with(['。', ';', ',', '、', '号', ')'])
        && !words.ends_with("文件")
        && words.chars().filter(|&char| crate::text::is_han(char)).count() >= 3
        && date::first_in(text, line).is_none_or(|printed| printed.span.len() + 12 < line.len())
}
