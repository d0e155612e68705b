//! How far a time holds: for its clause, its part of the sentence, its sentence or its paragraph.

use super::clause::{Clause, Scene};
use super::governor::Governor;
use super::profile::{Genre, Mood, Profile};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::recognize::time::{Grain, TimeMention, clue};

/// How far before a time its subject is looked for.
const SUBJECT: usize = 40;

/// How far a time holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// To the end of the paragraph or item.
    Group,
    /// To the end of its sentence: a month within the stretch that is spoken of.
    Sentence,
    /// To the end of its part of the sentence: 截至3月底.
    Segment,
    /// In its own clause: a time behind its subject (某航道四季度开工).
    Clause,
}

/// How far `time` holds: a day up to which is counted and a month within the stretch that is spoken of hold in their own
/// part of the sentence, a time finer than a year that stands behind its subject in its clause.
pub fn scope(outer: Option<Governor>, scene: &Scene, profile: &Profile, index: usize, time: &TimeMention) -> Scope {
    let Some(clause) = scene.clauses.get(index) else { return Scope::Group };
    let opens = opens_sentence(scene, index, time.span);
    if time.grain >= Grain::Year {
        return scope_of_year(scene, profile, index, time, opens);
    }
    let words = scene.text().slice(time.span);
    // 年末 opens a part of a bulletin, 截至3月底 only its own figures
    let closing = time.grain == Grain::Day && words.ends_with(['末', '底']) && !words.starts_with("年末");
    let outer = outer.filter(|outer| outer.group == clause.group);
    let within = outer.zip(time.days).is_some_and(|(outer, days)| {
        outer.days.is_some_and(|outer| outer != days && outer.0 <= days.0 && days.1 <= outer.1)
    });
    let given = profile.section(clause.section).days.zip(time.days);
    let inside = given.is_some_and(|(section, days)| section != days && section.0 <= days.0 && days.1 <= section.1);
    let names_it = time.span.end + 3 < clause.span.end && !text_starts_clause(scene, index, time.span);
    if inside && !opens && names_it && time.grain <= Grain::Month && clause.figures.is_empty() && !closing {
        return Scope::Clause; // 9月建成某某大道,改造…
    }
    let finer = within && (time.grain == Grain::Month || outer.is_some_and(|outer| outer.grain < Grain::Year));
    let behind = named_before(scene, clause, time.span);
    let event = behind && clause.figures.is_empty() && !closing; // 生产线6月30日通线,…
    if behind && time.grain != Grain::Day || event {
        Scope::Clause
    } else if finer && opens && !closing {
        Scope::Sentence
    } else if behind || closing || finer {
        Scope::Segment
    } else {
        Scope::Group
    }
}

/// Whether a noun stands before the time over `span` in its clause.
fn named_before(scene: &Scene, clause: &Clause, span: Span) -> bool {
    let before = Span::new(clause.span.start.max(span.start.saturating_sub(SUBJECT)), span.start);
    let noun = |token: &crate::segment::Token| token.tag.starts_with('n') && token.span.len() >= 2;
    scene.document.tokens.inside(before).iter().any(noun)
}

/// Whether nothing but a preposition stands before the time in its clause, and a mark right behind it: 到8月,….
fn text_starts_clause(scene: &Scene, index: usize, span: Span) -> bool {
    scene.clauses.get(index).is_some_and(|clause| span.start <= clause.span.start + 1 && span.end >= clause.span.end)
}

/// Whether the time over `span` stands at the start of a sentence.
fn opens_sentence(scene: &Scene, index: usize, span: Span) -> bool {
    const LEADS: usize = 3; // 今年|上半年, 到|2027年
    let Some(clause) = scene.clauses.get(index) else { return true };
    let first = index.checked_sub(1).and_then(|before| scene.clauses.get(before));
    first.is_none_or(|before| before.sentence != clause.sentence) && span.start <= clause.span.start + LEADS
}

/// How far a year or a plan's period holds: to the end of the paragraph, save where it only dates what stands beside it.
fn scope_of_year(scene: &Scene, profile: &Profile, index: usize, time: &TimeMention, opens: bool) -> Scope {
    let (text, span) = (scene.text(), time.span);
    let Some(clause) = scene.clauses.get(index) else { return Scope::Group };
    // 订单排到了2027年: said of that alone
    if text.ends_with(span.start, "到了") {
        return Scope::Clause;
    }
    // 大坝于2019年建成: said of that alone
    if time.grain == Grain::Year && text.before(span.start) == '于' {
        return Scope::Clause;
    }
    // …增加到4602亿元,“十三五”前四年年均增长7.4%: said of that alone
    if time.rule == "time/plan-years" && !opens {
        return Scope::Clause;
    }
    let over_years = profile.section(clause.section).days.is_some_and(|(start, end)| start.year() != end.year());
    if over_years
        && time.grain == Grain::Year
        && !opens
        && span.start > clause.span.start
        && named_before(scene, clause, span)
    {
        return Scope::Sentence; // 机场2019年旅客吞吐量…: one year of those that are told of
    }
    let quoted = usize::from(text.before(span.start) == '“');
    let start = span.start - quoted;
    let until = matches!(text.before(start), '到' | '至');
    let looks_back = profile.section(clause.section).mood == Some(Mood::Past);
    let to_come = time.days.zip(profile.today).is_some_and(|((_, end), today)| end >= today) && !looks_back;
    if profile.genre == Genre::Plan && profile.plan.is_some() && to_come && !opens && !until {
        return Scope::Segment; // …,2026年建成通车;迁建…
    }
    if profile.genre == Genre::Report && until && !opens {
        return Scope::Sentence;
    }
    let aimed = CLASSES.aim.ends(text, start);
    let earlier = index.checked_sub(1).and_then(|before| scene.clauses.get(before));
    let news = matches!(profile.genre, Genre::Press | Genre::Bulletin);
    if aimed && news && earlier.is_some_and(|before| before.segment == clause.segment && !before.figures.is_empty()) {
        return Scope::Segment; // …突破300万吨,力争全年…;
    }
    let behind = Span::new(span.end, clause.span.end.min(span.end + SUBJECT).max(span.end));
    let over = time.days.zip(profile.today).is_some_and(|((_, end), today)| end.year() < today.year());
    let founds = clue::founds(text, behind) && profile.genre == Genre::Press && over && time.grain == Grain::Year;
    if founds { Scope::Sentence } else { Scope::Group }
}
