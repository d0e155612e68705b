//! Verbs of doing (实施, 推进, 打造 …) with the adverbs before them: what opens a demand, a list of members, the name
//! of a programme. No mentions of its own; other recognisers ask it where such words end.

use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::text::Text;
use std::sync::LazyLock;

static VERBS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("verbs.tsv")));

/// What sort of word a lead is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// 实施, 推进
    Verb,
    /// A verb that is as often a noun: 创新, 服务, 建设
    Either,
    /// 深入, 大力
    Adverb,
}

/// The longest verb or adverb at `at` that ends within `end`: where it ends and what it is.
pub fn lead_at(text: &Text, at: usize, end: usize) -> Option<(usize, Lead)> {
    let (length, row) = VERBS.longest_at(text, at, end)?;
    // 保障|性住房, 创新|型企业: the verb makes a noun with what follows.
    if at + length < end && matches!(text.at(at + length), '性' | '型' | '者' | '员' | '率' | '式') {
        return None;
    }
    Some((at + length, lead_of(row)))
}

fn lead_of(row: &[&'static str]) -> Lead {
    match row.get(1) {
        Some(&"do") => Lead::Verb,
        Some(&"either") => Lead::Either,
        _ => Lead::Adverb,
    }
}

/// Whether a verb of doing starts at `at`.
pub fn is_verb_at(text: &Text, at: usize, end: usize) -> bool {
    matches!(lead_at(text, at, end), Some((_, Lead::Verb)))
}

/// The longest verb or adverb that ends right at `end` and starts at or after `start`.
pub fn lead_before(text: &Text, end: usize, start: usize) -> Option<(Span, Lead)> {
    let (span, row) = VERBS.longest_before(text, end, start.max(end.saturating_sub(6)))?;
    Some((span, lead_of(row)))
}

/// `span` without the verbs and adverbs it opens with; at least one character stays, and where the word may be a
/// noun, at least `least` of them.
pub fn strip_leads(text: &Text, span: Span, least: usize) -> Span {
    let mut start = span.start;
    while let Some((end, lead)) = lead_at(text, start, span.end) {
        if end >= span.end || lead == Lead::Either && span.end - end < least {
            break;
        }
        let done = text.at(end) == '了' && end + 1 < span.end; // 培育了
        start = end + usize::from(done);
    }
    Span::new(start, span.end)
}
