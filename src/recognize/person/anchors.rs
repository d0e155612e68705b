//! Places where names stand: behind posts, before verbs of saying, in lists, in turns of an interview.

use super::evidence::{self, AGENTS};
use super::names;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::{Mentions, Rule, post};
use crate::text::{Text, is_han};
use std::sync::LazyLock;

/// What persons are called that is no post.
static ROLES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("roles.tsv")));

/// Words that appoint: the name follows.
const APPOINTING: [&str; 6] = ["任命", "免去", "提名", "选举", "推荐", "聘任"];
/// Blanks that may stand between a post and the name.
const BLANKS: usize = 8;

/// A stretch that may be a name, and how much speaks for it at this place.
#[derive(Debug, Clone, Copy)]
pub struct Vote {
    pub span: Span,
    pub weight: i32,
    pub rule: Rule,
}

/// All votes of the document.
pub fn votes(document: &Document, found: &Mentions) -> Vec<Vote> {
    let mut votes = Vec::new();
    around_posts(document, found, &mut votes);
    running_text(document, &mut votes);
    turns(document, &mut votes);
    bare(document, &mut votes);
    votes
}

/// Names behind a post (with the list that follows), before it, or tied to it by a verb.
fn around_posts(document: &Document, found: &Mentions, votes: &mut Vec<Vote>) {
    let text = &document.text;
    for mention in &found.posts {
        let (start, end) = (mention.span.start, mention.span.end);
        from(document, skip_blanks(text, end), evidence::AFTER_POST, "person/after-post", votes);
        let mark = text.before(start);
        if matches!(mark, ',' | '(' | ' ' | ':' | '的') {
            until(document, before_courtesy(text, start - 1), evidence::BEFORE_POST, "person/before-post", votes);
        } else if is_han(mark) && post::is_address(text, mention.span) {
            until(document, start, evidence::ADDRESSED, "person/addressed", votes);
        }
        if let Some(tie) = post::tie_before(text, start) {
            until(document, before_courtesy(text, tie.span.start), evidence::APPOINTED, "person/appointed", votes);
        }
    }
}

/// Names behind roles and appointing verbs, before verbs of persons, before 「,男,」.
fn running_text(document: &Document, votes: &mut Vec<Vote>) {
    let text = &document.text;
    for at in 0..text.len() {
        if let Some((length, _)) = ROLES.longest_at(text, at, at + 8)
            && document.tokens.is_boundary(at + length)
        {
            from(document, skip_blanks(text, at + length), evidence::AFTER_ROLE, "person/after-role", votes);
        }
        if APPOINTING.iter().any(|word| text.starts_with(at, word)) {
            appointed(document, at + 2, votes);
        }
        if AGENTS.longest_at(text, at, at + 6).is_some() && at > 1 && is_han(text.before(at)) {
            until(document, at, evidence::AGENT, "person/agent", votes);
        }
        let sex = matches!(text.at(at), ',' | '(') && matches!(text.at(at + 1), '男' | '女');
        if sex && matches!(text.at(at + 2), ',' | ')' | '、' | ';') {
            until(document, at, evidence::SEX, "person/resume", votes);
        }
    }
}

/// A name behind 任命 or 免去 that a post, 为, 的 or 同志 follows.
fn appointed(document: &Document, at: usize, votes: &mut Vec<Vote>) {
    let text = &document.text;
    let at = if text.at(at) == ':' { at + 1 } else { at };
    from(document, skip_blanks(text, at), evidence::APPOINTED, "person/appointed", votes);
}

/// A line that begins with a name and a colon.
fn turns(document: &Document, votes: &mut Vec<Vote>) {
    let text = &document.text;
    for paragraph in &document.structure.paragraphs {
        let colon = (paragraph.start..paragraph.end.min(paragraph.start + 24)).find(|&at| text.at(at) == ':');
        if let Some(colon) = colon {
            until(document, colon, evidence::TURN, "person/turn", votes);
        }
    }
}

/// Tokens that the segmenter takes for names, with nothing else said for them.
fn bare(document: &Document, votes: &mut Vec<Vote>) {
    let text = &document.text;
    for token in document.tokens.list() {
        let name = matches!(&*token.tag, "nr" | "nrfg") && (2..=4).contains(&token.span.len());
        if !name {
            continue;
        }
        if let Some(shape) = names::shape(text, token.span) {
            let (left, right) = (evidence::left(document, token.span.start), evidence::right(document, token.span.end));
            let weight = shape + evidence::BARE + evidence::token(document, token.span) + left + right;
            votes.push(Vote { span: token.span, weight, rule: "person/look" });
        }
    }
}

/// The name at `at`, and the list that it opens.
fn from(document: &Document, at: usize, base: i32, rule: Rule, votes: &mut Vec<Vote>) {
    let text = &document.text;
    let (mut at, mut base, mut rule) = (at, base, rule);
    while let Some((span, weight)) = evidence::best_at(document, at, text.len(), base) {
        votes.push(Vote { span, weight, rule });
        if weight < evidence::ACCEPT {
            break;
        }
        let end = after_bracket(text, span.end);
        if !matches!(text.at(end), '、' | '和' | '与') {
            break;
        }
        (at, base, rule) = (skip_blanks(text, end + 1), evidence::LISTED, "person/listed");
    }
}

/// The name that ends at `end`.
fn until(document: &Document, end: usize, base: i32, rule: Rule, votes: &mut Vec<Vote>) {
    if let Some((span, weight)) = evidence::best_before(document, end, 0, base) {
        votes.push(Vote { span, weight, rule });
    }
}

fn skip_blanks(text: &Text, at: usize) -> usize {
    (at..at + BLANKS).find(|&at| text.at(at) != ' ').unwrap_or(at)
}

/// Behind a bracket like (女) or (蒙古族).
pub fn after_bracket(text: &Text, at: usize) -> usize {
    if text.at(at) != '(' {
        return at;
    }
    (at..at + 12).find(|&at| text.at(at) == ')').map_or(at, |close| close + 1)
}

/// Before 同志, 先生, 女士 and a bracket like (女), if they end at `end`.
pub fn before_courtesy(text: &Text, end: usize) -> usize {
    let mut end = end;
    for word in ["同志", "先生", "女士"] {
        if text.ends_with(end, word) {
            end -= 2;
        }
    }
    if text.before(end) == ')' {
        let open = (end.saturating_sub(12)..end).rev().find(|&at| text.at(at) == '(');
        end = open.unwrap_or(end);
    }
    end
}
