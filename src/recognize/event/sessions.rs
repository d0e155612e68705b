//! Numbered sessions of parties, congresses and councils.

use super::Hit;
use super::numerals::{is_numeral, number};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::Mentions;
use crate::text::{Text, is_among};
use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

/// The pieces that names of sessions are made of.
static PIECES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("pieces.tsv")));

/// How far back the name of a session is read.
const REACH: usize = 48;

/// Every session in `document`.
pub fn sessions(document: &Document, found: &Mentions) -> Vec<Hit> {
    let places: HashMap<usize, usize> = found.places.iter().map(|place| (place.span.end, place.span.start)).collect();
    let text = &document.text;
    let mut hits = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let length = CLASSES.session.at_start(&text.chars()[at..]);
        if length > 0 {
            let end = at + length;
            hits.extend(session(document, &places, at, end, text.slice(Span::new(at, end))));
            at = end;
            continue;
        }
        if text.at(at) == '大' && is_numeral(text.before(at)) {
            hits.extend(congress(document, at));
        }
        at += 1;
    }
    hits
}

/// 党的二十大; 二十大 alone where it cannot count things.
fn congress(document: &Document, at: usize) -> Option<Hit> {
    let text = &document.text;
    let start = numeral_start(text.chars(), at);
    let order = number(text.slice(Span::new(start, at)))?;
    let named = ["党的", "中共"].iter().find(|word| text.ends_with(start, word));
    let alone = (15..=30).contains(&order) && CLASSES.follows.starts(text, at + 1);
    if named.is_none() && !alone || text.before(start) == '第' {
        return None;
    }
    let span = Span::new(start - named.map_or(0, |word| word.chars().count()), at + 1);
    Some(Hit { span, key: format!("全国/congress/0/{order}"), built: None, short: false, rule: "event/congress" })
}

fn numeral_start(chars: &[char], end: usize) -> usize {
    let floor = end.saturating_sub(6);
    (floor..end).rev().take_while(|&at| is_numeral(chars[at])).last().unwrap_or(end)
}

fn session(document: &Document, places: &HashMap<usize, usize>, head: usize, end: usize, word: &str) -> Vec<Hit> {
    let text = &document.text;
    let start = start(document, places, head, end);
    let whole = text.slice(Span::new(start, end));
    if word == "两会" {
        return both_sessions(document, start, head, end);
    }
    let numbers = numbers(whole);
    let short = |level: &str| Hit {
        span: Span::new(start, end),
        key: format!("{level}/party/?"),
        built: None,
        short: true,
        rule: "event/session-short",
    };
    if !(whole.contains('届') || whole.contains("党代会") || whole.contains("代表大会")) || numbers.is_empty() {
        return match word {
            "全会" => vec![short(level(whole))],
            _ => Vec::new(),
        };
    }
    if word == "中全会" {
        return plenaries(document, start, head, end);
    }
    let kind = kind(whole);
    let (first, last) = match (kind, numbers.as_slice()) {
        ("congress", [.., last]) => (0, *last),
        (_, [first, .., last]) => (*first, *last),
        (_, [only]) => (0, *only),
        _ => return Vec::new(),
    };
    let key = format!("{}/{kind}/{first}/{last}", level(whole));
    vec![Hit { span: Span::new(start, end), key, built: None, short: false, rule: "event/session" }]
}

/// 全国两会, 省两会.
fn both_sessions(document: &Document, start: usize, head: usize, end: usize) -> Vec<Hit> {
    if start == head {
        return Vec::new();
    }
    let level = document.text.slice(Span::new(start, head)).to_owned();
    vec![Hit {
        span: Span::new(start, end),
        key: format!("{level}/both"),
        built: None,
        short: false,
        rule: "event/both-sessions",
    }]
}

/// 十九届二中、三中全会: one hit a session, all over the one stretch.
fn plenaries(document: &Document, start: usize, head: usize, end: usize) -> Vec<Hit> {
    let text = &document.text;
    let Some(term_at) = (start..head).find(|&at| text.at(at) == '届') else { return Vec::new() };
    let term_words = text.slice(Span::new(numeral_start(text.chars(), term_at), term_at));
    let Some(term) = number(term_words) else { return Vec::new() };
    let members: Vec<&str> =
        text.slice(Span::new(term_at + 1, head)).split('、').map(|member| member.trim_end_matches('中')).collect();
    let many = members.len() > 1;
    let hits = members.into_iter().filter_map(|member| {
        let order = number(member.trim_start_matches("中央委员会").trim_start_matches('第'))?;
        let built = many.then(|| format!("{term_words}届{member}中全会"));
        let key = format!("全国/party/{term}/{order}");
        Some(Hit { span: Span::new(start, end), key, built, short: false, rule: "event/plenary" })
    });
    hits.collect()
}

/// Reads pieces of a session's name from `head` backwards.
fn start(document: &Document, places: &HashMap<usize, usize>, head: usize, end: usize) -> usize {
    let text = &document.text;
    let floor = end.saturating_sub(REACH);
    let mut at = head;
    while at > floor {
        let before = text.before(at);
        let next = if is_numeral(before) {
            let start = numeral_start(text.chars(), at);
            if text.before(start) == '第' { start - 1 } else { start }
        } else if let Some(&place) = places.get(&at).filter(|&&place| place >= floor) {
            place
        } else if let Some((span, _)) = PIECES.longest_before(text, at, at.saturating_sub(12)) {
            // 浙江省|委: the place shares a character with the committee
            places
                .get(&(span.start + 1))
                .copied()
                .filter(|&place| place >= floor && span.len() > 1)
                .unwrap_or(span.start)
        } else if let Some(open) = bracketed_place(text, places, at).filter(|&open| open >= floor) {
            open
        } else if before == '、' && text.before(at - 1) == '中' && text.at(at) != '中' {
            at - 1
        } else {
            break;
        };
        at = next;
    }
    trim(document, at, head)
}

/// 某某市|(某某新区)|第五届…: where the bracket opens that ends at `at` and holds a place behind another.
fn bracketed_place(text: &Text, places: &HashMap<usize, usize>, at: usize) -> Option<usize> {
    let close = at.checked_sub(1).filter(|&close| text.at(close) == ')')?;
    let inner = *places.get(&close)?;
    let open = inner.checked_sub(1).filter(|&open| text.at(open) == '(')?;
    places.contains_key(&open).then_some(open)
}

/// A name does not begin with what belongs to the word before it: 次, 届, 中, 、.
fn trim(document: &Document, start: usize, head: usize) -> usize {
    let mut start = start;
    while start < head
        && matches!(document.text.at(start), '届' | '次' | '中' | '、')
        && !document.text.starts_with(start, "中国")
        && !document.text.starts_with(start, "中共")
        && !document.text.starts_with(start, "中央")
        && !document.text.starts_with(start, "中纪")
    {
        start += 1;
    }
    start
}

/// All numbers of a session's name in order.
fn numbers(words: &str) -> Vec<u32> {
    words.split(|char| !is_numeral(char)).filter_map(number).collect()
}

fn kind(words: &str) -> &'static str {
    let any = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    if any(&["政协", "政治协商"]) {
        "council"
    } else if any(&["人大", "人民代表大会"]) {
        if any(&["常委会", "常务委员会"]) { "standing" } else { "people" }
    } else if any(&["纪委", "纪律检查"]) {
        "discipline"
    } else if any(&["党代会", "次代表大会", "次全国代表大会"]) {
        "congress"
    } else {
        "party"
    }
}

/// The level of the body: that of the place or the committee that the name begins with.
fn level(words: &str) -> &'static str {
    if ["中央", "全国", "党的"].iter().any(|part| words.contains(part)) {
        return "全国";
    }
    let chars: Vec<char> = words.chars().collect();
    let marks = [('省', "省"), ('市', "市"), ('县', "县"), ('州', "州"), ('盟', "盟"), ('旗', "旗"), ('区', "区")];
    let ends_name = |at: usize| match chars.get(at + 1) {
        Some(&next) => is_numeral(next) || is_among(next, "第委人政纪全党两常"),
        None => true,
    };
    let found = (0..chars.len()).find_map(|at| {
        let mark = marks.iter().find(|(mark, _)| *mark == chars[at])?;
        ends_name(at).then_some(mark.1)
    });
    if words.contains("自治区") { "省" } else { found.unwrap_or_default() }
}
