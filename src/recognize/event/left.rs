//! Where the name of an event that is known by its last word begins.

use super::numerals::is_numeral;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::time::Grain;
use crate::text::is_han;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::sync::LazyLock;

/// Words that may begin a name: 全市, 首届.
static STARTERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("starters.tsv")));
/// Words that govern a name and are never part of it: 召开, 出席.
static GOVERNORS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("governors.tsv")));

/// How far back a name is read.
const REACH: usize = 45;

/// What the document says of the places around.
pub struct Around {
    /// Where places and bodies begin, and where they end.
    pub starts: HashMap<usize, usize>,
    /// Where places begin, by where they end.
    pub ends: HashMap<usize, usize>,
    /// Where times end, with their grain.
    pub times: HashMap<usize, Grain>,
    /// Sessions by their end.
    pub sessions: HashMap<usize, usize>,
    /// Where events end: the next name in a list begins behind.
    pub heads: HashSet<usize>,
}

/// 杭州第19届|亚运会, 2024|世界人工智能大会: where the number and the place before a known name begin.
pub fn numbered(document: &Document, around: &Around, at: usize) -> usize {
    let text = &document.text;
    let unit = text.before(at) == '届';
    let end = if unit { at - 1 } else { at };
    let digits = (end.saturating_sub(5)..end).rev().take_while(|&at| is_numeral(text.at(at))).count();
    if !unit && digits != 4 || digits == 0 {
        return around.ends.get(&at).copied().unwrap_or(at);
    }
    let start = end - digits;
    let start = if unit && text.before(start) == '第' { start - 1 } else { start };
    around.ends.get(&start).copied().unwrap_or(start)
}

/// Walks from the head back to what cannot belong to the name.
pub fn walk(document: &Document, around: &Around, head: Span, strict: bool) -> usize {
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
            ')' | '”' | '》' if depth == 0 && ends_event(document, around, at) => break,
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

/// (省第十二届残运会)|进展…: the bracket that closes before `at` holds an event of its own.
fn ends_event(document: &Document, around: &Around, at: usize) -> bool {
    document.text.before(at) == ')' && around.heads.contains(&(at - 1))
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

/// 在|新时代推动东北全面振兴座谈会|上的讲话: where the name of a forum begins at which somebody spoke.
pub fn spoken_at(document: &Document, head: Span) -> Option<usize> {
    const LEAST: usize = 4;
    let text = &document.text;
    if text.at(head.end) != '上' || !text.ends_with(head.end, "座谈会") {
        return None;
    }
    let floor = head.start.saturating_sub(REACH);
    let within = |at: &usize| is_han(text.at(*at)) && !matches!(text.at(*at), '的' | '了');
    let at_word = |at: &usize| text.at(*at) == '在' && document.tokens.is_boundary(*at);
    let start = (floor..head.start).rev().take_while(within).find(at_word)? + 1;
    let governed = (start + 1..head.start).any(|at| CLASSES.hold.starts(text, at)); // 在南昌主持召开…
    (start + LEAST <= head.start && !governed).then_some(start)
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
    if token.span.end > at {
        return false; // the word that the head ends
    }
    match &*token.tag {
        "p" if !strict && matches!(document.text.before(at), '与' | '和' | '暨') => false,
        "p" | "r" | "u" | "ul" | "ug" | "uz" | "y" | "uj" => true,
        "d" => document.text.before(at) != '届',
        "v" | "c" | "t" | "q" => strict,
        "m" => false,
        _ => false,
    }
}

/// The first word from `start` on that a name may begin with.
pub fn starter(document: &Document, around: &Around, start: usize, end: usize) -> Option<usize> {
    let text = &document.text;
    // what a list mark sets off may be a name of its own: 消费季、|全国技能大赛
    let mut at = start;
    if let Some(mark) = (start..end).rev().find(|&at| text.at(at) == '、') {
        let item = starter(document, around, mark + 1, (mark + 2).min(end));
        if item.is_some() {
            return item;
        }
    }
    while at < end {
        let unknown = document.tokens.at(at).is_some_and(|token| &*token.tag == "x");
        let boundary = document.tokens.is_boundary(at) || unknown || !is_han(text.before(at));
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
pub fn is_ordinal(document: &Document, at: usize) -> bool {
    let text = &document.text;
    let start = if text.at(at) == '第' { at + 1 } else { at };
    if !is_numeral(text.at(start)) {
        return false;
    }
    let digits = (start..start + 5).take_while(|&at| is_numeral(text.at(at))).count();
    let unit = text.at(start + digits);
    unit == '届'
        || start > at && matches!(unit, '轮' | '批' | '期' | '次')
        || digits == 4 && text.at(at) == '2' && unit != '年'
}

/// Without marks and connecting words at its front.
pub fn tidy(document: &Document, around: &Around, start: usize, end: usize) -> usize {
    let text = &document.text;
    if text.before(start) == '环' {
        return start - 1;
    }
    let words = text.slice(Span::new(start, end));
    if words.contains('”') && !words.contains('“') {
        let open = (start.saturating_sub(12)..start).rev().find(|&at| text.at(at) == '“');
        return open.unwrap_or(start);
    }
    (start..end)
        .find(|at| {
            text.at(*at) == '上' && around.starts.contains_key(at)
                || !crate::text::is_among(text.at(*at), "的了和与及、—-·)”》在上年月日个场经")
        })
        .unwrap_or(end)
}
