//! A name that is known once is found wherever the document has it.

use super::anchors::Vote;
use super::evidence;
use crate::analysis::Span;
use crate::document::Document;
use crate::recognize::Rule;
use crate::text::is_han;
use rustc_hash::FxHashMap as HashMap;
use std::collections::BTreeMap;

/// The accepted names of a document: their words in the normalised text, without blanks.
#[derive(Debug, Default)]
pub struct Known {
    names: HashMap<String, Rule>,
    longest: usize,
}

/// An occurrence of a known name.
#[derive(Debug, Clone)]
pub struct Occurrence {
    pub span: Span,
    pub rule: Rule,
}

impl Known {
    /// Adds up the votes of each name: its best look, the strongest place in full, other kinds of places by half, and
    /// a little for every further place that agrees.
    pub fn from_votes(document: &Document, votes: &[Vote]) -> Self {
        let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
        for vote in votes {
            tallies.entry(bare(document, vote.span)).or_default().add(vote);
        }
        let mut known = Self::default();
        for (name, tally) in tallies {
            if let Some(rule) = tally.accepted() {
                known.add(name, rule);
            }
        }
        known
    }

    /// Adds a name.
    pub fn add(&mut self, name: String, rule: Rule) {
        self.longest = self.longest.max(name.chars().count());
        self.names.entry(name).or_insert(rule);
    }

    /// The rule of a known name.
    pub fn rule_of(&self, name: &str) -> Option<Rule> {
        self.names.get(name).copied()
    }
}

/// What speaks for one name over the whole document.
#[derive(Debug, Default)]
struct Tally {
    look: i32,
    places: i32,
    last_place: Option<usize>,
    /// Kinds of places with the weight of the strongest.
    bases: Vec<(Rule, i32)>,
}

impl Tally {
    fn add(&mut self, vote: &Vote) {
        const COUNTS: i32 = 2;
        self.look = if self.bases.is_empty() { vote.look } else { self.look.max(vote.look) };
        if vote.look + vote.base < COUNTS && !self.bases.is_empty() {
            return;
        }
        if self.last_place != Some(vote.span.start) && vote.base > 0 {
            self.places += 1;
            self.last_place = Some(vote.span.start);
        }
        match self.bases.iter_mut().find(|(rule, _)| *rule == vote.rule) {
            Some((_, base)) => *base = (*base).max(vote.base),
            None => self.bases.push((vote.rule, vote.base)),
        }
    }

    /// The rule of the strongest place, if all together is enough.
    fn accepted(&self) -> Option<Rule> {
        const AGREEMENT: i32 = 2;
        let &(rule, strongest) = self.bases.iter().max_by_key(|(_, base)| *base)?;
        let others: i32 =
            self.bases.iter().filter(|(other, base)| *other != rule && *base > 0).map(|(_, base)| base / 2).sum();
        let agreement = (self.places - 1).clamp(0, AGREEMENT);
        (self.look + strongest + others + agreement >= evidence::ACCEPT).then_some(rule)
    }
}

/// The words of `span` without blanks.
pub fn bare(document: &Document, span: Span) -> String {
    document.text.slice(span).chars().filter(|char| *char != ' ').collect()
}

/// Every occurrence of the known names, longest first at each place, in order.
pub fn occurrences(document: &Document, known: &Known, votes: &[Vote]) -> Vec<Occurrence> {
    let text = &document.text;
    let anchored: HashMap<usize, Span> = accepted_places(document, known, votes);
    let mut firsts: Vec<char> = known.names.keys().filter_map(|name| name.chars().next()).collect();
    firsts.sort_unstable();
    firsts.dedup();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let next =
            if firsts.binary_search(&text.at(at)).is_ok() { name_at(document, known, &anchored, at) } else { None };
        at = next.as_ref().map_or(at + 1, |occurrence: &Occurrence| occurrence.span.end);
        found.extend(next);
    }
    found
}

/// Where a vote for a known name stands that is good enough on its own: start to span.
fn accepted_places(document: &Document, known: &Known, votes: &[Vote]) -> HashMap<usize, Span> {
    const ENOUGH: i32 = evidence::ACCEPT - 4;
    let mut places: HashMap<usize, (i32, Span)> = HashMap::default();
    for vote in votes {
        let weight = vote.look + vote.base;
        if weight < ENOUGH || vote.base < 0 || known.rule_of(&bare(document, vote.span)).is_none() {
            continue;
        }
        let best = places.entry(vote.span.start).or_insert((weight, vote.span));
        if weight > best.0 {
            *best = (weight, vote.span);
        }
    }
    places.into_iter().map(|(start, (_, span))| (start, span)).collect()
}

fn name_at(document: &Document, known: &Known, anchored: &HashMap<usize, Span>, at: usize) -> Option<Occurrence> {
    let text = &document.text;
    if let Some(&span) = anchored.get(&at) {
        let name = bare(document, span);
        let rule = known.rule_of(&name)?;
        return Some(Occurrence { span, rule });
    }
    let most = known.longest.min(text.len() - at);
    (2..=most).rev().find_map(|length| {
        let span = Span::new(at, at + length);
        let name = text.slice(span);
        let rule = known.rule_of(name)?;
        stands_alone(document, span).then_some(Occurrence { span, rule })
    })
}

/// Whether the stretch is a word of its own here: no token of everyday use covers it or cuts it.
fn stands_alone(document: &Document, span: Span) -> bool {
    let (Some(first), Some(last)) = (document.tokens.at(span.start), document.tokens.at(span.end - 1)) else {
        return true;
    };
    if first.span == span {
        return matches!(&*first.tag, "nr" | "nrfg" | "nrt" | "x");
    }
    if first.span.contains(span) {
        return first.tag.starts_with("nr") || &*first.tag == "x";
    }
    let cut_left = first.span.start < span.start && listed(&first.tag);
    let cut_right =
        last.span.end > span.end && last.span.start > span.start && listed(&last.tag) && last.span.len() > 2;
    let dotted = document.text.at(span.end) == '·' || document.text.before(span.start) == '·';
    !(cut_left || cut_right || dotted && is_han(document.text.at(span.end + 1)))
}

fn listed(tag: &str) -> bool {
    tag != "x" && !tag.starts_with("nr")
}
