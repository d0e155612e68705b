//! Zones, new towns, quarters, regions round a city: names known by their last word.

use super::edge::{self, Ends};
use super::gazetteer::DIVISIONS;
use super::{PlaceMention, Rule, context};
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::lexicon::{Lexicon, Row};
use crate::text::{is_among, is_han};
use rustc_hash::FxHashSet as HashSet;
use std::sync::LazyLock;

/// Last words of zones, with what a name of each sort needs and its written-out form.
static HEADS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("zones.tsv")));
/// Words that tell what a zone is like and not which it is.
static GENERIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("generic.tsv")));

/// Ends of the last words of zones whose names tell what is done there: 医疗旅游先行区.
const VERBAL: [&str; 6] = ["试验区", "实验区", "示范区", "先行区", "先导区", "合作区"];

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
            let zone = zone(document, ends, head, row);
            if let Some(zone) = &zone {
                zones.extend(split(document, ends, zone.span, head));
            }
            zones.extend(zone);
        }
        at += length;
    }
    let mut zones = glue(document, zones);
    join(document, &mut zones);
    zones.extend(bare(document, &zones));
    zones
}

/// 洋浦: the place that a zone of the document is named after (洋浦|经济开发区), wherever the segmenter knows it, and it is no division.
fn bare(document: &Document, zones: &[PlaceMention]) -> Vec<PlaceMention> {
    let text = &document.text;
    let named = |at: usize| {
        let token = document.tokens.at(at).filter(|token| token.span.start == at && &*token.tag == "ns")?;
        let words = text.slice(token.span);
        (token.span.len() >= 2 && !DIVISIONS.knows(words)).then_some(words)
    };
    let names: HashSet<&str> = zones.iter().filter_map(|zone| named(zone.span.start)).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let tokens = document.tokens.list().iter().map(|token| token.span);
    let known = |span: &Span| named(span.start).is_some_and(|words| names.contains(words));
    tokens.filter(known).map(|span| mention(span, text.slice(span).to_owned(), "place/zone-bare")).collect()
}

/// 容东、容西、雄东片区: the names before one that share its last word.
fn split(document: &Document, ends: &Ends, last: Span, head: Span) -> Vec<PlaceMention> {
    let text = &document.text;
    let mut zones = Vec::new();
    let mut end = last.start;
    if last.len() - head.len() > 3 || text.slice(head).chars().count() > 2 {
        return zones;
    }
    while zones.len() < 8 && text.before(end) == '、' {
        let stop = end - 1;
        let start = (stop.saturating_sub(4)..stop).rev().take_while(|&at| is_han(text.at(at))).last().unwrap_or(stop);
        let start = (start..stop).find(|&at| document.tokens.is_boundary(at)).unwrap_or(stop);
        let span = Span::new(start, stop);
        let unknown = document.tokens.at(start).is_some_and(|token| token.span == span && &*token.tag == "x");
        if span.len() < 2 || !unknown || ends.contains_key(&stop) || is_han(text.before(start)) {
            break;
        }
        let full = format!("{}{}", text.slice(span), text.slice(head));
        zones.push(mention(span, full, "place/zone-split"));
        end = start;
    }
    zones
}

/// A zone right behind another is a part of it and one name with it: 自由贸易试验区|襄阳片区.
fn glue(document: &Document, zones: Vec<PlaceMention>) -> Vec<PlaceMention> {
    let mut glued: Vec<PlaceMention> = Vec::new();
    for zone in zones {
        match glued.last_mut() {
            Some(last) if last.span.end == zone.span.start => {
                last.span.end = zone.span.end;
                last.full = document.text.slice(last.span).to_owned();
            }
            _ => glued.push(zone),
        }
    }
    glued
}

/// 中国(湖北)自由贸易试验区: the place in brackets and what stands before it.
fn bracketed(document: &Document, ends: &Ends, head: usize) -> Option<usize> {
    let text = &document.text;
    let inner = *ends.get(&head.checked_sub(1)?).filter(|_| text.before(head) == ')')?;
    let open = inner.checked_sub(1).filter(|&open| text.at(open) == '(')?;
    ends.get(&open).copied()
}

fn mention(span: Span, full: String, rule: Rule) -> PlaceMention {
    PlaceMention { span, full, level: PlaceLevel::Other, code: None, within: None, nested: false, rule }
}

fn zone(document: &Document, ends: &Ends, head: Span, row: &Row) -> Option<PlaceMention> {
    let text = &document.text;
    if let Some(start) = bracketed(document, ends, head.start) {
        let span = Span::new(start, head.end);
        return Some(mention(span, text.slice(span).to_owned(), "place/zone"));
    }
    let verbal = row.first().is_some_and(|word| VERBAL.iter().any(|end| word.ends_with(end)));
    let left = edge::left(document, ends, head.start, verbal);
    let needs = row.get(1).copied().unwrap_or_default();
    let named = left.proper || needs == "any" && left.clean && tells(document, Span::new(left.start, head.start));
    let name = text.slice(Span::new(left.start, head.start));
    let bare = is_quarter(text.slice(head)) && name.ends_with(['省', '市', '县', '区']) && DIVISIONS.knows(name);
    // 上海|浦东新区 is a city and a division
    let division = (left.start + 1..head.start).any(|at| DIVISIONS.knows(text.slice(Span::new(at, head.end))));
    // 3小时经济圈, 九大灌区: an amount and a number, no names
    let amount = text.before(left.start).is_ascii_digit() || name.contains("小时") || is_counted(name);
    if left.start == head.start || amount || !named || bare || division || is_title(name) {
        return None;
    }
    let span = Span::new(left.start, head.end);
    let full = match row.get(2) {
        Some(long) if ends.get(&head.start) == Some(&left.start) => {
            format!("{}{long}", text.slice(Span::new(left.start, head.start)))
        }
        _ => text.slice(span).to_owned(),
    };
    Some(mention(span, full, "place/zone"))
}

/// Whether `name` is a number of things and nothing else (九大, 两个), or ends so (金溪、尤溪|三大|流域).
fn is_counted(name: &str) -> bool {
    let mut last = name.chars().rev();
    if last.next() == Some('大') && last.next().is_some_and(|char| is_among(char, "两三四五六七八九十")) {
        return true;
    }
    let rest =
        name.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '两', '几', '多', '数']);
    rest.len() < name.len() && matches!(rest, "" | "大" | "个" | "座" | "片" | "处")
}

/// Words for parts of a town, which behind its full name are no name: 平城区|古城.
fn is_quarter(head: &str) -> bool {
    matches!(head, "古城" | "古镇" | "新城" | "新区" | "片区" | "流域" | "地区" | "老城")
}

/// 国家可持续发展|示范区: a title that a place is given, not a name.
fn is_title(name: &str) -> bool {
    ["国家", "全国", "省级", "全省"].iter().any(|word| name.starts_with(word))
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
    ["域", "内涵", "生产总值", "间", "性", "分局"].iter().any(|word| document.text.starts_with(end, word))
}

/// 徐州经开区 and 徐州经济技术开发区 are one where the document writes both, and so are 雄安新区 and 河北雄安新区.
fn join(document: &Document, zones: &mut [PlaceMention]) {
    let mut written: Vec<String> = zones.iter().map(|zone| document.text.slice(zone.span).to_owned()).collect();
    crate::sorted::by_key(&mut written, |name| std::cmp::Reverse(name.chars().count()));
    written.dedup();
    written.truncate(MOST);
    let names: HashSet<&str> = written.iter().map(String::as_str).collect();
    for zone in zones.iter_mut().filter(|zone| zone.rule == "place/zone") {
        let surface = document.text.slice(zone.span);
        let longer = |name: &&String| {
            name.strip_suffix(surface).is_some_and(|rest| DIVISIONS.knows(rest) && surface.chars().count() >= 4)
        };
        if !names.contains(zone.full.as_str()) {
            zone.full = surface.to_owned();
        }
        if let Some(longer) = written.iter().find(longer) {
            zone.full = longer.clone();
        }
    }
}

/// No more names than this are compared with each other.
const MOST: usize = 200;
