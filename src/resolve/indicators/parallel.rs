//! Names that lean on one before them: 购进价格 behind 工业生产者出厂价格, 床位 behind 医疗卫生机构, 发放 behind 推出“云山贷”.

use super::carry::Context;
use super::clause::Scene;
use super::name::{Name, Part};
use super::naming::{How, Named};
use super::phrase::Phrase;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::quantity::{Form, Quantity};
use crate::text::Text;
use std::sync::LazyLock;

/// Measures that stand in for another one of the same owner.
static PAIRS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("pairs.tsv")));

impl Context {
    /// The name of a figure whose own words need the owner of a name before them; None where they stand for themselves.
    pub(super) fn parallel(&self, scene: &Scene, index: usize, figure: &Quantity, phrase: &Phrase) -> Option<Named> {
        let text = scene.text();
        let [own] = phrase.pieces[..] else { return None };
        let completed = |name: Name| Some(Named::plain(name, How::Completed));
        if let Some(row) = PAIRS.get(text.slice(own)) {
            let kept = row.get(2).copied().unwrap_or_default();
            let owner = self
                .recent(scene, index)
                .find_map(|recent| row.get(1)?.split(',').find_map(|end| owner(text, &recent.name, end)));
            return completed(without_case(text, owner?, kept).then(&Name::of(&[own])));
        }
        if matches!(text.slice(own), "城镇" | "乡村" | "农村" | "城市") {
            let base = self.base(scene, index)?;
            let Some(Part::Text(whole)) = base.parts.last().copied() else { return None };
            let region = CLASSES.own.at_start(text.chars().get(whole.start..whole.end)?);
            let measure = Name::of(&[Span::new(whole.start + region, whole.end)]);
            let measured =
                super::name::measure_length(text, whole) > 0 && !text.slice(whole).starts_with(text.slice(own));
            return completed(Name::of(&[own]).then(&measure)).filter(|_| measured);
        }
        // 全市126家规模以上工业企业|增加值: the measure goes on where the counted things end
        let last = self.carrying(scene, index).filter(|last| last.clause == index && last.form == Form::Count);
        let before = last.and_then(|last| last.base.parts.last().map(|part| (last, *part)));
        if let Some((last, Part::Text(things))) = before
            && things.end <= own.start
            && super::name::measure_length(text, things) == 0 // else names would grow from figure to figure
            && own.start - things.end <= 4
            && (things.end..own.start).all(|at| crate::text::is_han(text.at(at)))
            && super::name::measure_length(text, own) > 0
        {
            return completed(last.base.then(&Name::of(&[own])));
        }
        let chars = text.chars().get(own.start..own.end)?;
        if figure.form == Form::Count && CLASSES.equipment.at_end(chars) > 0 {
            return self.of_institution(scene, index, own, CLASSES.equipment.at_end(chars)).and_then(completed);
        }
        if CLASSES.keep.has(chars) && matches!(figure.form, Form::Money | Form::Count) {
            let brought = self.topic_of(scene, index)?.brought?;
            return completed(Name::of(&[brought, own]));
        }
        None
    }

    /// The name of a count with nothing but `noun` behind it that leans on the count before it in its clause:
    /// 引进4家甲和|1家乙 shares the verb, 新开工项目66个,28个|开工建设 counts the same things.
    pub(super) fn joined(&self, scene: &Scene, index: usize, figure: &Quantity, noun: Span) -> Option<Named> {
        let text = scene.text();
        let last = self.carrying(scene, index).filter(|last| last.clause == index && last.form == Form::Count)?;
        if figure.form != Form::Count {
            return None;
        }
        let own = Name::of(&[noun]);
        let listed = matches!(text.before(figure.span.start), '和' | '与' | '及' | '、');
        if let Some(verb) = last.front.filter(|_| listed) {
            let name = Name::of(&[verb]).then(&own);
            return Some(Named { front: Some(verb), used: noun.end, ..Named::plain(name, How::Completed) });
        }
        let inside = scene.document.tokens.inside(noun);
        let verbs = !inside.is_empty() && inside.iter().all(|token| token.tag.starts_with(['v', 'd']));
        let same = verbs && !listed && last.unit == figure.unit;
        same.then(|| Named {
            base: last.base.clone(),
            used: noun.end,
            ..Named::plain(own.then(&last.base), How::Completed)
        })
    }

    /// 床位 behind 医疗卫生机构…个, 提供床位 behind 县医院新院区投用.
    fn of_institution(&self, scene: &Scene, index: usize, own: Span, length: usize) -> Option<Name> {
        const VERB: usize = 2;
        let text = scene.text();
        let institution = |name: &Name| {
            let words = name.normal(text);
            CLASSES.institution.iter().any(|end| words.ends_with(end))
        };
        let things = Name::of(&[Span::new(own.end - length, own.end)]);
        let topic = self.topic_of(scene, index).filter(|topic| topic.clause + 1 == index && institution(&topic.name));
        if own.len() > length + VERB {
            return None;
        }
        if let Some(topic) = topic {
            return Some(topic.name.then(&things));
        }
        let last = self.carrying(scene, index).filter(|last| own.len() == length && last.clause + 4 >= index)?;
        let counted = |name: &&Name| institution(name) && last.form == Form::Count;
        let of = |name: &Name| CLASSES.equipment.at_end(&name.normal(text).chars().collect::<Vec<char>>()) > 0;
        let near = counted(&&last.base) || of(&last.base) && !last.name.normal(text).starts_with('每');
        let all = |name: &&Name| name.normal(text).ends_with("机构"); // 机构…个,其中医院…个,床位…: of all of them
        let sentence = scene.clauses.get(index)?.sentence;
        let recent = || {
            let names = self.recent(scene, index).filter(|recent| recent.sentence == sentence);
            names.map(|recent| &recent.name).filter(counted)
        };
        let owner = recent().find(all).or_else(|| recent().next()).filter(|_| near)?;
        Some(owner.then(&things))
    }
}

/// The name before that ends in `end`, without it.
fn owner(text: &Text, name: &Name, end: &str) -> Option<Name> {
    let mut owner = name.clone();
    let Some(Part::Text(last)) = owner.parts.last_mut() else { return None };
    if !text.ends_with(last.end, end) || last.len() < end.chars().count() {
        return None;
    }
    last.end -= end.chars().count();
    owner.parts.retain(|part| !matches!(part, Part::Text(span) if span.is_empty()));
    let own = owner.normal(text);
    let chars: Vec<char> = own.chars().collect();
    (!chars.is_empty() && !CLASSES.own.has(&chars)).then_some(owner)
}

/// `owner` with the words that the pair keeps of the measure before: 一般公共|预算|支出.
fn without_case(text: &Text, owner: Name, kept: &str) -> Name {
    let mut owner = owner;
    let length = kept.chars().count();
    if let Some(Part::Text(last)) = owner.parts.last_mut()
        && text.starts_with(last.end, kept)
    {
        last.end += length;
    }
    owner
}

/// What a clause brings into being, in quotation marks at its end: 某某银行推出|“云山贷”.
pub(super) fn brought(text: &Text, clause: Span) -> Option<Span> {
    const LONGEST: usize = 16;
    let end = clause.end;
    if text.before(end) != '”' {
        return None;
    }
    let open = (clause.start.max(end.saturating_sub(LONGEST))..end - 1).rev().find(|&at| text.at(at) == '“')?;
    CLASSES
        .launching
        .iter()
        .any(|verb| text.ends_with(open, verb) || text.ends_with(open, "了") && text.ends_with(open - 1, verb))
        .then(|| Span::new(open, end))
}
