//! What the words around a time say: it stands in a name, it lies ahead, it is a measure to compare with.

use crate::analysis::Span;
use crate::document::Document;
use crate::text::{Text, is_han};

/// How far behind a year the noun of a plan's name may stand.
const NAME_REACH: usize = 12;

/// Whether the year or plan period over `span` stands inside the name of a plan: “十四五”规划, 2022-2025年行动计划.
pub fn in_name(document: &Document, span: Span) -> bool {
    let text = &document.text;
    const NOUNS: [&str; 9] = ["规划", "计划", "方案", "纲要", "远景目标", "工作要点", "年鉴", "普法", "统计公报"];
    for at in span.end..span.end + NAME_REACH {
        if NOUNS.iter().any(|noun| text.starts_with(at, noun)) {
            return true;
        }
        let char = text.at(at);
        if !(is_han(char) || matches!(char, '《' | '“' | '”')) || matches!(char, '的' | '将' | '达' | '是') {
            return false;
        }
    }
    false
}

/// Whether a word of the future stands shortly before or behind `span` in its clause.
pub fn lies_ahead(text: &Text, span: Span) -> bool {
    const WORDS: [&str; 12] = ["将", "拟", "计划", "预计", "力争", "确保", "有望", "即将", "争取", "到", "前", "目标"];
    let start = (span.start.saturating_sub(8)..span.start)
        .rev()
        .find(|&at| !is_han(text.at(at)))
        .map_or(span.start.saturating_sub(8), |at| at + 1);
    let end = (span.end..(span.end + 12).min(text.len()))
        .find(|&at| matches!(text.at(at), '。' | ';' | '\n'))
        .unwrap_or((span.end + 12).min(text.len()));
    let (before, behind) = (text.slice(Span::new(start, span.start)), text.slice(Span::new(span.end, end)));
    WORDS.iter().any(|word| before.contains(word) || behind.contains(word))
}

/// Whether the time is only a measure to compare with: 较2015年, 为2015年的, 比上年.
pub fn is_baseline(text: &Text, span: Span) -> bool {
    matches!(text.before(span.start), '较' | '比' | '于' | '为' | '自' | '从' | '到' | '至' | '同')
}
