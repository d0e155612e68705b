//! The names of figures that stand side by side.

use super::{Finding, REACH, Reader};
use crate::analysis::IndicatorKind;
use crate::recognize::quantity::{Form, Quantity};
use crate::resolve::indicators::clause::Clause;
use crate::resolve::indicators::completing::level_of;
use crate::resolve::indicators::lists;
use crate::resolve::indicators::name::{Name, Part};
use crate::resolve::indicators::naming::{How, Named};
use crate::resolve::indicators::phrase::Phrase;
use crate::resolve::indicators::plans::{plan_share, with_front};
use crate::resolve::indicators::runs::{LIST, is_of_both};

impl<'a> Reader<'a, '_> {
    /// The names of a list: from the words before it, or from the list that went before.
    pub(super) fn split(&self, index: usize, phrase: &Phrase, list: &[&'a Quantity]) -> Option<Vec<Name>> {
        let (scene, count) = (self.scene, list.len());
        if let [one, other] = list
            && is_of_both(one, other)
        {
            return None; // 1276户2893名|群众: one thing counted twice
        }
        if let Some(names) = self.said_of_each(scene.clauses.get(index)?, phrase, list) {
            return Some(names);
        }
        if phrase.is_empty() {
            return (self.context.split.len() == count)
                .then(|| self.context.split.clone())
                .or_else(|| self.last_names(scene.clauses.get(index)?, phrase, list))
                .or_else(|| {
                    let last = self.context.last.as_ref()?;
                    let [Part::Text(span)] = last.base.parts[..] else { return None };
                    lists::split(scene, &[span], count)
                });
        }
        lists::split(scene, &phrase.pieces, count)
    }

    /// 恢复到2019年同期的|112%和108%, 分别完成年度目标的|104%、107%: what each of the last names is a share of.
    fn said_of_each(&self, clause: &Clause, phrase: &Phrase, list: &[&'a Quantity]) -> Option<Vec<Name>> {
        let text = self.scene.text();
        let first = list.first().filter(|_| list.iter().all(|figure| figure.form == Form::Percent))?;
        let said = match level_of(text, &phrase.pieces, first.span.start) {
            Some(level) => Name::of(&[level]),
            None if plan_share(text, first, phrase) => with_front(phrase, Name::of(&phrase.pieces)),
            None => return None,
        };
        let names = self.distinct_names(clause, list.len())?;
        Some(names.iter().map(|name| name.then(&said)).collect())
    }

    /// 事故86起,死亡52人,分别下降…: the names of the last figures of the sentence, as many as are listed.
    fn last_names(&self, clause: &Clause, phrase: &Phrase, list: &[&'a Quantity]) -> Option<Vec<Name>> {
        let text = self.scene.text();
        let each = phrase.tail.iter().chain(&phrase.front).any(|word| text.slice(*word) == "分别");
        if each && let Some(names) = self.distinct_names(clause, list.len()) {
            return Some(names);
        }
        let from = self.found.len().checked_sub(list.len())?;
        let same_units = self.found.get(from..)?.iter().zip(list).all(|(before, now)| before.figure.unit == now.unit);
        let distinct =
            list.windows(2).any(|pair| pair.first().map(|one| &one.unit) != pair.last().map(|other| &other.unit));
        let said = phrase.tail.iter().any(|word| text.slice(*word) == "分别");
        let respectively = said || same_units && distinct;
        let last = self.context.last.as_ref().filter(|last| last.sentence == clause.sentence && respectively)?;
        let names: Vec<Name> = self.found.get(from..)?.iter().map(|finding| finding.name.clone()).collect();
        let near = self.found.get(from).is_some_and(|first| first.figure.span.end + REACH >= clause.span.start);
        (near && last.clause > 0 && !names.windows(2).any(|pair| pair.first() == pair.last())).then_some(names)
    }

    /// The last `count` different names of the sentence, in order.
    fn distinct_names(&self, clause: &Clause, count: usize) -> Option<Vec<Name>> {
        self.context.last.as_ref().filter(|last| last.sentence == clause.sentence)?;
        let mut names: Vec<Name> = Vec::new();
        for finding in self.found.iter().rev().take(LIST * 2) {
            let near = finding.figure.span.end + REACH >= clause.span.start;
            if near && names.len() < count && !names.contains(&finding.name) {
                names.push(finding.name.clone());
            }
        }
        names.reverse();
        (names.len() == count).then_some(names)
    }

    /// The name of the share that is done of the plan whose amount stands right before: 完成年度目标任务200亿元的|36%.
    pub(super) fn share_of_plan(&self, figure: &Quantity, phrase: &Phrase) -> Option<Named> {
        let (end, plan) = self.plan.as_ref()?;
        let follows = phrase.is_empty() && figure.form == Form::Percent && *end + 1 == figure.span.start;
        let base = self.context.last.as_ref().filter(|_| follows)?.base.clone();
        Some(Named { base: base.clone(), ..Named::plain(base.then(plan), How::Completed) })
    }

    /// 从2019年的48亿元到2023年的112亿元,|数字经济营收|翻番: figures that nothing before them names have the name of what
    /// the sentence says they came to.
    pub(super) fn name_from_behind(&mut self) {
        let scene = self.scene;
        let sentence = |finding: &Finding| {
            let clause = scene.clauses.partition_point(|clause| clause.span.end <= finding.figure.span.start);
            scene.clauses.get(clause).map(|clause| clause.sentence)
        };
        for at in (1..self.found.len()).rev() {
            let (before, behind) = self.found.split_at_mut(at);
            let (Some(nameless), Some(named)) = (before.last_mut(), behind.first()) else { continue };
            let tells = matches!(named.kind, IndicatorKind::Multiple | IndicatorKind::Growth)
                || named.figure.unit == nameless.figure.unit;
            let near = nameless.figure.span.end + REACH >= named.figure.span.start;
            if nameless.name.is_empty() && tells && near && sentence(nameless) == sentence(named) {
                (nameless.name, nameless.how) = (named.name.clone(), How::Topic);
            }
        }
    }
}
