//! Named plans, strategies, campaigns, projects of policy.
//!
//! A name is found by its last word (行动计划, 战略, 工程 …) and reaches back to a mark, a verb of carrying out or a
//! function word ([`edge`]); by quotation marks behind a verb of carrying out (实施“村企联建”); as the title of a
//! document (《…实施纲要》); or from the list of national programmes. Words that any plan may have (重点工程, 工作计划)
//! make no name.

mod edge;
mod quoted;

use super::{Mentions, NameMention, Rule, action};
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::is_han;
use edge::Support;
use std::sync::LazyLock;
use words::CLASSES;

static SUFFIXES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("suffixes.tsv")));
static KNOWN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("known.tsv")));
static CONSTRUCTION: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("construction.tsv")));
static GENERIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("generic.tsv")));

/// A name alone in quotation marks is no longer than this, its last word left out.
const MAX_ENCLOSED: usize = 14;

/// The longest last word.
const MAX_SUFFIX: usize = 8;

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let mut names: Vec<NameMention> = Vec::new();
    let mut at = 0;
    while at < document.text.len() {
        let name = known(document, at).or_else(|| by_suffix(document, at));
        at = match name {
            Some(name) => {
                let end = name.span.end;
                names.push(name);
                end
            }
            None => at + 1,
        };
    }
    names.extend(quoted::names(document));
    let members = code_members(found);
    names.retain(|name| {
        let counted = document.text.at(name.span.start).is_ascii_digit() && opens_with_count(found, name.span);
        let coded = overlaps_code(found, name.span) || is_member(&members, name.span);
        !document.header.is_furniture(name.span.start) && !coded && !counted
    });
    crate::sorted::by_key(&mut names, |name| (name.span.start, std::cmp::Reverse(name.span.end)));
    let mut end = 0;
    names.retain(|name| {
        let apart = name.span.start >= end;
        end = end.max(name.span.end);
        apart
    });
    found.programmes.extend(names);
}

/// 175项治理工程 are so many works, no name.
fn opens_with_count(found: &Mentions, span: Span) -> bool {
    let next = found.quantities.partition_point(|quantity| quantity.span.start < span.start);
    found.quantities.get(next).is_some_and(|quantity| quantity.span.start == span.start && !quantity.class_name)
}

/// Codes come first: what is both stands under codes.
fn overlaps_code(found: &Mentions, span: Span) -> bool {
    let next = found.codes.partition_point(|code| code.span.end <= span.start);
    found.codes.get(next).is_some_and(|code| code.span.overlaps(span))
}

/// Where the members of codes stand, in order.
fn code_members(found: &Mentions) -> Vec<Span> {
    let mut members: Vec<Span> = found.codes.iter().flat_map(|code| code.members.iter().copied()).collect();
    members.sort_unstable();
    members
}

/// Whether a name is the member of a code (“五大工程”,即强基工程、…): it stands in that row.
fn is_member(members: &[Span], span: Span) -> bool {
    let next = members.partition_point(|member| member.start <= span.start);
    next.checked_sub(1).and_then(|index| members.get(index)).is_some_and(|member| member.contains(span))
}

/// A programme of the whole country.
fn known(document: &Document, at: usize) -> Option<NameMention> {
    let text = &document.text;
    let (length, _) = KNOWN.longest_at(text, at, text.len())?;
    // A longer name may end in it (新时代爱国卫生运动): then its last word decides.
    let span = Span::new(at, at + length);
    Some(mention(span, "programme/known"))
}

/// A name that ends in the suffix at `at`.
fn by_suffix(document: &Document, at: usize) -> Option<NameMention> {
    let text = &document.text;
    let (length, row) = SUFFIXES.longest_at(text, at, text.len())?;
    let (end, class) = (at + length, row.get(1).copied().unwrap_or(""));
    let touches = text.before(at) == '”';
    if !document.tokens.is_boundary(end) || !touches && goes_on(document, end) || class == "quoted" && !touches {
        return None;
    }
    let (start, support) = match enclosing_mark(document, at, end) {
        Some(open) => (open + 1, Support::Enclosed),
        None => edge::left_edge(document, at),
    };
    if text.starts_with(at, "建设") && !quoted::is_governed(document, start) {
        return None;
    }
    let name = Span::new(start, end);
    let built = CONSTRUCTION.longest_before(text, at, at.saturating_sub(4)).is_some();
    let rule: Rule = match (class, support) {
        ("weak", Support::Governor | Support::Listed) if built && text.starts_with(at, "工程") => return None,
        (_, Support::Quoted) => "programme/quoted-suffix",
        ("quoted", _) => return None,
        ("weak", Support::Governor | Support::Listed) if text.starts_with(at, "规划") => return None,
        ("weak", Support::Governor | Support::Enclosed | Support::Listed) => "programme/weak-suffix",
        ("weak", Support::None) => return None,
        _ => "programme/suffix",
    };
    let modifier = Span::new(last_piece(document, start, at), at);
    let named = support == Support::Quoted || is_specific(document, modifier);
    (named && !modifier.is_empty()).then(|| mention(name, rule))
}

/// The opening mark of a short quotation that the suffix closes: “百万见习计划”.
fn enclosing_mark(document: &Document, last: usize, end: usize) -> Option<usize> {
    let text = &document.text;
    let floor = last.saturating_sub(MAX_ENCLOSED);
    let open = (floor..last).rev().find(|&at| !is_han(text.at(at)) && !text.at(at).is_ascii_alphanumeric())?;
    (text.at(end) == '”' && text.at(open) == '“').then_some(open)
}

/// Whether the word at `end` makes something else of the suffix: 工程|机械, 战略|定位.
fn goes_on(document: &Document, end: usize) -> bool {
    let text = &document.text;
    if !is_han(text.at(end)) {
        return false;
    }
    let Some(token) = document.tokens.at(end) else { return false };
    let word = text.slice(token.span);
    token.tag.starts_with('n') && !CLASSES.behind.iter().any(|keep| word.starts_with(keep))
        || matches!(word, "性" | "者" | "力" | "员" | "会" | "师" | "建设" | "编制" | "管理" | "合作")
}

/// Where the last piece of a name joined by 和 begins: it has to be specific by itself.
fn last_piece(document: &Document, start: usize, end: usize) -> usize {
    let joins = document.tokens.inside(Span::new(start, end)).iter().rev().find(|token| {
        token.tag.as_ref() == "c" && matches!(document.text.slice(token.span), "和" | "与" | "及" | "以及")
    });
    joins.map_or(start, |token| token.span.end)
}

/// Whether at least two characters stay once the words that any plan may have are taken out.
fn is_specific(document: &Document, modifier: Span) -> bool {
    let text = &document.text;
    let (mut at, mut specific) = (modifier.start, 0);
    while let Some((end, _)) = action::lead_at(text, at, modifier.end) {
        at = end;
    }
    while at < modifier.end {
        match GENERIC.longest_at(text, at, modifier.end) {
            Some((length, _)) => at += length,
            None => {
                specific += usize::from(is_han(text.at(at)));
                at += 1;
            }
        }
    }
    specific >= 2
}

/// Whether the words right before `end` end like the name of a programme.
fn ends_in_suffix(document: &Document, end: usize) -> bool {
    SUFFIXES.longest_before(&document.text, end, end.saturating_sub(MAX_SUFFIX)).is_some()
}

fn mention(span: Span, rule: Rule) -> NameMention {
    NameMention { span, full: None, rule }
}

/// Where the name whose last word begins at `last` begins.
pub fn left_edge(document: &Document, last: usize) -> usize {
    edge::left_edge(document, last).0
}

#[cfg(test)]
mod tests;
mod words;
