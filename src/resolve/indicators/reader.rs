//! Walks the clauses in order and gives every figure its name, kind, status and period.

mod finish;
mod spread;
mod undated;
mod watch;

use super::baseline::{self, Baseline};
use super::carry::Context;
use super::clause::Scene;
use super::moods::Moods;
use super::name::Name;
use super::naming::{How, Named};
use super::period::{Period, Times};
use super::phrase::Phrase;
use super::plans::{plan_amount, with_front};
use super::profile::Profile;
use super::runs::{is_company, is_figurative, is_of_both, is_threshold, list_length, own_change};
use super::status;
use crate::analysis::{IndicatorKind, Span, Status};
use crate::recognize::quantity::Quantity;
use finish::Said;

/// How far before a figure its name is looked for.
const REACH: usize = 120;

/// A figure with everything that was found out about it.
pub struct Finding {
    /// The figure.
    pub figure: Quantity,
    /// Its name.
    pub name: Name,
    /// How the name was found.
    pub how: How,
    /// Its kind.
    pub kind: IndicatorKind,
    /// It is a decline.
    pub negative: bool,
    /// Its status.
    pub status: Status,
    /// How the status was found.
    pub status_source: status::Source,
    /// Its period.
    pub period: Period,
    /// What it is compared with.
    pub baseline: Option<Span>,
}

/// Reads all clauses.
pub struct Reader<'a, 's> {
    scene: &'s Scene<'a>,
    profile: &'s Profile,
    context: Context,
    times: Times,
    moods: Moods,
    /// The part of the sentence and the status of the last figure, as it stood before the clause.
    told: Option<(usize, Status)>,
    /// The last figure was done over a time.
    flowed: bool,
    /// The plan whose amount was told last: 完成年度目标任务|200亿元|的36%.
    plan: Option<(usize, Name)>,
    found: Vec<Finding>,
}

impl<'a, 's> Reader<'a, 's> {
    /// Reads `scene`.
    pub fn read(scene: &'s Scene<'a>, profile: &'s Profile) -> Vec<Finding> {
        let mut reader = Self {
            scene,
            profile,
            context: Context::default(),
            times: Times::default(),
            moods: Moods::default(),
            told: None,
            flowed: false,
            plan: None,
            found: Vec::new(),
        };
        for index in 0..scene.clauses.len() {
            reader.clause(index);
        }
        reader.name_from_behind();
        reader.found
    }

    fn clause(&mut self, index: usize) {
        let scene = self.scene;
        let Some(clause) = scene.clauses.get(index) else { return };
        let figures = scene.figures_of(clause);
        if figures.is_empty() {
            self.absorb_times(clause, index, clause.span.start, clause.span.end, None);
            let happened = self.told == Some((clause.segment, Status::Actual));
            self.moods.absorb(scene, self.profile, clause, clause.span.end, happened);
            if scene.figures_follow(index) {
                self.context.topic(scene, clause, index);
            }
            return;
        }
        let (mut at, mut used) = (0, clause.span.start);
        let before = self.found.len();
        while let Some(figure) = figures.get(at) {
            let next = figures.get(at + 1).map(|next| next.span.start);
            let company = is_company(scene.text(), figure, figures.get(at + 1));
            if company || is_figurative(scene.text(), figure) || is_threshold(scene.text(), figure, next) {
                at += 1;
                continue;
            }
            let count = list_length(scene.text(), figures.get(at..).unwrap_or_default());
            let list = figures.get(at..at + count).unwrap_or_default();
            let next = figures.get(at + count).map(|next| next.span.start);
            let start = used.max(figure.span.start.saturating_sub(REACH)).min(figure.span.start);
            let before = Span::new(start, figure.span.start);
            let compared = self.found.last().and_then(|last| last.baseline);
            let baseline = baseline::read(scene, before).or_else(|| baseline::again(scene, before, compared));
            self.absorb_times(clause, index, used, figure.span.start, baseline.map(|baseline| baseline.span));
            used = self.list(index, list, before, baseline, next);
            at += count;
        }
        self.absorb_times(clause, index, used, clause.span.end, None);
        let happened = self.told == Some((clause.segment, Status::Actual));
        self.moods.absorb(scene, self.profile, clause, clause.span.end, happened);
        if let Some(last) = self.found.get(before..).and_then(<[Finding]>::last) {
            self.told = Some((clause.segment, last.status));
        }
    }

    /// Reads one figure or a list of figures joined by marks; gives the offset up to which words are used.
    fn list(
        &mut self,
        index: usize,
        list: &[&'a Quantity],
        before: Span,
        baseline: Option<Baseline>,
        next: Option<usize>,
    ) -> usize {
        let scene = self.scene;
        let (Some(clause), Some(first), Some(last)) = (scene.clauses.get(index), list.first(), list.last()) else {
            return before.end;
        };
        let phrase = Phrase::read(scene, before, baseline.map(|baseline| baseline.span), false);
        let mut used = last.span.end;
        let text = scene.text();
        // 进出口总额3.87万亿元、增长5.9%: the second tells of the first
        let told = list.iter().skip(1).any(|figure| figure.form != first.form && own_change(text, figure).is_some());
        let names = if list.len() > 1 && !told { self.split(index, &phrase, list) } else { None };
        let split = names.is_some();
        let mut shared: Option<Named> = None;
        // 新建3个、改建5个: what is counted stands behind the last of a list
        let whose = if is_of_both(first, last)
            || list.iter().all(|figure| figure.unit == last.unit && figure.form == last.form)
        {
            last
        } else {
            first
        };
        let mut written = Vec::new();
        for (place, figure) in list.iter().enumerate() {
            let named = match names.as_ref().and_then(|names| names.get(place)) {
                Some(name) => Named::plain(name.clone(), How::List),
                None => match &shared {
                    Some(named) => named.clone(),
                    None if let Some(share) = self.share_of_plan(figure, &phrase) => share,
                    None => {
                        let limit = if list.len() > 1 { None } else { next };
                        let named = self.context.name(scene, index, whose, before, &phrase, limit);
                        used = used.max(named.used);
                        shared = Some(named.clone());
                        named
                    }
                },
            };
            written.push(named.name.clone());
            let planned = list.len() == 1 && next.is_some_and(|next| plan_amount(scene, figure, &phrase, next));
            let carried = planned.then(|| (self.context.last.clone(), with_front(&phrase, named.name.clone())));
            self.finish(Said { index, clause, figure, named, phrase: &phrase, baseline, before, place });
            if let Some((last, plan)) = carried {
                self.context.last = last;
                self.plan = Some((figure.span.end, plan));
                if let Some(finding) = self.found.last_mut() {
                    finding.status = Status::Target;
                }
            }
        }
        self.context.split = if split { written } else { Vec::new() };
        used
    }
}
