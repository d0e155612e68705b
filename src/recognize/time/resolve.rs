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
}

/// The year that a section speaks of (2023年工作回顾) and the level of its heading.
#[derive(Debug, Clone, Copy)]
struct Section {
    year: i32,
    level: u32,
}

/// Resolves the times of one document in order.
pub struct Resolver<'a> {
    document: &'a Document,
    /// The year a report is about: a bulletin of 2023 published in 2024.
    topic: Option<i32>,
    section: Option<Section>,
    /// How many headings lie before the present place.
    headings: usize,
    last: Option<Met>,
    /// The last one whose year is sure and which is no baseline.
    year: Option<Met>,
}

impl<'a> Resolver<'a> {
    /// Starts at the beginning of `document`.
    pub fn new(document: &'a Document) -> Self {
        Self { document, topic: clue::topic(document), section: None, headings: 0, last: None, year: None }
    }

    /// The mention of `expression` over `span`, if it denotes a date here.
    pub fn mention(&mut self, span: Span, expression: &Expression, rule: Rule) -> Option<TimeMention> {
        self.enter_section(span.start);
        let days = self.days(span, expression);
        let written = matches!(expression.year, Year::Written(..)) || matches!(expression.part, Part::Years(..));
        if days.is_none() && (self.document.date.is_some() || written || needs_passage(expression)) {
            return None;
        }
        let grain = grain(expression);
        if let Some(days) = days {
            self.remember(span, expression, Met { at: span.start, days, grain });
        }
        let assumed = !written || matches!(expression.year, Year::Written(_, true));
        let whole = matches!(expression.part, Part::Whole | Part::Years(..)) && written;
        let in_name = self.document.header.is_furniture(span.start) || whole && clue::in_name(self.document, span);
        Some(TimeMention { span, days, grain, assumed, in_name, rule })
    }

    /// Leaves the section of an outer or equal heading.
    fn enter_section(&mut self, at: usize) {
        let headings = &self.document.structure.headings;
        while let Some(heading) = headings.get(self.headings).filter(|heading| heading.span.start <= at) {
            self.headings += 1;
            if self.section.is_some_and(|section| heading.level <= section.level) {
                self.section = None;
            }
        }
    }

    /// Keeps a time for those that come.
    fn remember(&mut self, span: Span, expression: &Expression, met: Met) {
        self.last = Some(met);
        if clue::is_baseline(&self.document.text, span) || met.grain == Grain::Period && !is_past_year(expression) {
            return;
        }
        let sure = matches!(expression.year, Year::Written(..) | Year::Relative(_) | Year::Passage(_));
        let carried = expression.year == Year::Open && self.near(span).is_some();
        if sure || carried {
            self.year = Some(met);
        }
        let heading = self.headings.checked_sub(1).and_then(|last| self.document.structure.headings.get(last));
        let titled = heading.is_some_and(|heading| heading.span.contains(span)) && met.grain == Grain::Year && sure;
        if titled || is_past_year(expression) {
            let level = heading.map_or(1, |heading| heading.level);
            self.section = Some(Section { year: met.days.1.year().into(), level });
        }
    }

    fn days(&self, span: Span, expression: &Expression) -> Option<Days> {
        let first = self.part(span, expression.year, expression.part)?;
        if let Some((year, part)) = expression.to {
            let year = if year == Year::Open { year_of(expression, first) } else { year };
            let second = self.part(span, year, part)?;
            let second =
                if second.1 < first.0 && expression.year == Year::Open { in_next_year(second)? } else { second };
            return (first.0 <= second.1).then_some((first.0, second.1));
        }
        match expression.edge {
            Edge::None => Some(first),
            Edge::Last => Some((first.1, first.1)),
            Edge::Since => Some((first.0, self.document.date.unwrap_or(first.1).max(first.0))),
        }
    }

    fn part(&self, span: Span, year: Year, part: Part) -> Option<Days> {
        let near = self.last.filter(|met| span.start - met.at < MEMORY);
        match part {
            Part::Years(first, last) => years(first, last),
            Part::DayPassage(days) => single(calendar::shift(near.filter(|met| met.grain == Grain::Day)?.days.1, days)),
            Part::MonthRelative(months, true) => {
                calendar::month_around(near.filter(|met| met.grain <= Grain::Month)?.days.1, months)
            }
            Part::DayOnly(day) => self.day_alone(span, day),
            Part::SamePeriod => {
                let year = self.year(span, year, part)?;
                near.map_or_else(
                    || calendar::year(year),
                    |met| Some((in_year(met.days.0, year)?, in_year(met.days.1, year)?)),
                )
            }
            _ => match around(self.document.date, part) {
                Some(days) => days,
                None => within(self.year(span, year, part)?, part),
            },
        }
    }

    /// 30日: of the month of the day met last in the paragraph, else of the document's month or the one before.
    fn day_alone(&self, span: Span, day: u32) -> Option<Days> {
        let today = self.document.date;
        let near = self.last.filter(|met| met.grain == Grain::Day && self.is_near(span, met.at));
        if let Some(met) = near {
            let date = met.days.1;
            return single(calendar::day(date.year().into(), date.month() as u32, day));
        }
        let today = today?;
        let later = day > today.day() as u32 && !clue::lies_ahead(&self.document.text, span);
        let month = calendar::month_around(today, if later { -1 } else { 0 })?.0;
        single(calendar::day(month.year().into(), month.month() as u32, day))
    }

    /// The year that is meant.
    fn year(&self, span: Span, year: Year, part: Part) -> Option<i32> {
        let today = self.document.date.map(|date| i32::from(date.year()));
        let section = self.section.map(|section| section.year);
        match year {
            Year::Written(year, _) => Some(year),
            Year::Relative(count) => Some(today.or(self.topic)? + count),
            Year::Passage(count) => {
                let near = self.near(span).map(|met| i32::from(met.days.1.year()));
                Some(near.or(section).or(self.topic).or(today)? + count)
            }
            Year::Open => self.open_year(span, part),
        }
    }

    /// The time with a sure year that the paragraph spoke of last.
    fn near(&self, span: Span) -> Option<Met> {
        self.year.filter(|met| self.is_near(span, met.at))
    }

    fn is_near(&self, span: Span, at: usize) -> bool {
        span.start - at < MEMORY && self.document.structure.paragraph_of(span.start).holds(at)
    }

    /// The year of a part that names none: the one the paragraph speaks of, the section's, the report's, the document's.
    fn open_year(&self, span: Span, part: Part) -> Option<i32> {
        let today = self.document.date;
        let goal = ["目标", "任务", "各项"].iter().any(|word| self.document.text.starts_with(span.end, word));
        let near = self.near(span).filter(|met| today.is_none_or(|today| met.days.0 <= today));
        if let Some(met) = near.filter(|_| !goal) {
            return Some(following(met, part, today));
        }
        if let Some(section) = self.section.filter(|_| !goal) {
            return Some(section.year);
        }
        if let Some(topic) = self.topic {
            return Some(topic);
        }
        let today = today?;
        let year = i32::from(today.year());
        if matches!(part, Part::Day(..) | Part::Months(..) | Part::Third(..)) {
            let months = within(year, part)?.0.month() - today.month();
            let ahead = clue::lies_ahead(&self.document.text, span);
            return Some(match months {
                7.. if !ahead => year - 1,
                ..-8 if ahead => year + 1,
                _ => year,
            });
        }
        Some(year)
    }
}

/// The year of a part told after `met`: January after December is of the next year.
fn following(met: Met, part: Part, today: Option<Date>) -> i32 {
    let year = i32::from(met.days.1.year());
    let fine = matches!(part, Part::Day(..) | Part::Months(..)) && matches!(met.grain, Grain::Day | Grain::Month);
    let turned = |days: Days| days.1 < met.days.0 && met.days.0.month() - days.0.month() > 6;
    let next = fine && within(year, part).is_some_and(turned);
    let past = within(year + 1, part).is_some_and(|days| today.is_none_or(|today| days.0 <= today));
    if next && past { year + 1 } else { year }
}

/// Whether only an earlier time can give the days.
fn needs_passage(expression: &Expression) -> bool {
    matches!(expression.part, Part::DayPassage(_) | Part::MonthRelative(_, true))
}

/// 过去一年: a section that begins with it speaks of that year.
fn is_past_year(expression: &Expression) -> bool {
    expression.part == Part::YearsAround(-1)
}

fn years(first: i32, last: i32) -> Option<Days> {
    Some((calendar::year(first)?.0, calendar::year(last)?.1))
}

/// The year that the upper end of a range shares with its lower end.
fn year_of(expression: &Expression, first: Days) -> Year {
    match expression.year {
        Year::Open => Year::Written(first.0.year().into(), true),
        year => year,
    }
}

fn in_next_year(days: Days) -> Option<Days> {
    Some((calendar::shift_months(days.0, 12)?, calendar::shift_months(days.1, 12)?))
}

/// Parts that count from the document's date; None for all others.
fn around(today: Option<Date>, part: Part) -> Option<Option<Days>> {
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
