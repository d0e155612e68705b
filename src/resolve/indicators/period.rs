//! The period that a figure belongs to: the time that governs it.

use super::clause::{Clause, Scene};
use super::governor::{Figure, Governor, Origin};
use super::lead::Lead;
use super::profile::{Genre, Profile};
use super::scope::{Scope, scope};
use super::shape::{by_genre, compared, is_bare, last_year_of, shaped, since};
use crate::analysis::{IndicatorKind, Span, Status};
use crate::recognize::time::{Grain, TimeMention};
use jiff::civil::{Date, date};

/// How the period was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// From a time in the same clause.
    Clause,
    /// From a time earlier in the same sentence.
    Sentence,
    /// From a time earlier in the paragraph or item.
    Group,
    /// From a heading or the title.
    Heading,
    /// From the period of the plan.
    Plan,
    /// From the year that the document is about.
    Document,
    /// From a time in an earlier paragraph.
    Earlier,
    /// 每年.
    EveryYear,
    /// Nothing tells it.
    Unknown,
}

/// A period with its evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    /// First and last day.
    pub days: Option<(Date, Date)>,
    /// Where the time stands.
    pub span: Option<Span>,
    /// How it was found.
    pub source: Source,
    /// The time itself left its year to the document's date.
    pub completed: bool,
}

impl Period {
    /// One that nothing tells.
    pub const fn unknown() -> Self {
        Self { days: None, span: None, source: Source::Unknown, completed: false }
    }
}

/// Follows the times of the text.
#[derive(Debug, Default)]
pub struct Times {
    current: Option<Governor>,
    /// The time that holds again where a local one has passed.
    outer: Option<Governor>,
    /// The plan period that the paragraph or item named, and its number.
    plan: Option<(usize, (Date, Date))>,
    /// The time that a change of the sentence started from, and its number: 从2011年的….
    start: Option<(usize, Origin)>,
    /// The time of the last words that lead a list: 到2025年实现以下目标:, 过去一年,我们做了以下工作:.
    lead: Option<Lead>,
}

impl Times {
    /// Takes in `time`, which stands in clause number `index`.
    pub fn absorb(&mut self, scene: &Scene, profile: &Profile, time: &TimeMention, index: usize) {
        let Some(clause) = scene.clauses.get(index) else { return };
        let of_plan = time.days.is_none() && profile.genre == Genre::Plan; // 五年累计: the plan's own years
        if of_plan || compared(scene, time.span) {
            return;
        }
        let words = scene.text().slice(time.span);
        let this_year = words.starts_with("今年") || words.starts_with("本年") || words == "年内";
        let days = time.days.map(|days| since(scene, profile, time, last_year_of(scene, time, days)));
        let bare = time.assumed && is_bare(words);
        self.set(
            clause,
            index,
            Governor {
                days,
                grain: time.grain,
                span: time.span,
                this_year,
                completed: time.assumed,
                within_year: words.starts_with("年内")
                    || words.ends_with("底前")
                    || words.starts_with("年底前")
                    || words.ends_with(['底', '末']) && scene.text().at(time.span.end) == '前',
                bare,
                month_end: words.contains('月') && words.ends_with(['底', '末']),
                clause: 0,
                sentence: 0,
                group: 0,
                section: 0,
                segment: 0,
                scope: scope(self.outer, scene, profile, index, time),
            },
        );
        let lead = self.current.and_then(|governor| Lead::new(scene, profile, time, governor));
        self.lead = lead.or(self.lead);
    }

    /// Takes in 每年 and the like: no period.
    pub fn absorb_every_year(&mut self, clause: &Clause, index: usize, span: Span) {
        let nothing = Governor {
            days: None,
            grain: Grain::Year,
            span,
            this_year: false,
            completed: false,
            within_year: false,
            bare: false,
            month_end: false,
            clause: 0,
            sentence: 0,
            group: 0,
            section: 0,
            segment: 0,
            scope: Scope::Group,
        };
        self.set(clause, index, nothing);
    }

    fn set(&mut self, clause: &Clause, index: usize, mut governor: Governor) {
        governor.clause = index;
        governor.sentence = clause.sentence;
        governor.group = clause.group;
        governor.section = clause.section;
        governor.segment = clause.segment;
        if let Some(days) = governor.days.filter(|_| governor.grain == Grain::Period) {
            self.plan = Some((governor.group, days));
        }
        if governor.scope == Scope::Group {
            self.outer = Some(governor);
        }
        self.current = Some(governor);
    }

    /// The time that a value starts from which says none itself: the one that the sentence named for another such value.
    pub fn start_of(&mut self, clause: &Clause, own: Option<Origin>, origin: bool) -> Option<Origin> {
        if let Some(own) = own {
            self.start = Some((clause.sentence, own));
            return Some(own);
        }
        self.start.filter(|(sentence, _)| origin && *sentence == clause.sentence).map(|(_, start)| start)
    }

    /// 目前: what was said of an earlier time no longer holds.
    pub fn forget(&mut self) {
        self.current = None;
        self.outer = None;
    }

    /// The time that only the figure at `at` belongs to: 由2015年的|44.2%.
    pub fn origin(&self, scene: &Scene, at: usize) -> Option<Origin> {
        let text = scene.text();
        let end = at - usize::from(at > 0 && text.before(at) == '的');
        let next = scene.times.partition_point(|time| time.span.end < end);
        let time = scene.times.get(next).filter(|time| time.span.end == end)?;
        let from = matches!(text.before(time.span.start), '由' | '从');
        time.days.filter(|_| from).map(|days| Origin { days, span: time.span })
    }

    /// The time that governs clause number `index`, where it stands in the same paragraph or item.
    pub fn governor(&self, scene: &Scene, profile: &Profile, index: usize) -> Option<Governor> {
        let clause = scene.clauses.get(index)?;
        let current = self
            .current
            .filter(|governor| governor.group == clause.group || asked(scene, profile, *governor, clause))?;
        let holds = match current.scope {
            Scope::Group => true,
            Scope::Sentence => current.sentence == clause.sentence,
            Scope::Segment => current.segment == clause.segment,
            Scope::Clause => current.clause == index,
        };
        let then = ["届时", "到时"].iter().any(|word| scene.text().starts_with(clause.span.start, word));
        if holds || then && current.sentence == clause.sentence {
            return Some(current);
        }
        let ahead =
            |governor: Governor| profile.today.zip(governor.days).is_some_and(|(today, (start, _))| start > today);
        let apart = self.outer.is_some_and(|outer| outer.sentence != clause.sentence && ahead(outer));
        if apart && current.sentence == clause.sentence && !ahead(current) {
            return Some(current); // 2027年建成后…。截至10月底,…;…
        }
        let given = profile.section(clause.section).days.is_some() || profile.genre != Genre::Press;
        let outer = self.outer.filter(|outer| {
            let past = given && profile.genre != Genre::Bulletin && outer.grain < Grain::Year;
            outer.group == clause.group && !(past && outer.sentence != clause.sentence)
        });
        outer.or(Some(current).filter(|_| !given && profile.title.is_none()))
    }

    /// The period of `figure`.
    pub fn period(&self, scene: &Scene, profile: &Profile, figure: Figure) -> Period {
        let Some(clause) = scene.clauses.get(figure.clause) else { return Period::unknown() };
        if let Some(from) = figure.from {
            return Period { days: Some(from.days), span: Some(from.span), source: Source::Clause, completed: false };
        }
        let passed = |governor: &Governor| {
            let over = profile.today.zip(governor.days).is_some_and(|(today, (_, end))| end < today);
            over && figure.status == Status::Target && governor.sentence != clause.sentence
        };
        if let Some(governor) = self.governor(scene, profile, figure.clause).filter(|governor| !passed(governor)) {
            return self.governed(profile, clause, figure, governor);
        }
        if let Some(lead) = self.lead.filter(|lead| lead.holds(scene, profile, clause, figure)) {
            let period = self.governed(profile, clause, figure, lead.governor);
            return Period { source: Source::Heading, ..period };
        }
        let section = profile.section(clause.section);
        if let Some(days) = section.days {
            let days = Some(shaped(profile, figure, days, section.grain.unwrap_or(Grain::Year), false));
            return Period { days, span: section.span, source: Source::Heading, completed: false };
        }
        if let Some((days, span)) =
            profile.title.filter(|_| figure.status == Status::Actual && profile.genre != Genre::Plan)
        {
            let days = Some(if figure.stock && profile.genre == Genre::Bulletin { (days.1, days.1) } else { days });
            return Period { days, span: Some(span), source: Source::Heading, completed: true };
        }
        if let Some(days) = by_genre(profile, figure) {
            return days;
        }
        match self.current.filter(|governor| governor.section == clause.section && figure.status != Status::Target) {
            Some(governor)
                if governor.grain >= Grain::Quarter
                    && governor.days.is_some_and(|days| profile.today.is_none_or(|today| days.0 <= today)) =>
            {
                let period = self.governed(profile, clause, figure, governor);
                Period { source: Source::Earlier, ..period }
            }
            _ => Period::unknown(),
        }
    }

    fn governed(&self, profile: &Profile, clause: &Clause, figure: Figure, governor: Governor) -> Period {
        let source = if governor.clause == figure.clause {
            Source::Clause
        } else if governor.sentence == clause.sentence {
            Source::Sentence
        } else {
            Source::Group
        };
        let Some(days) = governor.days else {
            return Period { days: None, span: Some(governor.span), source: Source::EveryYear, completed: false };
        };
        let added_up = figure.total && profile.genre == Genre::Plan && governor.clause != figure.clause;
        let plan = profile.plan.filter(|_| governor.grain == Grain::Year && (figure.yearly || added_up));
        let plan = if figure.status == Status::Target {
            plan
        } else {
            plan.filter(|_| added_up).and_then(super::shape::years_before)
        };
        if let Some(plan) = plan.filter(|plan| plan.0 <= days.0 && days.1 <= plan.1) {
            return Period { days: Some(plan), span: Some(governor.span), source: Source::Plan, completed: false };
        }
        // 年均 is said of all the years that the paragraph or its section tells of
        let told = self.plan.filter(|(group, _)| *group == clause.group).map(|(_, plan)| plan);
        let holds = |years: &(Date, Date)| {
            figure.yearly && years.0.year() < years.1.year() && years.0 <= days.0 && days.1 <= years.1
        };
        let average = told.filter(holds).or(profile.section(clause.section).days.filter(holds));
        if let Some(plan) = average {
            return Period { days: Some(plan), span: Some(governor.span), source, completed: false };
        }
        let days = self.moved(profile, clause, figure, days, governor);
        let point = governor.grain == Grain::Day && governor.bare && days.0 == days.1;
        let apart = figure.over_time && governor.sentence != clause.sentence
            || figure.turnover && governor.clause != figure.clause
            || figure.gain;
        let earned = governor.month_end && days.0 == days.1 && (figure.turnover || figure.gain);
        let days = if (point && apart || earned) && !figure.stock {
            (date(days.1.year(), 1, 1), days.1) // 年末从业人员…。输转劳动力…,创收…; 截至10月底,…成交额26.8亿元
        } else {
            days
        };
        let counted = matches!(figure.kind, IndicatorKind::Level | IndicatorKind::Change);
        let closing = days.0 == days.1 && (days.1.month(), days.1.day()) == (12, 31);
        let days = if closing
            && governor.within_year
            && figure.status == Status::Target
            && figure.flow
            && !figure.stock
            && counted
        {
            super::shape::year(days.1.year()) // 年底前完成…600户
        } else {
            days
        };
        let days = shaped(profile, figure, days, governor.grain, governor.this_year);
        let completed = governor.completed && !(profile.titled && profile.genre == Genre::Bulletin);
        Period { days: Some(days), span: Some(governor.span), source, completed }
    }

    /// 全年, 年末 in a section about another year than the document's: the year of the section, or the one before in a report
    /// that looks back.
    fn moved(
        &self,
        profile: &Profile,
        clause: &Clause,
        figure: Figure,
        days: (Date, Date),
        governor: Governor,
    ) -> (Date, Date) {
        let ahead = profile.today.is_some_and(|today| days.0 > today) && profile.genre == Genre::Press;
        if !governor.bare || days.0.year() != days.1.year() || ahead {
            return days; // a quarter of the coming year was resolved as such
        }
        let section = profile.section(clause.section);
        let named = section.days.filter(|(start, end)| start.year() == end.year()).map(|(start, _)| start.year());
        let before = (profile.genre == Genre::Report && figure.status != Status::Target)
            .then(|| profile.year.and_then(|year| year.checked_sub(1)))
            .flatten();
        let of_bulletin = profile.year.filter(|_| profile.genre == Genre::Bulletin && profile.titled);
        match named.or(of_bulletin).or(before) {
            Some(year) if year != days.0.year() => {
                let at = |day: Date| Date::new(year, day.month(), day.day()).ok();
                at(days.0).zip(at(days.1)).unwrap_or(days) // 29 February
            }
            _ => days,
        }
    }
}

/// 问:今年有哪些安排? 答:…: the time of a question holds in its answer.
fn asked(scene: &Scene, profile: &Profile, governor: Governor, clause: &Clause) -> bool {
    let answers = profile.genre == Genre::Press && governor.group + 1 == clause.group;
    answers && governor.scope == Scope::Group && asks(scene, governor.span.start)
}

/// Whether the paragraph around `at` ends with a question.
pub(super) fn asks(scene: &Scene, at: usize) -> bool {
    let text = scene.text();
    let paragraph = text.trim(scene.document.structure.paragraph_of(at));
    text.ends_with(paragraph.end, "?") || text.ends_with(paragraph.end, "?”")
}
