//! Numbers without a unit that measure all the same: points of an index (居民消费价格指数100.3), the shares of a structure
//! (三次产业结构为8.0:53.8:38.2), so many to one (城乡居民收入比为1.97:1).

use super::Quantity;
use super::plain::{number_at, quantity};
use super::unit::{Class, Unit};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::recognize::number::Number;
use crate::text::{Text, is_among, is_han};
use rust_decimal::Decimal;

/// How far the parts of a structure may reach to either side.
const REACH: usize = 24;

/// How far before the number its measure may stand.
const MEASURE: usize = 16;

/// The same for a structure, which may change from one to another: 由上年的10.9:41.2:47.9调整为….
const STRUCTURE: usize = 40;

/// Reads the number at `at`, which no unit follows.
pub fn read(document: &Document, at: usize) -> Option<Quantity> {
    let text = &document.text;
    let fresh = !text.before(at).is_ascii_alphanumeric() && !matches!(text.before(at), '.' | '-' | '—');
    if !text.at(at).is_ascii_digit() || !fresh {
        return None;
    }
    share(text, at).or_else(|| proportion(text, at)).or_else(|| index(text, at)).or_else(|| ratio(text, at))
}

/// One of three parts that add up to a hundred.
fn share(text: &Text, at: usize) -> Option<Quantity> {
    let inside = |char: char| char.is_ascii_digit() || matches!(char, '.' | ':');
    let start = (at.saturating_sub(REACH)..at).rev().take_while(|&at| inside(text.at(at))).last().unwrap_or(at);
    let mut parts = Vec::new();
    let mut place = start;
    while parts.len() < 3 {
        let number = number_at(text, place)?;
        let span = Span::new(place, place + number.length);
        place = span.end + 1;
        parts.push((span, number));
        if text.at(span.end) != ':' {
            break;
        }
    }
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, (_, number)| sum.checked_add(number.value))?;
    let whole = parts.len() == 3 && (Decimal::from(99)..=Decimal::from(101)).contains(&sum);
    if !whole || inside(text.at(parts.last()?.0.end)) || !speaks_of(text, start, STRUCTURE, &["结构", "比", "构成"])
    {
        return None;
    }
    let (span, number) = parts.into_iter().find(|(span, _)| span.start == at)?;
    Some(quantity(span, &number, unit("%", Class::Percent), "quantity/structure"))
}

/// 1.97:1.
fn proportion(text: &Text, at: usize) -> Option<Quantity> {
    let number = number_at(text, at)?;
    let end = at + number.length;
    let to_one = text.at(end) == ':' && text.at(end + 1) == '1';
    let closed = !text.at(end + 2).is_ascii_alphanumeric() && !matches!(text.at(end + 2), '.' | ':' | '%');
    let first = text.before(at) != ':';
    let game = speaks_of(text, at, MEASURE, &["比分"]);
    (first && to_one && closed && !game && speaks_of(text, at, MEASURE, &["比"]))
        .then(|| quantity(Span::new(at, end + 2), &number, unit("倍", Class::Multiple), "quantity/proportion"))
}

/// 价格指数(CPI)为100.3.
fn index(text: &Text, at: usize) -> Option<Quantity> {
    let number = number_at(text, at)?;
    let end = at + number.length;
    let usual = (Decimal::TEN..Decimal::from(10_000)).contains(&number.value);
    if !usual || number.scaled || number.max.is_some() || !closed(text, end) {
        return None;
    }
    let verb =
        CLASSES.points_verb.iter().filter(|verb| text.ends_with(at, verb)).map(|verb| verb.chars().count()).max();
    let mut named = at - verb.unwrap_or(0);
    if text.before(named) == ')' {
        named = (named.saturating_sub(MEASURE)..named).rev().find(|&open| text.at(open) == '(')?;
    }
    text.ends_with(named, "指数").then(|| made(at, end, &number))
}

/// 城乡居民收入比缩小到2.1以内, 收入倍差由1.75降至1.68.
fn ratio(text: &Text, at: usize) -> Option<Quantity> {
    const WORDS: [&str; 3] = ["收入比", "倍差", "收入之比"];
    let number = number_at(text, at)?;
    let end = at + number.length;
    let small =
        number.value > Decimal::ONE && number.value < Decimal::TEN && text.slice(Span::new(at, end)).contains('.');
    let open = closed(text, end) || CLASSES.behind_points.starts(text, end);
    // 收入比重, 收入比上年: no ratio
    let before = Span::new(at.saturating_sub(MEASURE), at);
    let other = text.find("收入比", before).map(|word| text.at(word.end)).filter(|&char| is_han(char));
    let other = other.is_some_and(|char| is_among(char, "重上去同年高多少增"));
    (small && !number.scaled && number.max.is_none() && open && !other && speaks_of(text, at, MEASURE, &WORDS))
        .then(|| quantity(Span::new(at, end), &number, unit("倍", Class::Multiple), "quantity/ratio"))
}

fn made(at: usize, end: usize, number: &Number) -> Quantity {
    quantity(Span::new(at, end), number, unit("点", Class::Count), "quantity/index")
}

/// Whether no unit and no further digit follows: a mark, or what the index is compared with.
fn closed(text: &Text, end: usize) -> bool {
    const COMPARED: [&str; 6] = ["比上", "比去", "较上", "较去", "同比", "环比"];
    let mark = !is_han(text.at(end)) && !text.at(end).is_ascii_alphanumeric();
    mark && !matches!(text.at(end), '%' | '‰' | '.' | ':' | '-' | '—' | '~' | '/' | '+')
        || COMPARED.iter().any(|word| text.starts_with(end, word))
}

/// Whether one of `words` stands within `reach` before `at`, in the same clause.
fn speaks_of(text: &Text, at: usize, reach: usize, words: &[&str]) -> bool {
    let from = at.saturating_sub(reach);
    let start =
        (from..at).rev().find(|&place| matches!(text.at(place), ',' | ';' | '。' | '\n')).map_or(from, |mark| mark + 1);
    let before = text.slice(Span::new(start, at));
    words.iter().any(|word| before.contains(word))
}

fn unit(shown: &str, class: Class) -> Unit {
    Unit { length: 0, shown: shown.to_owned(), class }
}
