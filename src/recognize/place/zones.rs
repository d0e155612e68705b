//! Zones, new towns, quarters, regions round a city: names known by their last word.

use super::edge::{self, Ends};
use super::{PlaceMention, context};
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::lexicon::{Lexicon, Row};
use std::sync::LazyLock;

/// Last words of zones, with what a name of each sort needs and its written-out form.
static HEADS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("zones.tsv")));
/// Words that tell what a zone is like and not which it is.
static GENERIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("generic.tsv")));

/// Every named zone; `ends` are the places found before.
pub fn zones(document: &Document, ends: &Ends) -> Vec<PlaceMention> {
    let text = &document.text;
    let mut zones: Vec<PlaceMention> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some((length, row)) = HEADS.longest_at(text, at, text.len()) else {
            at += 1;
            continue;
        };
        let head = Span::new(at, at + length);
        if context::may_end(document, head.end) && !continues(document, head.end) {
            zones.extend(zone(document, ends, head, row));
        }
        at += length;
    }
    join(document, &mut zones);
    zones
}

fn zone(document: &Document, ends: &Ends, head: Span, row: &Row) -> Option<PlaceMention> {
    let text = &document.text;
    let left = edge::left(document, ends, head.start);
    let needs = row.get(1).copied().unwrap_or_default();
    let named = left.proper || needs == "any" && left.clean && tells(document, Span::new(left.start, head.start));
    if left.start == head.start || !named {
        return None;
    }
    let span = Span::new(left.start, head.end);
    let full = match row.get(2) {
        Some(long) if ends.get(&head.start) == Some(&left.start) => {
            format!("{}{long}", text.slice(Span::new(left.start, head.start)))
        }
        _ => text.slice(span).to_owned(),
    };
    let rule = "place/zone";
    Some(PlaceMention { span, full, level: PlaceLevel::Other, code: None, within: None, nested: false, rule })
}

/// Whether at least one word of `span` tells which zone is meant.
fn tells(document: &Document, span: Span) -> bool {
    let tokens = document.tokens.inside(span);
    let plain = |words: &str| GENERIC.contains(words);
    if tokens.is_empty() {
        return !plain(document.text.slice(span));
    }
    tokens.iter().any(|token| token.span.len() > 1 && !plain(document.text.slice(token.span)))
}

/// The zone's name is only the beginning of a longer name: 开发区管委会.
fn continues(document: &Document, end: usize) -> bool {
    ["域", "内涵"].iter().any(|word| document.text.starts_with(end, word))
}

/// 徐州经开区 and 徐州经济技术开发区 are one where the document writes both; else the name stays as written.
fn join(document: &Document, zones: &mut [PlaceMention]) {
    let written: std::collections::HashSet<String> =
        zones.iter().map(|zone| document.text.slice(zone.span).to_owned()).collect();
    for zone in zones {
        if !written.contains(&zone.full) {
            zone.full = document.text.slice(zone.span).to_owned();
        }
    }
}
