//! How a figure gets its name: from the words before it, from the noun behind it, or carried from before.

use super::clause::{Clause, Scene};
use super::lexicon;
use super::name::{Name, Part, measure_length};
use super::noun;
use super::phrase::Phrase;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::recognize::quantity::{Form, Quantity};
use crate::text::Text;

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

impl Named {
    /// `name` as its own base.
    pub fn plain(name: Name, how: How) -> Self {
        Self { base: name.clone(), name, how, used: 0, front: None, flow: false, owner: None }
    }
}

/// The last named figure.
#[derive(Debug, Clone)]
pub struct Carried {
    /// Its name.
    pub name: Name,
    /// It is a share.
    pub share: bool,
    /// It is a rate of growth.
    pub growth: bool,
    /// The name without what was said of it (占…比重).
    pub base: Name,
    /// Whose measure it is, where that is known.
    pub owner: Option<Name>,
    /// The verb at its front.
    pub front: Option<Span>,
    /// Its form.
    pub form: Form,
    /// Number of its clause.
    pub clause: usize,
    /// Number of its sentence.
    pub sentence: usize,
    /// Number of its paragraph or item.
    pub group: usize,
}

/// A clause without figures whose words may name the figures behind it.
#[derive(Debug, Clone)]
struct Topic {
    name: Name,
    clause: usize,
    sentence: usize,
    known: bool,
}

/// What names carry from clause to clause.
#[derive(Debug, Default)]
pub struct Context {
    /// The last figure.
    pub last: Option<Carried>,
    /// The last count: what 已建成86个 counts.
    pub last_count: Option<(Carried, String)>,
    /// The names of the list before, where the last clause was a list.
    pub split: Vec<Name>,
    topic: Option<Topic>,
}

/// Names longer than this are cut at the verb that brings the figure about.
const LONG: usize = 16;
/// A verb up to this length needs a noun: 建成86个; longer ones name themselves: 提起公诉12人.
const SHORT_VERB: usize = 3;
/// How much of a clause without figures names what follows.
const TOPIC: usize = 24;

impl Context {
    /// Takes in a clause without figures.
    pub fn topic(&mut self, scene: &Scene, clause: &Clause, index: usize) {
        let span = Span::new(clause.span.start, clause.span.end.min(clause.span.start + 60));
        let mut phrase = Phrase::read(scene, span, None, true);
        phrase.strip_front(scene);
        let Some(first) = phrase.pieces.first().copied() else { return };
        let text = scene.text();
        let known = known_in(text, first);
        let name = match known {
            Some(end) => Name::of(&[Span::new(first.start, end)]),
            None => Name::of(&[topic_noun(scene, Span::new(first.start, first.end.min(first.start + TOPIC)))]),
        };
        let acts = |token: &crate::segment::Token| matches!(token.tag.as_ref(), "v" | "d" | "vd" | "p" | "ul");
        let main = name.main_span().unwrap_or(first);
        let only_acts = scene.document.tokens.inside(main).iter().all(acts);
        if !name.is_empty() && !only_acts {
            self.topic = Some(Topic { name, clause: index, sentence: clause.sentence, known: known.is_some() });
        }
    }

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
        shorten(scene, &mut phrase);
        let counted = matches!(figure.form, Form::Count | Form::Money);
        let behind = if counted || scene.text().at(figure.span.end) == '的' {
            noun::behind(scene, figure.span.end, end, next).filter(|noun| !speaks_of_growth(scene.text(), *noun))
        } else {
            None
        };
        let mut named = match behind {
            Some(noun) if phrase.is_empty() || !reached(scene.text(), &phrase) => {
                self.around(scene, figure, &phrase, noun)
            }
            _ => self.before(scene, index, figure, &phrase),
        };
        named.front = named.front.or_else(|| front_verb(scene, &phrase));
        named.flow = named.front.is_some();
        named
    }

    /// A name with the noun behind the figure.
    fn around(&self, scene: &Scene, figure: &Quantity, phrase: &Phrase, noun: Span) -> Named {
        let text = scene.text();
        let behind = Name::of(&[noun]);
        let Some(last) = phrase.pieces.last().copied() else {
            return Named { used: noun.end, ..Named::plain(behind, How::Behind) };
        };
        let own = Name::of(&phrase.pieces);
        let of = text.at(figure.span.end) == '的';
        let measured = measure_length(text, last) > 0 && ends_with_noun(scene, last);
        let name = if measured && (of || figure.form == Form::Money || !is_classifier(&figure.unit)) {
            if of { behind.then(&own) } else { own.clone() }
        } else if text.ends_with(last.end, "等") {
            behind.clone()
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
        let own = Name::of(&phrase.pieces);
        let chars = text.chars().get(first.start..first.end).unwrap_or_default();
        let dependent = is_dependent(text, chars) || plan_share(text, figure, phrase);
        if dependent && let Some(base) = self.base(scene, index) {
            let own = if plan_share(text, figure, phrase) { with_front(phrase, own) } else { own };
            let counted = matches!(figure.form, Form::Count | Form::Money);
            if CLASSES.whole.has(chars) && (counted || text.ends_with(first.end, "率")) {
                let last = self.carrying(scene, index).and_then(|last| last.owner.clone());
                let owner = last.unwrap_or_else(|| base.owner(text));
                return Named { owner: Some(owner.clone()), ..Named::plain(owner.then(&own), How::Completed) };
            }
            return Named { base: base.clone(), ..Named::plain(base.then(&own), How::Completed) };
        }
        if let Some(last) = self.carrying(scene, index) {
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
            let grade = text.ends_with(first.end, "级") && phrase.pieces.len() == 1;
            if figure.form == Form::Count && (grade || comes_to_good(scene, phrase)) {
                let counted = self.last_count.as_ref().filter(|(count, unit)| {
                    *unit == figure.unit && (count.group == last.group || count.sentence == last.sentence)
                });
                if let Some((count, _)) = counted {
                    return Named { base: count.base.clone(), ..Named::plain(own.then(&count.base), How::Completed) };
                }
            }
            let shared = per_head(text, last).filter(|_| index == last.clause && text.at(first.start) != '每');
            if let Some(shared) = shared.filter(|_| figure.form == Form::Count && phrase.tail.is_empty()) {
                return Named::plain(Name::of(&[shared]).then(&own), How::Completed);
            }
            let listed = last
                .front
                .filter(|_| index <= last.clause + 1 && last.form == Form::Count && figure.form == Form::Count);
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
        let own = Name::of(&whole.pieces);
        let Some(first) = whole.pieces.first().copied() else {
            let field = verb.and_then(|verb| field(text, Span::new(verb.span.end, before.end)));
            return match field {
                Some(field) => Named::plain(Name::of(&[field]), How::Before),
                None => self.carried(scene, index, phrase),
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

    /// What words that do not name a thing are said of: the clause before without figures, or the last figure's name.
    fn base(&self, scene: &Scene, index: usize) -> Option<Name> {
        let sentence = scene.clauses.get(index).map(|clause| clause.sentence);
        let last = self.carrying(scene, index);
        let topic = self.topic.as_ref().filter(|topic| Some(topic.sentence) == sentence);
        let excludes = |topic: &Topic| {
            let start = topic.name.main_span().map_or(0, |span| span.start);
            ["扣除", "剔除", "不含", "除去", "按"].iter().any(|word| scene.text().starts_with(start, word))
        };
        let topic = topic.filter(|topic| !excludes(topic));
        match (topic, last) {
            (Some(topic), Some(last)) if topic.clause > last.clause => Some(topic.name.clone()),
            (_, Some(last)) => Some(last.base.clone()),
            (Some(topic), None) => Some(topic.name.clone()),
            (None, None) => None,
        }
    }

    /// The name of the figure before, or of the clause before.
    fn carried(&self, scene: &Scene, index: usize, phrase: &Phrase) -> Named {
        let sentence = scene.clauses.get(index).map(|clause| clause.sentence);
        let topic = self.topic.as_ref().filter(|topic| Some(topic.sentence) == sentence);
        let last = self.carrying(scene, index);
        match (topic, last) {
            (Some(topic), Some(last)) if topic.known && topic.clause > last.clause => {
                Named::plain(topic.name.clone(), How::Topic)
            }
            (_, Some(last)) => {
                let base = match last.front.filter(|verb| reached(scene.text(), phrase) && is_new(scene.text(), *verb))
                {
                    Some(verb) => without_verb(&last.base, verb),
                    None => last.base.clone(),
                };
                Named { base: base.clone(), ..Named::plain(base, How::Carried) }
            }
            (Some(topic), None) => Named::plain(topic.name.clone(), How::Topic),
            (None, None) => match &self.topic {
                Some(topic) if topic.clause + 1 == index => Named::plain(topic.name.clone(), How::Topic),
                _ => Named::plain(Name::default(), How::Missing),
            },
        }
    }

    /// The last figure, where it is near enough to be carried on.
    fn carrying(&self, scene: &Scene, index: usize) -> Option<&Carried> {
        let clause = scene.clauses.get(index)?;
        self.last
            .as_ref()
            .filter(|last| last.sentence == clause.sentence || last.group == clause.group && last.clause + 4 >= index)
    }
}

/// `name` without the verb at its front: what has been gained is now counted as a level.
fn without_verb(name: &Name, verb: Span) -> Name {
    let mut parts = name.parts.clone();
    if let Some(Part::Text(first)) = parts.first_mut() {
        if first.start == verb.start && first.end > verb.end {
            first.start = verb.end;
        } else if *first == verb && parts.len() > 1 {
            parts.remove(0);
        }
    }
    Name { parts }
}

/// Whether a bare percentage speaks of the share before: points of change, or another value of it (由…提高到…).
fn same_share(scene: &Scene, index: usize, figure: &Quantity, phrase: &Phrase, last: &Carried) -> bool {
    let again = figure.form == Form::Percent
        && super::kind::trend(scene.text(), &phrase.tail).is_none()
        && scene.clauses.get(index).is_some_and(|clause| clause.sentence == last.sentence);
    figure.form == Form::PercentPoint || again
}

/// Whether `last` stands in the same sentence or right before.
fn near(last: &Carried, clause: &Clause) -> bool {
    last.group == clause.group && last.sentence + 1 >= clause.sentence
}

/// Where a name of the lexicon that `span` starts with ends.
fn known_in(text: &Text, span: Span) -> Option<usize> {
    let chars = text.chars().get(span.start..span.end)?;
    let own = CLASSES.own.at_start(chars);
    let length = lexicon::longest_at_start(chars.get(own..)?);
    (length > 2).then_some(span.start + own + length)
}

/// The words of a clause up to its predicate.
fn topic_noun(scene: &Scene, span: Span) -> Span {
    let tokens = scene.document.tokens.inside(span);
    let mut named = false;
    for token in tokens {
        let words = scene.text().chars().get(token.span.start..token.span.end).unwrap_or_default();
        if named && (CLASSES.predicate.has(words) || matches!(token.tag.as_ref(), "d" | "ad")) {
            return Span::new(span.start, token.span.start);
        }
        named |= token.tag.starts_with('n') || &*token.tag == "vn";
    }
    span
}

/// Whether the words name no measure: no head noun, and no usual indicator that is more than a count of things.
fn is_bare(text: &Text, piece: Span) -> bool {
    let chars = text.chars().get(piece.start..piece.end).unwrap_or_default();
    let counted = |unit: &str| matches!(unit, "家" | "户" | "个" | "所" | "条" | "座");
    CLASSES.head.at_end(chars) == 0 && lexicon::find(text.slice(piece), &[]).is_none_or(|entry| counted(entry.unit))
}

fn is_new(text: &Text, verb: Span) -> bool {
    text.chars().get(verb.start..verb.end).is_some_and(|chars| CLASSES.new.has(chars))
}

/// 的增长, 的增速 behind a rate name no thing.
fn speaks_of_growth(text: &Text, noun: Span) -> bool {
    ["增长", "增速", "增幅", "速度", "同比", "下降", "目标"].iter().any(|word| text.starts_with(noun.start, word))
}

/// Whether a verb of reaching or growing stands between name and figure.
fn reached(text: &Text, phrase: &Phrase) -> bool {
    let reaches =
        |char| matches!(char, '达' | '到' | '至' | '为' | '破' | '超' | '增' | '升' | '降' | '减' | '涨' | '落' | '逾');
    phrase.tail.iter().any(|word| text.slice(*word).chars().any(reaches))
}

/// Units that count things and say nothing of them.
fn is_classifier(unit: &str) -> bool {
    matches!(
        unit,
        "个" | "项"
            | "家"
            | "所"
            | "条"
            | "座"
            | "名"
            | "位"
            | "件"
            | "种"
            | "类"
            | "处"
            | "批"
            | "支"
            | "套"
            | "部"
            | "场"
            | "次"
            | "张"
            | "台"
            | "辆"
            | "户"
            | "间"
            | "栋"
            | "片"
            | "块"
            | "艘"
            | "架"
            | "只"
            | "头"
            | "株"
            | "本"
            | "份"
            | "期"
            | "轮"
            | "例"
            | "起"
            | "宗"
            | "列"
            | "班"
            | "枚"
            | "面"
            | "对"
            | "组"
            | "届"
            | "款"
            | "幢"
            | "口"
            | "眼"
            | "门"
            | "人"
            | "例次"
            | "册"
            | "篇"
            | "首"
            | "尊"
            | "盏"
            | "道"
    )
}

/// Cuts a long phrase at the verb that brings the figure about: 通过…带动|就业.
fn shorten(scene: &Scene, phrase: &mut Phrase) {
    if phrase.len() <= LONG {
        return;
    }
    let text = scene.text();
    let (Some(first), Some(last)) = (phrase.pieces.first().copied(), phrase.pieces.last().copied()) else { return };
    let whole = Span::new(first.start, last.end);
    let verb = scene.document.tokens.inside(whole).iter().rev().find(|token| {
        let words = text.chars().get(token.span.start..token.span.end).unwrap_or_default();
        CLASSES.cause.has(words) && token.span.start > whole.start && whole.end - token.span.end >= 2
    });
    if let Some(verb) = verb {
        let rest = whole.end - verb.span.end;
        phrase.start_at(if rest >= 4 { verb.span.end } else { verb.span.start });
    }
}

/// Whether a count shares the verb of the one before: 新增企业1家、停车泊位20个. Across a comma only plain nouns do.
fn shares_verb(scene: &Scene, index: usize, last: &Carried, first: Span) -> bool {
    let text = scene.text();
    let each =
        ["每", "人均", "户均", "日均", "平均", "其中", "共"].iter().any(|word| text.starts_with(first.start, word));
    let chars = text.chars().get(first.start..first.end).unwrap_or_default();
    if each || keeps(text, first) || CLASSES.cause.at_start(chars) > 0 {
        return false;
    }
    index == last.clause && CLASSES.imperative.at_start(chars) == 0
        || CLASSES.head.at_end(chars) == 0 && starts_with_noun(scene, first)
}

/// 每千人拥有床位8.6张、|执业医师4.9人: what the second count shares with the first.
fn per_head(text: &Text, last: &Carried) -> Option<Span> {
    let Some(Part::Text(first)) = last.name.parts.first().copied() else { return None };
    if text.at(first.start) != '每' {
        return None;
    }
    let stop = (first.start..first.end.min(first.start + 10)).find(|at| text.starts_with(*at, "拥有"));
    stop.map(|stop| Span::new(first.start, stop + 2))
}

/// Whether the first words of `span` are a noun.
fn starts_with_noun(scene: &Scene, span: Span) -> bool {
    let token = scene.document.tokens.at(span.start);
    token.is_some_and(|token| !matches!(token.tag.as_ref(), "v" | "d" | "vd" | "p" | "c") && !keeps(scene.text(), span))
}

fn ends_with_noun(scene: &Scene, span: Span) -> bool {
    let token = span.end.checked_sub(1).and_then(|at| scene.document.tokens.at(at));
    token.is_some_and(|token| !matches!(token.tag.as_ref(), "v" | "d" | "p"))
}

fn keeps(text: &Text, span: Span) -> bool {
    text.chars().get(span.start..span.end).is_some_and(|chars| CLASSES.keep.at_start(chars) > 0)
}

/// The verb at the front of a counted name: 新增, 培育.
fn front_verb(scene: &Scene, phrase: &Phrase) -> Option<Span> {
    let first = phrase.pieces.first()?;
    let chars = scene.text().chars().get(first.start..first.end)?;
    let own = CLASSES.own.at_start(chars);
    let length = CLASSES.keep.at_start(chars.get(own..)?);
    (length > 0).then(|| Span::new(first.start + own, first.start + own + length))
}

/// The verb that ends `span`.
fn last_verb(scene: &Scene, span: Span) -> Option<Span> {
    let text = scene.text();
    let chars = text.chars().get(span.start..span.end)?;
    let length = CLASSES.keep.at_end(chars);
    if length > 0 {
        return Some(Span::new(span.end - length, span.end));
    }
    let token = scene.document.tokens.at(span.end.checked_sub(1)?)?;
    (matches!(token.tag.as_ref(), "v" | "vn") && token.span.len() > 1 && span.contains(token.span))
        .then_some(token.span)
}

/// Whether the figure is a rate of growth or an absolute gain.
fn rates(figure: &Quantity, text: &Text, phrase: &Phrase) -> bool {
    matches!(figure.form, Form::Percent | Form::PercentPoint) && super::kind::trend(text, &phrase.tail).is_some()
}

/// Whether a name of these words says too little alone: 占比, 增速, 对经济增长贡献率.
fn is_dependent(text: &Text, chars: &[char]) -> bool {
    let _ = text;
    let words: String = chars.iter().collect();
    CLASSES.dependent.at_start(chars) > 0
        || CLASSES.whole.has(chars)
        || chars.first() == Some(&'对') && (words.contains("贡献") || words.contains("拉动"))
}

/// 已建成86个, 目前已发挥效益150项: only verbs, or words that say the counted things came to good.
fn comes_to_good(scene: &Scene, phrase: &Phrase) -> bool {
    let text = scene.text();
    let [piece] = phrase.pieces[..] else { return false };
    let chars = text.chars().get(piece.start..piece.end).unwrap_or_default();
    CLASSES.result.has(chars)
        || CLASSES.keep.has(chars)
        || piece.len() <= SHORT_VERB
            && scene
                .document
                .tokens
                .inside(piece)
                .iter()
                .all(|token| matches!(token.tag.as_ref(), "v" | "d" | "vd" | "ad" | "ul"))
}

/// 完成年度预算的102%: the share of a plan that is done.
fn plan_share(text: &Text, figure: &Quantity, phrase: &Phrase) -> bool {
    let done = phrase.front.iter().any(|word| matches!(text.slice(*word), "完成" | "实现"));
    let words = phrase.words(text);
    figure.form == Form::Percent
        && done
        && ["计划", "任务", "目标", "预算", "序时"].iter().any(|word| words.contains(word))
}

fn with_front(phrase: &Phrase, own: Name) -> Name {
    match phrase.front.last() {
        Some(front) => Name { parts: std::iter::once(Part::Text(*front)).chain(own.parts).collect() },
        None => own,
    }
}

/// 挺进全省|县域经济|前30强: what is ranked, where it stands behind the verb.
fn field(text: &Text, span: Span) -> Option<Span> {
    let chars = text.chars().get(span.start..span.end)?;
    let own = CLASSES.own.at_start(chars);
    let field = text.trim(Span::new(span.start + own, span.end));
    let chars = text.chars().get(field.start..field.end)?;
    let plain = chars.iter().all(|char| crate::text::is_han(*char));
    (field.len() >= 3 && plain && CLASSES.own.at_end(chars) == 0).then_some(field)
}

/// 总量全省|第二: the field of a ranking is no part of the name.
fn drop_region_at_end(text: &Text, phrase: &mut Phrase) {
    let Some(piece) = phrase.pieces.last_mut() else { return };
    let chars = text.chars().get(piece.start..piece.end).unwrap_or_default();
    let length = CLASSES.own.at_end(chars);
    if length > 0 && length < chars.len() {
        piece.end -= length;
    }
}
