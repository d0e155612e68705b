//! Names in a list that its closing word declares to be places: 甲、乙等历史文化街区, 甲、乙、丙等地.

use super::PlaceMention;
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::{is_among, is_han};
use rustc_hash::FxHashSet as HashSet;
use std::sync::LazyLock;

/// Closing words of such lists.
static CLOSERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("closers.tsv")));

/// Words that end like districts and are none.
static UNCOUNTED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("uncounted.tsv")));

/// How many code points the longest list item has, and how many items are looked at.
const ITEM: usize = 6;
const ITEMS: usize = 12;
/// How many code points may stand between 等 and the closing word.
const GAP: usize = 6;

/// The items of every list that 等 and a word for places close.
pub fn listed(document: &Document) -> Vec<PlaceMention> {
    let text = &document.text;
    let mut places = Vec::new();
    for token in document.tokens.list().iter().filter(|token| text.slice(token.span) == "等") {
        let Some(level) = closed_by(document, token.span.end) else { continue };
        let items = items(document, token.span.start);
        if items.len() < 2 {
            continue;
        }
        places.extend(items.into_iter().map(|span| PlaceMention {
            span,
            full: text.slice(span).to_owned(),
            level,
            code: None,
            within: None,
            nested: false,
            rule: "place/listed",
        }));
    }
    places
}

/// Districts and counties that no gazetteer knows, in a list with known ones before them: 寿光市、诸城市、|滨海区.
pub fn beside_known(document: &Document, known: &[PlaceMention]) -> Vec<PlaceMention> {
    let text = &document.text;
    let mut places: Vec<PlaceMention> = Vec::new();
    let named: HashSet<usize> = known.iter().map(|place| place.span.start).collect();
    for place in known.iter().filter(|place| place.level == PlaceLevel::County && place.span.len() > 2) {
        let mut end = place.span.end;
        // one after the other, as long as nothing else is listed; a known one goes on with a list of its own
        while let Some(span) = division_after(document, end).filter(|span| !named.contains(&span.start)) {
            places.push(PlaceMention {
                span,
                full: text.slice(span).to_owned(),
                level: PlaceLevel::Other,
                code: None,
                within: None,
                nested: false,
                rule: "place/listed-division",
            });
            end = span.end;
        }
    }
    places
}

/// The unknown district or county behind 、 at `end`.
fn division_after(document: &Document, end: usize) -> Option<Span> {
    let text = &document.text;
    let start = end + 1;
    let last = (start + 2..start + 4).find(|&at| matches!(text.at(at), '区' | '县'))?;
    let span = Span::new(start, last + 1);
    let han = (span.start..span.end).all(|at| is_han(text.at(at)));
    const COMMON: [&str; 6] = ["园区", "社区", "小区", "街区", "库区", "景区"]; // 产业园区, 老旧小区
    const POINTING: &str = "其部有各相同"; // 其他县, 部分县, 有关区
    let none = UNCOUNTED.contains(text.slice(span))
        || COMMON.iter().any(|word| text.ends_with(span.end, word))
        || is_among(text.at(span.start), POINTING);
    let whole =
        super::may_stand(document, span) && !matches!(text.at(span.end), '域' | '级' | '长' | '委' | '直' | '属');
    (text.at(end) == '、' && han && !none && whole).then_some(span)
}

/// The level that the word after 等 gives to the items.
fn closed_by(document: &Document, at: usize) -> Option<PlaceLevel> {
    let text = &document.text;
    for start in at..=at + GAP {
        if !is_han(text.at(start)) && !text.at(start).is_ascii_digit() {
            return None;
        }
        if let Some((length, row)) = CLOSERS.longest_at(text, start, text.len())
            && document.tokens.is_boundary(start + length)
            && (row.get(2) != Some(&"near") || start == at)
        {
            return Some(match row.get(1) {
                Some(&"township") => PlaceLevel::Township,
                Some(&"village") => PlaceLevel::Village,
                _ => PlaceLevel::Other,
            });
        }
    }
    None
}

/// The items before 等, back to the first that is no name.
fn items(document: &Document, end: usize) -> Vec<Span> {
    let text = &document.text;
    let mut items = Vec::new();
    let mut end = end;
    while items.len() < ITEMS {
        let start = start_of(document, end);
        let whole = text.before(start) == '、';
        let span = if whole { Span::new(start, end) } else { first_item(document, Span::new(start, end)) };
        if !(2..=ITEM).contains(&span.len()) || !is_name(document, span) {
            break;
        }
        items.push(span);
        if !whole {
            break;
        }
        end = start - 1;
    }
    items.reverse();
    items
}

fn start_of(document: &Document, end: usize) -> usize {
    let floor = end.saturating_sub(ITEM + 4);
    (floor..end).rev().take_while(|&at| is_han(document.text.at(at))).last().unwrap_or(end)
}

/// The first item of a list without the verb or preposition before it.
fn first_item(document: &Document, span: Span) -> Span {
    let tokens = document.tokens.inside(span);
    let start =
        tokens.iter().rev().take_while(|token| may_belong(token)).last().map_or(span.end, |token| token.span.start);
    // 赴深圳: the segmenter joins the verb with a name that it does not know
    let glued = span.end - start >= 3 && is_among(document.text.at(start), "赴往去到在向");
    Span::new(start + usize::from(glued), span.end)
}

fn may_belong(token: &crate::segment::Token) -> bool {
    match &*token.tag {
        "v" | "a" | "m" | "q" => token.span.len() == 1,
        tag => tag.starts_with('n') || matches!(tag, "x" | "s" | "zg" | "j" | "f" | "b" | "g"),
    }
}

/// Whether `span` reads as a proper name: one of its words is one, or no list knows it.
fn is_name(document: &Document, span: Span) -> bool {
    let tokens = document.tokens.inside(span);
    let one_word = tokens.len() == 1 && tokens[0].span == span;
    const FIRMS: [&str; 6] = ["业", "公司", "集团", "园区", "产业园", "项目"];
    if FIRMS.iter().any(|last| document.text.ends_with(span.end, last)) {
        return false;
    }
    let proper = |tag: &str| matches!(tag, "ns" | "nr" | "nz" | "nrt" | "nrfg" | "x");
    tokens.iter().all(may_belong)
        && (!one_word
            || span.len() <= 3 && matches!(&*tokens[0].tag, "n" | "s")
            || tokens.iter().any(|token| proper(&token.tag)))
}
