//! Names whose own words say too little, completed by what was said before: 占比, 总数, 其中国家级, 云山县|达到….

use super::actors::{is_place, without_kinds};
use super::carry::{Carried, Context};
use super::clause::Scene;
use super::name::Name;
use super::naming::{How, Named};
use super::phrase::Phrase;
use super::plans::{plan_share, with_front};
use super::trimming::{
    without_contribution, without_goods, without_grade, without_region, without_stage, without_verb,
};
use super::wording::{
    comes_to_good, is_bare, is_classifier, is_dependent, is_new, is_paid, near, per_head, rates, reached, shares_verb,
};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::recognize::quantity::{Form, Quantity};
use crate::text::Text;

/// A figure with the words before it.
pub(super) struct Own<'a, 's> {
    pub scene: &'a Scene<'s>,
    /// Number of its clause.
    pub index: usize,
    pub figure: &'a Quantity,
    pub phrase: &'a Phrase,
    /// The first stretch of the words.
    pub first: Span,
    /// The words as a name.
    pub name: Name,
}

impl Own<'_, '_> {
    fn chars(&self) -> &[char] {
        self.scene.text().chars().get(self.first.start..self.first.end).unwrap_or_default()
    }

    /// Whether the words are a part of the figure before: 其中.
    fn is_part(&self) -> bool {
        let text = self.scene.text();
        self.phrase.front.iter().any(|word| text.slice(*word) == "其中") && self.phrase.pieces.len() == 1
    }

    /// The words behind `base`.
    fn behind(&self, base: Name) -> Named {
        let name = base.then(&self.name);
        Named { base, ..Named::plain(name, How::Completed) }
    }

    /// The words before `things`.
    fn before(&self, things: &Name) -> Named {
        Named::plain(self.name.then(things), How::Completed)
    }
}

/// 恢复到2019年同期, where that alone is said before the figure at `end`.
pub(super) fn level_of(text: &Text, pieces: &[Span], end: usize) -> Option<Span> {
    const LONGEST: usize = 16;
    let [piece] = pieces else { return None };
    let back = text.slice(*piece) == "恢复" && matches!(text.at(piece.end), '到' | '至');
    let end = end - usize::from(text.before(end) == '的');
    (back && piece.end + 2 < end && end <= piece.start + LONGEST).then(|| Span::new(piece.start, end))
}

impl Context {
    /// 接待游客…人次,恢复到2019年同期|的七成.
    pub(super) fn of_level(&self, own: &Own) -> Option<Named> {
        let level = level_of(own.scene.text(), &own.phrase.pieces, own.figure.span.start)?;
        let base = self.base(own.scene, own.index)?;
        let name = base.then(&Name::of(&[level]));
        Some(Named { base, ..Named::plain(name, How::Completed) })
    }

    /// The name of words that need what was named before: 占比, 总数, 完成年度预算.
    pub(super) fn dependent(&self, own: &Own) -> Option<Named> {
        let (scene, index, text) = (own.scene, own.index, own.scene.text());
        let share = plan_share(text, own.figure, own.phrase);
        let dependent = is_dependent(text, own.chars()) || share;
        if !dependent || is_paid(text, own.phrase) && !self.of_projects(scene, index) {
            return None;
        }
        let base = self.dependents_base(own)?;
        let name = if share { with_front(own.phrase, own.name.clone()) } else { own.name.clone() };
        let own = &Own { name, ..*own };
        let start = Span::new(own.first.start, own.first.end.min(own.first.start + 2));
        if let Some(owner) = base.before_words(text, start) {
            let how = if owner.is_empty() { How::Before } else { How::Completed };
            return Some(Named::plain(owner.then(&own.name), how)); // 税收收入…,|税收占比; 空气|优良天数…,优良率
        }
        let whole = CLASSES.whole.has(own.chars());
        if base.is_mere_measure(text) || whole && self.stands_apart(own, &base) {
            return Some(Named::plain(own.name.clone(), How::Before)); // 年产值…,税收…
        }
        let counted = matches!(own.figure.form, Form::Count | Form::Money);
        if whole && (counted || text.ends_with(own.first.end, "率")) {
            let last = self.carrying(scene, index).filter(|last| !self.passed(scene, index, last));
            if last.is_some_and(|last| last.parts > 1 && last.clause < index) {
                return Some(Named::plain(own.name.clone(), How::Before)); // 企业80家,其中甲类5家、乙类12家,|从业人员…
            }
            let last = last.and_then(|last| last.owner.clone());
            let owner = without_kinds(text, last.unwrap_or_else(|| base.owner(text)));
            if owner == base && measures_alone(text, &base) {
                return Some(Named::plain(own.name.clone(), How::Before)); // 用水量…,|产量…
            }
            return Some(Named { owner: Some(owner.clone()), ..Named::plain(owner.then(&own.name), How::Completed) });
        }
        Some(own.behind(base))
    }

    /// What dependent words are said of, without what the words before said of it alone.
    fn dependents_base(&self, own: &Own) -> Option<Name> {
        let text = own.scene.text();
        let base = self.base(own.scene, own.index)?;
        let total = matches!(text.at(own.first.start), '总' | '累');
        let gained = self.carrying(own.scene, own.index).and_then(|last| last.front);
        let base = match gained.filter(|verb| total && is_new(text, *verb)) {
            Some(verb) => without_verb(&base, verb), // 新增企业5家,|总数50家
            None => without_goods(own.scene, base),
        };
        let rate = is_paid(text, own.phrase) && base.normal(text).ends_with('率');
        let base = if rate { self.owner_of_rate(own, base) } else { base };
        let pulls = CLASSES.pulls.starts(text, own.first.start);
        Some(if pulls { without_contribution(text, base) } else { base })
    }

    /// 项目|开工率…,完成投资…: of what the rate is; where it stands alone, of what was counted before it in the sentence.
    fn owner_of_rate(&self, own: &Own, rate: Name) -> Name {
        let text = own.scene.text();
        let owner = rate.owner(text);
        let sentence = own.scene.clauses.get(own.index).map(|clause| clause.sentence);
        let counted = self.last_count.as_ref().filter(|(count, _)| owner == rate && Some(count.sentence) == sentence);
        counted.map_or(owner, |(count, _)| without_stage(text, &count.base))
    }

    /// 存贷比…,不良贷款率…; 甲、乙面积分别…,总产…: words that are of none of those which were named before.
    fn stands_apart(&self, own: &Own, base: &Name) -> bool {
        let text = own.scene.text();
        let rates = base.normal(text).ends_with(['率', '比']) && own.chars().ends_with(&['率']);
        let listed = || self.carrying(own.scene, own.index).is_some_and(|last| last.clause + 1 == own.index);
        rates && base.owner(text) == *base || !self.split.is_empty() && listed()
    }

    /// The name of words that lean on the figure before.
    pub(super) fn leaning(&self, own: &Own) -> Option<Named> {
        let last = self.carrying(own.scene, own.index)?;
        of_place(own, last)
            .or_else(|| self.of_measure(own, last))
            .or_else(|| self.of_count(own, last))
            .or_else(|| shared(own, last))
            .or_else(|| of_verb(own, last))
    }

    /// 其中高速公路|通车里程, 其中制造业增长|增加值: the measure of the figure before.
    fn of_measure(&self, own: &Own, last: &Carried) -> Option<Named> {
        let (scene, text) = (own.scene, own.scene.text());
        if !own.phrase.pieces.last().is_none_or(|piece| is_bare(text, *piece)) {
            return None;
        }
        let head = || self.base(scene, own.index).and_then(|base| base.head(text));
        let close = || scene.clauses.get(own.index).is_some_and(|clause| near(last, clause));
        if last.growth
            && rates(own.figure, text, own.phrase)
            && let Some(head) = head().filter(|_| close())
        {
            return Some(own.before(&head));
        }
        let counted = last.unit == own.figure.unit && own.figure.form == Form::Count;
        let measured = own.is_part() && counted && !is_classifier(&own.figure.unit) && last.clause + 1 == own.index;
        measured.then(head).flatten().map(|head| own.before(&head))
    }

    /// 已建成86个, 其中国家级5家: the things that were counted last.
    fn of_count(&self, own: &Own, last: &Carried) -> Option<Named> {
        let text = own.scene.text();
        let grade = text.ends_with(own.first.end, "级") && own.phrase.pieces.len() == 1;
        if own.figure.form != Form::Count || !grade && !comes_to_good(own.scene, own.phrase) {
            return None;
        }
        let (count, _) = self.last_count.as_ref().filter(|(count, unit)| {
            *unit == own.figure.unit && (count.group == last.group || count.sentence == last.sentence)
        })?;
        let things = without_stage(text, &count.base);
        let verb = count.front.filter(|verb| grade || is_new(text, *verb));
        let things = if let Some(verb) = verb { without_verb(&things, verb) } else { things };
        let things = if grade { without_grade(text, without_region(text, things)) } else { things };
        Some(Named { base: count.base.clone(), ..own.before(&things) })
    }
}

/// Whether `base` is one known measure, whose owner nothing says.
fn measures_alone(text: &Text, base: &Name) -> bool {
    const SHORT: usize = 4;
    let words: Vec<char> = base.normal(text).chars().collect();
    words.len() <= SHORT && CLASSES.whole.at_end(&words).max(CLASSES.head.at_end(&words)) > 0
}

/// 其中云山县|达到30亿元: a place carries the measure of the figure before on.
fn of_place(own: &Own, last: &Carried) -> Option<Named> {
    let text = own.scene.text();
    let division = last.base.normal(text).ends_with(['市', '县', '区', '州', '旗', '镇', '乡', '村']);
    let near = own.index <= last.clause + 1 && last.unit == own.figure.unit;
    let carries = !division && near && is_place(own.scene, own.phrase) && reached(text, own.phrase);
    let base = carries.then(|| without_region(text, last.base.clone()))?;
    Some(Named { base: base.clone(), ..Named::plain(base, How::Carried) })
}

/// 每千人拥有床位8.6张、|执业医师4.9人.
fn shared(own: &Own, last: &Carried) -> Option<Named> {
    let text = own.scene.text();
    let shared = per_head(text, last).filter(|_| own.index == last.clause && text.at(own.first.start) != '每')?;
    let counted = own.figure.form == Form::Count && own.phrase.tail.is_empty();
    counted.then(|| Named::plain(Name::of(&[shared]).then(&own.name), How::Completed))
}

/// 新增企业1家、|停车泊位20个: the verb of the count before.
fn of_verb(own: &Own, last: &Carried) -> Option<Named> {
    let (scene, index, phrase) = (own.scene, own.index, own.phrase);
    let counted = index <= last.clause + 1 && last.form == Form::Count && own.figure.form == Form::Count;
    let same = scene.clauses.get(index).is_some_and(|clause| clause.sentence == last.sentence);
    let verb = last.front.filter(|_| counted && same)?;
    let plain = phrase.front.is_empty() && phrase.tail.is_empty();
    let name = (plain && shares_verb(scene, index, last, own.first)).then(|| Name::of(&[verb]).then(&own.name))?;
    Some(Named { front: Some(verb), ..Named::plain(name, How::Completed) })
}
