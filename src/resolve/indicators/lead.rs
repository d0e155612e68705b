//! The words that lead a list, and how far the time in them holds: 过去一年,我们主要抓了以下工作: … (一)… (二)….

use super::clause::{Clause, Scene};
use super::governor::{Figure, Governor};
use super::profile::{Genre, Profile};
use crate::analysis::Status;
use crate::recognize::time::{Grain, TimeMention};
use crate::text::is_among;

/// A time in words that lead a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead {
    /// The time.
    pub governor: Governor,
    /// The words end with a colon: what stands below their heading is of the list too.
    announced: bool,
}

impl Lead {
    /// The lead that `governor`, the time over `time`, is: its paragraph ends with a colon, or a plan says until when
    /// (到2025年,…) before its items.
    pub fn new(scene: &Scene, profile: &Profile, time: &TimeMention, governor: Governor) -> Option<Self> {
        let text = scene.text();
        let paragraph = text.trim(scene.document.structure.paragraph_of(time.span.start));
        let announced = text.before(paragraph.end) == ':';
        let until = matches!(text.before(time.span.start), '到' | '至') && time.grain == Grain::Year;
        let aims = until && profile.genre == Genre::Plan && !is_item(scene, time.span.start);
        (governor.days.is_some() && (announced || aims)).then_some(Self { governor, announced })
    }

    /// Whether it holds for `figure`, which stands in `clause`.
    pub fn holds(&self, scene: &Scene, profile: &Profile, clause: &Clause, figure: Figure) -> bool {
        let lead = &self.governor;
        let nearer = profile.section(clause.section).span.is_some_and(|span| span.start > lead.span.start);
        let listed = match clause.section == lead.section {
            true => is_item(scene, clause.span.start),
            false => self.announced && is_below(scene, clause.section, lead.section),
        };
        let apart = |(start, end)| match figure.status {
            Status::Target => profile.today.is_some_and(|today| end < today),
            _ => profile.today.is_some_and(|today| start > today),
        };
        // 到2025年:…新增5万人: what is done on the way there is counted from the plan's begin
        let on_the_way = figure.flow && figure.status == Status::Target && profile.genre == Genre::Plan;
        listed && !nearer && !on_the_way && !lead.days.is_some_and(apart)
    }
}

/// Whether the part that begins with heading number `section` stands below that of heading number `outer`.
fn is_below(scene: &Scene, section: usize, outer: usize) -> bool {
    let headings = &scene.document.structure.headings;
    let mut at = section.checked_sub(1);
    while let Some(index) = at {
        if index + 1 == outer {
            return true;
        }
        at = headings.get(index).and_then(|heading| heading.parent);
    }
    outer == 0
}

/// Whether the paragraph around `at` is an item: ——能力更强。…, 一是….
fn is_item(scene: &Scene, at: usize) -> bool {
    let text = scene.text();
    let start = text.trim(scene.document.structure.paragraph_of(at)).start;
    let counted = is_among(text.at(start), "一二三四五六七八九十") && text.at(start + 1) == '是';
    counted || text.starts_with(start, "——")
}
