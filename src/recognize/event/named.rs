//! Events by the last word of their name: 大会, 工作会议, 博览会, 论坛, 节.

use super::Hit;
use super::left::{Around, is_ordinal, numbered, spoken_at, starter, tidy, walk};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::{Lexicon, Row};
use crate::recognize::Mentions;
use crate::recognize::time::Grain;
use crate::text::{is_among, is_han};
use rustc_hash::FxHashSet as HashSet;
use std::sync::LazyLock;

/// Last words of names of events.
static HEADS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("heads.tsv")));
/// Names that say what sort of meeting it is and not which.
static GENERIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("generic.tsv")));
/// Names of events that are known by themselves.
static KNOWN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("known.tsv")));

/// Every named event but the sessions.
pub fn named(document: &Document, found: &Mentions, sessions: &[Hit]) -> Vec<Hit> {
    let places = found.places.iter().map(|place| place.span);
    let bodies = found.organizations.iter().map(|body| body.span);
    let mut around = Around {
        starts: places.chain(bodies).map(|span| (span.start, span.end)).collect(),
        ends: found.places.iter().map(|place| (place.span.end, place.span.start)).collect(),
        times: found.times.iter().map(|time| (time.span.end, time.grain)).collect(),
        sessions: sessions.iter().filter(|hit| !hit.short).map(|hit| (hit.span.end, hit.span.start)).collect(),
        heads: HashSet::default(),
    };
    let text = &document.text;
    let taken: HashSet<usize> = sessions.iter().map(|hit| hit.span.end).collect();
    let mut hits = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if let Some((length, row)) = KNOWN.longest_at(text, at, text.len()) {
            let span = Span::new(numbered(document, &around, at), at + length);
            let full = row.get(1).copied().filter(|full| !full.is_empty() && span.len() == length);
            let key = full.unwrap_or(text.slice(span)).to_owned();
            hits.push(Hit { span, key, built: None, short: false, rule: "event/known" });
            around.heads.insert(at + length);
            at += length;
            continue;
        }
        let Some((length, row)) = HEADS.longest_at(text, at, text.len()) else {
            at += 1;
            continue;
        };
        let head = Span::new(at, at + length);
        at += length;
        if taken.contains(&head.end) || continues(document, head.end) || is_everyday(document, head) {
            continue;
        }
        if let Some(hit) = event(document, &around, head, row) {
            merge(document, &mut hits, hit);
        }
        around.heads.insert(head.end);
    }
    hits
}

/// Adds `hit`, to the last one where 暨 ties both to one name.
fn merge(document: &Document, hits: &mut Vec<Hit>, mut hit: Hit) {
    let tied = document.text.before(hit.span.start) == '暨';
    if let Some(last) = hits.last().filter(|last| tied && last.span.end + 1 == hit.span.start) {
        hit.span.start = last.span.start;
        hit.key = document.text.slice(hit.span).to_owned();
        hits.pop();
    }
    hits.push(hit);
}

/// The word goes on: 会议|室, 大会|堂, 会议|中心.
fn continues(document: &Document, end: usize) -> bool {
    let text = &document.text;
    CLASSES.longer.starts(text, end) || !document.tokens.is_boundary(end) && is_han(text.at(end))
}

/// 环节, 春节: the head is the end of a word of two characters.
fn is_everyday(document: &Document, head: Span) -> bool {
    let token = document.tokens.at(head.start);
    CLASSES.no_festival.ends(&document.text, head.end)
        || head.len() == 1 && token.is_some_and(|token| token.span.len() == 2 && token.span.end == head.end)
}

/// 第一节, 第3节: a part of a document.
fn is_section(document: &Document, head: Span) -> bool {
    const LONGEST: usize = 4;
    let text = &document.text;
    let numeral = |char: char| char.is_ascii_digit() || is_among(char, "一二三四五六七八九十");
    let number = (head.start.saturating_sub(LONGEST)..head.start).rev().take_while(|&at| numeral(text.at(at))).last();
    head.len() == 1 && number.is_some_and(|number| text.before(number) == '第')
}

fn event(document: &Document, around: &Around, head: Span, row: &Row) -> Option<Hit> {
    let text = &document.text;
    if is_section(document, head) {
        return None;
    }
    if let Some(start) = spoken_at(document, head) {
        let span = Span::new(start, head.end);
        return Some(Hit {
            span,
            key: text.slice(span).to_owned(),
            built: None,
            short: false,
            rule: "event/spoken-at",
        });
    }
    let class = row.get(1).copied().unwrap_or_default();
    let loose = walk(document, around, head, false);
    let tied = text.at(loose) == '暨' && around.heads.contains(&loose) && loose + 1 < head.start;
    let start = if tied { Some(loose + 1) } else { starter(document, around, loose, head.start) };
    let start = start.map(|start| before_world(document, around, start, head));
    let start = start.or_else(|| {
        let strict = walk(document, around, head, true);
        let long = head.start - strict >= 1 && !around.times.contains_key(&strict);
        let named = class == "noun" || head.start - strict >= 4 && is_called(document, around, strict);
        (named && long && is_specific(document, Span::new(strict, head.start))).then_some(strict)
    });
    let Some(start) = start.map(|start| tidy(document, around, start, head.start)).filter(|&start| start < head.start)
    else {
        let part = is_among(text.before(head.start), "分主子各大小");
        let short =
            !part && (class == "short" || row.get(2) == Some(&"short")) && document.tokens.is_boundary(head.start);
        let key = format!("?{}", text.slice(head));
        return short.then_some(Hit { span: head, key, built: None, short: true, rule: "event/short" });
    };
    let span = quoted(document, Span::new(start, head.end));
    let name = text.slice(span);
    if name.starts_with('第') && name.ends_with("次会议") && span.len() <= 9 {
        return Some(Hit { span, key: format!("?{name}"), built: None, short: true, rule: "event/short" });
    }
    if GENERIC.contains(name) || name.ends_with("代表大会") || is_office(document, around, span) {
        return None;
    }
    Some(Hit { span, key: name.to_owned(), built: None, short: false, rule: "event/named" })
}

/// 首届“良渚论坛”: with the number before the marks.
fn quoted(document: &Document, span: Span) -> Span {
    let text = &document.text;
    let floor = span.start.saturating_sub(7);
    let open = text.before(span.start) == '“' && text.at(span.end) == '”' && text.before(span.start - 1) == '届';
    let number = (floor..span.start).find(|&at| open && (text.starts_with(at, "首届") || is_ordinal(document, at)));
    number.map_or(span, |start| Span::new(start, span.end + 1))
}

/// 尼山|世界文明论坛: a noun before 世界, 国际, 全球, 中国 belongs to the name.
fn before_world(document: &Document, around: &Around, start: usize, head: Span) -> usize {
    let text = &document.text;
    if !["世界", "国际", "全球", "中国"].iter().any(|word| text.starts_with(start, word)) {
        return start;
    }
    let strict = walk(document, around, head, true);
    let noun = strict < start && start - strict <= 4 && (strict..start).all(|at| is_han(text.at(at)));
    if noun && (!is_han(text.before(strict)) || is_held(document, strict)) { strict } else { start }
}

/// Whether a verb of holding ends at `at`.
fn is_held(document: &Document, at: usize) -> bool {
    ["召开", "举行", "举办", "办好", "承办", "开好"].iter().any(|verb| document.text.ends_with(at, verb))
}

/// Whether a verb of holding stands right before a name, and a day before that: 3月2日,某市举行|….
fn is_called(document: &Document, around: &Around, start: usize) -> bool {
    let text = &document.text;
    let called = ["召开", "举行", "举办"].iter().any(|verb| text.ends_with(start, verb));
    called
        && (start.saturating_sub(24)..start).any(|at| around.times.get(&at).is_some_and(|grain| *grain == Grain::Day))
}

/// 市政府常务会议, 市委常委会会议: what a body does week by week is an event only on a named day.
fn is_office(document: &Document, around: &Around, span: Span) -> bool {
    let name = document.text.slice(span);
    let weekly = CLASSES.office.iter().any(|word| name.ends_with(word));
    let floor = span.start.saturating_sub(12);
    weekly
        && !name.contains('第')
        && !(floor..=span.start).any(|at| around.times.get(&at).is_some_and(|grain| *grain == Grain::Day))
}

/// Whether the words before the head tell which event it is.
fn is_specific(document: &Document, span: Span) -> bool {
    let plain = |words: &str| GENERIC.contains(words);
    let tokens = document.tokens.inside(span);
    !plain(document.text.slice(span))
        && (tokens.is_empty() || tokens.iter().any(|token| !plain(document.text.slice(token.span))))
}
