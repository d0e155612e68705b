//! Posts (职务): a listed head (书记, 副市长, 教授) with the words of body or region before it.

mod edge;

use super::{Mentions, PostMention};
use crate::analysis::{Span, Tenure};
use crate::document::Document;
use crate::lexicon::{Lexicon, Row};
use crate::text::{Text, is_han};
use std::sync::LazyLock;
use words::CLASSES;

/// Heads of posts with their use.
static TITLES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("titles.tsv")));
/// What stands before a head as its part.
static PREFIXES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("prefixes.tsv")));
/// Words that tie a post to a person: when it is held, where the holder stands.
static TENURES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("tenure.tsv")));

/// Longest head that is looked for backwards.
const LONGEST_TITLE: usize = 6;
/// Longest word of the tenure list.
const LONGEST_TENURE: usize = 8;
/// Longest bracket that belongs to a head: 会长(局长).
const LONGEST_BRACKET: usize = 14;

/// A head, with its prefixes and the bracket behind it.
#[derive(Debug, Clone, Copy)]
struct Head {
    span: Span,
}

/// A word that ties a post to a person, right before the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Where the word stands.
    pub span: Span,
    /// When the post is held.
    pub when: Tenure,
    /// The holder may stand between the word and the post (免去张三的…职务).
    pub object: bool,
}

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let text = &document.text;
    let mut limit = 0;
    for head in heads(document) {
        let start = edge::left(document, found, head.span.start, limit);
        let span = Span::new(start, head.span.end);
        let when = when_of(text, span, found.posts.last());
        found.posts.push(PostMention { span, when, rule: "post/head" });
        limit = span.end;
    }
}

/// Whether `span` is nothing but a head that may stand right behind a name.
pub fn is_bare_address(text: &Text, span: Span) -> bool {
    TITLES.get(text.slice(span)).is_some_and(|row| row.get(1) == Some(&"address"))
}

/// Whether a head of a post ends right before `at`.
pub fn ends_with_title(text: &Text, at: usize) -> bool {
    let head = TITLES.longest_before(text, at, at.saturating_sub(LONGEST_TITLE));
    head.is_some_and(|(_, row)| row.get(1) != Some(&"none"))
}

/// Whether `span` is or ends in a head of a post of two characters or more.
pub fn ends_in_title(text: &Text, span: Span) -> bool {
    let head = TITLES.longest_before(text, span.end, span.start);
    head.is_some_and(|(head, row)| head.len() >= 2 && row.get(1) != Some(&"none"))
}

/// Behind the heads and words of courtesy that `gap` begins with: 薛澜|教授|说.
pub fn behind_titles(text: &Text, gap: Span) -> usize {
    let mut at = gap.start;
    for _ in 0..2 {
        let courtesy = ["同志", "先生", "女士", "老师"].iter().any(|word| text.starts_with(at, word));
        let title = TITLES.longest_at(text, at, gap.end).filter(|(_, row)| row.get(1) != Some(&"none"));
        at += if courtesy && at + 2 <= gap.end { 2 } else { title.map_or(0, |(length, _)| length) };
    }
    at
}

/// Whether the post is one that only one person of a body holds: 局长 but not 副局长, 委员.
pub fn is_sole(text: &Text, span: Span) -> bool {
    let words = text.slice(span);
    let chief = CLASSES.chief.iter().any(|head| words.ends_with(head));
    chief && !words.contains('副')
}

/// The word that ties the post at `start` to a person, if one ends right before it.
pub fn tie_before(text: &Text, start: usize) -> Option<Tie> {
    let mut end = start;
    while end > 0 && start - end < 3 && matches!(text.before(end), ' ' | ':' | '了') {
        end -= 1;
    }
    let (span, row) = TENURES.longest_before(text, end, end.saturating_sub(LONGEST_TENURE))?;
    let when = match row.get(1).copied() {
        Some("past") => Tenure::Past,
        Some("coming") => Tenure::Coming,
        _ => Tenure::Current,
    };
    Some(Tie { span, when, object: row.get(2) == Some(&"object") })
}

/// Where a candidate's name may begin behind a post that ends at `end`: 市长|候选人某某.
pub fn behind_candidacy(text: &Text, end: usize) -> usize {
    const WORDS: [&str; 6] = ["提名人选", "建议人选", "推荐人选", "候选人", "拟任人选", "人选"];
    let word = WORDS.iter().find(|word| text.starts_with(end, word));
    end + word.map_or(0, |word| word.chars().count())
}

/// When a post is held, by the words right before it; in a list joined by 、 or 兼 like the one before.
fn when_of(text: &Text, span: Span, previous: Option<&PostMention>) -> Tenure {
    if let Some(previous) = previous
        && matches!(text.slice(Span::new(previous.span.end.min(span.start), span.start)), "、" | "兼" | "兼任")
    {
        return previous.when;
    }
    if behind_candidacy(text, span.end) > span.end {
        return Tenure::Coming;
    }
    let inside =
        text.slice(span).contains("原副") || text.slice(span).contains("委原") || text.slice(span).contains("会原");
    let former = inside || text.ends_with(span.start, "原") || text.ends_with(span.start, "前任");
    if former {
        return Tenure::Past;
    }
    tie_before(text, span.start).map_or(Tenure::Current, |tie| tie.when)
}

/// The heads of the document in order, without overlap.
fn heads(document: &Document) -> Vec<Head> {
    let text = &document.text;
    let mut heads: Vec<Head> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some((length, row)) = title_at(text, at) else {
            at += 1;
            continue;
        };
        let span = Span::new(at, at + length);
        let listed = row.get(1).is_some_and(|kind| *kind != "none");
        if listed && ends_word(document, span) {
            let floor = heads.last().map_or(0, |head| head.span.end);
            heads.push(Head { span: with_bracket(text, with_prefixes(text, span, floor)) });
        }
        at = heads.last().map_or(at + length, |head| head.span.end.max(at + length));
    }
    heads
}

fn title_at(text: &Text, at: usize) -> Option<(usize, &'static Row)> {
    TITLES.longest_at(text, at, text.len())
}

/// Whether no other word begins with the last character of the head: 局长远 is no 局长.
fn ends_word(document: &Document, span: Span) -> bool {
    let last = span.end - 1;
    match document.tokens.at(last) {
        Some(token) => {
            let other = token.span.start == last && token.span.len() > 1;
            !other || &*token.tag == "x" || token.tag.starts_with("nr")
        }
        None => true,
    }
}

fn with_prefixes(text: &Text, span: Span, floor: usize) -> Span {
    let mut start = span.start;
    for _ in 0..3 {
        let Some((prefix, _)) = PREFIXES.longest_before(text, start, floor.max(start.saturating_sub(5))) else { break };
        if text.ends_with(prefix.end, "时代") && prefix.len() == 1 {
            break; // 宁德时代|董事长
        }
        start = prefix.start;
    }
    Span::new(start, span.end)
}

/// Takes in a bracket that names another post: 会长(局长).
fn with_bracket(text: &Text, span: Span) -> Span {
    if text.at(span.end) != '(' {
        return span;
    }
    let from = span.end + 1;
    let Some(close) = (from..from + LONGEST_BRACKET).find(|&at| !is_han(text.at(at))) else { return span };
    let inside = Span::new(from, close);
    let post = TITLES.longest_before(text, close, close.saturating_sub(6).max(from));
    let named = text.at(close) == ')' && post.is_some_and(|(_, row)| row.get(1) != Some(&"none"));
    if named && !text.slice(inside).starts_with('兼') { Span::new(span.start, close + 1) } else { span }
}

#[cfg(test)]
mod tests;
mod words;
