//! Segmentation as jieba-rs does it: tokens with a part of speech that join back to the text.
//!
//! jieba-rs reads its dictionary line by line into a hash table, which takes most of a page's start, and carries its
//! model for unknown words as half a megabyte of numbers. Here the dictionary comes [packed] and
//! is opened into sorted arrays ([`trie`]); cutting ([`cut`], [`hmm`]) follows jieba-rs step by step, and
//! `tests/segment.rs` holds every token and tag against jieba-rs itself.

mod again;
mod cut;
mod dictionary;
mod hmm;
pub mod packed;
mod tokens;
mod trie;

use crate::analysis::Span;
use crate::text::Text;
use again::Last;
use dictionary::Dictionary;
use std::ops::Deref;
use std::sync::Mutex;
pub use tokens::Tokens;

/// jieba's dictionary; MIT licence, from the crate jieba-rs 0.11.0. One entry a line: word, frequency, part of speech.
/// Words of official prose that it lacks were put among them: 经开区, 综保区, 边看边, 边走边.
#[cfg(not(target_arch = "wasm32"))]
const DICTIONARY: &str = include_str!("dictionary.txt");

/// The counts of its model for unknown words.
#[cfg(not(target_arch = "wasm32"))]
const EMISSIONS: &str = include_str!("hmm.tsv");

/// A dictionary that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryError(String);

impl std::fmt::Display for DictionaryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the segmentation dictionary cannot be read: {}", self.0)
    }
}

impl std::error::Error for DictionaryError {}

/// jieba's part-of-speech tag (ICTCLAS set: n, v, a, m, nr, ns, nt …); x for what no list knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(u8);

impl Tag {
    /// The tags of jieba's dictionary, and those of words that it lacks; sorted.
    const ALL: [&str; 56] = [
        "a", "ad", "ag", "an", "b", "c", "d", "df", "dg", "e", "eng", "f", "g", "h", "i", "j", "k", "l", "m", "mg",
        "mq", "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nz", "o", "p", "q", "r", "rg", "rr", "rz", "s", "t", "tg",
        "u", "ud", "ug", "uj", "ul", "uv", "uz", "v", "vd", "vg", "vi", "vn", "vq", "x", "y", "z", "zg",
    ];

    const UNKNOWN: Self = Self(52);
    const NUMBER: Self = Self(18);
    const LETTERS: Self = Self(10);

    /// The tag `name`; x where it is none of jieba's.
    pub fn new(name: &str) -> Self {
        let known = (0..).zip(Self::ALL).find(|(_, known)| *known == name);
        known.map_or(Self::UNKNOWN, |(number, _)| Self(number))
    }

    fn name(self) -> &'static str {
        Self::ALL.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl Deref for Tag {
    type Target = str;

    fn deref(&self) -> &str {
        self.name()
    }
}

impl AsRef<str> for Tag {
    fn as_ref(&self) -> &str {
        self.name()
    }
}

/// A stretch of the text with its part of speech. Tokens follow each other without gap or overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Code points.
    pub span: Span,
    /// Its part of speech.
    pub tag: Tag,
}

/// The dictionary, ready to cut texts.
pub struct Segmenter {
    dictionary: Dictionary,
    /// What was cut last; a thread that finds it in use by another one does without it.
    last: Mutex<Last>,
}

impl Segmenter {
    /// The segmenter with the dictionary that the native build carries.
    ///
    /// # Panics
    /// Where the build's own dictionary is broken, which the tests rule out.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn bundled() -> Self {
        let dictionary = Dictionary::read(DICTIONARY, EMISSIONS).expect("the build's own dictionary is sound");
        Self { dictionary, last: Mutex::default() }
    }

    /// Builds the segmenter from a dictionary that is [packed]. Its words are unpacked as texts need them.
    ///
    /// # Errors
    /// [`DictionaryError`] says what is wrong with it.
    pub fn with_dictionary(bytes: &[u8]) -> Result<Self, DictionaryError> {
        Ok(Self { dictionary: Dictionary::unpack(bytes)?, last: Mutex::default() })
    }

    /// Unpacks some hundreds of words that no text has needed yet; returns whether there were any.
    pub fn unpack_more(&self) -> bool {
        self.dictionary.unpack_more()
    }

    /// Cuts `text` into tokens; of a text that was cut before and edited since, only the lines that changed.
    pub fn segment(&self, text: &Text) -> Tokens {
        let cut = |chars: &[char]| cut::Cutter::cut(&self.dictionary, chars);
        Tokens::new(match self.last.try_lock() {
            Ok(mut last) => last.cut(text.chars(), cut),
            Err(_) => cut(text.chars()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_apart_by_their_place_in_the_list() {
        assert!(Tag::ALL.is_sorted());
        assert!(Tag::ALL.into_iter().all(|name| &*Tag::new(name) == name));
        let own = [Tag::UNKNOWN, Tag::NUMBER, Tag::LETTERS].map(|tag| tag.name());
        assert_eq!(own, ["x", "m", "eng"]);
        assert_eq!(Tag::new("?"), Tag::UNKNOWN);
    }
}
