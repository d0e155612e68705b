//! Rivers, lakes, mountains, islands, bays, reservoirs that no list knows: names known by their last word.

use super::edge::{self, Ends};
use super::{PlaceMention, context};
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::segment::Token;
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

/// Words right behind a name that bear out that it is a water or a mountain: 流域, 沿岸.
static BEHIND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("behind.tsv")));
/// Words that end as such names do and are none: 江山, 绿水青山.
static EVERYDAY: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("scenery.tsv")));

/// The last characters of such names.
const LAST: &str = "山湖河江岛湾峡岭峰溪洲泉海";

/// Every such name; `ends` are the places found before.
pub fn nature(document: &Document, ends: &Ends) -> Vec<PlaceMention> {
    let tokens = document.tokens.list();
    let mut places: Vec<PlaceMention> = Vec::new();
    for (number, token) in tokens.iter().enumerate() {
        let words = document.text.slice(token.span);
        let span = if words == "水库" {
            reservoir(document, ends, token.span)
        } else if words.chars().next_back().is_some_and(|last| is_among(last, LAST)) {
            named(document, &tokens[..number], token)
        } else {
            None
        };
        if let Some(span) = span.filter(|&span| !EVERYDAY.contains(document.text.slice(span))) {
            let full = document.text.slice(span).to_owned();
            let rule = "place/nature";
            places.push(PlaceMention {
                span,
                full,
                level: PlaceLevel::Other,
                code: None,
                within: None,
                nested: false,
                rule,
            });
        }
    }
    places.extend(plateau(document).map(|span| mention(document, span)));
    for comma in (0..document.text.len()).filter(|&at| document.text.at(at) == '、') {
        for span in listed(document, comma).into_iter().flatten() {
            places.push(mention(document, span));
        }
    }
    places
}

/// 帕隆藏布, 巴松措: rivers and lakes with Tibetan names.
fn plateau(document: &Document) -> impl Iterator<Item = Span> {
    const STEM: usize = 3;
    const ENDS: &str = "的和与及在到沿至从、对";
    let text = &document.text;
    (2..text.len()).filter_map(|at| {
        let river = text.at(at) == '藏' && text.at(at + 1) == '布';
        let lake = matches!(text.at(at), '措' | '错');
        if !river && !lake {
            return None;
        }
        let plain = |at: &usize| is_han(text.at(*at)) && !is_among(text.at(*at), ENDS);
        let start = (at.saturating_sub(STEM)..at).rev().take_while(plain).last()?;
        let opens = !is_han(text.before(start)) || is_among(text.before(start), ENDS);
        let end = at + if river { 2 } else { 1 };
        let span = Span::new(start, end);
        if river {
            let cut = (start..at).find(|&at| context::may_begin(document, at))?;
            let start = if opens { start } else { cut };
            return (start + 2 <= at).then(|| Span::new(start, end));
        }
        let named = |token: &Token| matches!(&*token.tag, "x" | "nr" | "ns" | "nz" | "nrt") || token.span.len() == 1;
        let unknown = document.tokens.at(at).is_some_and(named);
        let closed = !is_han(text.at(end))
            || ["景区", "国家", "湿地", "湖", "等"].iter().any(|word| text.starts_with(end, word));
        (opens && closed && unknown && at - start >= 2).then_some(span)
    })
}

fn mention(document: &Document, span: Span) -> PlaceMention {
    let full = document.text.slice(span).to_owned();
    let rule = "place/nature";
    PlaceMention { span, full, level: PlaceLevel::Other, code: None, within: None, nested: false, rule }
}

/// 唐白河、南河、蛮河: names in a list that all end with one such character.
fn listed(document: &Document, comma: usize) -> Option<[Span; 2]> {
    let text = &document.text;
    let last = text.before(comma);
    if !is_among(last, "湖河江岛山溪") && !text.ends_with(comma, "水库") {
        return None;
    }
    let start = (comma.saturating_sub(4)..comma).rev().take_while(|&at| is_han(text.at(at))).last()?;
    let led = !is_han(text.before(start)) && is_among(text.at(start), "对将把"); // 对|沱河、浍河进行治理
    let start = start + usize::from(led);
    // 、|徒骇河、: set off by marks, whatever the segmenter makes of it
    let set_off = (led || !is_han(text.before(start))) && (2..=4).contains(&(comma - start)) && last == '河';
    let start = (start..comma).find(|&at| set_off || document.tokens.is_boundary(at) && !is_word(document, at))?;
    let behind = comma + 1;
    let end = (behind + 2..=behind + 4).find(|&end| like(last, text.before(end)) && context::may_end(document, end))?;
    let [first, second] = [Span::new(start, comma), Span::new(behind, end)];
    let named = |span: Span| {
        span.len() >= 2 && !EVERYDAY.contains(text.slice(span)) && (span.start..span.end).all(|at| is_han(text.at(at)))
    };
    (named(first) && named(second)).then_some([first, second])
}

/// Waters go with waters, mountains with mountains.
fn like(first: char, second: char) -> bool {
    if first == '山' { second == '山' } else { is_among(second, "湖河江岛溪") }
}

/// Whether a word begins at `at` that cannot begin a name.
fn is_word(document: &Document, at: usize) -> bool {
    document.tokens.at(at).is_some_and(|token| {
        !matches!(&*token.tag, "n" | "ns" | "nr" | "nz" | "x" | "j" | "ng" | "b" | "a" | "g" | "nrt" | "f" | "s" | "m")
    })
}

fn reservoir(document: &Document, ends: &Ends, head: Span) -> Option<Span> {
    let left = edge::left(document, ends, head.start, false);
    let pointed = matches!(document.text.at(left.start), '这' | '那' | '该' | '各' | '某');
    let named = !pointed && (left.proper || (2..=3).contains(&(head.start - left.start)));
    (named && left.start < head.start).then(|| Span::new(left.start, head.end))
}

/// The name that ends with `token`.
fn named(document: &Document, before: &[Token], token: &Token) -> Option<Span> {
    let known = |token: &Token| &*token.tag == "ns";
    let words = document.text.slice(token.span);
    if ["入海", "出海", "沿海"].iter().any(|word| words.ends_with(word)) {
        return None;
    }
    if token.span.len() == 2 && known(token) {
        // 九|仙山: set off by marks, the character before belongs to the name
        let first = before.last().filter(|first| first.span.len() == 1 && first.span.end == token.span.start)?;
        let set_off = is_han(document.text.at(first.span.start)) && !is_han(document.text.before(first.span.start));
        let particle = is_among(document.text.at(first.span.start), "在到从向以对将与和把");
        let listed = document.text.before(first.span.start) == '、' || document.text.at(token.span.end) == '、';
        return (set_off && listed && !particle).then(|| Span::new(first.span.start, token.span.end));
    }
    if token.span.len() >= 3 {
        let borne_out =
            known(token) || matches!(&*token.tag, "x" | "nr" | "nz" | "n") && is_borne_out(document, token.span);
        let mut span = token.span;
        while span.len() > 3 && is_among(document.text.at(span.start), "以在和与从至到")
            || span.len() == 3 && is_among(document.text.at(span.start), "对把")
        {
            span.start += 1;
        }
        return borne_out.then_some(span);
    }
    let first = before.last().filter(|first| first.span.end == token.span.start)?;
    let glued =
        first.span.len() == 3 && &*first.tag == "x" && is_among(document.text.at(first.span.start), "以在和与从至到及");
    let whole = Span::new(first.span.start + usize::from(glued), token.span.end);
    if token.span.len() != 1 || !(2..=3).contains(&first.span.len()) {
        return None;
    }
    let division = super::gazetteer::DIVISIONS.knows(document.text.slice(first.span));
    let named = known(first) && !division
        || matches!(&*first.tag, "x" | "nr" | "nz" | "n" | "ns") && is_borne_out(document, whole);
    named.then_some(whole)
}

/// A list mark at its side with a name behind it, or a word behind it, shows that it is a name.
fn is_borne_out(document: &Document, span: Span) -> bool {
    let text = &document.text;
    // 岱山岛—秀山岛: an island, where it is none of the everyday ones (生态岛, 中心岛)
    let marked = !is_han(text.before(span.start)) || !is_han(text.at(span.end)) && text.before(span.start) != '的';
    let island =
        text.before(span.end) == '岛' && span.len() >= 3 && (marked || is_among(text.at(span.end), "的上疏港建"));
    if island && !EVERYDAY.contains(text.slice(span)) {
        return true;
    }
    let place = |at: usize| document.tokens.at(at).is_some_and(|token| &*token.tag == "ns");
    let listed = text.before(span.start) == '、' && place(span.start.saturating_sub(2))
        || text.at(span.end) == '、' && place(span.end + 1);
    listed
        || BEHIND.longest_at(text, span.end, text.len()).is_some()
        || context::calls_for_place(document, span) && !text.starts_with(span.end, "的")
}
