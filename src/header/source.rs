//! Who published the document.

use crate::analysis::Span;
use crate::text::{Text, structure::Structure};

/// Words that stand before the name of the source.
const LABELS: [&str; 7] = ["信息来源:", "文章来源:", "稿件来源:", "新闻来源:", "来源:", "稿源:", "发布机构:"];
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
    let label = LABELS.iter().find_map(|label| text.find(label, head))?;
    let start = (label.end..line.end).find(|&at| text.at(at) != ' ')?;
    let end = (start..line.end).find(|&at| ends_name(text.at(at))).unwrap_or(line.end);
    let name = Span::new(start, end);
    (1..=LONGEST_NAME).contains(&name.len()).then_some(name)
}

fn ends_name(char: char) -> bool {
    matches!(char, ' ' | '|' | '\t' | ',' | '。' | ';' | '(' | ')' | '[' | ']' | '【' | '】' | '、' | ':')
}
