//! Walks the clauses in order and gives every figure its name, kind, status and period.

mod spread;
mod watch;

use super::baseline::{self, Baseline};
use super::carry::{Carried, Context};
use super::clause::{Clause, Scene};
use super::governor;
use super::kind;
use super::name::{Name, Part};
use super::naming::{How, Named};
use super::period::{self, Period, Times};
use super::phrase::Phrase;
use super::plans::{names_plan, plan_amount, with_front};
use super::profile::{Genre, Profile};
use super::runs::{is_figurative, is_of_both, is_threshold, list_length, list_tail, minus_before, own_change};
use super::status::{self, Moods};
use super::wording::without_decline;
use super::words::CLASSES;
use crate::analysis::{IndicatorKind, Span, Status};
use crate::recognize::quantity::{Form, Quantity};

/// 低于全省平均水平5个百分点: less than another.
fn falls_short(text: &crate::text::Text, figure: &Quantity, before: Span) -> bool {
    const WORDS: [&str; 5] = ["低于", "慢于", "还低", "落后于", "低"];
    const NEAR: usize = 20;
    let near = Span::new(before.start.max(before.end.saturating_sub(NEAR)), before.end);
    figure.form == Form::PercentPoint
        && WORDS
            .iter()
            .any(|word| if *word == "低" { text.ends_with(near.end, word) } else { text.find(word, near).is_some() })
}

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
            self.context.topic(scene, clause, index);
            return;
        }
        let (mut at, mut used) = (0, clause.span.start);
        let before = self.found.len();
        while let Some(figure) = figures.get(at) {
            let next = figures.get(at + 1).map(|next| next.span.start);
            if is_figurative(scene.text(), figure) || is_threshold(scene.text(), figure, next) {
                at += 1;
                continue;
            }
            let count = list_length(scene.text(), figures.get(at..).unwrap_or_default());
            let list = figures.get(at..at + count).unwrap_or_default();
            let next = figures.get(at + count).map(|next| next.span.start);
            let start = used.max(figure.span.start.saturating_sub(REACH)).min(figure.span.start);
            let before = Span::new(start, figure.span.start);
            let baseline = baseline::read(scene, before);
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
            self.finish(index, clause, figure, named, &phrase, baseline, before, place);
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

    /// Whether the name begins with what was done: 输转劳动力.
    fn acts(&self, name: &Name) -> bool {
        let Some(Part::Text(first)) = name.parts.first() else { return false };
        let token = self.scene.document.tokens.at(first.start);
        let holds = |words: &str| matches!(words, "参加" | "拥有" | "登记" | "注册" | "接入" | "共有" | "设有");
        let verb = token.filter(|token| &*token.tag == "v" && token.span.start == first.start);
        let at_school = self.scene.text().at(first.start) == '在';
        verb.is_some_and(|verb| verb.span.len() >= 2 && !at_school && !holds(self.scene.text().slice(verb.span)))
    }

    #[allow(clippy::too_many_arguments)]
    fn finish(
        &mut self,
        index: usize,
        clause: &Clause,
        figure: &'a Quantity,
        named: Named,
        phrase: &Phrase,
        baseline: Option<Baseline>,
        before: Span,
        place: usize,
    ) {
        let scene = self.scene;
        let text = scene.text();
        let normal = named.name.normal(text);
        let spoken: String = phrase.words(text);
        let front = named.front.map(|span| text.slice(span)).unwrap_or_default();
        let tail = if place == 0 { phrase.tail.clone() } else { list_tail(scene, figure, &phrase.tail) };
        let mut reading = kind::read(text, figure, &tail, &normal, &format!("{front}{spoken}"));
        let grew = self.context.last.as_ref().is_some_and(|last| last.growth && last.sentence == clause.sentence);
        // 同比增长95%,为年度投资计划的31%
        let of_plan = baseline.is_some_and(|baseline| names_plan(text.slice(baseline.words)));
        let again = phrase.is_empty() && grew && named.how == How::Carried && !of_plan;
        if reading.kind == IndicatorKind::Share && again {
            reading.kind = IndicatorKind::Growth; // 增长5.5%,力争达到6%
        }
        let governor = self.times.governor(scene, self.profile, index);
        let beyond = baseline.is_some_and(|baseline| text.at(baseline.span.start) == '超');
        if beyond && reading.kind == IndicatorKind::Level {
            reading.kind = IndicatorKind::Change; // 超计划目标3.7亿元
        }
        let (status, status_source) = self.moods.status(scene, self.profile, clause, figure.span, governor);
        let words = text.slice(before);
        let years = phrase.years(text);
        let done = |word: &Span| CLASSES.doing.iter().any(|verb| text.slice(*word).contains(verb));
        let reached = phrase.tail.iter().any(|word| {
            text.slice(*word).chars().any(|char| matches!(char, '达' | '到' | '至' | '为' | '破' | '超' | '增' | '升'))
        });
        let counted =
            matches!(figure.form, Form::Count | Form::Money) && !reached && reading.kind == IndicatorKind::Level;
        let flow = named.flow
            || counted
            || phrase.front.iter().chain(&phrase.tail).any(done)
            || matches!(figure.unit.as_str(), "次" | "场" | "人次" | "届")
            || words.contains("累计")
            || reading.kind == IndicatorKind::Change && kind::is_cut(&spoken)
            || kind::is_new(&normal)
            || kind::is_new(front);
        let from = self.times.origin(scene, before.end); // all of a list start from one time
        let origin = figure.max.is_none() && status::is_origin(text, figure.span);
        let from = self.times.start_of(clause, from, origin);
        if let status::Source::Clause(word) = status_source
            && text.slice(word) == "安排"
        {
            self.moods.assign(clause, word);
        }
        if let status::Source::Clause(word) = status_source
            && text.slice(word) == "今年"
        {
            self.moods.hold(clause, word); // 今年新增…,改建…
        }
        let past = from.is_some_and(|from| from.is_past(self.profile));
        let status = if past || origin { Status::Actual } else { status };
        let part = place == 0 && phrase.front.iter().any(|word| text.slice(*word) == "其中");
        let whole = self.found.last().filter(|whole| part && whole.figure.unit == figure.unit);
        if whole.is_some_and(|whole| whole.kind == IndicatorKind::Change && kind::is_new(&whole.name.normal(text)))
            && reading.kind == IndicatorKind::Level
        {
            reading.kind = IndicatorKind::Change; // 新增里程210公里,其中高速铁路146公里
        }
        let daily = ["日均", "月均"].iter().any(|word| words.contains(word) || normal.contains(word));
        let standing = CLASSES.stock.at_end(&normal.chars().collect::<Vec<char>>()) > 0 && !kind::is_new(&normal);
        let flow = flow && !daily && !standing;
        let flow = flow
            || named.how == How::Carried && self.flowed && reading.kind == IndicatorKind::Multiple
            || words.contains("连续");
        self.flowed = flow;
        let gained = |word: &Span| text.slice(*word).starts_with("净增");
        let asked = governor::Figure {
            clause: index,
            kind: reading.kind,
            status,
            flow,
            stock: standing,
            turnover: kind::is_turnover(&normal),
            over_time: (figure.form != Form::Count
                || named.front.is_some()
                || kind::is_new(&normal)
                || figure.unit == "天"
                || self.acts(&named.name))
                && !kind::is_standing(&normal),
            gain: baseline.is_none_or(|baseline| text.ends_with(baseline.words.end, "年初"))
                && (phrase.tail.iter().chain(&phrase.front).any(gained) || normal.starts_with("净增")),
            yearly: words.contains("年均"),
            years,
            from,
        };
        let mut period = self.times.period(scene, self.profile, asked);
        // what a project costs in all is of no year
        let dated = status == Status::Actual && !normal.contains("总投资");
        let ahead = dated && self.lies_ahead(status_source, &period);
        let status = if ahead { Status::Target } else { status };
        if ahead {
            period = self.times.period(scene, self.profile, governor::Figure { status, ..asked });
        }
        let own_time = governor.is_some_and(|governor| governor.clause == index);
        let whole = self.found.last().filter(|whole| {
            part && from.is_none()
                && whole.figure.unit == figure.unit
                && !own_time
                && whole.figure.span.end + REACH > figure.span.start
        });
        let period = whole.map_or(period, |whole| whole.period);
        self.context.carry(Carried {
            name: named.name.clone(),
            share: reading.kind == IndicatorKind::Share,
            growth: reading.kind == IndicatorKind::Growth
                || grew && figure.form == Form::PercentPoint && named.how == How::Carried,
            base: named.base.clone(),
            owner: named.owner.clone(),
            front: named.front,
            form: figure.form,
            unit: figure.unit.clone(),
            clause: index,
            sentence: clause.sentence,
            group: clause.group,
        });
        if figure.form == Form::Count {
            self.context.last_count = self.context.last.clone().map(|last| (last, figure.unit.clone()));
        }
        let cut = reading.kind == IndicatorKind::Change && reading.negative;
        let name = if cut { without_decline(text, named.name) } else { named.name };
        self.found.push(Finding {
            figure: figure.clone(),
            name,
            how: named.how,
            kind: reading.kind,
            negative: reading.negative || minus_before(text, figure.span.start) || falls_short(text, figure, before),
            status,
            status_source,
            period,
            baseline: baseline.map(|baseline| baseline.words),
        });
    }

    /// Whether a figure that nothing calls reached is of the whole of a year that has most of its months before it.
    fn lies_ahead(&self, source: status::Source, period: &Period) -> bool {
        const LATE: i8 = 9;
        let weak = matches!(source, status::Source::Default | status::Source::Group(_));
        let carried = matches!(period.source, period::Source::Group | period::Source::Earlier);
        let press = self.profile.genre == Genre::Press;
        let today = self.profile.today.filter(|today| press && weak && carried && today.month() < LATE);
        today.zip(period.days).is_some_and(|(today, days)| days == super::shape::year(today.year()))
    }
}
