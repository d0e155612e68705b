//! The signs of mood that reach from clause to clause: promises, reckonings, demands, questions about plans.

use super::clause::{Clause, Scene};
use super::profile::{Genre, Mood, Profile};
use super::sign::{REACH, Sign, sign_in};
use super::words::CLASSES;
use crate::analysis::{Span, Status};
use crate::text::Text;

/// Follows the signs of mood through the text.
#[derive(Debug, Default)]
pub struct Moods {
    pub(super) sentence: Option<(usize, Sign)>,
    /// The part of the sentence that the sign does not reach beyond: …达到5万户,力争全年突破6万户;
    pub(super) bound: Option<usize>,
    pub(super) group: Option<(usize, Sign)>,
    /// The paragraph that says what is set for the year: 今年安排实事10件.
    pub(super) assigned: Option<usize>,
    /// The paragraph in which somebody demands: …要求,….
    pub(super) demanded: Option<usize>,
    /// The paragraph that asks what is planned: 问:明年有什么打算?
    pub(super) asked: Option<usize>,
    /// The section and the paragraph in which the text turned to what is to be done.
    pub(super) turned: Option<(usize, usize)>,
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
            let told = happened && (sign.status == Status::Target || is_of_one(scene, clause, sign));
            self.bound = told.then_some(clause.segment);
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
    pub(super) fn in_sentence(&self, clause: &Clause) -> Option<(usize, Sign)> {
        let holds = self.bound.is_none_or(|segment| segment == clause.segment);
        self.sentence.filter(|(sentence, _)| holds && *sentence == clause.sentence)
    }
}

/// 五年累计新增…: what a plan adds up lies ahead.
pub(super) fn is_total(scene: &Scene, profile: &Profile, clause: &Clause, sign: Sign) -> bool {
    let mood = profile.section(clause.section).mood;
    let plans = profile.genre == Genre::Plan && mood != Some(Mood::Past);
    plans && scene.text().slice(sign.span) == "累计"
}

/// 粮食总产量|预计|达31.8万吨;…: a reckoning behind the name of what is reckoned says nothing of what comes after the part.
fn is_of_one(scene: &Scene, clause: &Clause, sign: Sign) -> bool {
    let from = clause.span.start.max(sign.span.start.saturating_sub(REACH));
    let before = Span::new(from, sign.span.start.max(from));
    let noun = |token: &crate::segment::Token| token.tag.starts_with('n') && token.span.len() > 1;
    sign.status == Status::Estimate && scene.document.tokens.inside(before).iter().any(noun)
}

/// 预期目标是…, 今年安排…: what sets aims for the whole sentence.
pub(super) fn is_aim(text: &Text, sign: Sign) -> bool {
    matches!(text.slice(sign.span), "预期目标" | "目标是" | "目标为" | "安排" | "今年")
}

/// 同比, 比上年: only says what a figure is compared with, which 预计 may do too.
pub(super) fn compares(text: &Text, sign: Sign) -> bool {
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
