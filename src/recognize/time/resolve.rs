//! From what an expression says to days: the document's date and the times met before fill what is open.

use super::calendar::{self, Days};
use super::clue;
use super::expression::{Edge, Expression, Part, Year};
use super::stretch::{around, grain, in_next_year, in_year, single, within, years};
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
    /// Where it was opened by the running text (一年来), not by a heading.
    by_words: Option<usize>,
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
    /// The last one that is no baseline.
    told: Option<Met>,
    /// The last day.
    day: Option<Met>,
    /// The last one whose year is sure and which is no baseline.
    year: Option<Met>,
}

impl<'a> Resolver<'a> {
    /// Starts at the beginning of `document`.
    pub fn new(document: &'a Document) -> Self {
        Self {
            document,
            topic: clue::topic(document),
            section: None,
            headings: 0,
            last: None,
            told: None,
            day: None,
            year: None,
        }
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
        if !clue::is_baseline(&self.document.text, span) {
            self.told = Some(met);
        }
        if met.grain == Grain::Day && met.days.0 == met.days.1 {
            self.day = Some(met);
        }
        if clue::is_baseline(&self.document.text, span) || met.grain == Grain::Period && !is_past_year(expression) {
            return;
        }
        if self.document.text.ends_with(span.start, "到了") {
            return; // 订单排到了2027年
        }
        let written = matches!(expression.year, Year::Written(..));
        if written && met.grain == Grain::Year && clue::of_something(&self.document.text, span) {
            return;
        }
        let today = self.document.date.map(|date| i32::from(date.year()));
        let old = today.is_some_and(|today| i32::from(met.days.1.year()) + 2 < today);
        if written && old && clue::dates_a_thing(&self.document.text, span) {
            return;
        }
        let sure = matches!(expression.year, Year::Written(..) | Year::Relative(_) | Year::Passage(_));
        let carried = expression.year == Year::Open && self.near(span).is_some();
        if sure || carried {
            self.year = Some(met);
        }
        let heading = self.headings.checked_sub(1).and_then(|last| self.document.structure.headings.get(last));
        let opens = self.document.structure.paragraph_of(span.start).start == span.start;
        if let Some(at) = self.section.and_then(|section| section.by_words) {
            // 一年来…, then a paragraph that starts with a year, or comes to speak of 今年
            let later = !self.document.structure.paragraph_of(span.start).holds(at);
            let present = expression.year == Year::Relative(0) && later;
            if met.grain == Grain::Year && sure && (opens || present) {
                self.section = None;
            }
        }
        let titled = heading.is_some_and(|heading| heading.span.contains(span)) && met.grain == Grain::Year && sure;
        if titled || is_past_year(expression) {
            let level = heading.map_or(1, |heading| heading.level);
            self.section =
                Some(Section { year: met.days.1.year().into(), level, by_words: (!titled).then_some(span.start) });
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
            Part::DayPassage(days) => single(calendar::shift(self.day_of_passage(span)?, days)),
            Part::MonthRelative(months, true) => {
                calendar::month_around(near.filter(|met| met.grain <= Grain::Month)?.days.1, months)
            }
            Part::DayOnly(day) => self.day_alone(span, day),
            Part::SamePeriod => {
                let year = self.year(span, year, part)?;
                let told = self.told.filter(|met| span.start - met.at < MEMORY);
                told.or(near).map_or_else(
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

    /// The day that 当天 and 次日 speak of: the one told of last; not where the word only says how soon (通车后当天).
    fn day_of_passage(&self, span: Span) -> Option<Date> {
        const FAR: usize = 1200;
        let soon = matches!(self.document.text.before(span.start), '后' | '的' | '到');
        self.day.filter(|met| !soon && span.start - met.at < FAR).map(|met| met.days.1)
    }

    /// 30日: of the month of the day met last in the paragraph, else of the document's month or the one before.
    fn day_alone(&self, span: Span, day: u32) -> Option<Days> {
        let today = self.document.date;
        let near = self.last.filter(|met| met.grain == Grain::Day && self.is_near(span, met.at));
        if let Some(met) = near {
            let date = met.days.1;
            let same = calendar::day(date.year().into(), date.month() as u32, day)?;
            if today.is_none_or(|today| same <= today || clue::lies_ahead(&self.document.text, span)) {
                return single(Some(same));
            }
        }
        let today = today?;
        let later = day > today.day() as u32 && !clue::lies_ahead(&self.document.text, span);
        let month = calendar::month_around(today, if later { -1 } else { 0 })?.0;
        single(calendar::day(month.year().into(), month.month() as u32, day))
    }

    /// The year that is meant.
    fn year(&self, span: Span, year: Year, part: Part) -> Option<i32> {
        let today = self.document.date.map(|date| i32::from(date.year()));
        match year {
            Year::Written(year, _) => Some(year),
            Year::Relative(count) => Some(today.or(self.topic)? + count),
            Year::Passage(count) => {
                let near = self.near(span).map(|met| i32::from(met.days.1.year()));
                Some(near.or(self.report_year()).or(today)? + count)
            }
            Year::Open => self.open_year(span, part),
        }
    }

    /// Whether the section or the title says which year is told of.
    fn told_of(&self) -> bool {
        self.section.is_some() || self.topic.is_some()
    }

    /// The year that is reported on: the section's, the title's, or early in a year the last one if it was named last.
    fn report_year(&self) -> Option<i32> {
        let section = self.section.map(|section| section.year);
        section.or(self.topic).or_else(|| {
            let today = self.document.date.filter(|today| today.month() <= 3)?;
            let last = self.year.filter(|met| met.grain == Grain::Year).map(|met| i32::from(met.days.1.year()))?;
            (last == i32::from(today.year()) - 1).then_some(last)
        })
    }

    /// The time with a sure year that the paragraph spoke of last.
    fn near(&self, span: Span) -> Option<Met> {
        self.year.filter(|met| self.is_near(span, met.at))
    }

    fn is_near(&self, span: Span, at: usize) -> bool {
        span.start - at < MEMORY && self.document.structure.paragraph_of(span.start).holds(at)
    }

    /// The next year, where the paragraph has come to speak of it and the part is over in the present one: 明年…一季度; late in
    /// a year also where the part is promised without a year (确保一季度“开门红”).
    fn coming_year(&self, span: Span, part: Part) -> Option<i32> {
        let (today, text) = (self.document.date?, &self.document.text);
        let year = i32::from(today.year());
        let over = within(year, part).is_some_and(|days| days.1 < today);
        let stretch = matches!(part, Part::Half(_) | Part::Quarters(..));
        let whole = part == Part::Whole && today.month() >= 10 && !text.ends_with(span.start, "预计");
        // …会议提出,2025年…。会议强调,要…,全年…: a demand goes on with the year of the paragraph before
        let closing = today.month() >= 11;
        let demanded =
            || self.year.filter(|met| closing && span.start - met.at < MEMORY && clue::is_demanded(text, span));
        let spoken = self.near(span).or_else(demanded).filter(|met| met.grain == Grain::Year && met.days.0 > today);
        match spoken {
            Some(met) if stretch && over || whole => Some(met.days.0.year().into()),
            _ if stretch && over && today.month() >= 10 && clue::is_promised(text, span) => Some(year + 1),
            _ => None,
        }
    }

    /// 大桥2021年底通车。…隧道三季度动工: a quarter, years after the one that an earlier sentence named.
    fn long_ago(&self, span: Span, met: Met, part: Part) -> bool {
        let stretch = matches!(part, Part::Half(_) | Part::Quarters(..));
        let past = self.document.date.is_some_and(|today| met.days.1.year() + 2 <= today.year());
        let apart = || self.document.text.find("。", Span::new(met.at.min(span.start), span.start)).is_some();
        stretch && past && self.section.is_none() && self.topic.is_none() && apart()
    }

    /// …某某去年收入超过20万元。上半年,全市…: a year that an earlier sentence named behind its subject, and a stretch of the
    /// present one that is over.
    fn in_passing(&self, span: Span, met: Met, part: Part) -> bool {
        let stretch = matches!(part, Part::Half(_) | Part::Quarters(..));
        let Some(today) = self.document.date.filter(|_| stretch && !self.told_of()) else { return false };
        let over = within(today.year().into(), part).is_some_and(|days| days.1 < today);
        let sentence = |at: usize| self.document.structure.sentence_of(at);
        let opens = sentence(span.start).start == span.start && sentence(met.at).start < met.at;
        over && opens && met.grain == Grain::Year && met.days.1 < today && sentence(met.at).end <= span.start
    }

    /// …去年出口增长31%。马某表示,将落实…,一季度…,全年…: promises for what is not over leave the year of an earlier sentence.
    fn promised_since(&self, span: Span, met: Met, part: Part) -> bool {
        const REACH: usize = 80;
        let stretch = matches!(part, Part::Whole | Part::Half(_) | Part::Quarters(..));
        let Some(today) = self.document.date.filter(|_| stretch && !self.told_of()) else { return false };
        let sentence = self.document.structure.sentence_of(span.start).start.max(span.start.saturating_sub(REACH));
        let to_come = within(today.year().into(), part).is_some_and(|days| days.1 >= today);
        let past = met.grain == Grain::Year && met.days.1 < today && met.at < sentence;
        let before = Span::new(sentence.min(span.start), span.start);
        to_come && past && clue::looks_ahead(self.document.text.slice(before))
    }

    /// The year of a part that names none: the one the paragraph speaks of, the section's, the report's, the document's.
    fn open_year(&self, span: Span, part: Part) -> Option<i32> {
        let today = self.document.date;
        let goal = ["目标", "任务", "各项"].iter().any(|word| self.document.text.starts_with(span.end, word));
        let ahead = clue::lies_ahead(&self.document.text, span);
        let near = self.near(span).filter(|met| today.is_none_or(|today| met.days.0 <= today));
        let near = near.filter(|met| !self.long_ago(span, *met, part) && !self.in_passing(span, *met, part));
        let promised = near.is_some_and(|met| self.promised_since(span, met, part));
        let near = near.filter(|_| !promised);
        if let Some(met) = near.filter(|_| !goal) {
            let year = following(met, part, today);
            // 将于1月中旬召开 looks ahead even where the passage told of the past.
            let over = |today: Date| within(year, part).is_some_and(|days| days.1 < today);
            if !(ahead && met.grain != Grain::Year && today.is_some_and(over)) {
                return Some(year);
            }
        }
        if let Some(year) = self.coming_year(span, part).filter(|_| !goal) {
            return Some(year);
        }
        let whole = matches!(part, Part::Whole | Part::Half(_) | Part::Quarters(..) | Part::Beginning);
        let demanded = || {
            let to_come = |today: Date| within(today.year().into(), part).is_some_and(|days| days.1 >= today);
            !self.told_of() && today.is_some_and(to_come) && clue::is_demanded(&self.document.text, span)
        };
        let told = self.report_year().filter(|_| !goal && (whole && !ahead || self.told_of()));
        if let Some(year) = told.filter(|_| !promised && !demanded()) {
            return Some(year);
        }
        let today = today?;
        let year = i32::from(today.year());
        if matches!(part, Part::Day(..) | Part::Months(..) | Part::Third(..)) {
            let months = within(year, part)?.0.month() - today.month();
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
    let fine = matches!(part, Part::Day(..) | Part::Months(..) | Part::Third(..))
        && matches!(met.grain, Grain::Day | Grain::Month);
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

/// The year that the upper end of a range shares with its lower end.
fn year_of(expression: &Expression, first: Days) -> Year {
    match expression.year {
        Year::Open => Year::Written(first.0.year().into(), true),
        year => year,
    }
}
