//! What names carry from clause to clause: the figure before, the names of its sentence, the clause without figures before it.

use super::clause::{Clause, Scene};
use super::name::Name;
use super::naming::{How, Named};
use super::phrase::Phrase;
use super::trimming::without_verb;
use super::wording::{is_new, known_in, reached, topic_noun};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::recognize::quantity::Form;

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
    /// How many parts of a whole stand before it in its clause, itself among them: 其中甲5家、|乙12家.
    pub parts: usize,
    /// The verb at its front.
    pub front: Option<Span>,
    /// Its form.
    pub form: Form,
    /// Its unit.
    pub unit: String,
    /// Number of its clause.
    pub clause: usize,
    /// Number of its sentence.
    pub sentence: usize,
    /// Number of its paragraph or item.
    pub group: usize,
}

/// A clause without figures whose words may name the figures behind it.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its words up to the predicate.
    pub name: Name,
    /// Number of the clause.
    pub clause: usize,
    sentence: usize,
    known: bool,
    /// What it brings into being, in quotation marks: 推出|“云山贷”.
    pub brought: Option<Span>,
}

/// A name that a figure of the paragraph had.
#[derive(Debug, Clone)]
pub struct Recent {
    /// Without what was said of it.
    pub name: Name,
    /// Number of its sentence.
    pub sentence: usize,
    clause: usize,
    group: usize,
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
    /// The last names with the numbers of their clauses and sentences, the newest last.
    recent: Vec<Recent>,
    topic: Option<Topic>,
}

/// How much of a clause without figures names what follows.
const TOPIC: usize = 24;

impl Context {
    /// Takes in the name of a figure.
    pub fn carry(&mut self, last: Carried) {
        const MOST: usize = 8;
        let (clause, sentence, group) = (last.clause, last.sentence, last.group);
        if self.recent.last().is_none_or(|recent| recent.name != last.base) {
            if self.recent.len() == MOST {
                self.recent.remove(0);
            }
            self.recent.push(Recent { name: last.base.clone(), clause, sentence, group });
        }
        self.last = Some(last);
    }

    /// The names of the figures before clause number `index` in its sentence or close by in its paragraph, the newest first.
    pub(super) fn recent(&self, scene: &Scene, index: usize) -> impl Iterator<Item = &Recent> {
        const NEAR: usize = 8;
        let clause = scene.clauses.get(index);
        let near = move |recent: &&Recent| {
            clause.is_some_and(|clause| {
                recent.sentence == clause.sentence || recent.group == clause.group && recent.clause + NEAR >= index
            })
        };
        self.recent.iter().rev().filter(near)
    }

    /// The clause without figures that stands before clause number `index` in its sentence.
    pub(super) fn topic_of(&self, scene: &Scene, index: usize) -> Option<&Topic> {
        let sentence = scene.clauses.get(index)?.sentence;
        self.topic.as_ref().filter(|topic| topic.sentence == sentence)
    }

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
        let acts = |token: &crate::segment::Token| matches!(token.tag.as_ref(), "v" | "d" | "vd" | "p" | "ul" | "r");
        let main = name.main_span().unwrap_or(first);
        let staged = CLASSES.predicate.contains(text.slice(main)); // 明年6月|投产,达产后年产值…
        let only_acts = staged || scene.document.tokens.inside(main).iter().all(acts);
        if !name.is_empty() && !only_acts {
            let brought = super::parallel::brought(text, clause.span);
            self.topic =
                Some(Topic { name, clause: index, sentence: clause.sentence, known: known.is_some(), brought });
        }
    }

    /// Whether the figure before counts things, or is a share or measure of things counted, and nothing was named since: 项目86个,完成投资….
    pub(super) fn of_projects(&self, scene: &Scene, index: usize) -> bool {
        let last =
            self.carrying(scene, index).filter(|last| last.form == Form::Count || last.share || last.owner.is_some());
        last.is_some_and(|last| self.base(scene, index).as_ref() == Some(&last.base))
    }

    /// What words that do not name a thing are said of: the clause before without figures, or the last figure's name.
    pub(super) fn base(&self, scene: &Scene, index: usize) -> Option<Name> {
        let last = self.carrying(scene, index);
        let topic = self.topic_of(scene, index);
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

    /// Whether another thing was named behind `last`, in another part of the sentence: 甲水库,库容3亿立方米;乙水库,….
    pub(super) fn passed(&self, scene: &Scene, index: usize, last: &Carried) -> bool {
        let segment = |clause: usize| scene.clauses.get(clause).map(|clause| clause.segment);
        let topic = self.topic_of(scene, index).filter(|topic| topic.clause > last.clause);
        topic.is_some_and(|topic| segment(topic.clause) != segment(last.clause))
    }

    /// The name of the figure before, or of the clause before.
    pub(super) fn carried(&self, scene: &Scene, index: usize, phrase: &Phrase) -> Named {
        let topic = self.topic_of(scene, index);
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
    pub(super) fn carrying(&self, scene: &Scene, index: usize) -> Option<&Carried> {
        let clause = scene.clauses.get(index)?;
        self.last
            .as_ref()
            .filter(|last| last.sentence == clause.sentence || last.group == clause.group && last.clause + 4 >= index)
    }
}
