//! Names in quotation marks without a last word that tells, and titles of documents.

use super::words::CLASSES;
use super::{Rule, mention};
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::NameMention;
use crate::text::{Text, is_han};
use std::sync::LazyLock;

/// A name in quotation marks is no longer than this.
const MAX_NAME: usize = 16;
/// A title of a document is no longer than this.
const MAX_TITLE: usize = 60;
/// What words joined by + are the name of, and how far behind them it ends.
static SYSTEMS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("systems.tsv")));
const MAX_SYSTEM: usize = 8;
/// Words behind 等 that make what is quoted techniques or goods.
static GOODS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("goods.tsv")));
/// Verbs that carry out what stands in quotation marks.
const CARRY_OUT: [&str; 6] = ["实施", "开展", "推进", "推行", "启动", "探索"];

/// The names in quotation marks and brackets of titles.
pub fn names(document: &Document) -> Vec<NameMention> {
    let text = &document.text;
    let mut found: Vec<NameMention> = Vec::new();
    for at in 0..text.len() {
        match text.at(at) {
            '“' => found.extend(quoted(document, at, found.last())),
            '《' => found.extend(title(document, at)),
            _ => {}
        }
    }
    found
}

fn quoted(document: &Document, open: usize, last: Option<&NameMention>) -> Option<NameMention> {
    let text = &document.text;
    let limit = text.len().min(open + 2 + MAX_NAME);
    let close = (open + 1..limit).find(|&at| text.at(at) == '”')?;
    let inner = Span::new(open + 1, close);
    if let Some(name) = joined_by_plus(text, inner) {
        return Some(name);
    }
    let rule: Rule = if text.before(close) == '+' && inner.len() <= 6 {
        "programme/plus"
    } else if text.before(close) == '贷' && (3..=6).contains(&inner.len()) && is_phrase(document, inner) {
        "programme/loan"
    } else if inner.len() >= 3 && is_carried_out(document, open, close, last) && is_phrase(document, inner) {
        "programme/carried-out"
    } else {
        return None;
    };
    Some(mention(inner, rule))
}

/// “河长+检察长”制, “党建+网格+大数据”治理机制, “互联网+政务服务”: words joined by +, with the system that they name.
fn joined_by_plus(text: &Text, inner: Span) -> Option<NameMention> {
    let mut parts = text.slice(inner).split('+');
    let words = |part: &str| part.chars().count() >= 2 && part.chars().all(is_han);
    if parts.clone().count() < 2 || !parts.all(words) {
        return None;
    }
    let behind = inner.end + 1;
    let run = (behind..behind + MAX_SYSTEM).find(|&at| !is_han(text.at(at))).unwrap_or(behind + MAX_SYSTEM);
    let whole = |end: usize| text.before(end) != '制' || text.at(end) != '度'; // 工作制|度
    let system = |end: &usize| whole(*end) && SYSTEMS.longest_before(text, *end, behind).is_some();
    let end = (behind + 1..=run).find(system);
    let online = !is_han(text.at(behind))
        && (text.starts_with(inner.start, "互联网+") || text.starts_with(inner.start, "人工智能+"));
    match end {
        Some(end) => Some(mention(Span::new(inner.start - 1, end), "programme/plus-system")),
        None => online.then(|| mention(inner, "programme/plus")),
    }
}

/// A verb of carrying out stands right before the marks, or a sibling that has one, or right behind them.
fn is_carried_out(document: &Document, open: usize, close: usize, last: Option<&NameMention>) -> bool {
    let text = &document.text;
    let behind = close + 1;
    let free = !is_han(text.at(behind))
        || ["等", "和", "深入", "实施", "推进", "试点"].iter().any(|word| text.starts_with(behind, word));
    let governed = is_governed(document, open);
    let sibling = last.is_some_and(|name| name.rule == "programme/carried-out" && open <= name.span.end + 2);
    let carried = ["深入实施", "实施", "深入推进", "扎实推进"].iter().any(|verb| text.starts_with(behind, verb));
    free && (governed || sibling || carried) && !are_goods(&document.text, close)
}

/// Whether the row of quotations that goes on at `close` ends in goods: “甲”“乙”等关键技术.
fn are_goods(text: &Text, close: usize) -> bool {
    let limit = text.len().min(close + 40);
    let other = |at: &usize| !(is_han(text.at(*at)) || matches!(text.at(*at), '“' | '”' | '、'));
    let stop = (close..limit).find(other).unwrap_or(limit);
    let Some(last) = (close..stop).rev().find(|&at| text.at(at) == '”' && text.at(at + 1) == '等') else {
        return false;
    };
    let end = stop.min(last + 8);
    (last + 2..end).any(|at| GOODS.longest_at(text, at, end).is_some())
}

/// Whether a verb of carrying out stands right before `at`.
pub fn is_governed(document: &Document, at: usize) -> bool {
    CARRY_OUT.iter().any(|verb| document.text.ends_with(at, verb))
}

/// Han characters, 、 and · alone, no numeral at the front (that would be a code or a figure).
fn is_phrase(document: &Document, inner: Span) -> bool {
    let chars = &document.text.chars()[inner.start..inner.end];
    chars.iter().all(|&char| is_han(char) || matches!(char, '、' | '·' | ','))
}

/// 《…实施纲要》: the title of a plan.
fn title(document: &Document, open: usize) -> Option<NameMention> {
    let text = &document.text;
    let limit = text.len().min(open + 2 + MAX_TITLE);
    let close = (open + 1..limit).find(|&at| matches!(text.at(at), '》' | '\n'))?;
    // 《…行动方案(2024年版)》: the version is none of the name.
    let version = (text.before(close) == ')').then(|| (open + 1..close).find(|&at| text.at(at) == '(')).flatten();
    let inner = Span::new(open + 1, version.unwrap_or(close));
    // 关于制定…规划和…目标的建议
    let proposed = text.ends_with(inner.end, "的建议") && text.find("规划", inner).is_some();
    let named = inner.len() >= 6 && (proposed || CLASSES.title.ends(text, inner.end));
    named.then(|| mention(inner, "programme/title"))
}
