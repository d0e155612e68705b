//! Bodies by the last word of their names: 云龙集团, 江南大学附属医院, 龙泉山森林公园管委会.

use super::anchor;
use super::walk::{Walker, Worth};
use crate::analysis::{OrganizationKind, Span};
use crate::lexicon::Lexicon;
use crate::recognize::OrganizationMention;
use crate::text::is_among;
use std::sync::LazyLock;

static SUFFIXES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("suffixes.tsv")));

/// What ends like the name of a body and is none, or part of one: 第五届委员会, 中央党校大学(学历), 法院审判委员会.
const NOT_NAMES: [&str; 3] = ["届委员会", "党校大学", "审判委员会"];

/// Level words that stand before class words as well: 国家区域医疗中心.
const NATIONAL: [&str; 4] = ["国家", "全国", "中央", "中国"];

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
        if void || !ends_word(walker, suffix) || NOT_NAMES.iter().any(|word| text.ends_with(suffix.end, word)) {
            continue;
        }
        let Some(start) = begin(walker, suffix, row.get(2).copied().unwrap_or_default()) else { continue };
        into.push(OrganizationMention {
            span: Span::new(start, suffix.end),
            full: None,
            kind: kind(text.slice(Span::new(start, suffix.end)), super::kind(row.get(1))),
            generic: false,
            rule: "organization/suffix",
        });
    }
}

/// The kind of a body: that of the congress or party committee it is part of, else that of its suffix.
fn kind(name: &str, suffix: OrganizationKind) -> OrganizationKind {
    if ["人大常委会", "政协"].iter().any(|parent| name.contains(parent)) {
        OrganizationKind::Congress
    } else {
        suffix
    }
}

/// Where the name that ends in `suffix` begins, if what stands before it is worth a name.
fn begin(walker: &Walker, suffix: Span, need: &str) -> Option<usize> {
    if need == "level" {
        return level_begin(walker, suffix);
    }
    if need == "placed" {
        return placed_begin(walker, suffix);
    }
    let start = walker.start_of(suffix.start);
    if let Some(start) = across(walker, start, suffix.start).or_else(|| over_side(walker, start, suffix)) {
        return Some(start);
    }
    let worth = walker.worth(Span::new(start, suffix.start));
    let level = anchor_at(walker, start, suffix.start);
    let enough = match need {
        "any" => worth >= Worth::Class && walker.document().text.slice(Span::new(start, suffix.start)) != "集团",
        "some" => worth >= Worth::Some || level,
        "named" => walker.named(Span::new(start, suffix.start)),
        _ => worth == Worth::Proper || level,
    };
    enough.then_some(start)
}

/// A government or committee of a named place: 富锦市|政府, 扬州|市委.
fn placed_begin(walker: &Walker, suffix: Span) -> Option<usize> {
    let text = &walker.document().text;
    // the place ends before the suffix, or with the level word that the suffix begins with
    let at = if text.ends_with(suffix.end, "委")
        && !text.ends_with(suffix.end, "党委")
        && !text.ends_with(suffix.end, "工委")
    {
        suffix.end - 1
    } else {
        suffix.start
    };
    let anchor = anchor::before(walker, at, false)?;
    (anchor.named && !text.ends_with(anchor.start, "团")).then_some(anchor.start)
}

/// The start of a name that goes on behind 与 or 和: 宁波材料技术|与|工程研究所. Behind it only class words may stand, before
/// it a name that does not end in a suffix itself.
fn across(walker: &Walker, start: usize, end: usize) -> Option<usize> {
    let text = &walker.document().text;
    let joint = start.checked_sub(1)?;
    if !matches!(text.at(joint), '与' | '和' | '及') || walker.worth(Span::new(start, end)) > Worth::Some {
        return None;
    }
    const REACH: usize = 14;
    let first = walker.start_of(joint);
    let whole = SUFFIXES.longest_before(text, joint, joint.saturating_sub(REACH).max(first)).is_some();
    let listed =
        matches!(text.before(first), '、' | ',' | '。' | '\n') && walker.worth(Span::new(first, joint)) >= Worth::Some;
    let placed = (first + 1..joint).any(|at| walker.place_before(at) == Some(first));
    let place = walker.place_before(joint) == Some(first); // 白石市|与|远大集团
    (first < joint && !whole && !place && (placed || listed || walker.known_at(first, joint))).then_some(first)
}

/// The start of a firm's name that goes on before 中, 上 …, which begin words of a trade too: 营口|中板|有限公司.
fn over_side(walker: &Walker, start: usize, suffix: Span) -> Option<usize> {
    const SIDES: &str = "中上下前后内外";
    let text = &walker.document().text;
    let cut = suffix.start - start == 1 && text.ends_with(suffix.end, "公司") && is_among(text.before(start), SIDES);
    let first = walker.start_of(start.checked_sub(1).filter(|_| cut)?);
    (first + 1 < start && walker.worth(Span::new(first, start - 1)) == Worth::Proper).then_some(first)
}

/// A name that a level word or a place has to begin: 市|投资促进中心.
fn level_begin(walker: &Walker, suffix: Span) -> Option<usize> {
    let start = walker.start_of(suffix.start);
    if start >= suffix.start {
        return None;
    }
    (start..=suffix.start).find_map(|at| {
        let anchor = anchor::before(walker, at, true)?;
        let apart = at < suffix.start || anchor.named && suffix.len() > 1;
        (anchor.start >= start && apart).then_some(anchor.start)
    })
}

/// Whether a level word begins the stretch and something stands between it and the suffix.
fn anchor_at(walker: &Walker, start: usize, end: usize) -> bool {
    const LONGEST: usize = 5;
    let local = |at: usize| !NATIONAL.contains(&walker.document().text.slice(Span::new(start, at)));
    (start + 1..end.min(start + LONGEST))
        .filter(|&at| local(at))
        .any(|at| anchor::before(walker, at, true).is_some_and(|anchor| anchor.start == start))
}

/// Whether the suffix ends where a word ends; long ones always do. 局 of 布局 is none: a suffix of one character has to
/// be a word, or to end the name of a body that the dictionary knows.
fn ends_word(walker: &Walker, suffix: Span) -> bool {
    const SURE: usize = 3;
    let document = walker.document();
    let tokens = &document.tokens;
    // 医院|院长: the segmenter joins a suffix with the post behind it
    let joined = tokens.at(suffix.start).is_some_and(|token| {
        token.span.start == suffix.start
            && token.span.len() > suffix.len()
            && document.text.before(token.span.end) == '长'
    });
    let whole = joined || tokens.is_boundary(suffix.end);
    match suffix.len() {
        1 => {
            whole
                && tokens
                    .at(suffix.start)
                    .is_some_and(|token| token.span == suffix || matches!(&*token.tag, "nt" | "x"))
        }
        length => length >= SURE || whole,
    }
}
