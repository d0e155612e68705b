//! Whether the time that governs a figure says that it lies ahead or is over.

use super::clause::{Clause, Scene};
use super::governor::Governor;
use super::profile::{Genre, Profile};
use super::sign::Sign;
use super::words::CLASSES;
use crate::analysis::{Span, Status};
use crate::text::Text;

/// 年底前, and 年内 with a lower bound (年内引进项目60个以上), speak of what is still to come.
pub fn ahead(text: &Text, governor: Governor, at: Span) -> bool {
    governor.within_year && (ahead_of(text, governor) || text.ends_with(at.end, "以上"))
}

/// 年底前: the word stands in the time or right behind it.
pub fn ahead_of(text: &Text, governor: Governor) -> bool {
    text.ends_with(governor.span.end, "前") || text.starts_with(governor.span.end, "前")
}

/// 今年安排重点项目80个: what is set for the year.
pub fn assigned(scene: &Scene, clause: &Clause, at: Span, governor: Option<Governor>) -> Option<Sign> {
    const THINGS: [&str; 4] = ["项目", "实事", "任务", "工程"];
    let text = scene.text();
    governor.filter(|governor| governor.this_year || governor.bare && text.slice(governor.span) == "全年")?;
    let from = clause.span.start.max(at.start.saturating_sub(24));
    let verb = (from..at.start).rev().find(|&place| text.starts_with(place, "安排"))?;
    let around = text.slice(Span::new(from, clause.span.end.min(at.end + 6).max(verb)));
    let done = text.slice(Span::new(from, verb)).contains(['已', '累', '共']);
    (THINGS.iter().any(|thing| around.contains(thing)) && !done)
        .then(|| Sign { status: Status::Target, span: Span::new(verb, verb + 2) })
}

/// 今年新增停车位2000个: said in the first months of a year of all of it, it lies ahead.
pub fn coming(scene: &Scene, profile: &Profile, clause: &Clause, at: Span, governor: Option<Governor>) -> Option<Sign> {
    const EARLY: i8 = 3;
    let governor = governor.filter(|governor| governor.this_year && clause.span.contains(governor.span))?;
    let text = scene.text();
    let early = profile.genre == Genre::Press && profile.today.is_some_and(|today| today.month() <= EARLY);
    let whole = text.slice(governor.span) == "今年" && governor.span.end <= at.start;
    let verb = early && whole && CLASSES.building.starts(text, governor.span.end);
    verb.then_some(Sign { status: Status::Target, span: governor.span })
}

/// 上半年…: a stretch of the current year that is over, in news of what was found.
pub fn is_over(profile: &Profile, clause: &Clause, governor: Governor) -> bool {
    let over = governor.days.zip(profile.today).is_some_and(|((_, end), today)| end < today);
    let near = clause.span.contains(governor.span) || governor.sentence == clause.sentence;
    over && profile.genre == Genre::Press && near
}

/// A time wholly ahead makes a target, one wholly past a result.
pub fn by_time(profile: &Profile, (start, end): (jiff::civil::Date, jiff::civil::Date)) -> Option<Status> {
    let today = profile.today?;
    if start > today || start.year() == today.year() && end.year() > today.year() {
        Some(Status::Target)
    } else if end < today || end == today && start < end {
        Some(Status::Actual)
    } else {
        None
    }
}

/// 全年新增就业2万人, said in the middle of that year: what is not over has not happened.
pub fn goes_on(scene: &Scene, profile: &Profile, governor: Governor) -> bool {
    const BACK: usize = 8;
    let text = scene.text();
    let middle = profile.today.filter(|today| (4..=11).contains(&today.month()));
    let ends = middle.zip(governor.days).is_some_and(|(today, (_, end))| end > today && end.year() == today.year());
    if !ends || profile.genre != Genre::Press || text.slice(governor.span) != "全年" {
        return false;
    }
    // the paragraph has come to speak of the year: 上半年…。全年…
    let paragraph = scene.document.structure.paragraph_of(governor.span.start);
    let before = scene.times.partition_point(|time| time.span.end <= governor.span.start);
    let near = scene.times[..before].iter().rev().take(BACK).take_while(|time| time.span.start >= paragraph.start);
    let year = middle.map(|today| today.year());
    near.into_iter().any(|time| time.days.is_some_and(|(start, _)| Some(start.year()) == year))
}
