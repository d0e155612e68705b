//! Whether a figure happened, is reckoned or is aimed at.

use super::ahead;
use super::clause::{Clause, Scene};
use super::governor::Governor;
use super::moods::{Moods, compares, is_aim, is_total};
use super::origin::origin_before;
use super::profile::{Genre, Mood, Profile};
use super::sign::{Sign, sign_behind, sign_in};
use super::words::CLASSES;
use crate::analysis::{Span, Status};

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

impl Moods {
    /// The status of the figure at `at` in `clause`.
    pub fn status(
        &self,
        scene: &Scene,
        profile: &Profile,
        clause: &Clause,
        at: Span,
        governor: Option<Governor>,
    ) -> (Status, Source) {
        let own = self.own_sign(scene, profile, clause, at, governor);
        let estimate = profile.is_estimate(at.start);
        if let (Some(sign), Some(before)) = (own, self.reckoned(clause))
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
        self.by_time(scene, profile, clause, governor)
            .or_else(|| self.by_words_before(scene, profile, clause, governor))
            .or_else(|| self.by_place(scene, profile, clause, at, governor))
            .unwrap_or_else(|| self.by_default(scene, profile, clause, at, governor))
    }

    /// The reckoning that holds in the sentence of `clause`.
    fn reckoned(&self, clause: &Clause) -> Option<Sign> {
        let sign = self.in_sentence(clause).map(|(_, sign)| sign);
        sign.filter(|sign| sign.status == Status::Estimate)
    }

    /// The sign of mood in the words of the figure's own clause.
    fn own_sign(
        &self,
        scene: &Scene,
        profile: &Profile,
        clause: &Clause,
        at: Span,
        governor: Option<Governor>,
    ) -> Option<Sign> {
        let start = origin_before(scene, clause, at).unwrap_or(clause.span.start);
        let own = sign_in(scene, Span::new(start, at.start)).or_else(|| sign_behind(scene, at, clause.span.end));
        let spring = profile.today.is_some_and(|today| today.month() <= 4);
        let own = ahead::assigned(scene, clause, at, governor.filter(|_| spring)).or(own);
        let own = own.or_else(|| ahead::coming(scene, profile, clause, at, governor));
        let own = own.filter(|sign| !self.outweighed(scene, profile, clause, *sign));
        let own = own.filter(|sign| !is_total(scene, profile, clause, *sign));
        let near = |sign: &Sign| sign.span.start + NEAR >= clause.span.start;
        let promised = self
            .in_sentence(clause)
            .filter(|(_, sign)| sign.status == Status::Target && (near(sign) || is_aim(scene.text(), *sign)));
        let held = self.reckoned(clause).is_some() || promised.is_some(); // 计划完成投资20亿元,比上年多出三成
        own.filter(|sign| !held || !compares(scene.text(), *sign))
    }

    /// The status that the time gives which governs the figure, where it stands nearer than what was said before.
    fn by_time(
        &self,
        scene: &Scene,
        profile: &Profile,
        clause: &Clause,
        governor: Option<Governor>,
    ) -> Option<(Status, Source)> {
        let before_end = governor.filter(|governor| {
            let ahead = profile.today.zip(governor.days).is_some_and(|(today, (_, end))| end > today);
            ahead
                && governor.within_year
                && clause.span.contains(governor.span)
                && ahead::ahead_of(scene.text(), *governor)
        });
        if before_end.is_some() {
            return Some((Status::Target, Source::Time)); // 年底前上线…
        }
        let reckoned = self.reckoned(clause);
        if let Some(sign) = reckoned.filter(|sign| sign.span.end + LEAD >= clause.span.start) {
            return Some((sign.status, Source::Sentence(sign.span))); // 预计,2020年…
        }
        let inside = governor.is_some_and(|governor| clause.span.contains(governor.span));
        if let Some(status) = timed(profile, governor).filter(|_| inside) {
            return Some((status, Source::Time));
        }
        let demanded = self.in_sentence(clause).is_some_and(|(_, sign)| sign.status == Status::Target);
        let over = (inside || !demanded && reckoned.is_none())
            && governor.is_some_and(|governor| ahead::is_over(profile, clause, governor));
        over.then_some((Status::Actual, Source::Time))
    }

    /// The status that words before the clause give, or the time that reaches it from there.
    fn by_words_before(
        &self,
        scene: &Scene,
        profile: &Profile,
        clause: &Clause,
        governor: Option<Governor>,
    ) -> Option<(Status, Source)> {
        if let Some(sign) = self.reckoned(clause) {
            return Some((sign.status, Source::Sentence(sign.span)));
        }
        let timed = timed(profile, governor);
        if timed == Some(Status::Target) {
            return Some((Status::Target, Source::Time));
        }
        let said = self.in_sentence(clause).map(|(_, sign)| sign);
        if let Some(sign) = said.filter(|sign| !self.outweighed(scene, profile, clause, *sign)) {
            return Some((sign.status, Source::Sentence(sign.span)));
        }
        timed.map(|status| (status, Source::Time))
    }

    /// The status that the section, the paragraph or a time without days gives.
    fn by_place(
        &self,
        scene: &Scene,
        profile: &Profile,
        clause: &Clause,
        at: Span,
        governor: Option<Governor>,
    ) -> Option<(Status, Source)> {
        if governor.is_some_and(|governor| ahead::goes_on(scene, profile, governor)) {
            return Some((Status::Target, Source::Time));
        }
        let near = Span::new(at.start.saturating_sub(3), at.start);
        let there_are = scene.text().slice(near).contains('有'); // 每年有两千名志愿者上岗
        let daily = |governor: &Governor| scene.text().slice(governor.span).starts_with("每天"); // 每天就餐超过6000人次
        let every = governor.is_some_and(|governor| governor.days.is_none() && !daily(&governor)) && !there_are;
        if every && profile.genre != Genre::Bulletin {
            return Some((Status::Target, Source::Time));
        }
        if let Some(status) = by_section(profile, clause) {
            return Some((status, Source::Heading));
        }
        let sign = self.group.filter(|(group, _)| *group == clause.group).map(|(_, sign)| sign);
        sign.map(|sign| (sign.status, Source::Group(sign.span)))
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

/// The status that the days of the time give which governs the figure.
fn timed(profile: &Profile, governor: Option<Governor>) -> Option<Status> {
    ahead::by_time(profile, governor.filter(|governor| !governor.bare)?.days?)
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
