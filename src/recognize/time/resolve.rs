//! From what an expression says to days: the document's date and the times met before fill what is open.

use super::calendar::{self, Days};
use super::clue;
use super::expression::{Edge, Expression, Part, Year};
use super::{Grain, Rule, TimeMention};
use crate::analysis::Span;
use crate::document::Document;
use jiff::civil::Date;

/// How far back, in code points, a time may fill what a later one leaves open.
const MEMORY: usize = 400;

/// A time met before.
#[derive(Debug, Clone, Copy)]
struct Met {
    at: usize,
    days: Days,
    grain: Grain,
    /// The year was written or counted from the document's date, not guessed.
    firm: bool,
    baseline: bool,
}

/// Resolves the times of one document in order.
pub struct Resolver<'a> {
    document: &'a Document,
    /// The year a report is about: a bulletin of 2023 published in 2024.
    topic: Option<i32>,
    last: Option<Met>,
    /// The last one that speaks of a year and is no baseline.
    year: Option<Met>,
}

impl<'a> Resolver<'a> {
    /// Starts at the beginning of `document`.
    pub fn new(document: &'a Document) -> Self {
        Self { document, topic: topic(document), last: None, year: None }
    }

    /// The mention of `expression` over `span`, if it denotes a date here.
    pub fn mention(&mut self, span: Span, expression: &Expression, rule: Rule) -> Option<TimeMention> {
        let document = self.document;
        let today = document.date;
        let days = self.days(span, expression);
        let written = matches!(expression.year, Year::Written(..)) || matches!(expression.part, Part::Years(..));
        let from_passage = matches!(expression.year, Year::Passage(_))
            || matches!(expression.part, Part::DayPassage(_) | Part::MonthRelative(_, true) | Part::SamePeriod);
        if days.is_none()
            && (today.is_some() && !from_passage
                || written
                || from_passage && matches!(expression.part, Part::DayPassage(_) | Part::MonthRelative(..)))
        {
            return None;
        }
        let grain = grain(expression);
        let assumed = !written || matches!(expression.year, Year::Written(_, true));
        let relative = matches!(expression.year, Year::Relative(_));
        if let Some(days) = days {
            let baseline = clue::is_baseline(&document.text, span);
            let met = Met { at: span.start, days, grain, firm: written || relative, baseline };
            self.last = Some(met);
            if !baseline && (written || relative || matches!(expression.year, Year::Open)) && grain != Grain::Period {
                self.year = Some(met);
            }
        }
        let whole = matches!(expression.part, Part::Whole | Part::Years(..)) && written;
        let in_name = document.header.is_furniture(span.start) || whole && clue::in_name(document, span);
        Some(TimeMention { span, days, grain, assumed, in_name, rule })
    }

    fn days(&self, span: Span, expression: &Expression) -> Option<Days> {
        let first = self.part(span, expression.year, expression.part)?;
        if let Some((year, part)) = expression.to {
            let year = if year == Year::Open { self.year_of(expression, first) } else { year };
            let second = self.part(span, year, part)?;
            return (first.0 <= second.1).then_some((first.0, second.1));
        }
        match expression.edge {
            Edge::None => Some(first),
            Edge::Last => Some((first.1, first.1)),
            Edge::Since => {
                let end = self.document.date.unwrap_or(first.1);
                Some((first.0, end.max(first.0)))
            }
        }
    }

    /// The year that the upper end of a range shares with its lower end.
    fn year_of(&self, expression: &Expression, first: Days) -> Year {
        match expression.year {
            Year::Open => Year::Written(first.0.year().into(), true),
            year => year,
        }
    }

    fn part(&self, span: Span, year: Year, part: Part) -> Option<Days> {
        let today = self.document.date;
        match part {
            Part::Years(first, last) => Some((calendar::year(first)?.0, calendar::year(last)?.1)),
            Part::DayRelative(days) => single(calendar::shift(today?, days)),
            Part::DayPassage(days) => {
                let last = self.last.filter(|met| met.grain == Grain::Day && span.start - met.at < MEMORY)?;
                single(calendar::shift(last.days.1, days))
            }
            Part::DayOfRelative(months, day) => {
                let first = calendar::month_around(today?, months)?.0;
                single(calendar::day(first.year().into(), first.month() as u32, day))
            }
            Part::MonthRelative(months, false) => calendar::month_around(today?, months),
            Part::MonthRelative(months, true) => {
                let last = self.last.filter(|met| met.grain <= Grain::Month && span.start - met.at < MEMORY)?;
                calendar::month_around(last.days.1, months)
            }
            Part::ThirdRelative(months, third) => calendar::third(calendar::month_around(today?, months)?.0, third),
            Part::Week(weeks, weekday) => week(today?, weeks, weekday),
            Part::YearsAround(years) => years_around(today?, years),
            Part::DaysAround(days) if days < 0 => Some((calendar::shift(today?, days)?, calendar::shift(today?, -1)?)),
            Part::DaysAround(days) => Some((calendar::shift(today?, 1)?, calendar::shift(today?, days)?)),
            Part::MonthsAround(months) if months < 0 => {
                Some((calendar::shift_months(today?, months)?, calendar::shift(today?, -1)?))
            }
            Part::MonthsAround(months) => Some((calendar::shift(today?, 1)?, calendar::shift_months(today?, months)?)),
            Part::MonthsAway(months) => single(calendar::shift_months(today?, months)),
            Part::QuarterRelative(quarters) => {
                let today = today?;
                let begin = calendar::day(today.year().into(), (today.month() as u32 - 1) / 3 * 3 + 1, 1)?;
                let first = calendar::shift_months(begin, 3 * quarters)?;
                Some((first, calendar::month_around(first, 2)?.1))
            }
            Part::SamePeriod => {
                let year = self.year(span, year, part)?;
                let last = self.last.filter(|met| span.start - met.at < MEMORY);
                match last {
                    Some(met) => Some((in_year(met.days.0, year)?, in_year(met.days.1, year)?)),
                    None => calendar::year(year),
                }
            }
            _ => within(self.year(span, year, part)?, part),
        }
    }

    /// The year that is meant.
    fn year(&self, span: Span, year: Year, part: Part) -> Option<i32> {
        let today = self.document.date.map(|date| i32::from(date.year()));
        match year {
            Year::Written(year, _) => Some(year),
            Year::Relative(count) => Some(today.or(self.topic)? + count),
            Year::Passage(count) => {
                let near = self.year.filter(|met| span.start - met.at < MEMORY && self.same_paragraph(span, met.at));
                let anchor = near.map(|met| i32::from(met.days.1.year())).or(self.topic).or(today)?;
                Some(anchor + count)
            }
            Year::Open => self.open_year(span, part),
        }
    }

    /// The year of a part that names none: the one the sentence speaks of, the report's, the document's.
    fn open_year(&self, span: Span, part: Part) -> Option<i32> {
        let today = self.document.date;
        let near = self.year.filter(|met| met.firm && !met.baseline && span.start - met.at < MEMORY);
        let near =
            near.filter(|met| self.same_paragraph(span, met.at) && today.is_none_or(|today| met.days.0 <= today));
        if let Some(met) = near {
            let goal = ["目标", "任务", "各项"].iter().any(|word| self.document.text.starts_with(span.end, word));
            if !goal {
                return Some(met.days.1.year().into());
            }
        }
        if let Some(topic) = self.topic {
            return Some(topic);
        }
        let today = today?;
        let year = i32::from(today.year());
        if matches!(part, Part::Day(..) | Part::Months(..) | Part::Third(..)) {
            let ahead = clue::lies_ahead(&self.document.text, span);
            let first = within(year, part)?.0;
            let months = first.month() as i32 - today.month() as i32;
            if months > 6 && !ahead {
                return Some(year - 1);
            }
            if months < -8 && ahead {
                return Some(year + 1);
            }
        }
        Some(year)
    }

    fn same_paragraph(&self, span: Span, at: usize) -> bool {
        self.document.structure.paragraph_of(span.start).holds(at)
    }
}

fn single(date: Option<Date>) -> Option<Days> {
    date.map(|date| (date, date))
}

fn in_year(date: Date, year: i32) -> Option<Date> {
    calendar::day(year, date.month() as u32, date.day() as u32).or_else(|| calendar::day(year, 2, 28))
}

/// The days of a part of `year`.
fn within(year: i32, part: Part) -> Option<Days> {
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

fn grain(expression: &Expression) -> Grain {
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
        Part::Day(..) | Part::DayOfRelative(..) | Part::DayRelative(_) | Part::DayPassage(_) => Grain::Day,
        Part::MonthsAway(_) | Part::Festival(_, false) | Part::Week(_, 1..=7) => Grain::Day,
        Part::Week(..) => Grain::Week,
        Part::Years(first, last) if first == last => Grain::Year,
        Part::Years(..) | Part::YearsAround(_) => Grain::Period,
        _ => Grain::Span,
    }
}

/// The year of a bulletin or a report, from its title or its first words.
fn topic(document: &Document) -> Option<i32> {
    let text = &document.text;
    let head = Span::new(0, text.len().min(200));
    const NOUNS: [&str; 6] = ["统计公报", "公报", "预算执行", "决算", "年度报告", "经济运行情况"];
    let titled = NOUNS.iter().any(|noun| text.slice(head).contains(noun));
    if !titled {
        return None;
    }
    (0..head.end).find_map(|at| match super::parse::year_at(text, at)? {
        Year::Written(year, false) if document.date.is_none_or(|date| i32::from(date.year()) - year <= 2) => Some(year),
        _ => None,
    })
}
