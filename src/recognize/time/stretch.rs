//! The days of a part: within a year, around the document's date; how fine an expression is.

use super::Grain;
use super::calendar::{self, Days};
use super::expression::{Edge, Expression, Part};
use jiff::civil::Date;

/// From the first day of one year to the last of another.
pub fn years(first: i32, last: i32) -> Option<Days> {
    Some((calendar::year(first)?.0, calendar::year(last)?.1))
}

/// The same days of the next year.
pub fn in_next_year(days: Days) -> Option<Days> {
    Some((calendar::shift_months(days.0, 12)?, calendar::shift_months(days.1, 12)?))
}

/// Parts that count from the document's date; None for all others.
pub fn around(today: Option<Date>, part: Part) -> Option<Option<Days>> {
    let around = |date: Date| match part {
        Part::DayRelative(days) => Some(single(calendar::shift(date, days))),
        Part::DayOfRelative(months, day) => Some(
            calendar::month_around(date, months)
                .and_then(|(first, _)| single(calendar::day(first.year().into(), first.month() as u32, day))),
        ),
        Part::MonthRelative(months, false) => Some(calendar::month_around(date, months)),
        Part::ThirdRelative(months, third) => {
            Some(calendar::month_around(date, months).and_then(|(first, _)| calendar::third(first, third)))
        }
        Part::Week(weeks, weekday) => Some(week(date, weeks, weekday)),
        Part::YearsAround(count) => Some(years_around(date, count)),
        Part::YearsRelative(first, last) => Some(years(i32::from(date.year()) + first, i32::from(date.year()) + last)),
        Part::DaysAround(days) if days < 0 => Some(both(calendar::shift(date, days), calendar::shift(date, -1))),
        Part::DaysAround(days) => Some(both(calendar::shift(date, 1), calendar::shift(date, days))),
        Part::MonthsAround(months) if months < 0 => {
            Some(both(calendar::shift_months(date, months), calendar::shift(date, -1)))
        }
        Part::MonthsAround(months) => Some(both(calendar::shift(date, 1), calendar::shift_months(date, months))),
        Part::MonthsAway(months) => Some(single(calendar::shift_months(date, months))),
        Part::QuarterRelative(quarters) => Some(calendar::quarter_around(date, quarters)),
        _ => None,
    };
    match today {
        Some(today) => around(today),
        None => around(Date::MAX.first_of_year()).map(|_| None),
    }
}

fn both(first: Option<Date>, last: Option<Date>) -> Option<Days> {
    Some((first?, last?))
}

/// One day as an interval.
pub fn single(date: Option<Date>) -> Option<Days> {
    date.map(|date| (date, date))
}

/// The same day of another year.
pub fn in_year(date: Date, year: i32) -> Option<Date> {
    calendar::day(year, date.month() as u32, date.day() as u32).or_else(|| calendar::day(year, 2, 28))
}

/// The days of a part of `year`.
pub fn within(year: i32, part: Part) -> Option<Days> {
    match part {
        Part::Half(1) => calendar::months(year, 1, 6),
        Part::Half(_) => calendar::months(year, 7, 12),
        Part::Quarters(first, last) => calendar::months(year, 3 * first - 2, 3 * last),
        Part::Months(first, last) => calendar::months(year, first, last),
        Part::Third(month, third) => calendar::third(calendar::day(year, month, 1)?, third),
        Part::Day(month, day) => single(calendar::day(year, month, day)),
        Part::Beginning => calendar::months(year, 1, 3),
        Part::Season(number) => calendar::season(year, number),
        Part::Festival(number, holiday) => calendar::festival_days(number, holiday, year),
        _ => calendar::year(year),
    }
}

fn week(today: Date, weeks: i64, weekday: u32) -> Option<Days> {
    let monday = calendar::shift(today, 7 * weeks - i64::from(today.weekday().to_monday_zero_offset()))?;
    match weekday {
        0 => Some((monday, calendar::shift(monday, 6)?)),
        8 => Some((calendar::shift(monday, 5)?, calendar::shift(monday, 6)?)),
        number => single(calendar::shift(monday, i64::from(number) - 1)),
    }
}

/// Whole years: late in the year the present one counts as past.
fn years_around(today: Date, years: i32) -> Option<Days> {
    let last = i32::from(today.year()) - i32::from(today.month() < 10);
    let (first, last) = if years < 0 { (last + years + 1, last) } else { (last + 1, last + years) };
    Some((calendar::year(first)?.0, calendar::year(last)?.1))
}

/// How fine an expression is.
pub fn grain(expression: &Expression) -> Grain {
    if expression.to.is_some() || expression.edge == Edge::Since {
        return Grain::Span;
    }
    if expression.edge == Edge::Last {
        return Grain::Day;
    }
    match expression.part {
        Part::Whole => Grain::Year,
        Part::Half(_) => Grain::Half,
        Part::Quarters(first, last) if first == last => Grain::Quarter,
        Part::QuarterRelative(_) => Grain::Quarter,
        Part::Months(first, last) if first == last => Grain::Month,
        Part::MonthRelative(..) => Grain::Month,
        Part::Day(..) | Part::DayOnly(_) | Part::DayOfRelative(..) | Part::DayRelative(_) | Part::DayPassage(_) => {
            Grain::Day
        }
        Part::MonthsAway(_) | Part::Festival(_, false) | Part::Week(_, 1..=7) => Grain::Day,
        Part::Week(..) => Grain::Week,
        Part::Years(first, last) if first == last => Grain::Year,
        Part::Years(..) | Part::YearsRelative(..) | Part::YearsAround(_) => Grain::Period,
        _ => Grain::Span,
    }
}
