//! What the document as a whole says: its genre, the year or plan period it is about, the region it speaks of.

use super::clause::Scene;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::recognize::time::{Grain, TimeMention};
use jiff::civil::Date;

/// Genres that read figures differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Genre {
    /// 规划, 纲要, 工作要点: tasks, save where it looks back.
    Plan,
    /// 统计公报: results.
    Bulletin,
    /// 政府工作报告: results, then tasks.
    Report,
    /// Anything else.
    Press,
}

/// The mood of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Looks back.
    Past,
    /// Promises.
    Plan,
}

/// What holds for a whole document or section.
pub struct Profile {
    /// The genre.
    pub genre: Genre,
    /// The year a bulletin or report is about.
    pub year: Option<i16>,
    /// The title names that year.
    pub titled: bool,
    /// The time in the title, where it is a past stretch of months or years: 前三季度.
    pub title: Option<((Date, Date), Span)>,
    /// The period of the plan that the document is or serves.
    pub plan: Option<(Date, Date)>,
    /// The reference date.
    pub today: Option<Date>,
    /// News of a meeting: what it turns to holds to the end.
    pub meeting: bool,
    /// For every heading: its mood and the time in it.
    headings: Vec<Section>,
    /// Stretches in which everything is reckoned: (预计,下同).
    estimates: Vec<Span>,
}

/// What one heading says, its outer headings included.
#[derive(Debug, Clone, Copy, Default)]
pub struct Section {
    /// Its mood.
    pub mood: Option<Mood>,
    /// The mood is said in so many words (目标, 回顾), not only by verbs of doing.
    pub firm: bool,
    /// The time in it.
    pub days: Option<(Date, Date)>,
    /// How fine that is.
    pub grain: Option<Grain>,
    /// Where it stands.
    pub span: Option<Span>,
}

/// How much of a document's start tells its genre.
const OPENING: usize = 400;
impl Profile {
    /// Reads `scene`; `all` holds every time of the text, those inside names too.
    pub fn new(scene: &Scene, all: &[TimeMention]) -> Self {
        let document = scene.document;
        let opening = opening(document);
        let genre = genre(document, &opening);
        let plan = titled_period(document, all, genre).or_else(|| plan_period(document, all));
        let in_title = title_year(document, all, &opening);
        let year = in_title.or_else(|| document.date.map(|date| date.year()));
        let headings = sections(document, all, genre, turn(scene, genre));
        Self {
            genre,
            year,
            titled: in_title.is_some(),
            title: title_time(document, all),
            plan,
            today: document.date,
            meeting: opening.0.replace("社会", "").contains('会'),
            estimates: estimates(document),
            headings,
        }
    }

    /// What the headings above `section` (a count of headings) say.
    pub fn section(&self, section: usize) -> Section {
        section.checked_sub(1).and_then(|index| self.headings.get(index)).copied().unwrap_or_default()
    }

    /// Whether `at` stands in a stretch of reckoned figures.
    pub fn is_estimate(&self, at: usize) -> bool {
        let next = self.estimates.partition_point(|span| span.end <= at);
        self.estimates.get(next).is_some_and(|span| span.holds(at))
    }
}

/// Title and first words.
fn opening(document: &Document) -> (String, String) {
    let title = document.header.title.map(|span| document.text.slice(span).to_owned()).unwrap_or_default();
    let end = document.text.len().min(OPENING);
    (title, document.text.slice(Span::new(0, end)).to_owned())
}

fn genre(document: &Document, (title, first): &(String, String)) -> Genre {
    let has = |words: &str, list: &[&str]| list.iter().any(|word| words.contains(word));
    let head: String = first.chars().take(60).collect();
    if has(title, &["公报", "统计", "经济运行", "运行情况"]) || has(&head, &["统计公报"]) {
        Genre::Bulletin
    } else if has(title, &["工作报告", "计划执行情况", "预算执行情况", "工作总结"]) || has(&head, &["政府工作报告"])
    {
        Genre::Report
    } else if has(title, CLASSES.plan_title.list())
        || first.contains("远景目标") && first.contains("规划")
        || document.header.title.is_none() && has(&head, &["工作要点", "行动方案", "实施方案"])
    {
        Genre::Plan
    } else {
        Genre::Press
    }
}

/// The years in the name of a plan: 三年行动计划(2025—2027年).
fn titled_period(document: &Document, all: &[TimeMention], genre: Genre) -> Option<(Date, Date)> {
    if genre != Genre::Plan {
        return None;
    }
    let opening = all.iter().take_while(|time| time.span.end <= OPENING);
    let mut named = opening.filter(|time| time.grain == Grain::Period).filter_map(|time| time.days);
    named.find(|(start, end)| {
        let years = end.year() - start.year() + 1;
        let begins = document.date.is_none_or(|today| (today.year() - start.year()).abs() <= 1);
        begins && (2..=10).contains(&years)
    })
}

/// The plan period that the document speaks of most, if it runs on beyond its date.
fn plan_period(document: &Document, all: &[TimeMention]) -> Option<(Date, Date)> {
    let mut counts: Vec<((Date, Date), usize)> = Vec::new();
    for days in all.iter().filter(|time| time.grain == Grain::Period).filter_map(|time| time.days) {
        match counts.iter().position(|(other, _)| *other == days) {
            Some(known) => counts[known].1 += 1,
            None if counts.len() < 40 => counts.push((days, 1)),
            None => {}
        }
    }
    let years = |days: &(Date, Date)| days.1.year() - days.0.year() + 1;
    let ahead = |days: &(Date, Date)| document.date.is_none_or(|today| days.1.year() > today.year());
    let best = counts.into_iter().filter(|(days, _)| years(days) == 5 && ahead(days));
    best.max_by_key(|(days, count)| (*count, std::cmp::Reverse(*days))).map(|(days, _)| days)
}

/// The stretch of time in the title.
fn title_time(document: &Document, all: &[TimeMention]) -> Option<((Date, Date), Span)> {
    let title = document.header.title?;
    let mut inside = all
        .iter()
        .filter(|time| title.contains(time.span) && time.grain >= Grain::Month && time.grain != Grain::Period);
    let time = inside.next_back()?;
    let days = time.days.filter(|days| document.date.is_none_or(|today| days.1 <= today))?;
    Some((days, time.span))
}

/// The year that the title names: 2023年国民经济和社会发展统计公报.
fn title_year(document: &Document, all: &[TimeMention], (title, _): &(String, String)) -> Option<i16> {
    let span = document.header.title.unwrap_or(Span::new(0, document.text.len().min(60)));
    let inside = all.iter().filter(|time| span.contains(time.span) && time.grain == Grain::Year);
    let year = inside.filter_map(|time| time.days).map(|days| days.0.year()).next();
    year.or_else(|| {
        title.chars().collect::<Vec<char>>().windows(5).find_map(|window| match window {
            [digits @ .., '年'] => {
                digits.iter().collect::<String>().parse().ok().filter(|year| (1949..2100).contains(year))
            }
            _ => None,
        })
    })
}

/// Where a report turns from what was done to what is to be done; 0 where no words say so.
fn turn(scene: &Scene, genre: Genre) -> usize {
    if genre != Genre::Report {
        return 0;
    }
    scene.clauses.iter().find(|clause| super::moods::turn_in(scene, clause)).map_or(0, |clause| clause.span.start)
}

fn sections(document: &Document, all: &[TimeMention], genre: Genre, turn: usize) -> Vec<Section> {
    let headings = &document.structure.headings;
    let mut sections: Vec<Section> = Vec::with_capacity(headings.len());
    for heading in headings {
        let outer = heading.parent.and_then(|parent| sections.get(parent)).copied().unwrap_or_default();
        let words = document.text.slice(Span::new(heading.span.start, heading.span.end.min(heading.span.start + 60)));
        let (mood, firm) = mood(words, genre);
        let next = all.partition_point(|time| time.span.start < heading.span.start);
        let inside = all.iter().skip(next).take_while(|time| time.span.end <= heading.span.end);
        let mut inside = inside.filter(|time| time.days.is_some() && time.grain >= Grain::Month);
        // “十四五”时期发展成就和“十五五”时期面临的形势: what is looked back on is told first
        let time = if mood == Some(Mood::Past) { inside.next() } else { inside.last() };
        let mut section = outer;
        let early = mood == Some(Mood::Plan) && !firm && heading.span.end < turn;
        if mood.is_some() && !early && (firm || !outer.firm) {
            (section.mood, section.firm) = (mood, firm);
        }
        if let Some(time) = time {
            (section.days, section.grain, section.span) = (time.days, Some(time.grain), Some(time.span));
        }
        sections.push(section);
    }
    sections
}

/// The mood of a heading's words, and whether it is said in so many words.
fn mood(words: &str, genre: Genre) -> (Option<Mood>, bool) {
    let chars: Vec<char> = words.chars().collect();
    let has = |class: &crate::lexicon::Words| {
        (0..chars.len()).any(|at| chars.get(at..).is_some_and(|rest| class.at_start(rest) > 0))
    };
    if has(&CLASSES.past_heading) && !words.contains("下一步") {
        (Some(Mood::Past), true)
    } else if has(&CLASSES.firm_plan) {
        (Some(Mood::Plan), true)
    } else if matches!(genre, Genre::Plan | Genre::Report) && has(&CLASSES.plan_heading) {
        (Some(Mood::Plan), false)
    } else {
        (None, false)
    }
}

/// Where 「(预计,下同)」 and its like hold: to the end of the outermost part.
fn estimates(document: &Document) -> Vec<Span> {
    let text = &document.text;
    let mut found: Vec<Span> = Vec::new();
    for at in 0..text.len() {
        let said = text.at(at) == '下' && text.starts_with(at, "下同") && {
            let start = at.saturating_sub(8);
            ["预计", "预计数", "初步预计", "预估"].iter().any(|word| text.slice(Span::new(start, at)).contains(word))
        };
        if said && found.last().is_none_or(|last| last.end <= at) {
            let headings = &document.structure.headings;
            let next = headings.partition_point(|heading| heading.span.start <= at);
            let end = headings.get(next..).and_then(|rest| rest.iter().find(|heading| heading.level == 1));
            let bracket = (at.saturating_sub(12)..at).rev().find(|&place| text.at(place) == '(').unwrap_or(at);
            let mark =
                (bracket.saturating_sub(40)..bracket).rev().find(|&place| crate::text::ends_clause(text.at(place)));
            let start = mark.map_or(bracket, |mark| mark + 1);
            found.push(Span::new(start, end.map_or(text.len(), |heading| heading.span.start).max(start)));
        }
    }
    found
}
