//! What the library knows of a document: the reader's part, and the analyzer's.
//!
//! The two are kept apart, so that a result that comes in never overwrites what the reader did meanwhile.

use super::one_line;
use crate::Analysis;
use crate::view::kind::Kind;
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hasher};

/// For how many milliseconds a deleted document can be had back.
pub const GRACE: f64 = 24.0 * 3_600_000.0;

/// The longest name, in characters.
const NAME: usize = 200;

/// The longest tag, in characters, and how many a document has at most.
const TAG: usize = 40;
const TAGS: usize = 30;

/// How a document came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Typed or pasted into the text area.
    #[default]
    Typed,
    /// Pasted beside the text area.
    Pasted,
    /// A file.
    File,
    /// An address that carried it.
    Link,
    /// The sample article.
    Sample,
    /// Handed over by another program.
    Shared,
    /// Two windows changed the same document: the other one's text.
    Copy,
}

/// The reader's part of a record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// What it is known by, here and in backups.
    pub key: String,
    /// File name, or what the reader called it.
    pub name: String,
    /// Whether the reader chose the name: then it stands in place of the title.
    pub named: bool,
    /// Tags in the order in which they were given.
    pub tags: Vec<String>,
    /// The date that the reader set, ISO 8601.
    pub date: Option<String>,
    /// When it came and when its text last changed: milliseconds since 1970.
    pub created: f64,
    /// See `created`.
    pub changed: f64,
    /// How it came.
    pub origin: Origin,
    /// Another one for every state of the text.
    pub stamp: String,
    /// Bytes of the text.
    pub size: usize,
    /// The same for the same text, see [`hash_of`]; 0 where it was never reckoned.
    pub hash: u64,
    /// When it was deleted; it can be had back for a while.
    pub deleted: Option<f64>,
    /// What the reader has corrected, in order.
    pub corrections: Vec<crate::correct::Correction>,
}

/// Tells texts from each other: 64 bits, the same on every device as long as the library that reckons it stays the same.
pub fn hash_of(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// The analyzer's part of a record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Digest {
    /// The [`Entry::stamp`] of the text that was analysed.
    pub stamp: String,
    /// The reader's date with which it was analysed.
    pub date: Option<String>,
    /// Which analyzer, with which lists.
    pub analyzer: String,
    /// When: milliseconds since 1970.
    pub when: f64,
    /// How long it took.
    pub milliseconds: u32,
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub source: Option<String>,
    /// The reference date, ISO 8601.
    pub published: Option<String>,
    /// Characters of the text.
    pub characters: usize,
    /// Rows of every table, in the order of [`Kind::ALL`].
    pub counts: Vec<usize>,
    /// Why there is no result.
    pub failure: Option<String>,
}

impl Digest {
    /// What the library keeps of `analysis`.
    pub fn of(analysis: &Analysis) -> Self {
        let info = &analysis.document;
        Self {
            title: info.title.clone(),
            source: info.source.clone(),
            published: info.published.clone(),
            characters: info.characters,
            counts: Kind::ALL.iter().map(|kind| kind.count(analysis)).collect(),
            ..Self::default()
        }
    }

    /// How many rows the table `kind` has.
    pub fn count(&self, kind: Kind) -> usize {
        Kind::ALL.iter().position(|other| *other == kind).and_then(|at| self.counts.get(at)).copied().unwrap_or(0)
    }
}

/// A document of the library.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// The reader's part.
    pub entry: Entry,
    /// The analyzer's part, perhaps of an earlier text.
    pub digest: Option<Digest>,
}

/// How far the result of a document can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Never analysed, or its text has changed.
    Waiting,
    /// Analysed by another version.
    Outdated,
    /// The analysis came to nothing.
    Failed,
    /// Up to date.
    Current,
}

impl Item {
    /// How the result stands, seen from the analyzer `version`.
    pub fn standing(&self, version: &str) -> Standing {
        match &self.digest {
            Some(digest) if digest.stamp == self.entry.stamp && digest.date == self.entry.date => {
                match (digest.analyzer == version, &digest.failure) {
                    (true, Some(_)) => Standing::Failed,
                    (true, None) => Standing::Current,
                    (false, _) => Standing::Outdated,
                }
            }
            _ => Standing::Waiting,
        }
    }

    /// What it is called: by the reader, else by its title, else by its file.
    pub fn title(&self) -> &str {
        let title = self.digest.as_ref().and_then(|digest| digest.title.as_deref());
        match title {
            Some(title) if !self.entry.named => title,
            _ => &self.entry.name,
        }
    }

    /// The day it belongs to: the reader's, else the text's own.
    pub fn day(&self) -> Option<&str> {
        self.entry.date.as_deref().or_else(|| self.digest.as_ref()?.published.as_deref())
    }
}

/// A name without line breaks and of bounded length; `None` where nothing is left.
pub fn clean_name(name: &str) -> Option<String> {
    let name = one_line(name);
    let name: String = name.trim().chars().take(NAME).collect();
    (!name.is_empty()).then_some(name)
}

/// Tags as the reader typed them, parted by commas, semicolons or blanks: each once, bounded in length and number.
pub fn parse_tags(typed: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let parts = typed.split(|char: char| char.is_whitespace() || char.is_control() || ",，;；、#".contains(char));
    for part in parts.filter(|part| !part.is_empty()) {
        let tag: String = part.chars().take(TAG).collect();
        if !tags.contains(&tag) && tags.len() < TAGS {
            tags.push(tag);
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(stamp: &str, analyzer: &str, failure: Option<&str>) -> Item {
        let entry = Entry { stamp: "b".into(), name: "甲".into(), ..Entry::default() };
        let failure = failure.map(str::to_owned);
        let digest = Digest { stamp: stamp.into(), analyzer: analyzer.into(), failure, ..Digest::default() };
        Item { entry, digest: Some(digest) }
    }

    #[test]
    fn a_result_stands_for_its_text_and_its_analyzer() {
        assert_eq!(item("b", "2", None).standing("2"), Standing::Current);
        assert_eq!(item("b", "1", None).standing("2"), Standing::Outdated);
        assert_eq!(item("b", "2", Some("…")).standing("2"), Standing::Failed);
        assert_eq!(item("a", "2", None).standing("2"), Standing::Waiting);
        let mut dated = item("b", "2", None);
        dated.entry.date = Some("2025-01-01".into());
        assert_eq!(dated.standing("2"), Standing::Waiting);
        assert_eq!(Item::default().standing("2"), Standing::Waiting);
    }

    #[test]
    fn the_readers_name_wins_over_the_title() {
        let mut item = item("b", "2", None);
        assert_eq!(item.title(), "甲");
        item.digest.as_mut().unwrap().title = Some("题".into());
        assert_eq!(item.title(), "题");
        item.entry.named = true;
        assert_eq!(item.title(), "甲");
    }

    #[test]
    fn names_and_tags_are_bounded() {
        assert_eq!(clean_name(" 一\n二 "), Some("一 二".into()));
        assert_eq!(clean_name("\u{0} \n"), None);
        assert_eq!(clean_name(&"长".repeat(999)).unwrap().chars().count(), NAME);
        assert_eq!(parse_tags("年报，2024 年报;#规划、"), ["年报", "2024", "规划"]);
        let many: String = (0..99).map(|at| format!("{at} ")).collect();
        assert_eq!(parse_tags(&many).len(), TAGS);
    }

    #[test]
    fn records_of_other_versions_are_read() {
        let entry: Entry = serde_json::from_str(r#"{"key":"k","later":[1],"origin":"file"}"#).unwrap();
        assert_eq!((entry.key.as_str(), entry.origin), ("k", Origin::File));
    }
}
