//! How much speaks for a stretch being a person's name: all weights, added up in one place.

use super::names;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::is_han;
use std::sync::LazyLock;

/// Words that stand right behind names.
static FOLLOWERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("follow.tsv")));
/// Words behind a name that only a person does or is called.
pub static AGENTS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("agents.tsv")));

/// Enough to take a stretch for a name.
pub const ACCEPT: i32 = 8;
/// Right behind a post.
pub const AFTER_POST: i32 = 4;
/// Right behind what a person is called (村民, 市领导).
pub const AFTER_ROLE: i32 = 3;
/// Further on in a list that begins with a name.
pub const LISTED: i32 = 3;
/// Before a word that only persons do (指出, 主持).
pub const AGENT: i32 = 2;
/// The whole of a line before a colon.
pub const TURN: i32 = 3;
/// Before 「,男,」 or 「(女)」.
pub const SEX: i32 = 6;
/// Between 任命, 免去 … and a post, or before 任, 当选 … with a post.
pub const APPOINTED: i32 = 4;
/// Before a post, set off by a comma, a blank or a bracket.
pub const BEFORE_POST: i32 = 3;
/// Right before 书记, 市长 … without a body.
pub const ADDRESSED: i32 = 3;
/// A transliterated name with ·.
pub const DOTTED: i32 = 7;
/// A transliterated name without ·, right behind a post.
pub const PLAIN_TRANSLITERATED: i32 = 4;
/// Nothing but the look of it.
pub const BARE: i32 = -4;

/// Weight of what stands behind the name.
pub fn right(document: &Document, end: usize) -> i32 {
    let text = &document.text;
    let after = text.at(end);
    if !is_han(after) {
        return if after.is_ascii_alphanumeric() { -1 } else { 2 };
    }
    let boundary = if document.tokens.is_boundary(end) { 1 } else { 0 };
    match FOLLOWERS.longest_at(text, end, end + 6) {
        Some((length, _)) if length > 1 => 2 + boundary,
        Some(_) => 1 + boundary,
        None => boundary - 3,
    }
}

/// Weight of what stands before the name.
pub fn left(document: &Document, start: usize) -> i32 {
    let before = document.text.before(start);
    if !is_han(before) {
        return if before.is_ascii_alphanumeric() { -1 } else { 1 };
    }
    if document.tokens.is_boundary(start) { 0 } else { -3 }
}

/// Weight of what the segmenter made of the stretch.
pub fn token(document: &Document, span: Span) -> i32 {
    let Some(token) = document.tokens.at(span.start) else { return 0 };
    if token.span != span {
        return 0;
    }
    match &*token.tag {
        "nr" | "nrfg" | "nrt" => 2,
        "x" => 0,
        "ns" | "nt" | "nz" => -2,
        _ => -4,
    }
}

/// The best name that begins at `start`, with its weight; `base` is what the place itself says for it.
pub fn best_at(document: &Document, start: usize, limit: usize, base: i32) -> Option<(Span, i32)> {
    let text = &document.text;
    let chinese = names::ends_at(text, start, limit).into_iter().filter_map(|end| {
        let span = Span::new(start, end);
        Some((span, names::shape(text, span)? + base + right(document, end) + token(document, span)))
    });
    let best = chinese.max_by_key(|(span, weight)| (*weight, span.len()));
    let anchored = base >= AFTER_POST;
    let foreign = names::transliterated_end(text, start, limit, anchored).map(|end| {
        let span = Span::new(start, end);
        let dotted = text.slice(span).contains('·');
        let weight = if dotted { DOTTED } else { PLAIN_TRANSLITERATED };
        (span, weight + base + right(document, end) + token(document, span).min(0))
    });
    match (best, foreign) {
        (Some(chinese), Some(foreign)) if foreign.1 > chinese.1 + 2 || text.slice(foreign.0).contains('·') => {
            Some(foreign)
        }
        (Some(chinese), _) => Some(chinese),
        (None, foreign) => foreign,
    }
}

/// The best name that ends at `end`, with its weight.
pub fn best_before(document: &Document, end: usize, floor: usize, base: i32) -> Option<(Span, i32)> {
    let text = &document.text;
    let starts = (floor.max(end.saturating_sub(4))..end.saturating_sub(1)).filter(|&start| is_han(text.at(start)));
    let chinese = starts.filter_map(|start| {
        let span = Span::new(start, end);
        Some((span, names::shape(text, span)? + base + left(document, start) + token(document, span)))
    });
    let best = chinese.max_by_key(|(span, weight)| (*weight, span.len()));
    best.or_else(|| dotted_before(document, end, floor, base))
}

/// A transliterated name with · that ends at `end`.
fn dotted_before(document: &Document, end: usize, floor: usize, base: i32) -> Option<(Span, i32)> {
    let text = &document.text;
    let floor = floor.max(end.saturating_sub(20));
    let start = (floor..end).rev().take_while(|&at| is_han(text.at(at)) || text.at(at) == '·').last()?;
    let span = Span::new(start, end);
    let whole = names::transliterated_end(text, start, end, false) == Some(end);
    whole.then(|| (span, DOTTED + base + left(document, start)))
}
