//! Reads the time expression that starts at one place.

use super::Rule;
use super::calendar::FESTIVALS;
use super::expression::{Edge, Expression, Part, Year};
use super::relative;
use crate::document::Document;
use crate::recognize::number::{Small, han_digit, is_number_char, small};
use crate::text::{Text, is_among, is_han};
use rustc_hash::FxHashSet as HashSet;
use std::sync::LazyLock;

mod date;
mod period;
mod sub;

/// An expression with its place.
pub struct Read {
    pub start: usize,
    pub end: usize,
    pub expression: Expression,
    pub rule: Rule,
}

impl Read {
    pub fn new(start: usize, end: usize, expression: Expression, rule: Rule) -> Self {
        Self { start, end, expression, rule }
    }
}

/// First characters of what the readers below look for beside the words of the lists and numbers.
const STARTERS: &str = "“‘第前头半首末全年上下过最近未今接往此周星礼春夏秋冬本";

static FIRST: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let words = relative::words().chain(FESTIVALS.iter().map(|festival| festival.name));
    words.filter_map(|word| word.chars().next()).chain(STARTERS.chars()).collect()
});

/// Whether an expression may start with `char`.
pub fn may_start(char: char) -> bool {
    is_number_char(char) || FIRST.contains(&char)
}

/// Where to go on when nothing starts at `at`: never inside a run of digits.
pub fn behind(text: &Text, at: usize) -> usize {
    let mut next = at + 1;
    if text.at(at).is_ascii_digit() {
        while text.at(next).is_ascii_digit() || text.at(next) == '.' && text.at(next + 1).is_ascii_digit() {
            next += 1;
        }
    } else if is_number_char(text.at(at)) {
        while is_number_char(text.at(next)) {
            next += 1;
        }
    }
    next
}

/// Words that may touch a relative time although the segmenter joins them with its first character (至今|年底).
const PREPOSITIONS: &str = "至到比较从自于在截同与由是占超为和";

/// Reads the expression at `at`.
pub fn read(document: &Document, at: usize) -> Option<Read> {
    let text = &document.text;
    let before = text.before(at);
    let recurs =
        matches!(before, '每' | '第') || text.ends_with(at, "每年") || text.ends_with(at, "每月") || before == '逢';
    let coded = before.is_ascii_alphabetic() && text.at(at).is_ascii_digit();
    let inside_word = is_han(text.at(at))
        && !is_number_char(text.at(at))
        && !document.tokens.is_boundary(at)
        && !is_among(before, PREPOSITIONS);
    if recurs || coded || inside_word {
        return None;
    }
    let first = period::plan(text, at)
        .or_else(|| date::iso(text, at))
        .or_else(|| date::year_month(text, at))
        .or_else(|| date::years(text, at))
        .or_else(|| date::year_dash_month(text, at))
        .or_else(|| date::decade(text, at))
        .or_else(|| led_by_year(text, at))
        .or_else(|| relative::read(document, at))
        .or_else(|| period::around(text, at))
        .or_else(|| period::away(text, at))
        .or_else(|| open(text, at))
        .or_else(|| date::day_alone(text, at))?;
    Some(since(text, range(document, first)))
}

/// A year, written or relative, and what follows it: 2022年, 今年1—8月, 去年底.
fn led_by_year(text: &Text, at: usize) -> Option<Read> {
    let (year, end, rule) = date::year(text, at).or_else(|| relative::year(text, at))?;
    let place = blanks(text, end);
    // 今年的四月, 2010年的国庆节
    let owned = |(part, edge, _): (Part, Edge, usize)| edge == Edge::None && part != Part::Whole;
    let of = usize::from(text.at(place) == '的' && sub::part(text, place + 1, true).is_some_and(owned));
    if let Some((part, edge, end)) = sub::part(text, place + of, true) {
        let expression = Expression { edge, ..Expression::new(year, part) };
        return Some(Read::new(at, end, expression, "time/year-part"));
    }
    if !date::stands_alone(text, at, end, year) {
        return None;
    }
    Some(Read::new(at, end, Expression::new(year, Part::Whole), rule))
}

/// A part of a year that no year stands before: 1月28日, 四季度, 年末.
fn open(text: &Text, at: usize) -> Option<Read> {
    let (part, edge, end) = sub::part(text, at, false)?;
    Some(Read::new(at, end, Expression { edge, ..Expression::new(Year::Open, part) }, "time/part"))
}

/// …至…: a second expression behind a joining mark.
fn range(document: &Document, first: Read) -> Read {
    let text = &document.text;
    if first.expression.to.is_some() || first.expression.edge != Edge::None {
        return first;
    }
    let mark = blanks(text, first.end);
    // 9月1日起至12月31日
    let mark = mark + usize::from(text.at(mark) == '起' && matches!(text.at(mark + 1), '至' | '到'));
    if !matches!(text.at(mark), '至' | '到' | '—' | '-' | '~') {
        return first;
    }
    let mark_end = mark + 1 + usize::from(text.at(mark) == '—' && text.at(mark + 1) == '—');
    let place = blanks(text, mark_end);
    let second = match led_by_year(text, place)
        .or_else(|| date::iso(text, place))
        .or_else(|| date::year_month(text, place))
        .or_else(|| relative_day(document, place))
    {
        Some(read) => Some((read.expression.year, read.expression.part, read.expression.edge, read.end)),
        None => upper(text, place, first.expression.part),
    };
    match second {
        Some((year, part, Edge::None | Edge::Last, end)) if joinable(first.expression.part, part) => {
            let expression = Expression { to: Some((year, part)), ..first.expression };
            Read::new(first.start, end, expression, "time/range")
        }
        _ => first,
    }
}

fn relative_day(document: &Document, at: usize) -> Option<Read> {
    relative::read(document, at)
        .filter(|read| matches!(read.expression.part, Part::DayRelative(_) | Part::Week(_, 1..=7)))
}

/// The upper end without a year: a part, or a bare day of the same month.
fn upper(text: &Text, at: usize, first: Part) -> Option<(Year, Part, Edge, usize)> {
    if let Some((part, edge, end)) = sub::part(text, at, false) {
        return Some((Year::Open, part, edge, end));
    }
    let of = |day: u32| match first {
        Part::Day(month, _) => Some(Part::Day(month, day)),
        Part::DayOnly(_) => Some(Part::DayOnly(day)),
        _ => None,
    };
    let day = whole(text, at, 1, 31)?;
    let end = at + day.length;
    let part = of(day.value).filter(|_| matches!(text.at(end), '日' | '号'))?;
    Some((Year::Open, part, Edge::None, end + 1))
}

fn joinable(first: Part, second: Part) -> bool {
    let fine = |part: Part| matches!(part, Part::Day(..) | Part::DayOnly(_) | Part::DayRelative(_) | Part::Week(..));
    match (first, second) {
        (Part::SamePeriod, _) | (_, Part::SamePeriod) => false,
        _ => fine(first) == fine(second) || matches!(first, Part::Months(..) | Part::Day(..)),
    }
}

/// …以来.
fn since(text: &Text, mut read: Read) -> Read {
    let open = read.expression.to.is_none() && read.expression.edge == Edge::None;
    let years = matches!(
        read.expression.part,
        Part::YearsAround(_) | Part::DaysAround(_) | Part::MonthsAround(_) | Part::SamePeriod
    );
    if open && !years && ["以来", "至今"].iter().any(|word| text.starts_with(read.end, word)) {
        read.expression.edge = Edge::Since;
        read.end += 2;
        read.rule = "time/since";
    }
    read
}

/// Passes at most two blanks.
pub fn blanks(text: &Text, at: usize) -> usize {
    (at..at + 2).find(|&place| text.at(place) != ' ').unwrap_or(at + 2)
}

/// The whole number at `at`, if it lies between the bounds and no decimal part follows.
pub fn whole(text: &Text, at: usize, least: u32, most: u32) -> Option<Small> {
    let number = small(text, at)?;
    // 一二月 is two months, not the twelfth.
    if number.han
        && number.digits == 2
        && !matches!(text.at(at), '〇' | '零')
        && !matches!(text.at(at + 1), '〇' | '零')
    {
        return None;
    }
    (least..=most).contains(&number.value).then_some(number)
}

/// Two Chinese digits that follow each other: 一二月份, 三四季度.
pub fn pair(text: &Text, at: usize) -> Option<(u32, u32)> {
    let (first, second) = (han_digit(text.at(at))?, han_digit(text.at(at + 1))?);
    (first > 0 && second == first + 1 && han_digit(text.at(at + 2)).is_none()).then_some((first, second))
}

/// The written year at `at`.
pub fn year_at(text: &Text, at: usize) -> Option<Year> {
    if is_number_char(text.before(at)) { None } else { date::year(text, at).map(|(year, ..)| year) }
}
