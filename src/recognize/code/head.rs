//! The head noun that a coded term modifies: “四位一体”社会善治模式, “四大四强”企业集团培育计划.

use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

static HEADS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("heads.tsv")));

/// A closing head lies no further behind the term.
const MAX_CLOSING: usize = 18;
/// The first plain head ends no further behind the term.
const MAX_PLAIN: usize = 10;
/// What no noun phrase runs over.
const STOPS: &str = "的为将在与以是等要了把从及并也由向就";

/// The head noun that starts right at `at`, if one does.
pub fn head_at(document: &Document, at: usize) -> Option<Span> {
    let text = &document.text;
    let start = at;
    if text.at(at) == '即' {
        return None; // “三区一枢纽”即…: what follows are the members
    }
    let run = (start..text.len().min(start + MAX_CLOSING + 4))
        .find(|&at| !is_han(text.at(at)) || is_stop(document, at))
        .unwrap_or(text.len().min(start + MAX_CLOSING + 4));
    closing_head(document, start, run).or_else(|| plain_head(document, start, run))
}

/// Whether a head noun starts right at `at` and is the whole of a listed word.
pub fn listed_head_at(document: &Document, at: usize) -> Option<Span> {
    let (length, _) = HEADS.longest_at(&document.text, at, document.text.len())?;
    Some(Span::new(at, at + length))
}

/// The noun that starts right at `at`, listed or not.
pub fn noun_at(document: &Document, at: usize) -> Option<Span> {
    let token = document.tokens.at(at).filter(|token| token.span.start == at)?;
    let is_noun = token.tag.starts_with('n') || matches!(token.tag.as_ref(), "vn" | "l" | "j" | "x");
    (is_noun && token.span.len() >= 2).then_some(token.span)
}

fn is_stop(document: &Document, at: usize) -> bool {
    // 指甲、乙 defines; 指标, 指挥, 指数 … are nouns
    let noun = matches!(document.text.at(at + 1), '标' | '挥' | '导' | '数' | '引' | '南' | '针' | '战');
    document.text.at(at) == '指' && document.tokens.is_boundary(at) && !noun
        || is_among(document.text.at(at), STOPS) && document.tokens.at(at).is_some_and(|token| token.span.len() == 1)
}

fn closing_head(document: &Document, start: usize, run: usize) -> Option<Span> {
    let text = &document.text;
    let end = (start + 2..=run.min(start + MAX_CLOSING))
        .find(|&end| document.tokens.is_boundary(end) && CLASSES.closing.ends(text, end))?;
    // 行动 may go on as 行动计划.
    let end = CLASSES
        .closing
        .iter()
        .filter(|word| text.starts_with(end, word))
        .map(|word| end + word.chars().count())
        .max()
        .unwrap_or(end);
    Some(Span::new(start, end.min(run.max(end))))
}

/// The first listed head, drawn out over heads that follow it directly (产业|集群).
fn plain_head(document: &Document, start: usize, run: usize) -> Option<Span> {
    let (text, tokens) = (&document.text, &document.tokens);
    let mut best = None;
    let mut at = start;
    while at < run {
        let token = tokens.at(at)?;
        let next = token.span.end.min(run);
        let breaks = matches!(token.tag.as_ref(), "d" | "p" | "c" | "r" | "u" | "uj" | "m" | "y")
            && text.slice(token.span) != "对外"
            || text.slice(token.span) == "深度";
        if breaks || next <= at {
            break;
        }
        // 联动, 融合 … are heads only close behind the term: “三医”联动, but not “两区”区域协调联动.
        let verbal = CLASSES.verbal.ends(text, next) && next - start > 4;
        let is_head = !verbal
            && tokens.is_boundary(next)
            && HEADS.longest_before(text, next, start.max(next.saturating_sub(6))).is_some();
        match (is_head, best) {
            (true, _) => best = Some(next),
            (false, Some(_)) if !leads_to_system(document, next) => break,
            (false, Some(_)) => {}
            (false, None) if next - start > MAX_PLAIN => break,
            (false, None) => {}
        }
        at = next;
    }
    best.filter(|&end| end - start <= MAX_PLAIN + 4).map(|end| Span::new(start, end))
}

/// 项目|推进|机制: whether the verb that ends at `at` has a word for a system behind it, which the head then closes with.
fn leads_to_system(document: &Document, at: usize) -> bool {
    let (text, tokens) = (&document.text, &document.tokens);
    let verb = at.checked_sub(1).and_then(|at| tokens.at(at));
    let system = tokens.at(at).filter(|token| token.span.start == at).map(|token| text.slice(token.span));
    verb.is_some_and(|verb| verb.tag.starts_with('v')) && system.is_some_and(|word| CLASSES.system.contains(word))
}
