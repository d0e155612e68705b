//! What the reader has taught the analyzer: names of one's own with kind and aliases.
//!
//! Words of the lexicon are found by one automaton over the normalised text ([`Lexicon::sightings`]); the segmenter
//! leaves them whole, and mentions of the taught kind take the place of whatever else was read there ([`claim`]).

pub mod claim;
pub mod file;
mod refine;
#[cfg(test)]
mod tests;

pub use refine::refine;

use crate::analysis::Span;
use crate::segment::Tokens;
use crate::text::Text;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The longest name or alias, in characters.
const LONGEST: usize = 60;

/// What a taught word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Kind {
    Person,
    Place,
    Organization,
    Facility,
    Event,
    Programme,
    Code,
    /// The name of an indicator: its rows have one key under all its aliases.
    Indicator,
    /// No name at all: whatever the analyzer takes it for, it is not.
    Nothing,
}

impl Kind {
    /// All of them, in the order of a list.
    pub const ALL: [Kind; 9] = [
        Kind::Person,
        Kind::Place,
        Kind::Organization,
        Kind::Facility,
        Kind::Event,
        Kind::Programme,
        Kind::Code,
        Kind::Indicator,
        Kind::Nothing,
    ];

    /// The name that files use.
    pub const fn slug(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Place => "place",
            Kind::Organization => "organization",
            Kind::Facility => "facility",
            Kind::Event => "event",
            Kind::Programme => "programme",
            Kind::Code => "code",
            Kind::Indicator => "indicator",
            Kind::Nothing => "nothing",
        }
    }

    /// The kind with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// The part of speech of its words, in jieba's set.
    const fn tag(self) -> &'static str {
        match self {
            Kind::Person => "nr",
            Kind::Place => "ns",
            Kind::Organization => "nt",
            Kind::Indicator | Kind::Nothing => "n",
            _ => "nz",
        }
    }
}

/// A line of the reader's lexicon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The name in full.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Other words for the same.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What the reader wrote beside it; the analyzer does not read it.
    #[serde(default)]
    pub note: String,
}

/// A place where a taught word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sighting {
    /// Where.
    pub span: Span,
    /// The entry.
    pub entry: usize,
}

/// An entry as the analyzer reads it.
#[derive(Debug, Clone)]
pub struct Taught {
    /// The name as the reader wrote it.
    pub name: String,
    /// The name in the normalised characters of [`Text::normal`].
    pub normal: String,
    /// What it is.
    pub kind: Kind,
}

/// The compiled lexicon; the empty one finds nothing. Building it takes time linear in its words, searching time linear
/// in the text.
#[derive(Default)]
pub struct Lexicon {
    entries: Vec<Taught>,
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("entries", &self.entries.len()).finish()
    }
}

impl Lexicon {
    /// Compiles `entries`. Of two entries with one word the later counts; words that are empty, longer than sixty
    /// characters or a single character are left out.
    pub fn new(entries: &[Entry]) -> Self {
        let mut taught = Vec::with_capacity(entries.len());
        let mut words: HashMap<String, u32> = HashMap::new();
        for entry in entries {
            let name = entry.name.trim();
            let normal = normal(name);
            for word in std::iter::once(name).chain(entry.aliases.iter().map(|alias| alias.trim())) {
                let word = self::normal(word);
                if (2..=LONGEST).contains(&word.chars().count()) {
                    words.insert(word, taught.len() as u32);
                }
            }
            taught.push(Taught { name: name.to_owned(), normal, kind: entry.kind });
        }
        let mut words: Vec<(String, u32)> = words.into_iter().collect();
        words.sort();
        // Only an empty list, or one beyond all bounds, cannot be built: then nothing is taught.
        let builder = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest);
        let automaton = if words.is_empty() { None } else { builder.build_with_values(words).ok() };
        Self { entries: taught, automaton }
    }

    /// Whether nothing is taught.
    pub fn is_empty(&self) -> bool {
        self.automaton.is_none()
    }

    /// The entry of a sighting.
    pub fn entry(&self, sighting: &Sighting) -> Option<&Taught> {
        self.entries.get(sighting.entry)
    }

    /// Where taught words stand in `text`, in order, without overlap: the longest at each place. Two characters that
    /// only meet at the edges of two other words (提高|明显 for 高明) are none.
    pub fn sightings(&self, text: &Text, tokens: &Tokens) -> Vec<Sighting> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut found = Vec::new();
        for hit in automaton.leftmost_find_iter(text.normal()) {
            let span = Span::new(text.codepoint_of(hit.start()), text.codepoint_of(hit.end()));
            let cut = !tokens.is_boundary(span.start) && !tokens.is_boundary(span.end);
            if span.len() > 2 || !cut {
                found.push(Sighting { span, entry: hit.value() as usize });
            }
        }
        found
    }

    /// What each sighting makes of the tokens: one word with the part of speech of its kind.
    pub fn words(&self, sightings: &[Sighting]) -> Vec<(Span, &'static str)> {
        sightings.iter().filter_map(|sighting| Some((sighting.span, self.entry(sighting)?.kind.tag()))).collect()
    }
}

/// The words in the characters that the analyzer reads: simplified, half width.
fn normal(words: &str) -> String {
    Text::new(words).normal().to_owned()
}
