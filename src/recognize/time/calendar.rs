//! Months, quarters, weeks as days.

use crate::lexicon::{Lexicon, rows};
use jiff::civil::Date;
use std::sync::LazyLock;

/// First and last day.
pub type Days = (Date, Date);

/// The day, if the calendar has it.
pub fn day(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// From the first day of one month to the last day of another.
pub fn months(year: i32, first: u32, last: u32) -> Option<Days> {
    Some((day(year, first, 1)?, day(year, last, 1)?.last_of_month()))
}

/// The whole year.
pub fn year(year: i32) -> Option<Days> {
    months(year, 1, 12)
}

/// `date`, so many days later.
pub fn shift(date: Date, days: i64) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// `date`, so many months later.
pub fn shift_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_months(months).ok()?).ok()
}

/// The month so many months after that of `date`.
pub fn month_around(date: Date, months_later: i32) -> Option<Days> {
    let first = shift_months(date.first_of_month(), months_later)?;
    Some((first, first.last_of_month()))
}

/// The quarter so many quarters after that of `date`.
pub fn quarter_around(date: Date, quarters: i32) -> Option<Days> {
    let first = day(date.year().into(), (date.month() as u32 - 1) / 3 * 3 + 1, 1)?;
    let first = shift_months(first, 3 * quarters)?;
    Some((first, month_around(first, 2)?.1))
}

/// 上旬 1, 中旬 2, 下旬 3, 上中旬 4, 中下旬 5 of the month of `date`.
pub fn third(date: Date, number: u32) -> Option<Days> {
    let first = date.first_of_month();
    Some(match number {
        1 => (first, shift(first, 9)?),
        2 => (shift(first, 10)?, shift(first, 19)?),
        4 => (first, shift(first, 19)?),
        5 => (shift(first, 10)?, first.last_of_month()),
        _ => (shift(first, 20)?, first.last_of_month()),
    })
}

/// 春 1, 夏 2, 秋 3, 冬 4: three months from March on.
pub fn season(year: i32, number: u32) -> Option<Days> {
    let first = day(year, 3 * number, 1)?;
    Some((first, shift_months(first, 2)?.last_of_month()))
}

/// A festival.
pub struct Festival {
    /// Its name.
    pub name: &'static str,
    /// The name alone, without 节, 期间 or quotation marks, is too common for a date.
    pub weak: bool,
    /// Month and day of a festival by the sun's calendar.
    fixed: Option<(u32, u32)>,
    /// By the moon's calendar or a weekday: the key of the table of dates, and days after it.
    moving: Option<(&'static str, i64)>,
    /// Days of the holiday: how many before the day, how many in all.
    holiday: (i64, i64),
}

static MOVING: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| rows(include_str!("moving.tsv")).collect());
/// Their names.
pub static FESTIVAL_NAMES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("festivals.tsv")));
/// The festivals of the list.
pub static FESTIVALS: LazyLock<Vec<Festival>> =
    LazyLock::new(|| rows(include_str!("festivals.tsv")).filter_map(|row| festival(&row)).collect());

fn festival(row: &[&'static str]) -> Option<Festival> {
    let rule = *row.get(1)?;
    let pair = |words: &'static str, mark: char| words.split_once(mark);
    let fixed = pair(rule, '-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
    let moving = pair(rule, '+').and_then(|(key, days)| Some((key, days.parse().ok()?)));
    let (before, length) = pair(row.get(2)?, '/')?;
    Some(Festival {
        name: row[0],
        weak: row.get(3) == Some(&"weak"),
        fixed,
        moving,
        holiday: (before.parse().ok()?, length.parse().ok()?),
    })
}

/// The day or the holiday of a festival in `year`.
pub fn festival_days(number: usize, holiday: bool, year: i32) -> Option<Days> {
    let festival = FESTIVALS.get(number)?;
    let date = match (festival.fixed, festival.moving) {
        (Some((month, date)), _) => day(year, month, date)?,
        (_, Some((key, days))) => shift(moving(key, year)?, days)?,
        _ => return None,
    };
    if !holiday || festival.holiday.1 <= 1 {
        return Some((date, date));
    }
    let first = shift(date, -festival.holiday.0)?;
    Some((first, shift(first, festival.holiday.1 - 1)?))
}

/// The day in `year` of a festival that moves.
fn moving(key: &str, year: i32) -> Option<Date> {
    let nth = |month: u32, weekday: i8, number: i64| {
        let first = day(year, month, 1)?;
        let ahead = i64::from((weekday - first.weekday().to_monday_one_offset()).rem_euclid(7));
        shift(first, ahead + 7 * (number - 1))
    };
    match key {
        "mother" => nth(5, 7, 2),
        "father" => nth(6, 7, 3),
        "thanks" => nth(11, 4, 4),
        _ => {
            let row = MOVING.iter().find(|row| row[0] == key && row[1].starts_with(&format!("{year}-")))?;
            crate::day::day(row[1])
        }
    }
}
