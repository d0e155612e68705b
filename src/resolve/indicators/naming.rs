//! How a figure gets its name: from the words before it, from the noun behind it, or carried from before.

use super::actors::{drop_actor, holds_only_place, is_place, is_within, listing_verb, moved_before, without_kinds};
use super::carry::Context;
use super::clause::Scene;
use super::name::{Name, Part, measure_length};
use super::noun;
use super::phrase::Phrase;
use super::plans::{plan_share, with_front};
use super::wording::{
    comes_to_good, drop_region_at_end, ends_with_noun, field, front_verb, is_bare, is_classifier, is_dependent, is_new,
    is_paid, last_verb, near, per_head, rates, reached, same_share, shares_verb, shorten, speaks_of_growth,
    without_contribution, without_examples, without_goods, without_grade, without_members, without_region,
    without_stage, without_verb,
};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::recognize::quantity::{Form, Quantity};

/// Where a name came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The words before the figure.
    Before,
    /// The noun behind the figure.
    Behind,
    /// Words on both sides.
    Both,
    /// The name of the figure before.
    Carried,
    /// The name of the figure before, with words of its own.
    Completed,
    /// A member of a list.
    List,
    /// A clause before without a figure.
    Topic,
    /// The heads of a table's row and column.
    Table,
    /// Nothing was found.
    Missing,
}

/// A name with how it was found.
#[derive(Debug, Clone)]
pub struct Named {
    /// The name.
    pub name: Name,
    /// What later clauses carry on.
    pub base: Name,
    /// How it was found.
    pub how: How,
    /// Up to which offset words are used.
    pub used: usize,
    /// The verb at its front, which a list of counts shares: 新增.
    pub front: Option<Span>,
    /// Something done over a time.
    pub flow: bool,
    /// Whose measure it is, where the name was put together of owner and measure.
    pub owner: Option<Name>,
}

/// 恢复到2019年同期, where that alone is said before the figure at `end`.
fn level_of(text: &crate::text::Text, pieces: &[Span], end: usize) -> Option<Span> {
    const LONGEST: usize = 16;
    let [piece] = pieces else { return None };
    let back = text.slice(*piece) == "恢复" && matches!(text.at(piece.end), '到' | '至');
    let end = end - usize::from(text.before(end) == '的');
    (back && piece.end + 2 < end && end <= piece.start + LONGEST).then(|| Span::new(piece.start, end))
}

/// 在|全省县域经济综合考核|中,甲、乙分列第2位、第4位: what is ranked where the clause names only who is.
fn assessed(scene: &Scene, index: usize) -> Option<Span> {
    const ASSESSMENTS: [&str; 7] = ["考核", "评价", "评比", "测评", "排名", "榜单", "考评"];
    let text = scene.text();
    let sentence = scene.clauses.get(index)?.sentence;
    let near = scene.clauses.get(index.saturating_sub(2)..=index).unwrap_or_default();
    near.iter().rev().filter(|clause| clause.sentence == sentence).find_map(|clause| {
        let start = (text.at(clause.span.start) == '在').then_some(clause.span.start + 1)?;
        let closes = |at: &usize| text.at(*at) == '中' && ASSESSMENTS.iter().any(|word| text.ends_with(*at, word));
        let end = (start..clause.span.end).find(closes)?;
        Some(Span::new(start, end))
    })
}

/// 跻身|全省制造业十强县,由第9位…: the ranking that the clause before says was entered.
fn entered(scene: &Scene, index: usize) -> Option<Span> {
    const SHORTEST: usize = 4;
    const LONGEST: usize = 20;
    let text = scene.text();
    let (clause, before) = (scene.clauses.get(index)?, scene.clauses.get(index.checked_sub(1)?)?);
    let near = before.sentence == clause.sentence && before.figures.is_empty();
    let inside = scene.document.tokens.inside(before.span).iter().rev().filter(|_| near);
    let verb = inside.take(LONGEST).find(|token| CLASSES.enters.contains(text.slice(token.span)))?;
    let list = text.trim(Span::new(verb.span.end, before.span.end));
    (SHORTEST..=LONGEST).contains(&list.len()).then_some(list)
}

impl Named {
    /// `name` as its own base.
    pub fn plain(name: Name, how: How) -> Self {
        Self { base: name.clone(), name, how, used: 0, front: None, flow: false, owner: None }
    }
}

impl Context {
    /// The name of `figure`, which stands in clause number `index` behind `before`.
    pub fn name(
        &self,
        scene: &Scene,
        index: usize,
        figure: &Quantity,
        before: Span,
        phrase: &Phrase,
        next: Option<usize>,
    ) -> Named {
        let end = scene.clauses.get(index).map_or(figure.span.end, |clause| clause.span.end);
        if figure.form == Form::Rank {
            return self.rank(scene, index, before, phrase);
        }
        let mut phrase = phrase.clone();
        let gained = figure.form == Form::Money && matches!(phrase.pieces[..], [verb] if is_new(scene.text(), verb));
        if gained && phrase.baseline.is_some() && self.carrying(scene, index).is_some() {
            phrase.pieces.clear(); // 贷款余额…,较年初新增46.7亿元
        }
        shorten(scene, &mut phrase);
        let moved = moved_before(scene, &mut phrase, before);
        let things = figure.form == Form::Count && crate::text::is_han(scene.text().at(figure.span.end));
        drop_actor(scene, &mut phrase, things);
        without_members(scene.text(), &mut phrase);
        if figure.form == Form::Count {
            without_examples(scene, &mut phrase);
        }
        let counted = matches!(figure.form, Form::Count | Form::Money);
        let behind = if counted || scene.text().at(figure.span.end) == '的' {
            noun::behind(scene, figure.span.end, end, next, moved).filter(|noun| !speaks_of_growth(scene.text(), *noun))
        } else {
            None
        };
        let mut named = match behind {
            Some(noun) if phrase.is_empty() || !reached(scene.text(), &phrase) => {
                self.around(scene, index, figure, &phrase, noun)
            }
            _ => self.before(scene, index, figure, &phrase),
        };
        named.front = named.front.or_else(|| front_verb(scene, &phrase));
        named.flow = named.front.is_some();
        named
    }

    /// A name with the noun behind the figure.
    fn around(&self, scene: &Scene, index: usize, figure: &Quantity, phrase: &Phrase, noun: Span) -> Named {
        let text = scene.text();
        let behind = Name::of(&[noun]);
        let Some(last) = phrase.pieces.last().copied() else {
            if let Some(named) = self.joined(scene, index, figure, noun) {
                return named;
            }
            return Named { used: noun.end, ..Named::plain(behind, How::Behind) };
        };
        let own = Name::of(&phrase.pieces);
        let of = text.at(figure.span.end) == '的';
        let measured = measure_length(text, last) > 0 && ends_with_noun(scene, last);
        let name = if measured && (of || figure.form == Form::Money || !is_classifier(&figure.unit)) {
            if of { behind.then(&own) } else { own.clone() }
        } else if text.ends_with(last.end, "等") {
            match listing_verb(scene, last) {
                Some(verb) => Name::of(&[verb]).then(&behind), // 推广|甲、乙等12项|技术
                None => behind.clone(),
            }
        } else if phrase.len() <= 6 && (holds_only_place(scene, phrase) || is_within(scene, phrase)) {
            behind.clone() // 某县有|30个|镇街
        } else if phrase.len() <= 8 {
            own.then(&behind)
        } else if let Some(verb) = last_verb(scene, last) {
            Name::of(&[verb]).then(&behind)
        } else {
            behind.clone()
        };
        let how = if name == behind {
            How::Behind
        } else if name == own {
            How::Before
        } else {
            How::Both
        };
        let used = if name == own { 0 } else { noun.end };
        let base = if how == How::Both && ends_with_noun(scene, last) {
            name.clone()
        } else if how == How::Before {
            own
        } else {
            behind
        };
        Named { base, used, ..Named::plain(name, how) }
    }

    /// A name from the words before the figure, completed by what was said before.
    fn before(&self, scene: &Scene, index: usize, figure: &Quantity, phrase: &Phrase) -> Named {
        let text = scene.text();
        let Some(first) = phrase.pieces.first().copied() else {
            let share =
                self.carrying(scene, index).filter(|last| last.share && same_share(scene, index, figure, phrase, last));
            return match share {
                Some(last) => Named { base: last.base.clone(), ..Named::plain(last.name.clone(), How::Carried) },
                None => self.carried(scene, index, phrase),
            };
        };
        let mut own = Name::of(&phrase.pieces);
        let last = phrase.pieces.last().copied().unwrap_or(first);
        if figure.form == Form::Percent && text.before(last.end) == '占' && last.len() > 2 {
            let within = phrase.front.iter().any(|word| text.slice(*word) == "其中");
            let base = self.base(scene, index).filter(|_| within);
            own = own.then(&base.unwrap_or(Name { parts: vec![Part::Implied("比")] })); // 其中民生支出占|一般公共预算支出
            return Named::plain(own, How::Completed);
        }
        if let Some(named) = self.parallel(scene, index, figure, phrase) {
            return named;
        }
        if let Some(level) = level_of(text, &phrase.pieces, figure.span.start)
            && let Some(base) = self.base(scene, index)
        {
            let name = base.then(&Name::of(&[level])); // 接待游客…人次,恢复到2019年同期|的七成
            return Named { base, ..Named::plain(name, How::Completed) };
        }
        let chars = text.chars().get(first.start..first.end).unwrap_or_default();
        let dependent = is_dependent(text, chars) || plan_share(text, figure, phrase);
        let dependent = dependent && (!is_paid(text, phrase) || self.of_projects(scene, index));
        if dependent && let Some(base) = self.base(scene, index) {
            let own = if plan_share(text, figure, phrase) { with_front(phrase, own) } else { own };
            let total = matches!(text.at(first.start), '总' | '累');
            let gained = self.carrying(scene, index).and_then(|last| last.front).filter(|verb| is_new(text, *verb));
            let base = match gained.filter(|_| total) {
                Some(verb) => without_verb(&base, verb), // 新增企业5家,|总数50家
                None => without_goods(scene, base),
            };
            let base = if CLASSES.pulls.starts(text, first.start) { without_contribution(text, base) } else { base };
            let counted = matches!(figure.form, Form::Count | Form::Money);
            if let Some(owner) = base.before_words(text, Span::new(first.start, first.end.min(first.start + 2))) {
                let how = if owner.is_empty() { How::Before } else { How::Completed };
                return Named::plain(owner.then(&own), how); // 税收收入…,|税收占比; 空气|优良天数…,优良率
            }
            let whole = CLASSES.whole.has(chars);
            let rates =
                base.normal(text).ends_with(['率', '比']) && chars.ends_with(&['率']) && base.owner(text) == base;
            let of_all =
                !self.split.is_empty() && self.carrying(scene, index).is_some_and(|last| last.clause + 1 == index);
            if base.is_mere_measure(text) || whole && (rates || of_all) {
                return Named::plain(own, How::Before); // 年产值…,税收…; 存贷比…,不良贷款率…; 甲、乙面积分别…,总产…
            }
            if whole && (counted || text.ends_with(first.end, "率")) {
                let last = self.carrying(scene, index).filter(|last| !self.passed(scene, index, last));
                let last = last.and_then(|last| last.owner.clone());
                let owner = without_kinds(text, last.unwrap_or_else(|| base.owner(text)));
                return Named { owner: Some(owner.clone()), ..Named::plain(owner.then(&own), How::Completed) };
            }
            return Named { base: base.clone(), ..Named::plain(base.then(&own), How::Completed) };
        }
        if let Some(last) = self.carrying(scene, index) {
            let division = last.base.normal(text).ends_with(['市', '县', '区', '州', '旗', '镇', '乡', '村']);
            if !division
                && is_place(scene, phrase)
                && index <= last.clause + 1
                && last.unit == figure.unit
                && reached(text, phrase)
            {
                let base = without_region(text, last.base.clone());
                return Named { base: base.clone(), ..Named::plain(base, How::Carried) }; // 其中云山县|达到30亿元
            }
            let bare = phrase.pieces.last().is_none_or(|piece| is_bare(text, *piece));
            if bare
                && last.growth
                && rates(figure, text, phrase)
                && let Some(head) = self
                    .base(scene, index)
                    .and_then(|base| base.head(text))
                    .filter(|_| scene.clauses.get(index).is_some_and(|clause| near(last, clause)))
            {
                return Named::plain(own.then(&head), How::Completed);
            }
            let part = phrase.front.iter().any(|word| text.slice(*word) == "其中") && phrase.pieces.len() == 1;
            let measured = part && bare && last.unit == figure.unit && figure.form == Form::Count;
            if measured
                && !is_classifier(&figure.unit)
                && last.clause + 1 == index
                && let Some(head) = self.base(scene, index).and_then(|base| base.head(text))
            {
                return Named::plain(own.then(&head), How::Completed); // 其中高速公路|通车里程
            }
            let grade = text.ends_with(first.end, "级") && phrase.pieces.len() == 1;
            if figure.form == Form::Count && (grade || comes_to_good(scene, phrase)) {
                let counted = self.last_count.as_ref().filter(|(count, unit)| {
                    *unit == figure.unit && (count.group == last.group || count.sentence == last.sentence)
                });
                if let Some((count, _)) = counted {
                    let things = without_stage(text, &count.base);
                    let verb = count.front.filter(|verb| grade || is_new(text, *verb));
                    let things = verb.map_or_else(|| things.clone(), |verb| without_verb(&things, verb));
                    let things = if grade { without_grade(text, things) } else { things };
                    return Named { base: count.base.clone(), ..Named::plain(own.then(&things), How::Completed) };
                }
            }
            let shared = per_head(text, last).filter(|_| index == last.clause && text.at(first.start) != '每');
            if let Some(shared) = shared.filter(|_| figure.form == Form::Count && phrase.tail.is_empty()) {
                return Named::plain(Name::of(&[shared]).then(&own), How::Completed);
            }
            let listed = last
                .front
                .filter(|_| index <= last.clause + 1 && last.form == Form::Count && figure.form == Form::Count)
                .filter(|_| scene.clauses.get(index).is_some_and(|clause| clause.sentence == last.sentence));
            if let Some(verb) = listed
                .filter(|_| phrase.front.is_empty() && phrase.tail.is_empty() && shares_verb(scene, index, last, first))
            {
                let name = Name::of(&[verb]).then(&own);
                return Named { front: Some(verb), ..Named::plain(name, How::Completed) };
            }
        }
        Named::plain(own, How::Before)
    }

    fn rank(&self, scene: &Scene, index: usize, before: Span, phrase: &Phrase) -> Named {
        let text = scene.text();
        let mut whole = Phrase::read(scene, before, phrase.baseline, true);
        let start = whole.pieces.first().map_or(before.start, |piece| piece.start);
        let verb = scene.document.tokens.inside(before).iter().find(|token| {
            let words = text.chars().get(token.span.start..token.span.end).unwrap_or_default();
            token.span.start >= start && CLASSES.rank.has(words)
        });
        match verb {
            Some(verb) => whole.cut_at(verb.span.start),
            None => whole = phrase.clone(),
        }
        whole.strip_back(scene);
        drop_region_at_end(text, &mut whole);
        let company = |at: &usize| text.at(*at) == '在' && scene.document.tokens.is_boundary(*at);
        if let Some(piece) = whole.pieces.last_mut().filter(|piece| text.before(piece.end) == '中')
            && let Some(at) = (piece.start + 2..piece.end).find(company)
        {
            piece.end = at; // 收入总量|在各县市区中|排名第二
        }
        if let Some(piece) = whole.pieces.last_mut()
            && piece.len() > 2
            && text.before(piece.end) == '在'
        {
            piece.end -= 1; // 增速|在|全市排第2位
        }
        let own = Name::of(&whole.pieces);
        let placed = || own.normal(text).ends_with(['市', '县', '区', '州', '旗', '镇', '乡']);
        if let Some(assessment) = assessed(scene, index).filter(|_| own.is_empty() || placed()) {
            return Named::plain(Name::of(&[assessment]), How::Topic);
        }
        // 连续五年居全省前20位,在全州11个县(市、区)中|稳居第3位: the company alone, no name
        let among = verb.is_some_and(|verb| text.at(before.start) == '在' && text.before(verb.span.start) == '中');
        let told = |context: &Self| context.carrying(scene, index).is_some_and(|last| last.clause + 1 >= index);
        let topic = |context: &Self| context.topic_of(scene, index).is_some_and(|topic| topic.clause + 1 == index);
        if among && (told(self) || topic(self)) {
            return self.carried(scene, index, phrase);
        }
        if let Some(list) = entered(scene, index).filter(|_| own.is_empty()) {
            return Named::plain(Name::of(&[list]), How::Topic);
        }
        let Some(first) = whole.pieces.first().copied() else {
            let field = verb.and_then(|verb| field(text, Span::new(verb.span.end, before.end)));
            let clause = scene.clauses.get(index);
            let near = self.carrying(scene, index).is_some_and(|last| {
                clause.is_some_and(|clause| clause.sentence == last.sentence) && last.clause + 1 >= index
            });
            let takes = |verb: &crate::segment::Token| {
                matches!(text.slice(verb.span), "居" | "位居" | "列" | "位列" | "排" | "排在")
            };
            if near && verb.is_some_and(takes) {
                return self.carried(scene, index, phrase); // 品牌价值50亿元,居全国同类品牌第3位
            }
            let share = self.carrying(scene, index).filter(|last| last.share && last.clause == index);
            return match (field, share) {
                (Some(field), _) => Named::plain(Name::of(&[field]), How::Before),
                (None, Some(last)) => {
                    Named { base: last.base.clone(), ..Named::plain(last.name.clone(), How::Carried) }
                }
                (None, None) => self.carried(scene, index, phrase),
            };
        };
        let chars = text.chars().get(first.start..first.end).unwrap_or_default();
        if CLASSES.own.has(chars) {
            return self.carried(scene, index, phrase);
        }
        if is_dependent(text, chars)
            && let Some(last) = self.carrying(scene, index)
        {
            return Named { base: last.base.clone(), ..Named::plain(last.base.then(&own), How::Completed) };
        }
        Named::plain(own, How::Before)
    }
}
