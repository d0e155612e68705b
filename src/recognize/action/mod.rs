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
    /// 深入, 大力, 要, 将
    Adverb,
}

/// The longest verb or adverb at `at` that ends within `end`: where it ends and what it is.
pub fn lead_at(text: &Text, at: usize, end: usize) -> Option<(usize, Lead)> {
    let (length, row) = VERBS.longest_at(text, at, end)?;
    let lead = if row.get(1) == Some(&"do") { Lead::Verb } else { Lead::Adverb };
    Some((at + length, lead))
}

/// Whether a verb of doing starts at `at`.
pub fn is_verb_at(text: &Text, at: usize, end: usize) -> bool {
    matches!(lead_at(text, at, end), Some((_, Lead::Verb)))
}

/// The longest verb or adverb that ends right at `end` and starts at or after `start`.
pub fn lead_before(text: &Text, end: usize, start: usize) -> Option<(Span, Lead)> {
    let (span, row) = VERBS.longest_before(text, end, start.max(end.saturating_sub(6)))?;
    let lead = if row.get(1) == Some(&"do") { Lead::Verb } else { Lead::Adverb };
    Some((span, lead))
}

/// `span` without the verbs and adverbs it opens with; at least one character stays.
pub fn strip_leads(text: &Text, span: Span) -> Span {
    let mut start = span.start;
    while let Some((end, _)) = lead_at(text, start, span.end) {
        if end >= span.end {
            break;
        }
        start = end;
    }
    Span::new(start, span.end)
}
