//! Places written as single characters: 沪浙, 欧美日韩, 在蓉, 来徐.

use super::divisions::Evidence;
use super::gazetteer::DIVISIONS;
use super::words::CLASSES;
use super::{PlaceMention, Rule};
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::is_among;
use std::sync::LazyLock;

static PAIRS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("pairs.tsv")));
static CHARACTERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("characters.tsv")));
static AREAS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("areas.tsv")));

/// Every place written as one character.
pub fn characters(document: &Document, evidence: &Evidence) -> Vec<PlaceMention> {
    let text = &document.text;
    let mut places = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let length = pair(document, at, &mut places)
            .or_else(|| string(document, at, evidence, &mut places))
            .or_else(|| alone(document, at, evidence, &mut places));
        at += length.unwrap_or(1);
    }
    places
}

/// 欧美日韩: a string of the list.
fn pair(document: &Document, at: usize, places: &mut Vec<PlaceMention>) -> Option<usize> {
    let (length, row) = PAIRS.longest_at(&document.text, at, document.text.len())?;
    if !document.tokens.is_boundary(at) || !is_free(document, at + length) {
        return None;
    }
    for (number, full) in row.get(1)?.split(' ').enumerate() {
        places.push(mention(Span::new(at + number, at + number + 1), full, "place/string"));
    }
    Some(length)
}

/// 沪苏浙皖: two or more characters of provinces, cut where words are cut.
fn string(document: &Document, at: usize, evidence: &Evidence, places: &mut Vec<PlaceMention>) -> Option<usize> {
    let text = &document.text;
    let row = |at: usize| CHARACTERS.single(*text.chars().get(at)?);
    let clear = |at: usize| row(at).is_some_and(|row| row.get(1) == Some(&"clear"));
    let length = (at..text.len()).take(8).take_while(|&at| clear(at)).count();
    if length < 2 || !document.tokens.is_boundary(at) || !is_free(document, at + length) {
        return None;
    }
    let one_word = document
        .tokens
        .at(at)
        .is_some_and(|token| token.span.len() == length && !matches!(&*token.tag, "ns" | "j" | "x"));
    if one_word {
        return None;
    }
    for at in at..at + length {
        let full = meant(row(at)?.get(2)?, evidence);
        places.push(mention(Span::new(at, at + 1), full, "place/string"));
    }
    Some(length)
}

/// 在蓉, 来徐, 驻徐: the document's own city or province after a verb of staying or coming.
fn alone(document: &Document, at: usize, evidence: &Evidence, places: &mut Vec<PlaceMention>) -> Option<usize> {
    let text = &document.text;
    let before = text.before(at);
    let verb = is_among(before, "在来驻留赴离抵入返援")
        || before == ')' && is_among(text.before(at - 1), "在来驻留赴离抵入返");
    let row = if verb { CHARACTERS.single(text.at(at))? } else { return None };
    let stays = CLASSES.stay.starts(text, at + 1);
    let weak = row.get(1) == Some(&"weak");
    if !weak && stays && document.tokens.is_boundary(at) {
        places.push(mention(Span::new(at, at + 1), meant(row.get(2)?, evidence), "place/character"));
        return Some(1);
    }
    let region = evidence.region?;
    let own = |full: &&str| {
        let named =
            |division: Option<&super::gazetteer::Division>| division.is_some_and(|division| division.name == *full);
        named(region.prefecture) || named(region.province)
    };
    let full = row.get(2)?.split(' ').find(own)?;
    let single = document.tokens.at(at).is_some_and(|token| token.span.end == at + 1 && token.span.start + 2 > at);
    let follows = !text.starts_with(at + 1, "到") && !text.starts_with(at + 1, "些");
    if !single || !follows || weak && !stays && before != '驻' {
        return None;
    }
    places.push(mention(Span::new(at, at + 1), full, "place/character"));
    Some(1)
}

/// Which of the names a character may stand for: one of the document's own province before the others.
fn meant<'a>(names: &'a str, evidence: &Evidence) -> &'a str {
    let near = |full: &&str| {
        let divisions = DIVISIONS.named(full).next();
        divisions.is_some_and(|(division, _)| evidence.region.is_some_and(|region| region.nearness(division) > 0))
    };
    names.split(' ').find(near).or_else(|| names.split(' ').next()).unwrap_or(names)
}

fn is_free(document: &Document, end: usize) -> bool {
    (document.tokens.is_boundary(end) || is_among(document.text.at(end), "两三四各等之"))
        && !CLASSES.line.starts(&document.text, end)
}

fn mention(span: Span, full: &str, rule: Rule) -> PlaceMention {
    let division = DIVISIONS.named(full).map(|(division, _)| division).find(|division| division.name == full);
    let country = AREAS.get(full).is_some_and(|row| row.get(1) == Some(&"country"));
    PlaceMention {
        span,
        full: full.to_owned(),
        level: division
            .map_or(if country { PlaceLevel::Country } else { PlaceLevel::Other }, |division| division.level),
        code: division.map(|division| division.code.to_owned()),
        within: division.and_then(|division| division.parent()).map(|above| above.name.to_owned()),
        nested: false,
        rule,
    }
}
