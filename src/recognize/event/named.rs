//! Events by the last word of their name: 大会, 工作会议, 博览会, 论坛, 节.

use super::Hit;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::{Lexicon, Row};
use crate::recognize::Mentions;
use crate::recognize::time::Grain;
use crate::text::is_han;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Last words of names of events.
static HEADS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("heads.tsv")));
/// Words that may begin a name: 全市, 首届.
static STARTERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("starters.tsv")));
/// Words that govern a name and are never part of it: 召开, 出席.
static GOVERNORS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("governors.tsv")));
/// Names that say what sort of meeting it is and not which.
static GENERIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("generic.tsv")));
/// Names of events that are known by themselves.
static KNOWN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("known.tsv")));

/// How far back a name is read.
const REACH: usize = 45;

/// What the document says of the places around.
struct Around {
    /// Where places and bodies begin, and where they end.
    starts: HashMap<usize, usize>,
    /// Where places begin, by where they end.
    ends: HashMap<usize, usize>,
    /// Where times end, with their grain.
    times: HashMap<usize, Grain>,
    /// Sessions by their end.
    sessions: HashMap<usize, usize>,
    /// Where events end: the next name in a list begins behind.
    heads: HashSet<usize>,
}

/// Every named event but the sessions.
pub fn named(document: &Document, found: &Mentions, sessions: &[Hit]) -> Vec<Hit> {
    let places = found.places.iter().map(|place| place.span);
    let bodies = found.organizations.iter().map(|body| body.span);
    let mut around = Around {
        starts: places.chain(bodies).map(|span| (span.start, span.end)).collect(),
        ends: found.places.iter().map(|place| (place.span.end, place.span.start)).collect(),
        times: found.times.iter().map(|time| (time.span.end, time.grain)).collect(),
        sessions: sessions.iter().filter(|hit| !hit.short).map(|hit| (hit.span.end, hit.span.start)).collect(),
        heads: HashSet::new(),
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

/// 杭州第19届|亚运会, 2024|世界人工智能大会: where the number and the place before a known name begin.
fn numbered(document: &Document, around: &Around, at: usize) -> usize {
    let text = &document.text;
    let unit = text.before(at) == '届';
    let end = if unit { at - 1 } else { at };
    let digits = (end.saturating_sub(5)..end).rev().take_while(|&at| super::numerals::is_numeral(text.at(at))).count();
    if !unit && digits != 4 || digits == 0 {
        return at;
    }
    let start = end - digits;
    let start = if unit && text.before(start) == '第' { start - 1 } else { start };
    around.ends.get(&start).copied().unwrap_or(start)
}

/// The word goes on: 会议|室, 大会|堂, 会议|中心.
fn continues(document: &Document, end: usize) -> bool {
    let text = &document.text;
    const LONGER: [&str; 23] = [
        "发言",
        "选举",
        "秘书",
        "室",
        "厅",
        "堂",
        "中心",
        "纪要",
        "制度",
        "机制",
        "主席团",
        "公园",
        "展馆",
        "场馆",
        "村",
        "馆",
        "商",
        "办公室",
        "组委会",
        "执委会",
        "筹备",
        "联合会",
        "协会",
    ];
    LONGER.iter().any(|word| text.starts_with(end, word)) || !document.tokens.is_boundary(end) && is_han(text.at(end))
}

/// 环节, 春节: the head is the end of a word of two characters.
fn is_everyday(document: &Document, head: Span) -> bool {
    const WORDS: [&str; 9] = ["环节", "细节", "情节", "季节", "时节", "章节", "关节", "礼节", "调节"];
    let token = document.tokens.at(head.start);
    WORDS.iter().any(|word| document.text.ends_with(head.end, word))
        || head.len() == 1 && token.is_some_and(|token| token.span.len() == 2 && token.span.end == head.end)
}

fn event(document: &Document, around: &Around, head: Span, row: &Row) -> Option<Hit> {
    let text = &document.text;
    let class = row.get(1).copied().unwrap_or_default();
    let loose = walk(document, around, head, false);
    let tied = text.at(loose) == '暨' && around.heads.contains(&loose) && loose + 1 < head.start;
    let start = if tied { Some(loose + 1) } else { starter(document, around, loose, head.start) };
    let start = start.or_else(|| {
        let strict = walk(document, around, head, true);
        let long = head.start - strict >= 1 && !around.times.contains_key(&strict);
        let named = class == "noun" || head.start - strict >= 4 && is_called(document, around, strict);
        (named && long && is_specific(document, Span::new(strict, head.start))).then_some(strict)
    });
    let Some(start) = start.map(|start| tidy(document, start, head.start)).filter(|&start| start < head.start) else {
        let part = "分主子各大小".contains(text.before(head.start));
        let short =
            !part && (class == "short" || row.get(2) == Some(&"short")) && document.tokens.is_boundary(head.start);
        let key = format!("?{}", text.slice(head));
        return short.then(|| Hit { span: head, key, built: None, short: true, rule: "event/short" });
    };
    let span = Span::new(start, head.end);
    let name = text.slice(span);
    if GENERIC.contains(name) || name.ends_with("代表大会") || is_office(document, around, span) {
        return None;
    }
    Some(Hit { span, key: name.to_owned(), built: None, short: false, rule: "event/named" })
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
    let office = [
        "常务会议",
        "常委会会议",
        "常委会议",
        "党组会议",
        "办公会议",
        "主任会议",
        "主席会议",
        "联席会议",
        "党组(扩大)会议",
        "常委会(扩大)会议",
        "例会",
    ];
    let weekly = office.iter().any(|word| name.ends_with(word));
    let floor = span.start.saturating_sub(12);
    weekly
        && !name.contains('第')
        && !(floor..=span.start).any(|at| around.times.get(&at).is_some_and(|grain| *grain == Grain::Day))
}

/// Walks from the head back to what cannot belong to the name.
fn walk(document: &Document, around: &Around, head: Span, strict: bool) -> usize {
    let text = &document.text;
    let floor = head.start.saturating_sub(REACH);
    let mut at = head.start;
    let mut depth = 0usize;
    while at > floor {
        if let Some(&session) = around.sessions.get(&at).filter(|&&session| session >= floor) {
            if at == head.start || text.at(at) != '精' {
                break;
            }
            at = session;
            continue;
        }
        let before = text.before(at);
        match before {
            ')' | '”' | '》' => depth += 1,
            '(' | '“' | '《' if depth > 0 => depth -= 1,
            '、' if !strict && !around.heads.contains(&(at - 1)) => {}
            '·' | '—' | '-' => {}
            '的' if text.ends_with(at - 1, "党") && !strict => {}
            _ if is_han(before) || before.is_ascii_alphanumeric() => {
                let stop = depth == 0 && (is_stop(document, around, at, strict) || around.heads.contains(&at));
                if stop {
                    break;
                }
                let token = document.tokens.at(at - 1).map_or(at - 1, |token| token.span.start);
                if let Some(cut) = (token + 1..at).rev().find(|&cut| is_cut_across(document, token, cut)) {
                    at = cut;
                    break;
                }
                at = token.max(floor);
                continue;
            }
            _ => break,
        }
        at -= 1;
    }
    at
}

/// Whether a word that governs names runs into the token that begins at `token`: 办|好汉 is 办好|汉.
fn is_cut_across(document: &Document, token: usize, cut: usize) -> bool {
    let governor = GOVERNORS.longest_before(&document.text, cut, cut.saturating_sub(4));
    governor.is_some_and(|(span, _)| span.start < token && document.tokens.is_boundary(span.start))
}

/// Whether a word that governs names ends at `at`.
fn is_governed(document: &Document, at: usize) -> bool {
    let governor = GOVERNORS.longest_before(&document.text, at, at.saturating_sub(4));
    governor.is_some_and(|(span, _)| {
        document.tokens.is_boundary(span.start) && (span.len() > 1 || document.tokens.is_boundary(at))
    })
}

/// Whether the word that ends at `at` cannot belong to the name.
fn is_stop(document: &Document, around: &Around, at: usize, strict: bool) -> bool {
    if around.times.get(&at).is_some_and(|grain| *grain != Grain::Year || document.text.before(at) == '年') {
        return true;
    }
    if is_governed(document, at) {
        return true;
    }
    let Some(token) = document.tokens.at(at - 1) else { return true };
    match &*token.tag {
        "p" if !strict && matches!(document.text.before(at), '与' | '和' | '暨') => false,
        "p" | "r" | "u" | "ul" | "ug" | "uz" | "y" | "uj" => true,
        "d" => true,
        "v" | "c" | "t" | "q" => strict,
        "m" => false,
        _ => false,
    }
}

/// The first word from `start` on that a name may begin with.
fn starter(document: &Document, around: &Around, start: usize, end: usize) -> Option<usize> {
    let text = &document.text;
    let mut at = start;
    while at < end {
        let boundary = document.tokens.is_boundary(at) || !is_han(text.before(at));
        let place = around.starts.get(&at).is_some_and(|&place| place <= end + 1);
        let word = STARTERS.longest_at(text, at, end).is_some();
        if boundary && (place || word || is_ordinal(document, at)) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// 第十三届, 十三届, 第3次, 2024.
fn is_ordinal(document: &Document, at: usize) -> bool {
    let text = &document.text;
    let start = if text.at(at) == '第' { at + 1 } else { at };
    let digits = (start..start + 5).take_while(|&at| super::numerals::is_numeral(text.at(at))).count();
    let unit = text.at(start + digits);
    digits > 0
        && (matches!(unit, '届') || start > at && unit == '次' || digits == 4 && text.at(at) == '2' && unit != '年')
}

/// Whether the words before the head tell which event it is.
fn is_specific(document: &Document, span: Span) -> bool {
    let plain = |words: &str| GENERIC.contains(words);
    let tokens = document.tokens.inside(span);
    !plain(document.text.slice(span))
        && (tokens.is_empty() || tokens.iter().any(|token| !plain(document.text.slice(token.span))))
}

/// Without marks and connecting words at its front.
fn tidy(document: &Document, start: usize, end: usize) -> usize {
    let text = &document.text;
    let words = text.slice(Span::new(start, end));
    if words.contains('”') && !words.contains('“') {
        let open = (start.saturating_sub(12)..start).rev().find(|&at| text.at(at) == '“');
        return open.unwrap_or(start);
    }
    if text.before(start) == '环' {
        return start - 1;
    }
    (start..end).find(|&at| !"的了和与及、—-·)”》在上年月日个场".contains(text.at(at))).unwrap_or(end)
}
