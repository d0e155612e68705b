//! Villages and communities: 马庄村, 走进桃源社区.

use super::edge::Ends;
use super::words::CLASSES;
use super::{PlaceMention, context};
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

/// Words that end as names of villages do and are none: 农村, 城中村.
static EVERYDAY: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("hamlets.tsv")));

/// Villages and communities whose names the text bears out; `ends` are the places found before.
pub fn villages(document: &Document, ends: &Ends) -> Vec<PlaceMention> {
    let text = &document.text;
    let mut found: Vec<(Span, bool)> = Vec::new();
    for at in 0..text.len() {
        let class = if text.at(at) == '村' {
            1
        } else if text.starts_with(at, "社区") {
            2
        } else {
            continue;
        };
        if context::may_end(document, at + class)
            && let Some(start) = behind_township(document, ends, at).or_else(|| start(document, ends, at))
            && !is_division(document, ends, Span::new(start, at))
        {
            let span = Span::new(start, at + class);
            let borne = ends.contains_key(&start)
                || context::calls_for_place(document, span)
                || CLASSES.behind_village.starts(text, span.end)
                || document.tokens.at(start).is_some_and(|token| token.span == span && &*token.tag == "ns")
                || is_named(document, Span::new(start, at)) && opens(document, start);
            found.push((span, borne));
        }
    }
    let joined = |a: Span, b: Span| text.at(a.end) == '、' && b.start == a.end + 1;
    let kept = (0..found.len()).filter(|&number| {
        let (span, borne) = found[number];
        let before = number.checked_sub(1).and_then(|number| found.get(number));
        let beside = before.is_some_and(|&(other, _)| joined(other, span))
            || found.get(number + 1).is_some_and(|&(other, _)| joined(span, other));
        borne || beside
    });
    kept.map(|number| mention(document, found[number].0)).collect()
}

/// Whether `stem` is the full name of a district or county: 巴南区|社区工作者.
fn is_division(document: &Document, ends: &Ends, stem: Span) -> bool {
    ends.get(&stem.end) == Some(&stem.start) && matches!(document.text.before(stem.end), '区' | '县' | '市')
}

/// Whether the words are no everyday ones: a name, a word that no list knows, or cut into single characters (黄泥|坪).
fn is_named(document: &Document, stem: Span) -> bool {
    let tokens = &document.tokens;
    let mut at = stem.start;
    let mut named = false;
    let mut parts = 0;
    while at < stem.end {
        let Some(token) = tokens.at(at) else { return false };
        let whole = token.span.start == at && token.span.end <= stem.end;
        // 河口|村冷链: an unknown word may run on behind the stem
        named |= matches!(&*token.tag, "x" | "ns" | "nr" | "nrt" | "nz" | "zg") && (whole || &*token.tag == "x");
        named |= token.span.len() == 1 && parts > 0;
        parts += 1;
        at = token.span.end.max(at + 1);
    }
    let levels = (stem.start..stem.end).all(|at| is_among(document.text.at(at), "省市县区镇乡村组")); // 县镇|村
    named && !levels && stem.len() >= 2
}

/// Whether a name may stand at `start`: behind a mark or a verb.
fn opens(document: &Document, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).and_then(|at| document.tokens.at(at)) else { return true };
    !is_han(document.text.before(start))
        || before.span.end == start && before.span.len() >= 2 && matches!(&*before.tag, "v" | "vn")
        || before.span.end == start && matches!(document.text.before(start), '在' | '到' | '从')
}

/// 青山乡|古峰庄村: behind the name of a township whatever stands there is the village's name.
fn behind_township(document: &Document, ends: &Ends, class: usize) -> Option<usize> {
    let text = &document.text;
    let plain = |at: usize| is_han(text.at(at)) && !is_among(text.at(at), "的和与及等在为是有由镇乡村县市区个各全");
    (2..=4).filter_map(|length| class.checked_sub(length)).find(|&start| {
        let township = text.ends_with(start, "镇") || text.ends_with(start, "乡") || text.ends_with(start, "街道");
        let stem = text.slice(Span::new(start, class));
        let whole = text.slice(Span::new(start, (class + 1).min(text.len()))); // 自然|村
        let everyday = EVERYDAY.contains(stem) || EVERYDAY.contains(whole);
        township && ends.contains_key(&start) && (start..class).all(plain) && !everyday
    })
}

/// Where the name begins: behind a place or a mark, two to four characters before the word for its class.
fn start(document: &Document, ends: &Ends, class: usize) -> Option<usize> {
    let text = &document.text;
    let floor = class.saturating_sub(5);
    let mut start = class;
    while start > floor && is_han(text.before(start)) {
        let token = document.tokens.at(start - 1)?;
        let fits = token.span.len() <= 4
            && matches!(
                &*token.tag,
                "n" | "ns" | "nr" | "nz" | "nrt" | "x" | "j" | "ng" | "g" | "f" | "a" | "m" | "zg" | "b" | "s"
            )
            && !EVERYDAY.contains(text.slice(Span::new(token.span.start, start)));
        // 三|涧溪: a numeral may begin a name that goes on with an unknown word
        let numbered = &*token.tag == "m"
            && start < class
            && token.span.end == start
            && is_among(text.before(start), "一二三四五六七八九十")
            && !is_han(text.before(token.span.start))
            && is_named(document, Span::new(start, class));
        if !(fits || numbered) || token.span.start < floor || ends.contains_key(&start) && start < class {
            break;
        }
        start = token.span.start;
    }
    let name = Span::new(start, class);
    let whole = [1, 2].into_iter().any(|length| {
        let end = (class + length).min(text.len());
        EVERYDAY.contains(text.slice(Span::new(start, end)))
    });
    ((1..=4).contains(&name.len()) && !whole && (name.len() > 1 || ends.contains_key(&start))).then_some(start)
}

fn mention(document: &Document, span: Span) -> PlaceMention {
    let full = document.text.slice(span).to_owned();
    PlaceMention {
        span,
        full,
        level: PlaceLevel::Village,
        code: None,
        within: None,
        nested: false,
        rule: "place/village",
    }
}
