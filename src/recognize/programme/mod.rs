//! Named plans, strategies, campaigns.

use super::Mentions;
use crate::document::Document;

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let _ = (document, found);
}

/// Where the name that ends at `end` begins: behind the nearest mark, verb or function word.
pub fn left_edge(document: &Document, end: usize) -> usize {
    let text = &document.text;
    let tokens = &document.tokens;
    let floor = end.saturating_sub(24);
    let mut start = end;
    while start > floor {
        let Some(token) = tokens.at(start - 1) else { break };
        let char = text.at(start - 1);
        let word = text.slice(token.span);
        let stops = !crate::text::is_han(char)
            || matches!(token.tag.as_ref(), "d" | "p" | "c" | "u" | "uj" | "ul" | "r" | "m")
            || matches!(super::action::lead_at(text, token.span.start, token.span.end), Some((end, _)) if end == token.span.end && word.chars().count() >= 2 && token.tag.starts_with('v'));
        if stops || token.span.start < floor {
            break;
        }
        start = token.span.start;
    }
    start
}
