//! How a time becomes the period of a figure: what it is no period of, which part of it counts.

use super::clause::Scene;
use super::governor::Figure;
use super::period::{Period, Source};
use super::profile::{Genre, Profile};
use super::words::CLASSES;
use crate::analysis::{IndicatorKind, Span, Status};
use crate::recognize::quantity::Form;
use crate::recognize::time::{Grain, TimeMention};
use jiff::civil::{Date, date};

/// Whether the words leave the year to the context.
pub(super) fn is_bare(words: &str) -> bool {
    CLASSES.bare_time.iter().any(|bare| words.starts_with(bare))
}

/// Whether the time is what something is compared with: 比上年, 较2015年, 与2020年相比, 在2025年基础上, 为2015年的4倍.
pub(super) fn compared(scene: &Scene, span: Span) -> bool {
    let text = scene.text();
    let quoted = text.before(span.start) == '“'; // 是“十二五”时期的1.8倍
    let span = Span::new(span.start - usize::from(quoted), span.end);
    let before = text.before(span.start);
    if ["恢复到", "恢复至", "达到"].iter().any(|word| text.ends_with(span.start, word)) && text.at(span.end) == '的'
    {
        return true; // 恢复到2019年的72.6%
    }
    if of_a_plan(text, span) {
        return true; // 完成全年任务的59%
    }
    let from = matches!(before, '由' | '从') && text.at(span.end) != '起' && text.at(span.end) != '开';
    matches!(before, '比' | '较' | '与')
        || from
        || text.ends_with(span.start, "相较于")
        || (before == '在' || before == '为' || before == '是')
            && (text.starts_with(span.end, "基础上") || text.starts_with(span.end, "的基础上"))
        || matches!(before, '为' | '是' | '达') && text.at(span.end) == '的' && is_part(scene, span.end + 1)
}

/// Whether the figure at `at` is a part or a multiple of something: 为2015年的|4倍; not 调整为2020年的|9.8:43.2:47.0.
pub(super) fn is_part(scene: &Scene, at: usize) -> bool {
    let next = scene.figures.partition_point(|figure| figure.span.start < at);
    let figure = scene.figures.get(next).filter(|figure| figure.span.start == at);
    figure.is_some_and(|figure| {
        matches!(figure.form, Form::Percent | Form::Multiple) && figure.rule != "quantity/structure"
    })
}

/// Whether the time only says which plan was fulfilled: 完成|全年|任务的59%, 达到|年初|计划的….
fn of_a_plan(text: &crate::text::Text, span: Span) -> bool {
    const PLANS: [&str; 6] = ["任务", "目标", "计划", "预算", "进度", "考核"];
    CLASSES.done.ends(text, span.start) && PLANS.iter().any(|plan| text.starts_with(span.end, plan))
}

/// “十四五”末: the last year of the period, also where the closing word stands behind the mention.
pub(super) fn last_year_of(scene: &Scene, time: &TimeMention, (start, end): (Date, Date)) -> (Date, Date) {
    let closing = ["末", "期末", "时期末", "收官之年", "最后一年"]
        .iter()
        .any(|word| scene.text().starts_with(time.span.end, word));
    if time.grain == Grain::Period && closing && end.year() > start.year() { year(end.year()) } else { (start, end) }
}

/// 2022年7月进藏以来, 2016年投产以来: to this day.
pub(super) fn since(scene: &Scene, profile: &Profile, time: &TimeMention, days: (Date, Date)) -> (Date, Date) {
    const REACH: usize = 8;
    let text = scene.text();
    let near = (time.span.end..time.span.end + REACH).take_while(|&at| crate::text::is_han(text.at(at)));
    let mut near = near.skip(1);
    let today = profile.today.filter(|today| days.1 < *today);
    match today {
        Some(today) if near.any(|at| text.starts_with(at, "以来")) => (days.0, today),
        _ => days,
    }
}

pub(super) fn year(year: i16) -> (Date, Date) {
    (date(year, 1, 1), date(year, 12, 31))
}

/// Levels of a past plan period belong to its last year; 今年 with results so far ends today.
pub(super) fn shaped(
    profile: &Profile,
    figure: Figure,
    days: (Date, Date),
    grain: Grain,
    this_year: bool,
) -> (Date, Date) {
    let (start, end) = days;
    if let Some(years) =
        figure.years.filter(|years| grain == Grain::Year && figure.status != Status::Target && *years > 1)
    {
        return (date(start.year().saturating_sub(years - 1).max(1), 1, 1), end);
    }
    if grain == Grain::Period
        && figure.status != Status::Target
        && !figure.flow
        && !figure.yearly
        && figure.years.is_none()
    {
        let level = matches!(
            figure.kind,
            IndicatorKind::Level
                | IndicatorKind::Share
                | IndicatorKind::Rank
                | IndicatorKind::Change
                | IndicatorKind::Multiple
        );
        if level && end.year() > start.year() {
            return year(end.year());
        }
    }
    if figure.stock && profile.genre == Genre::Bulletin && figure.status == Status::Actual && start < end {
        return (end, end);
    }
    match profile.today {
        Some(today)
            if this_year
                && figure.status == Status::Actual
                && start <= today
                && today < end
                && profile.genre != Genre::Bulletin =>
        {
            (start, today)
        }
        _ => days,
    }
}

/// The five years before those of a plan.
pub(super) fn years_before((start, end): (Date, Date)) -> Option<(Date, Date)> {
    const YEARS: i16 = 5;
    let earlier = |day: Date| day.year().checked_sub(YEARS);
    let first = earlier(start).filter(|_| end.year() - start.year() == YEARS - 1)?;
    Some((date(first, 1, 1), date(earlier(end)?, 12, 31)))
}

/// What a plan, a bulletin or a report is about where no time is near.
pub(super) fn by_genre(profile: &Profile, figure: Figure) -> Option<Period> {
    let found = |days, source| Some(Period { days: Some(days), span: None, source, completed: true });
    match (profile.genre, figure.status) {
        (Genre::Plan, Status::Target) => found(profile.plan?, Source::Plan),
        (Genre::Plan, Status::Actual) => {
            // what was reached stands at the end of the period before
            let before = profile.plan.and_then(years_before)?;
            found(shaped(profile, figure, before, Grain::Period, false), Source::Plan)
        }
        (Genre::Bulletin, Status::Actual) => {
            let (start, end) = year(profile.year?);
            found(if figure.stock { (end, end) } else { (start, end) }, Source::Document)
        }
        (Genre::Report, Status::Target) => found(year(profile.year?), Source::Document),
        (Genre::Report, _) => found(year(profile.year?.checked_sub(1)?), Source::Document),
        _ => None,
    }
}
