//! Whether a figure happened, is reckoned or is aimed at.

use super::ahead;
use super::clause::{Clause, Scene};
use super::governor::Governor;
use super::profile::{Genre, Mood, Profile};
use super::sign::{REACH, Sign, sign_behind, sign_in};
use super::words::CLASSES;
use crate::analysis::{Span, Status};
use crate::text::Text;

/// Where the status came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// From a word of the clause.
    Clause(Span),
    /// From a word earlier in the sentence.
    Sentence(Span),
    /// From a word earlier in the paragraph.
    Group(Span),
    /// From the time that governs it.
    Time,
    /// From the section's heading.
    Heading,
    /// From 「(预计,下同)」.
    Scope,
    /// From the genre of the document.
    Genre,
    /// The text has turned to what is to be done.
    Turn,
    /// The clause demands.
    Demand,
    /// Nothing says otherwise.
    Default,
}

/// A promise this far before a clause is one of the clause before it.
const NEAR: usize = 20;

/// A reckoning so close before a clause opens it.
const LEAD: usize = 2;

/// Follows the signs of mood through the text.
#[derive(Debug, Default)]
pub struct Moods {
    sentence: Option<(usize, Sign)>,
    /// The part of the sentence that the sign does not reach beyond: …达到5万户,力争全年突破6万户;
    bound: Option<usize>,
    group: Option<(usize, Sign)>,
    /// The paragraph that says what is set for the year: 今年安排实事10件.
    assigned: Option<usize>,
    /// The paragraph in which somebody demands: …要求,….
    demanded: Option<usize>,
    /// The paragraph that asks what is planned: 问:明年有什么打算?
    asked: Option<usize>,
    /// The section and the paragraph in which the text turned to what is to be done.
    turned: Option<(usize, usize)>,
}

impl Moods {
    /// Takes in the signs of `clause` up to `end`.
    /// `happened` says that figures before it in its part of the sentence tell what happened.
    pub fn absorb(&mut self, scene: &Scene, profile: &Profile, clause: &Clause, end: usize, happened: bool) {
        if self.bound.is_some_and(|segment| segment != clause.segment) {
            (self.sentence, self.bound) = (None, None);
        }
        let deploys = || ["部署", "安排"].iter().any(|word| scene.text().find(word, clause.span).is_some());
        if scene.text().ends_with(clause.span.end, "要求") && deploys() {
            self.demanded = Some(clause.group);
        }
        if turn_in(scene, clause) {
            self.turned = Some((clause.section, clause.group));
        }
        if asks_for_plans(scene, profile, clause) {
            self.asked = Some(clause.group);
        }
        let reckoned = |text: &Text, sign: &Sign| {
            let before = self.in_sentence(clause);
            before.is_some_and(|(_, before)| match before.status {
                Status::Estimate => compares(text, *sign) || matches!(text.slice(sign.span), "有望" | "望" | "将"),
                Status::Target => compares(text, *sign) && is_aim(text, before),
                Status::Actual => false,
            })
        };
        let sign = sign_in(scene, Span::new(clause.span.start, end.min(clause.span.end)));
        let set = |sign: &Sign| self.assigned == Some(clause.group) && sign.status == Status::Actual;
        let sign = sign.filter(|sign| !is_total(scene, profile, clause, *sign));
        if let Some(sign) = sign.filter(|sign| !reckoned(scene.text(), sign) && !set(sign)) {
            self.sentence = Some((clause.sentence, sign));
            self.bound = (happened && sign.status == Status::Target).then_some(clause.segment);
            if self.bound.is_none() && (sign.status != Status::Estimate || profile.genre != Genre::Press) {
                self.group = Some((clause.group, sign));
            }
        }
    }

    /// Holds to what is set for the year, to the end of the paragraph.
    pub fn assign(&mut self, clause: &Clause, word: Span) {
        let sign = Sign { status: Status::Target, span: word };
        (self.sentence, self.group) = (Some((clause.sentence, sign)), Some((clause.group, sign)));
        self.assigned = Some(clause.group);
    }

    /// Holds to what lies ahead, to the end of the sentence.
    pub fn hold(&mut self, clause: &Clause, word: Span) {
        self.sentence = Some((clause.sentence, Sign { status: Status::Target, span: word }));
    }

    /// The sign that holds in the sentence of `clause`.
    fn in_sentence(&self, clause: &Clause) -> Option<(usize, Sign)> {
        let holds = self.bound.is_none_or(|segment| segment == clause.segment);
        self.sentence.filter(|(sentence, _)| holds && *sentence == clause.sentence)
    }

    /// The status of the figure at `at` in `clause`.
    pub fn status(
        &self,
        scene: &Scene,
        profile: &Profile,
        clause: &Clause,
        at: Span,
        governor: Option<Governor>,
    ) -> (Status, Source) {
        let start = origin_before(scene, clause, at).unwrap_or(clause.span.start);
        let own = sign_in(scene, Span::new(start, at.start)).or_else(|| sign_behind(scene, at, clause.span.end));
        let spring = profile.today.is_some_and(|today| today.month() <= 4);
        let own = ahead::assigned(scene, clause, at, governor.filter(|_| spring)).or(own);
        let own = own.or_else(|| ahead::coming(scene, profile, clause, at, governor));
        let own = own.filter(|sign| !self.outweighed(scene, profile, clause, *sign));
        let own = own.filter(|sign| !is_total(scene, profile, clause, *sign));
        let estimate = profile.is_estimate(at.start);
        let reckoned = self.in_sentence(clause).filter(|(_, sign)| sign.status == Status::Estimate);
        let near = |sign: &Sign| sign.span.start + NEAR >= clause.span.start;
        let promised = self
            .in_sentence(clause)
            .filter(|(_, sign)| sign.status == Status::Target && (near(sign) || is_aim(scene.text(), *sign)));
        let held = reckoned.or(promised).is_some(); // 计划完成投资20亿元,比上年多出三成
        let own = own.filter(|sign| !held || !compares(scene.text(), *sign));
        if let (Some(sign), Some((_, before))) = (own, reckoned)
            && scene.text().slice(sign.span).starts_with('将')
        {
            return (before.status, Source::Sentence(before.span)); // 预计到年底,…将达到
        }
        if let Some(sign) = own.filter(|sign| !(estimate && sign.status == Status::Actual)) {
            return (sign.status, Source::Clause(sign.span));
        }
        if estimate {
            return (Status::Estimate, Source::Scope);
        }
        let before_end = governor.filter(|governor| {
            let ahead = profile.today.zip(governor.days).is_some_and(|(today, (_, end))| end > today);
            ahead
                && governor.within_year
                && clause.span.contains(governor.span)
                && ahead::ahead_of(scene.text(), *governor)
        });
        if before_end.is_some() {
            return (Status::Target, Source::Time); // 年底前上线…
        }
        let timed = governor
            .filter(|governor| !governor.bare)
            .and_then(|governor| Some((governor, ahead::by_time(profile, governor.days?)?)));
        let led = reckoned.filter(|(_, sign)| sign.span.end + LEAD >= clause.span.start);
        if let Some((_, sign)) = led {
            return (sign.status, Source::Sentence(sign.span)); // 预计,2020年…
        }
        if let Some((_, status)) = timed.filter(|(governor, _)| clause.span.contains(governor.span)) {
            return (status, Source::Time);
        }
        let demanded = self.in_sentence(clause).is_some_and(|(_, sign)| sign.status == Status::Target);
        let inside = governor.is_some_and(|governor| clause.span.contains(governor.span));
        if (inside || !demanded && reckoned.is_none())
            && governor.is_some_and(|governor| ahead::is_over(profile, clause, governor))
        {
            return (Status::Actual, Source::Time);
        }
        if let Some((_, sign)) = reckoned {
            return (sign.status, Source::Sentence(sign.span));
        }
        if let Some((_, status)) = timed.filter(|(_, status)| *status == Status::Target) {
            return (status, Source::Time);
        }
        if let Some((_, sign)) =
            self.in_sentence(clause).filter(|(_, sign)| !self.outweighed(scene, profile, clause, *sign))
        {
            return (sign.status, Source::Sentence(sign.span));
        }
        if let Some((_, status)) = timed {
            return (status, Source::Time);
        }
        if governor.is_some_and(|governor| ahead::goes_on(scene, profile, governor)) {
            return (Status::Target, Source::Time);
        }
        let near = Span::new(at.start.saturating_sub(3), at.start);
        let there_are = scene.text().slice(near).contains('有'); // 每年有两千名志愿者上岗
        let daily = |governor: &Governor| scene.text().slice(governor.span).starts_with("每天"); // 每天就餐超过6000人次
        let every = governor.is_some_and(|governor| governor.days.is_none() && !daily(&governor)) && !there_are;
        if every && profile.genre != Genre::Bulletin {
            return (Status::Target, Source::Time);
        }
        if let Some(status) = by_section(profile, clause) {
            return (status, Source::Heading);
        }
        if let Some((_, sign)) = self.group.filter(|(group, _)| *group == clause.group) {
            return (sign.status, Source::Group(sign.span));
        }
        self.by_default(scene, profile, clause, at, governor)
    }

    /// Where a section looks back, only plain words of the future make a promise: 争取 and 确保 tell there what was done.
    fn outweighed(&self, scene: &Scene, profile: &Profile, clause: &Clause, sign: Sign) -> bool {
        let section = profile.section(clause.section);
        let word = scene.text().slice(sign.span);
        sign.status == Status::Target
            && section.mood == Some(Mood::Past)
            && !CLASSES.plain_target.iter().any(|plain| word.starts_with(plain))
    }

    fn by_default(
        &self,
        scene: &Scene,
        profile: &Profile,
        clause: &Clause,
        at: Span,
        governor: Option<Governor>,
    ) -> (Status, Source) {
        match profile.genre {
            Genre::Plan => (Status::Target, Source::Genre),
            Genre::Report if self.turned.is_some() => (Status::Target, Source::Turn),
            // an answer that looks ahead does not bind the next one
            Genre::Press
                if self.turned.is_some_and(|(section, group)| {
                    section == clause.section && (profile.meeting || group == clause.group)
                }) =>
            {
                (Status::Target, Source::Turn)
            }
            Genre::Press if self.asked.is_some_and(|group| group + 1 == clause.group) => (Status::Target, Source::Turn),
            Genre::Press if self.demanded == Some(clause.group) || demands(scene, clause, at) => {
                (Status::Target, Source::Demand)
            }
            Genre::Press if governor.is_some_and(|governor| ahead::ahead(scene.text(), governor, at)) => {
                (Status::Target, Source::Time)
            }
            _ => (Status::Actual, Source::Default),
        }
    }
}

/// Where the value starts that a change ends with: in 由…的58%|提高到70%以上 what was said of the first value ends with it.
fn origin_before(scene: &Scene, clause: &Clause, at: Span) -> Option<usize> {
    let next = scene.figures.partition_point(|figure| figure.span.start < at.start);
    let before = next.checked_sub(1).and_then(|index| scene.figures.get(index))?;
    let promised = |from: usize| sign_in(scene, Span::new(clause.span.start, from));
    let inside = clause.span.contains(before.span) && is_origin(scene.text(), before.span);
    let from = inside.then(|| opening(scene.text(), before.span)).flatten()?;
    promised(from).is_none_or(|sign| sign.status == Status::Actual).then_some(before.span.end)
}

/// Whether the value over `span` is what a change starts from: 由现在的82%提高到….
pub(super) fn is_origin(text: &Text, span: Span) -> bool {
    const CHANGE: usize = 6;
    let reaches = |at: usize| matches!(text.at(at), '到' | '至' | '为');
    let open = (span.end..span.end + CHANGE).take_while(|&at| crate::text::is_han(text.at(at)));
    opening(text, span).is_some() && open.skip(1).any(reaches)
}

/// Where 由 or 从 stands that opens the value over `span`.
fn opening(text: &Text, span: Span) -> Option<usize> {
    const REACH: usize = 12;
    (span.start.saturating_sub(REACH)..span.start)
        .rev()
        .take_while(|&at| crate::text::is_han(text.at(at)) || text.at(at).is_ascii_digit())
        .find(|&at| matches!(text.at(at), '由' | '从'))
}

/// 五年累计新增…: what a plan adds up lies ahead.
fn is_total(scene: &Scene, profile: &Profile, clause: &Clause, sign: Sign) -> bool {
    let mood = profile.section(clause.section).mood;
    let plans = profile.genre == Genre::Plan && mood != Some(Mood::Past);
    plans && scene.text().slice(sign.span) == "累计"
}

/// 预期目标是…, 今年安排…: what sets aims for the whole sentence.
fn is_aim(text: &Text, sign: Sign) -> bool {
    matches!(text.slice(sign.span), "预期目标" | "目标是" | "目标为" | "安排" | "今年")
}

/// 同比, 比上年: only says what a figure is compared with, which 预计 may do too.
fn compares(text: &Text, sign: Sign) -> bool {
    sign.status == Status::Actual && CLASSES.comparing.contains(text.slice(sign.span))
}

/// Whether the clause ends a question about what is planned: 下一步有什么打算?
fn asks_for_plans(scene: &Scene, profile: &Profile, clause: &Clause) -> bool {
    const PLANS: [&str; 3] = ["目标", "打算", "安排"];
    let text = scene.text();
    let asks = profile.genre == Genre::Press && text.at(clause.span.end) == '?';
    let words = || text.slice(Span::new(clause.span.start.max(clause.span.end.saturating_sub(REACH)), clause.span.end));
    asks && PLANS.iter().any(|word| words().contains(word)) && super::period::asks(scene, clause.span.start)
}

/// Whether `clause` turns to what is to be done: 重点抓好…, 主要预期目标; not where a goal has been met (完成预期目标).
pub(super) fn turn_in(scene: &Scene, clause: &Clause) -> bool {
    let text = scene.text();
    let stop = clause.span.end.min(clause.span.start + REACH);
    let turns = |at: &usize| CLASSES.turn.at_start(text.chars().get(*at..stop).unwrap_or_default()) > 0;
    let Some(at) = (clause.span.start..stop).find(turns) else { return false };
    let before = text.slice(Span::new(clause.span.start, at));
    !["完成", "实现了", "达成", "达到", "好于"].iter().any(|met| before.contains(met))
}

fn by_section(profile: &Profile, clause: &Clause) -> Option<Status> {
    match profile.section(clause.section).mood? {
        Mood::Past => Some(Status::Actual),
        Mood::Plan => Some(Status::Target),
    }
}

/// Whether the clause demands: it starts with a verb of doing and has the figure as its object.
fn demands(scene: &Scene, clause: &Clause, at: Span) -> bool {
    let text = scene.text();
    let start =
        (clause.span.start..at.start).find(|place| !text.at(*place).is_whitespace()).unwrap_or(clause.span.start);
    CLASSES.pushing.starts(text, start)
}
