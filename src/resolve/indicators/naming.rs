//! How a figure gets its name: from the words before it, from the noun behind it, or carried from before.

use super::actors::{drop_actor, holds_only_place, is_within, listing_verb, moved_before};
use super::carry::Context;
use super::clause::Scene;
use super::completing::Own;
use super::name::{Name, Part, measure_length};
use super::noun;
use super::phrase::Phrase;
use super::wording::{
    ends_with_noun, front_verb, is_classifier, is_new, last_verb, reached, same_share, shorten, speaks_of_growth,
    without_examples, without_members,
};
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
        let name = Name::of(&phrase.pieces);
        let last = phrase.pieces.last().copied().unwrap_or(first);
        if figure.form == Form::Percent && text.before(last.end) == '占' && last.len() > 2 {
            let within = phrase.front.iter().any(|word| text.slice(*word) == "其中");
            let base = self.base(scene, index).filter(|_| within);
            let of = base.unwrap_or(Name { parts: vec![Part::Implied("比")] });
            return Named::plain(name.then(&of), How::Completed); // 其中民生支出占|一般公共预算支出
        }
        let own = Own { scene, index, figure, phrase, first, name };
        self.parallel(scene, index, figure, phrase)
            .or_else(|| self.of_level(&own))
            .or_else(|| self.dependent(&own))
            .or_else(|| self.leaning(&own))
            .unwrap_or_else(|| Named::plain(own.name, How::Before))
    }
}
