//! Where a post begins: how far the words of body and region reach to the left of its head.

use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::Mentions;
use crate::recognize::person::names;
use crate::text::{Text, is_han};
use std::sync::LazyLock;

/// Words that a post never reaches over.
static STOPS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("stops.tsv")));
/// Words of names of bodies, whatever their part of speech.
static DOMAINS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("domains.tsv")));

/// How far a post reaches at most.
const REACH: usize = 44;
/// Longest word of a body that a bracket or quotation marks hold.
const LONGEST_ENCLOSED: usize = 16;

/// The start of the post whose head begins at `head`, not before `floor`.
pub fn left(document: &Document, found: &Mentions, head: usize, floor: usize) -> usize {
    let text = &document.text;
    let floor = floor.max(head.saturating_sub(REACH));
    let mut at = head;
    while at > floor {
        match step(document, found, at, floor) {
            Some(next) if next < at => {
                at = next;
                if matches!(text.before(at), '任' | '为') {
                    break;
                }
            }
            _ => break,
        }
    }
    without_lead(document, found, at, head)
}

/// One step to the left: over a mention, an enclosure or a token that can be part of a body's name.
fn step(document: &Document, found: &Mentions, at: usize, floor: usize) -> Option<usize> {
    let text = &document.text;
    let before = text.before(at);
    match before {
        ')' => return enclosed(text, at, '(', floor),
        '”' => return enclosed(text, at, '“', floor),
        _ if !is_han(before) && !before.is_ascii_alphanumeric() && !matches!(before, '·' | '-') => return None,
        _ => {}
    }
    let one_body =
        |start: &usize| *start >= floor && !text.slice(Span::new(*start, at)).contains([',', '。', '!', '?', ';']);
    if let Some(start) = mention_before(found, at).filter(one_body) {
        return Some(start);
    }
    let token = document.tokens.at(at - 1)?;
    let word = Span::new(token.span.start.max(floor), at);
    let words = text.slice(word);
    if joins_domains(document, word) {
        return Some(word.start);
    }
    // 市政协|原|副主席
    if words == "原" && mention_before(found, word.start).is_some_and(|start| start >= floor) {
        return Some(word.start);
    }
    if STOPS.contains(words) {
        return None;
    }
    if DOMAINS.contains(words) {
        return Some(word.start);
    }
    if names_person(text, word, &token.tag) {
        return None;
    }
    if let Some(start) = behind_tie(text, word, &token.tag) {
        return Some(start);
    }
    let cut = token.span.end > at; // a token that reaches into the head: 处处|长
    let names_unit = word.len() > 1 && is_unit(text.at(at)); // 预算处, 监察室
    (cut || names_unit || allowed(&token.tag, words)).then_some(word.start)
}

/// The start of the body or place that ends at `at`.
fn mention_before(found: &Mentions, at: usize) -> Option<usize> {
    let body = last_ending(&found.organizations, |mention| mention.span, at);
    let place = last_ending(&found.places, |mention| mention.span, at);
    body.into_iter().chain(place).min()
}

/// The start of the longest mention that ends at `at`; lists are in order, so a few entries around `at` suffice.
fn last_ending<M>(list: &[M], span_of: impl Fn(&M) -> Span, at: usize) -> Option<usize> {
    const STEPS: usize = 6;
    let after = list.partition_point(|mention| span_of(mention).start < at);
    let near = list[..after].iter().rev().take(STEPS).map(span_of);
    near.filter(|span| span.end == at).map(|span| span.start).min()
}

/// The start of the short enclosure that closes right before `at`.
fn enclosed(text: &Text, at: usize, open: char, floor: usize) -> Option<usize> {
    let inside = (floor.max(at.saturating_sub(LONGEST_ENCLOSED))..at - 1).rev();
    for start in inside {
        let char = text.at(start);
        if char == open {
            let before = text.before(start);
            return (is_han(before) || open == '“').then_some(start);
        }
        if !is_han(char) && !char.is_ascii_alphanumeric() && !matches!(char, '·' | '、') {
            return None;
        }
    }
    None
}

/// 和 or 与 between two words of a body's name: 发展和改革委员会.
fn joins_domains(document: &Document, word: Span) -> bool {
    let text = &document.text;
    if !matches!(text.slice(word), "和" | "与" | "及") || word.start == 0 {
        return false;
    }
    let left = document.tokens.at(word.start - 1).is_some_and(|token| DOMAINS.contains(text.slice(token.span)));
    let right = DOMAINS.longest_at(text, word.end, word.end + 6).is_some();
    left && right
}

/// Whether `word` is a person's name and no place (高邮市).
fn names_person(text: &Text, word: Span, tag: &str) -> bool {
    if tag == "nrfg" {
        return true;
    }
    if !matches!(tag, "nr" | "x" | "nrt") || !(2..=4).contains(&word.len()) {
        return false;
    }
    let after = text.at(word.end);
    let body = matches!(
        after,
        '市' | '区'
            | '县'
            | '镇'
            | '乡'
            | '村'
            | '省'
            | '州'
            | '盟'
            | '旗'
            | '街'
            | '集'
            | '公'
            | '大'
            | '医'
            | '学'
            | '中'
            | '小'
    );
    let body = body && text.at(word.end + 1) != '长'; // 高邮|市, but 林建峰|市长
    !body && names::shape(text, word).is_some_and(|weight| weight >= if tag == "x" { 5 } else { 4 })
}

/// Where a word that the segmenter guessed goes on behind a verb of office: 任|省, 为|市.
fn behind_tie(text: &Text, word: Span, tag: &str) -> Option<usize> {
    let tie = (word.start..word.end).rev().find(|&at| matches!(text.at(at), '任' | '为' | '兼'))?;
    (tag == "x").then_some(tie + 1)
}

/// Behind the verb, where the stretch begins with a name and a verb of office: 周海涛任|县财政局局长.
fn behind_holder(text: &Text, start: usize, head: usize) -> Option<usize> {
    let open = !is_han(text.before(start));
    let verb = (start + 2..head.min(start + 5)).find(|&at| matches!(text.at(at), '任' | '为'));
    let verb =
        verb.filter(|&verb| open && names::shape(text, Span::new(start, verb)).is_some_and(|weight| weight >= 3))?;
    Some(verb + 1)
}

/// Whether `char` is the head of a unit of an office.
fn is_unit(char: char) -> bool {
    matches!(
        char,
        '处' | '科' | '室' | '股' | '司' | '局' | '厅' | '部' | '办' | '队' | '庭' | '署' | '院' | '所' | '站'
    )
}

/// Whether a token with this part of speech can be part of a body's name.
fn allowed(tag: &str, words: &str) -> bool {
    match tag.chars().next() {
        Some('n' | 'j' | 'b' | 's' | 'f' | 'l' | 'q' | 'g' | 'h' | 'k' | 'x' | 'e') => true,
        Some('v') => tag == "vn",
        Some('m') => words.starts_with('第') || words.chars().all(|char| char.is_ascii_digit()),
        Some('a') => tag == "an",
        Some('z') => tag == "zg",
        _ => false,
    }
}

/// Leaves out what cannot begin a post: a lone 原, a closing half of brackets, 任 and 为 (unless of a place: 任城区).
fn without_lead(document: &Document, found: &Mentions, start: usize, head: usize) -> usize {
    let text = &document.text;
    let mut start = start;
    while start < head && matches!(text.at(start), ')' | '”' | '·' | '-' | '原' | '系' | '及') {
        start += 1;
    }
    if let Some(behind) = behind_holder(text, start, head) {
        return behind;
    }
    if start + 1 >= head || !matches!(text.at(start), '任' | '为' | '兼') {
        return start;
    }
    let placed = found.places.binary_search_by_key(&start, |place| place.span.start).is_ok();
    // 任县 and 任城区 are places, but behind a name 任 is the verb: 周海涛任|县财政局局长
    let short = matches!(text.at(start + 1), '市' | '县' | '区' | '省' | '州' | '镇' | '乡');
    let verb = !placed || short && (is_han(text.before(start)) || text.before(start) == ')');
    if verb { start + 1 } else { start }
}
