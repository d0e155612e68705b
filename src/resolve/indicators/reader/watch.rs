//! The times that the reader passes.

use super::{REACH, Reader};
use crate::analysis::Span;
use crate::resolve::indicators::clause::Clause;
use crate::resolve::indicators::words::CLASSES;

impl Reader<'_, '_> {
    /// Takes in the times between `from` and `to`, and 每年.
    pub(super) fn absorb_times(
        &mut self,
        clause: &Clause,
        index: usize,
        from: usize,
        to: usize,
        baseline: Option<Span>,
    ) {
        let scene = self.scene;
        const EVERY: [&str; 6] = ["每年", "每月", "每天", "每季度", "每日", "每周"];
        let text = scene.text();
        let window = from..to.min(from + REACH);
        let figure_at = |at: usize| {
            let next = scene.figures.partition_point(|figure| figure.span.start < at);
            scene.figures.get(next).is_some_and(|figure| figure.span.start == at)
        };
        let every = |at: usize| {
            let each = || matches!(text.before(at), '人' | '户' | '亩' | '元') || figure_at(at + 2);
            text.at(at) == '每' && EVERY.iter().any(|word| text.starts_with(at, word)) && !each()
        };
        if let Some(at) = window.clone().find(|&at| every(at)) {
            self.times.absorb_every_year(clause, index, Span::new(at, (at + 2).min(text.len())));
        }
        if from == clause.span.start && CLASSES.now.starts(text, from) {
            self.times.forget();
        }
        let next = scene.times.partition_point(|time| time.span.start < from);
        for time in scene.times.iter().skip(next).take_while(|time| time.span.end <= to) {
            let promised = text.slice(time.span) == "年初"; // 年初承诺的实事: no figure is of that time
            if !promised && baseline.is_none_or(|baseline| !baseline.overlaps(time.span)) {
                self.times.absorb(scene, self.profile, time, index);
            }
        }
    }
}
