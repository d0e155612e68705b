//! The verb of a task and its object.

use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::action::{self, Lead};
use crate::text::structure;
use std::sync::LazyLock;

static FRAMES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("frames.tsv")));

/// An object is cut off here.
const MAX_OBJECT: usize = 60;
/// So far into a clause its verb is looked for.
const REACH: usize = 40;

/// The verb and the object: of the first clause whose verb does not merely frame.
pub fn action(document: &Document, within: Span) -> Option<(Span, Option<Span>)> {
    let clauses = structure::clauses(&document.text, within);
    let opening = clauses.iter().find_map(|&clause| opening_verb(document, clause));
    let verb = opening.or_else(|| clauses.iter().find_map(|&clause| inner_verb(document, clause)))?;
    let clause = clauses.iter().find(|clause| clause.contains(verb))?;
    Some((verb, object(document, verb, *clause)))
}

/// The verb that a clause opens with, adverbs passed over; none where it opens with a frame, whose object the rest is.
pub fn opening_verb(document: &Document, clause: Span) -> Option<Span> {
    let text = &document.text;
    let (mut at, mut last) = (clause.start, None);
    while let Some((end, lead)) = action::lead_at(text, at, clause.end) {
        let span = Span::new(at, end);
        if FRAMES.contains(text.slice(span)) {
            return last;
        }
        let whole = lead == Lead::Verb || document.tokens.at(at).is_some_and(|token| token.span == span);
        let doing = lead != Lead::Adverb && whole && end < clause.end && !is_clause_verb(document, end);
        match (doing, last) {
            // 加快建设…, 着力推动…: the second verb is the action.
            (true, None) if CLASSES.haste.contains(text.slice(span)) => last = Some(span),
            (true, _) => return Some(span),
            (false, _) => {}
        }
        at = end;
    }
    last
}

/// Whether a verb follows at `at` that makes a subject of the words before it: 改革|有破有立, 发展|是第一要务.
fn is_clause_verb(document: &Document, at: usize) -> bool {
    document.tokens.at(at).is_some_and(|token| {
        token.span.start == at
            && matches!(
                document.text.slice(token.span),
                "是" | "有" | "不" | "仍然" | "出" | "为" | "既" | "也" | "就是" | "离不开" | "需要" | "没有"
            )
    })
}

/// A verb of doing inside a clause that opens with something else: 以…为抓手推进…, 把…打造成….
fn inner_verb(document: &Document, clause: Span) -> Option<Span> {
    let text = &document.text;
    let reach = Span::new(clause.start, clause.end.min(clause.start + REACH));
    document.tokens.inside(reach).iter().find_map(|token| match action::lead_at(text, token.span.start, clause.end) {
        Some((end, Lead::Verb))
            if !FRAMES.contains(text.slice(Span::new(token.span.start, end))) && end < clause.end =>
        {
            Some(Span::new(token.span.start, end))
        }
        _ => None,
    })
}

fn object(document: &Document, verb: Span, clause: Span) -> Option<Span> {
    let end = clause.end.min(verb.end + MAX_OBJECT);
    let object = document.text.trim(Span::new(verb.end, end));
    (object.len() >= 2).then_some(object)
}
