//! A figure with its name becomes a finding: its kind, its status, its period, and what later clauses may carry on.

use super::super::baseline::Baseline;
use super::super::carry::Carried;
use super::super::clause::Clause;
use super::super::governor::{self, Governor, Origin};
use super::super::kind::{self, Reading};
use super::super::name::{Name, Part};
use super::super::naming::{How, Named};
use super::super::period::{self, Period};
use super::super::phrase::Phrase;
use super::super::plans::names_plan;
use super::super::profile::Genre;
use super::super::runs::{list_tail, minus_before};
use super::super::trimming::without_decline;
use super::super::words::CLASSES;
use super::super::{origin, shape, status};
use super::{Finding, REACH, Reader};
use crate::analysis::{IndicatorKind, Span, Status};
use crate::recognize::quantity::{Form, Quantity};
use crate::text::Text;

/// A figure, its name and the words that both were read from.
pub(super) struct Said<'a, 'r> {
    /// Number of its clause.
    pub index: usize,
    pub clause: &'r Clause,
    pub figure: &'a Quantity,
    pub named: Named,
    pub phrase: &'r Phrase,
    pub baseline: Option<Baseline>,
    /// The words before it.
    pub before: Span,
    /// Its place in its list.
    pub place: usize,
}

impl Said<'_, '_> {
    /// The verb at the front of the name: 新增.
    fn front<'t>(&self, text: &'t Text) -> &'t str {
        self.named.front.map(|span| text.slice(span)).unwrap_or_default()
    }

    /// Whether it is a part of the figure before: 其中.
    fn is_part(&self, text: &Text) -> bool {
        self.place == 0 && self.phrase.front.iter().any(|word| text.slice(*word) == "其中")
    }

    /// Whether a verb of reaching or growing stands before it.
    fn is_reached(&self, text: &Text) -> bool {
        let reaches = |char| matches!(char, '达' | '到' | '至' | '为' | '破' | '超' | '增' | '升');
        self.phrase.tail.iter().any(|word| text.slice(*word).chars().any(reaches))
    }
}

impl<'a> Reader<'a, '_> {
    /// Keeps what was said as a finding.
    pub(super) fn finish(&mut self, said: Said<'a, '_>) {
        let (scene, text) = (self.scene, self.scene.text());
        let (clause, figure) = (said.clause, said.figure);
        let normal = said.named.name.normal(text);
        let grew = self.context.last.as_ref().is_some_and(|last| last.growth && last.sentence == clause.sentence);
        let mut reading = self.kind(&said, &normal, grew);
        let flow = self.flows(&said, &normal, &reading);
        let governor = self.times.governor(scene, self.profile, said.index);
        let from = self.origin(&said);
        let (status, source) = self.status(&said, governor, from);
        if reading.kind == IndicatorKind::Level && self.is_part_of_gain(&said) {
            reading.kind = IndicatorKind::Change;
        }
        let asked = self.asked(&said, &normal, &reading, status, flow, from);
        let (status, period) = self.period(&said, &normal, asked, source);
        let whole = self.whole(&said, governor, from);
        let period = whole.map_or(period, |whole| whole.period);
        self.carry(&said, &reading, grew);
        let cut = reading.kind == IndicatorKind::Change && reading.negative;
        let negative =
            reading.negative || minus_before(text, figure.span.start) || falls_short(text, figure, said.before);
        self.found.push(Finding {
            figure: figure.clone(),
            how: said.named.how,
            name: if cut { without_decline(text, said.named.name) } else { said.named.name },
            kind: reading.kind,
            negative,
            status,
            status_source: source,
            period,
            baseline: said.baseline.map(|baseline| baseline.words),
        });
    }

    /// Its kind; `grew` says that the figure before it in the sentence is a rate of growth.
    fn kind(&self, said: &Said, normal: &str, grew: bool) -> Reading {
        let (scene, text) = (self.scene, self.scene.text());
        let tail =
            if said.place == 0 { said.phrase.tail.clone() } else { list_tail(scene, said.figure, &said.phrase.tail) };
        let spoken = format!("{}{}", said.front(text), said.phrase.words(text));
        let mut reading = kind::read(text, said.figure, &tail, normal, &spoken);
        // 同比增长95%,为年度投资计划的31%
        let of_plan = said.baseline.is_some_and(|baseline| names_plan(text.slice(baseline.words)));
        let again = said.phrase.is_empty() && grew && said.named.how == How::Carried && !of_plan;
        if reading.kind == IndicatorKind::Share && again {
            reading.kind = IndicatorKind::Growth; // 增长5.5%,力争达到6%
        }
        let beyond = said.baseline.is_some_and(|baseline| text.at(baseline.span.start) == '超');
        if beyond && reading.kind == IndicatorKind::Level {
            reading.kind = IndicatorKind::Change; // 超计划目标3.7亿元
        }
        reading
    }

    /// Whether it was done over a period (新建, 新增, 累计), and is no level that was reached.
    fn flows(&mut self, said: &Said, normal: &str, reading: &Reading) -> bool {
        let (text, phrase, figure) = (self.scene.text(), said.phrase, said.figure);
        let words = text.slice(said.before);
        let done = |word: &Span| CLASSES.doing.iter().any(|verb| text.slice(*word).contains(verb));
        let counted = matches!(figure.form, Form::Count | Form::Money)
            && !said.is_reached(text)
            && reading.kind == IndicatorKind::Level;
        let flow = said.named.flow
            || counted
            || phrase.front.iter().chain(&phrase.tail).any(done)
            || matches!(figure.unit.as_str(), "次" | "场" | "人次" | "届")
            || words.contains("累计")
            || reading.kind == IndicatorKind::Change && kind::is_cut(&phrase.words(text))
            || kind::is_new(normal)
            || kind::is_new(said.front(text));
        let daily = ["日均", "月均"].iter().any(|word| words.contains(word) || normal.contains(word));
        let flow = flow && !daily && !is_stock(normal)
            || said.named.how == How::Carried && self.flowed && reading.kind == IndicatorKind::Multiple
            || words.contains("连续");
        self.flowed = flow;
        flow
    }

    /// The time of the value that something started from, if this is that value: 由2015年的….
    fn origin(&mut self, said: &Said) -> Option<Origin> {
        let from = self.times.origin(self.scene, said.before.end); // all of a list start from one time
        self.times.start_of(said.clause, from, self.is_origin(said))
    }

    pub(super) fn is_origin(&self, said: &Said) -> bool {
        said.figure.max.is_none() && origin::is_origin(self.scene.text(), said.figure.span)
    }

    /// Its status; a word that sets aims for the whole sentence is held to.
    fn status(&mut self, said: &Said, governor: Option<Governor>, from: Option<Origin>) -> (Status, status::Source) {
        let text = self.scene.text();
        let (status, source) = self.moods.status(self.scene, self.profile, said.clause, said.figure.span, governor);
        if let status::Source::Clause(word) = source {
            match text.slice(word) {
                "安排" => self.moods.assign(said.clause, word),
                "今年" => self.moods.hold(said.clause, word), // 今年新增…,改建…
                _ => {}
            }
        }
        let past = from.is_some_and(|from| from.is_past(self.profile));
        (if past || self.is_origin(said) { Status::Actual } else { status }, source)
    }

    /// 新增里程210公里,其中|高速铁路146公里: whether it is a part of what was gained.
    fn is_part_of_gain(&self, said: &Said) -> bool {
        let text = self.scene.text();
        let whole = self.found.last().filter(|whole| said.is_part(text) && whole.figure.unit == said.figure.unit);
        whole.is_some_and(|whole| whole.kind == IndicatorKind::Change && kind::is_new(&whole.name.normal(text)))
    }

    /// What its period depends on.
    fn asked(
        &self,
        said: &Said,
        normal: &str,
        reading: &Reading,
        status: Status,
        flow: bool,
        from: Option<Origin>,
    ) -> governor::Figure {
        let (text, phrase, figure) = (self.scene.text(), said.phrase, said.figure);
        let gained = |word: &Span| text.slice(*word).starts_with("净增");
        let done = said.named.front.is_some() || kind::is_new(normal) || self.acts(&said.named.name);
        let since = said.baseline.is_none_or(|baseline| text.ends_with(baseline.words.end, "年初"));
        governor::Figure {
            clause: said.index,
            kind: reading.kind,
            status,
            flow,
            stock: is_stock(normal),
            turnover: kind::is_turnover(normal),
            over_time: (figure.form != Form::Count || figure.unit == "天" || done) && !kind::is_standing(normal),
            gain: since && (phrase.tail.iter().chain(&phrase.front).any(gained) || normal.starts_with("净增")),
            yearly: text.slice(said.before).contains("年均"),
            total: text.slice(said.before).contains("累计"),
            years: phrase.years(text),
            from,
        }
    }

    /// Its period, and its status once that is known.
    fn period(&self, said: &Said, normal: &str, asked: governor::Figure, source: status::Source) -> (Status, Period) {
        let period = |asked| self.times.period(self.scene, self.profile, asked);
        let found = period(asked);
        // what a project costs in all is of no year
        let dated = asked.status == Status::Actual && !normal.contains("总投资") && !self.is_origin(said);
        if dated && self.lies_ahead(source, &found) {
            return (Status::Target, period(governor::Figure { status: Status::Target, ..asked }));
        }
        let undated = self.is_undated(said, normal, asked.status, &found);
        (asked.status, if undated { Period::unknown() } else { found })
    }

    /// Whether a figure that nothing calls reached is of the whole of a year that has most of its months before it.
    fn lies_ahead(&self, source: status::Source, period: &Period) -> bool {
        const LATE: i8 = 9;
        let weak = matches!(source, status::Source::Default | status::Source::Group(_));
        let carried = matches!(period.source, period::Source::Group | period::Source::Earlier);
        let press = self.profile.genre == Genre::Press;
        let today = self.profile.today.filter(|today| press && weak && carried && today.month() < LATE);
        today.zip(period.days).is_some_and(|(today, days)| days == shape::year(today.year()))
    }

    /// The figure that it is a part of and has its period from.
    fn whole(&self, said: &Said, governor: Option<Governor>, from: Option<Origin>) -> Option<&Finding> {
        let own_time = governor.is_some_and(|governor| governor.clause == said.index);
        let part = said.is_part(self.scene.text()) && from.is_none() && !own_time;
        self.found.last().filter(|whole| {
            part && whole.figure.unit == said.figure.unit && whole.figure.span.end + REACH > said.figure.span.start
        })
    }

    /// Keeps what later clauses may carry on.
    fn carry(&mut self, said: &Said, reading: &Reading, grew: bool) {
        let (named, figure, clause) = (&said.named, said.figure, said.clause);
        let goes_on = self.context.last.as_ref().filter(|last| last.clause == said.index && last.parts > 0);
        let parts = goes_on.map_or(usize::from(said.is_part(self.scene.text())), |last| last.parts + 1);
        self.context.carry(Carried {
            name: named.name.clone(),
            share: reading.kind == IndicatorKind::Share,
            growth: reading.kind == IndicatorKind::Growth
                || grew && figure.form == Form::PercentPoint && named.how == How::Carried,
            base: named.base.clone(),
            owner: named.owner.clone(),
            parts,
            front: named.front,
            form: figure.form,
            unit: figure.unit.clone(),
            clause: said.index,
            sentence: clause.sentence,
            group: clause.group,
        });
        if figure.form == Form::Count {
            self.context.last_count = self.context.last.clone().map(|last| (last, figure.unit.clone()));
        }
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
}

/// Whether `normal` names what is measured at the end of a period: 余额, 人口.
fn is_stock(normal: &str) -> bool {
    CLASSES.stock.at_end(&normal.chars().collect::<Vec<char>>()) > 0 && !kind::is_new(normal)
}

/// 低于全省平均水平5个百分点: less than another.
fn falls_short(text: &Text, figure: &Quantity, before: Span) -> bool {
    const WORDS: [&str; 5] = ["低于", "慢于", "还低", "落后于", "低"];
    const NEAR: usize = 20;
    let near = Span::new(before.start.max(before.end.saturating_sub(NEAR)), before.end);
    figure.form == Form::PercentPoint
        && WORDS
            .iter()
            .any(|word| if *word == "低" { text.ends_with(near.end, word) } else { text.find(word, near).is_some() })
}
