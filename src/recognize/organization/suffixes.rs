//! Bodies by the last word of their names: 云龙集团, 江南大学附属医院, 龙泉山森林公园管委会.

use super::anchor;
use super::walk::{Walker, Worth};
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::OrganizationMention;
use std::sync::LazyLock;

static SUFFIXES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("suffixes.tsv")));

/// Adds the bodies that end in a known suffix.
pub fn recognize(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let text = &walker.document().text;
    let mut at = 0;
    while at < text.len() {
        let Some((length, row)) = SUFFIXES.longest_at(text, at, text.len()) else {
            at += 1;
            continue;
        };
        let suffix = Span::new(at, at + length);
        at += 1;
        let void = super::followed(walker, suffix.end, row.get(3)) || super::fused(text, suffix.end);
        if void || !ends_word(walker, suffix) || text.ends_with(suffix.end, "届委员会") {
            continue;
        }
        let Some(start) = begin(walker, suffix, row.get(2).copied().unwrap_or_default()) else { continue };
        into.push(OrganizationMention {
            span: Span::new(start, suffix.end),
            full: None,
            kind: super::kind(row.get(1)),
            generic: false,
            rule: "organization/suffix",
        });
    }
}

/// Where the name that ends in `suffix` begins, if what stands before it is worth a name.
fn begin(walker: &Walker, suffix: Span, need: &str) -> Option<usize> {
    if need == "level" {
        return level_begin(walker, suffix);
    }
    let start = walker.start_of(suffix.start);
    let worth = walker.worth(Span::new(start, suffix.start));
    let level = anchor_at(walker, start, suffix.start);
    let enough = match need {
        "any" => worth >= Worth::Class,
        "some" => worth >= Worth::Some || level,
        _ => worth == Worth::Proper || level,
    };
    enough.then_some(start)
}

/// A name that a level word or a place has to begin: 市|投资促进中心.
fn level_begin(walker: &Walker, suffix: Span) -> Option<usize> {
    let start = walker.start_of(suffix.start);
    if start >= suffix.start {
        return None;
    }
    (start..=suffix.start).find_map(|at| {
        let anchor = anchor::before(walker, at, true)?;
        (anchor.start >= start && at < suffix.start).then_some(anchor.start)
    })
}

/// Whether a level word begins the stretch and something stands between it and the suffix.
fn anchor_at(walker: &Walker, start: usize, end: usize) -> bool {
    const LONGEST: usize = 5;
    (start + 1..end.min(start + LONGEST))
        .any(|at| anchor::before(walker, at, true).is_some_and(|anchor| anchor.start == start))
}

/// Whether the suffix ends where a word ends; long ones always do. 局 of 布局 is none: a suffix of one character has to
/// be a word, or to end the name of a body that the dictionary knows.
fn ends_word(walker: &Walker, suffix: Span) -> bool {
    const SURE: usize = 3;
    let tokens = &walker.document().tokens;
    let whole = tokens.is_boundary(suffix.end);
    match suffix.len() {
        1 => whole && tokens.at(suffix.start).is_some_and(|token| token.span == suffix || &*token.tag == "nt"),
        length => length >= SURE || whole,
    }
}
