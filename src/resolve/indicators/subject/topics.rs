//! Of whom each stretch of the text speaks: an owner that a clause opens with holds to the end of its sentence, one that a
//! paragraph opens with to the end of the paragraph; whoever is quoted speaks of his own; the line under a title that names
//! an interviewed person holds until the next one.

use super::owners::{Class, Owners};
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::Mentions;
use crate::text::Text;
use crate::text::structure::{Heading, clauses};
use std::sync::LazyLock;

static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("words.tsv")));

/// A line under a title that says who is interviewed is no longer than this.
const LINE: usize = 50;
/// What is said of a place between 在 and the comma is no longer than this.
const PLACED: usize = 12;
/// A word of reporting stands no further behind the person.
const LEADING: usize = 16;
/// Among so many owners before it the one is sought that a word takes up.
const LOOKED_AT: usize = 60;
/// So many words may stand before the owner that a clause opens with.
const LEADS: usize = 6;

/// Of whom the text speaks, by where that changes.
pub struct Topics {
    /// Where it changes, in order, and the owner's number; None for the document's region.
    changes: Vec<(usize, Option<usize>)>,
}

impl Topics {
    /// Reads a document.
    pub fn new(document: &Document, mentions: &Mentions, owners: &Owners) -> Self {
        let mut walk = Walk::new(document, mentions, owners);
        for &paragraph in &document.structure.paragraphs {
            walk.paragraph(paragraph);
        }
        Self { changes: walk.changes }
    }

    /// The number of the owner that the text speaks of at `at`; None for the document's region.
    pub fn at(&self, at: usize) -> Option<usize> {
        let next = self.changes.partition_point(|(start, _)| *start <= at);
        self.changes.get(next.checked_sub(1)?)?.1
    }
}

/// What a clause opens with.
enum Opening {
    /// An owner.
    Owner(usize),
    /// An owner that a word takes up (该公司).
    Taken(usize),
    /// A word that means an owner of which nothing was said: 园区.
    Unknown,
    /// 全市, 我县: the division spoken of where it is one of this class, else the document's region.
    Own(char),
    /// Only a time or words that say nothing: what follows may open.
    Empty,
    /// Anything else; what stands first.
    Other(usize),
}

/// Whoever holds for longer than a paragraph.
#[derive(Clone, Copy)]
enum Standing {
    /// The person of the line under a title speaks for it.
    Line(usize),
    /// The heading of this level is its name.
    Heading(usize, u32),
}

/// The state of a reading inside a paragraph.
struct Reading {
    /// Whom the paragraph speaks of where a sentence names nobody, and from where on.
    held: Option<(usize, usize)>,
    /// Whether nothing has opened the paragraph yet.
    opening: bool,
    /// Whom the sentence speaks of, once it has said so; None inside for the document's region.
    spoken_of: Option<Option<usize>>,
    /// Whether it has given a figure of it.
    measured: bool,
    /// The facility that the clause before ended with.
    built: Option<usize>,
}

/// The state of a reading from front to back.
struct Walk<'a> {
    document: &'a Document,
    mentions: &'a Mentions,
    owners: &'a Owners,
    /// What persons say, and whom they speak for.
    spoken: Vec<(Span, usize)>,
    standing: Option<Standing>,
    /// The paragraph before and this one: an owner is taken up from no further back.
    recent: usize,
    last: usize,
    changes: Vec<(usize, Option<usize>)>,
}

impl<'a> Walk<'a> {
    fn new(document: &'a Document, mentions: &'a Mentions, owners: &'a Owners) -> Self {
        let quotes = mentions.quotes.iter();
        let spoken = quotes.filter_map(|quote| Some((quote.span, owners.of_person(&quote.speaker)?))).collect();
        Self { document, mentions, owners, spoken, standing: None, recent: 0, last: 0, changes: Vec::new() }
    }

    fn text(&self) -> &'a Text {
        &self.document.text
    }

    fn paragraph(&mut self, paragraph: Span) {
        self.stand(paragraph);
        (self.recent, self.last) = (self.last, paragraph.start);
        let sentences = &self.document.structure.sentences;
        let first = sentences.partition_point(|sentence| sentence.end <= paragraph.start);
        let mut reading = Reading { held: None, opening: true, spoken_of: None, measured: false, built: None };
        for sentence in sentences[first..].iter().take_while(|sentence| sentence.start < paragraph.end) {
            self.sentence(*sentence, &mut reading);
        }
    }

    fn sentence(&mut self, sentence: Span, reading: &mut Reading) {
        (reading.spoken_of, reading.measured, reading.built) = (None, false, None);
        if reading.opening
            && let Some(owner) = self.reports(sentence)
        {
            (reading.held, reading.opening) = (Some((owner, sentence.start)), false);
        }
        for clause in clauses(self.text(), sentence) {
            let wider = self.speaks_of(clause.start, reading);
            match self.opening_of(clause, reading) {
                Opening::Owner(owner) => self.names(owner, clause.start, reading.opening, reading),
                Opening::Taken(owner) => self.names(owner, clause.start, reading.spoken_of.is_none(), reading),
                Opening::Own(class) => self.names_own(class, wider, reading),
                Opening::Unknown => (reading.spoken_of, reading.opening) = (Some(None), false),
                Opening::Empty => {}
                Opening::Other(at) => self.goes_on(Span::new(at, clause.end), reading),
            }
            reading.measured |= self.has_figure(clause);
            reading.built = self.ends_with_facility(clause);
            self.changes.push((clause.start, reading.spoken_of.unwrap_or(wider)));
        }
    }

    /// A clause at `at` names `owner`; `holds` says whether the paragraph speaks of it from there on.
    fn names(&self, owner: usize, at: usize, holds: bool, reading: &mut Reading) {
        let passing = matches!(self.class(owner), Some(Class::Facility | Class::Nature));
        if holds && !passing {
            reading.held = Some((owner, at));
        }
        (reading.spoken_of, reading.measured, reading.opening) = (Some(Some(owner)), false, false);
    }

    /// A clause says 全县: the county spoken of, else the document's region, which ends what the paragraph opened with.
    fn names_own(&self, class: char, wider: Option<usize>, reading: &mut Reading) {
        let mut spoken_of = reading.spoken_of.flatten().into_iter().chain(wider);
        let current = spoken_of.find(|owner| self.is_of_class(*owner, class));
        if current.is_none() {
            reading.held = None;
        }
        (reading.spoken_of, reading.opening) = (Some(current), false);
    }

    /// A clause of other words: it may tell of what the one before built, or no longer of a facility or a river.
    fn goes_on(&self, words: Span, reading: &mut Reading) {
        reading.opening = false;
        let class = reading.spoken_of.flatten().and_then(|owner| self.class(owner));
        let left = match class {
            Some(Class::Nature) => true,
            Some(Class::Facility) => !reading.measured && !self.tells_of_it(words),
            _ => false,
        };
        if let Some(built) = reading.built.filter(|_| self.is_trait(words)) {
            reading.spoken_of = Some(Some(built));
        } else if left {
            reading.spoken_of = None;
        }
    }

    /// Whom a line under a title or a heading of nothing but a name puts in charge of what follows.
    fn stand(&mut self, paragraph: Span) {
        if paragraph.len() <= LINE && !self.text().slice(paragraph).contains(['。', ';']) {
            let people = &self.mentions.people;
            let first = people.partition_point(|person| person.span.start < paragraph.start);
            let inside = people[first..].iter().take_while(|person| person.span.start < paragraph.end);
            let mut owners = inside
                .filter(|person| !person.posts.is_empty())
                .filter_map(|person| self.owners.of_person(&person.name));
            if let (Some(owner), None) = (owners.next(), owners.next()) {
                self.standing = Some(Standing::Line(owner));
                return;
            }
        }
        let headings = &self.document.structure.headings;
        let first = headings.partition_point(|heading| heading.span.start < paragraph.start);
        let Some(heading) = headings.get(first).filter(|heading| heading.span.start < paragraph.end) else { return };
        let ended = matches!(self.standing, Some(Standing::Heading(_, level)) if level >= heading.level);
        match self.names_alone(heading) {
            Some(owner) => self.standing = Some(Standing::Heading(owner, heading.level)),
            None if ended => self.standing = None,
            None => {}
        }
    }

    /// The owner whose name is the whole heading, number and colon apart.
    fn names_alone(&self, heading: &Heading) -> Option<usize> {
        let owner = self.owners.within(heading.span).last()?;
        let span = self.owners.get(owner)?.span;
        let before = self.text().slice(Span::new(heading.span.start, span.start));
        let behind = self.text().slice(Span::new(span.end, heading.span.end));
        let number = before.chars().all(|char| !crate::text::is_han(char) || crate::text::han_digit(char).is_some());
        (number && behind.trim_matches([':', ' ', '。']).is_empty()).then_some(owner)
    }

    fn stands_for(&self) -> Option<usize> {
        self.standing.map(|standing| match standing {
            Standing::Line(owner) | Standing::Heading(owner, _) => owner,
        })
    }

    /// Of whom the text speaks at `at` where the sentence says nothing: what came last of an owner that opened the paragraph and a
    /// speaker who speaks for one, else what stands above.
    fn speaks_of(&self, at: usize, reading: &Reading) -> Option<usize> {
        let next = self.spoken.partition_point(|(span, _)| span.start <= at);
        let spoken = next.checked_sub(1).and_then(|last| self.spoken.get(last)).filter(|(span, _)| span.holds(at));
        match (reading.held, spoken) {
            (Some((_, held)), Some((span, speaker))) if span.start > held => Some(*speaker),
            (Some((owner, _)), _) => Some(owner),
            (None, Some((_, speaker))) => Some(*speaker),
            (None, None) => self.stands_for(),
        }
    }

    fn class(&self, owner: usize) -> Option<Class> {
        self.owners.get(owner).map(|owner| owner.class)
    }

    /// Whether the owner is a division of the class that 全县, 该区 name.
    fn is_of_class(&self, owner: usize, class: char) -> bool {
        self.owners.get(owner).is_some_and(|owner| owner.is_of_class(class))
    }

    fn has_figure(&self, clause: Span) -> bool {
        let quantities = &self.mentions.quantities;
        let first = quantities.partition_point(|quantity| quantity.span.start < clause.start);
        quantities.get(first).is_some_and(|quantity| quantity.span.start < clause.end)
    }

    /// Whom the person speaks for who opens `sentence` and reports (汇报, 介绍) in it.
    fn reports(&self, sentence: Span) -> Option<usize> {
        let people = &self.mentions.people;
        let first = people.partition_point(|person| person.span.start < sentence.start);
        let person = people.get(first).filter(|person| person.span.end < sentence.end)?;
        let post =
            person.posts.iter().filter_map(|&post| self.mentions.posts.get(post)).map(|post| post.span.start).min()?;
        let behind = Span::new(person.span.end, sentence.end.min(person.span.end + LEADING));
        let class_at = |at| WORDS.longest_at(self.text(), at, behind.end).map(|(_, row)| row[1]);
        let reports = (behind.start..behind.end).any(|at| class_at(at) == Some("report"));
        (post == sentence.start && reports).then(|| self.owners.of_person(&person.name)).flatten()
    }

    /// The facility or park that `clause` ends with.
    fn ends_with_facility(&self, clause: Span) -> Option<usize> {
        let last = self.owners.before(clause.end, clause.start).next()?;
        let owner = self.owners.get(last)?;
        (owner.span.end == clause.end && matches!(owner.class, Class::Facility | Class::Area)).then_some(last)
    }

    /// Whether `words` begin with a trait of a facility: 总投资, 占地.
    fn is_trait(&self, words: Span) -> bool {
        WORDS.longest_at(self.text(), words.start, words.end).is_some_and(|(_, row)| row[1] == "trait")
    }

    /// Whether `words` go on telling of a facility: with a verb, or one of its traits.
    fn tells_of_it(&self, words: Span) -> bool {
        self.is_trait(words)
            || self.document.tokens.at(words.start).is_some_and(|token| token.tag.starts_with(['v', 'd']))
    }

    fn opening_of(&self, clause: Span, reading: &Reading) -> Opening {
        let text = self.text();
        let mut at = clause.start;
        let mut placed = false;
        for _ in 0..LEADS {
            if let Some(owner) = self.owners.starting_at(at) {
                return self.opened_by(owner, clause, placed);
            }
            if let Some(end) = self.time_at(at) {
                at = end;
                continue;
            }
            let Some((length, row)) = WORDS.longest_at(text, at, clause.end) else { break };
            match row[1] {
                "lead" | "visit" => {}
                "at" => placed = true,
                "own" => {
                    return text
                        .slice(Span::new(at, at + length))
                        .chars()
                        .find(|char| !matches!(char, '全' | '我' | '本'))
                        .map_or(Opening::Other(at), Opening::Own);
                }
                class => {
                    let taken = self.taken_up(class, at, length, reading).map(Opening::Taken);
                    // a firm's 项目 may be its own; a 园区 nobody spoke of is another subject
                    let meant = matches!(class, "division" | "area" | "school" | "clinic");
                    return taken.unwrap_or(if meant { Opening::Unknown } else { Opening::Other(at) });
                }
            }
            at += length;
        }
        if at >= clause.end { Opening::Empty } else { Opening::Other(at) }
    }

    /// The clause opens with `owner`, or with another right behind it (沂南县的某某公司); with none where several are
    /// listed, or where 在 says no more than where something is held.
    fn opened_by(&self, owner: usize, clause: Span, placed: bool) -> Opening {
        let text = self.text();
        let Some(mut end) = self.owners.get(owner).map(|owner| owner.span.end) else {
            return Opening::Other(clause.start);
        };
        let mut owner = owner;
        while let Some(next) = self.owners.starting_at(if text.at(end) == '的' { end + 1 } else { end }) {
            let Some(named) = self.owners.get(next) else { break };
            (owner, end) = (next, named.span.end);
        }
        let listed = matches!(text.at(end), '、' | '和' | '与' | '及') && self.owners.starting_at(end + 1).is_some();
        let behind = Span::new(end, clause.end.max(end));
        if listed || placed && (behind.len() > PLACED || self.is_held(behind)) {
            return Opening::Other(clause.start);
        }
        Opening::Owner(owner)
    }

    /// Whether `behind` says that something is held.
    fn is_held(&self, behind: Span) -> bool {
        let class_at = |at| WORDS.longest_at(self.text(), at, behind.end).map(|(_, row)| row[1]);
        (behind.start..behind.end).any(|at| class_at(at) == Some("held"))
    }

    /// The end of the time that stands at `at`.
    fn time_at(&self, at: usize) -> Option<usize> {
        let times = &self.mentions.times;
        let first = times.partition_point(|time| time.span.start < at);
        times.get(first).filter(|time| time.span.start == at).map(|time| time.span.end)
    }

    /// The owner of this class that is spoken of, else the one named last, in this paragraph or the one before.
    fn taken_up(&self, class: &str, at: usize, length: usize, reading: &Reading) -> Option<usize> {
        let ending = self.text().before(at + length);
        let wanted = |owner: &usize| match class {
            "division" => self.is_of_class(*owner, ending),
            "area" => self.class(*owner) == Some(Class::Area),
            "firm" => self.class(*owner) == Some(Class::Firm),
            "school" => self.class(*owner) == Some(Class::School),
            "clinic" => self.class(*owner) == Some(Class::Clinic),
            "facility" => self.class(*owner) == Some(Class::Facility),
            _ => false,
        };
        let spoken_of =
            reading.spoken_of.flatten().into_iter().chain(reading.held.map(|(owner, _)| owner)).find(wanted);
        spoken_of.or_else(|| self.owners.before(at, self.recent).take(LOOKED_AT).find(wanted))
    }
}
