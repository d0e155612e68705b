//! The dictionary: words with their weight and part of speech, ready to be looked up.

use super::hmm::Hmm;
#[cfg(not(target_arch = "wasm32"))]
use super::packed;
use super::packed::Packed;
use super::trie::Trie;
use super::{DictionaryError, Tag};
use rustc_hash::FxHashMap as HashMap;
use std::sync::OnceLock;

/// The number of a character that stands in no word.
pub const UNKNOWN: u16 = u16::MAX;

/// Words, and the model for those that are missing.
#[derive(Debug)]
pub struct Dictionary {
    words: Words,
    characters: Characters,
    /// Logarithm of the probability of each frequency that occurs.
    weights: Vec<f64>,
    tags: Vec<Tag>,
    /// Logarithm of the probability of a word that was met once.
    pub once: f64,
    /// The hidden Markov model.
    pub hmm: Hmm,
}

/// A word that was found: an index of the weights and one of the tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word(u32);

impl Word {
    /// No word.
    pub const NONE: Self = Self(0);

    fn new(weight: u32, tag: u8) -> Self {
        Self((weight << 8 | u32::from(tag)) + 1)
    }

    /// The index of its weight and that of its tag.
    #[inline]
    fn parts(self) -> (usize, usize) {
        (((self.0 - 1) >> 8) as usize, ((self.0 - 1) & 0xFF) as usize)
    }

    /// The word, if it is one.
    pub fn known(self) -> Option<Self> {
        (self.0 != 0).then_some(self)
    }
}

impl Dictionary {
    /// Opens the packed form of [`packed`]; its words are unpacked as they are needed.
    pub fn unpack(bytes: &[u8]) -> Result<Self, DictionaryError> {
        let mut packed = Packed::open(bytes).map_err(|error| DictionaryError(error.to_string()))?;
        let total = (packed.total as f64).ln();
        // the pieces are read without them
        let emissions = std::mem::take(&mut packed.emissions);
        Ok(Self {
            characters: Characters::new(&packed.characters),
            weights: weights(&packed.frequencies, total),
            tags: packed.tags.iter().map(|tag| Tag::new(tag)).collect(),
            once: 0.0 - total,
            hmm: Hmm::new(&emissions),
            words: Words::packed(packed),
        })
    }

    /// Reads jieba's own form, a word, its frequency and its tag a line, sorted; and the list of emissions.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read(plain: &str, emissions: &str) -> Result<Self, DictionaryError> {
        let broken = |error: packed::Error| DictionaryError(error.to_string());
        let mut used: Vec<bool> = Vec::new();
        for char in plain.chars().map(|char| char as usize) {
            if used.len() <= char {
                used.resize(char + 1, false);
            }
            used[char] = true;
        }
        let used: Vec<char> =
            (0..).zip(used).filter(|(_, used)| *used).filter_map(|(at, _)| char::from_u32(at)).collect();
        let characters = Characters::new(&used);
        let (mut tags, mut frequencies): (Vec<&str>, Vec<u32>) = (Vec::new(), Vec::new());
        let (mut numbers, mut total) = (HashMap::default(), 0);
        let mut tries: Vec<Trie> = std::iter::repeat_with(Trie::default).take(used.len() / ROOTS + 1).collect();
        let (mut before, mut word) = (Vec::new(), Vec::new());
        for line in plain.lines() {
            let (given, frequency, tag) = packed::plain::line(line).map_err(broken)?;
            word.clear();
            word.extend(given.chars().map(|char| characters.number(char)));
            if before >= word {
                return Err(DictionaryError(format!("not sorted: {line}")));
            }
            let tag = tags.iter().position(|known| *known == tag).unwrap_or_else(|| {
                tags.push(tag);
                tags.len() - 1
            });
            let number = *numbers.entry(frequency).or_insert_with(|| {
                frequencies.push(frequency);
                frequencies.len() as u32 - 1
            });
            total += u64::from(frequency);
            let shared = before.iter().zip(&word).take_while(|(a, b)| a == b).count();
            tries[usize::from(word[0]) / ROOTS].push(&word, shared, Word::new(number, tag as u8).0);
            std::mem::swap(&mut before, &mut word);
        }
        let emissions = packed::emission::parse(emissions).map_err(broken)?;
        let total = (total as f64).ln();
        Ok(Self {
            characters,
            weights: weights(&frequencies, total),
            tags: tags.iter().map(|tag| Tag::new(tag)).collect(),
            once: 0.0 - total,
            hmm: Hmm::new(&emissions),
            words: Words::whole(tries),
        })
    }

    /// Unpacks words that nobody has asked for yet, some hundreds; returns whether there were any.
    pub fn unpack_more(&self) -> bool {
        self.words.unpack_more()
    }

    /// The number of a character, [`UNKNOWN`] where no word has it.
    #[inline]
    pub fn number(&self, char: char) -> u16 {
        self.characters.number(char)
    }

    /// Calls `each` with the length and the word of every word that `characters` begins with, shortest first.
    #[inline]
    pub fn prefixes(&self, characters: &[u16], mut each: impl FnMut(usize, Word)) {
        if let Some(&first) = characters.first() {
            self.words.trie(first).prefixes(characters, |length, value| each(length, Word(value)));
        }
    }

    /// The word that `characters` are.
    pub fn get(&self, characters: &[u16]) -> Word {
        let mut found = Word::NONE;
        self.prefixes(characters, |length, word| {
            if length == characters.len() {
                found = word;
            }
        });
        found
    }

    /// Logarithm of the probability of `word`.
    #[inline]
    pub fn weight(&self, word: Word) -> f64 {
        self.weights[word.parts().0]
    }

    /// The part of speech of `word`.
    #[inline]
    pub fn tag(&self, word: Word) -> Tag {
        self.tags[word.parts().1]
    }
}

/// Logarithms of the probabilities of words that are met so often.
fn weights(frequencies: &[u32], total: f64) -> Vec<f64> {
    frequencies.iter().map(|&frequency| f64::from(frequency).ln() - total).collect()
}

/// So many first characters have a tree of their own where nothing is packed.
#[cfg(not(target_arch = "wasm32"))]
const ROOTS: usize = 64;

/// The words, in trees by their first character.
#[derive(Debug)]
struct Words {
    /// The number of the tree of each character.
    trees: Vec<u16>,
    unpacked: Vec<OnceLock<Trie>>,
    packed: Option<Packed>,
}

impl Words {
    /// Words of which none is unpacked yet.
    fn packed(packed: Packed) -> Self {
        let firsts: Vec<u16> = packed.pieces().collect();
        let tree = |character| firsts.partition_point(|&first| first <= character).saturating_sub(1) as u16;
        let trees = (0..packed.characters.len() as u16).map(tree).collect();
        Self { trees, unpacked: firsts.iter().map(|_| OnceLock::new()).collect(), packed: Some(packed) }
    }

    /// All words, in trees of [`ROOTS`] characters.
    #[cfg(not(target_arch = "wasm32"))]
    fn whole(tries: Vec<Trie>) -> Self {
        let trees = (0..tries.len() * ROOTS).map(|character| (character / ROOTS) as u16).collect();
        let finished = |mut trie: Trie| {
            trie.finish();
            OnceLock::from(trie)
        };
        Self { trees, unpacked: tries.into_iter().map(finished).collect(), packed: None }
    }

    /// The tree with the words that begin with `first`.
    #[inline]
    fn trie(&self, first: u16) -> &Trie {
        static NONE: Trie = Trie::EMPTY;
        let tree = self.trees.get(usize::from(first)).map(|&tree| usize::from(tree));
        let slot = tree.and_then(|tree| self.unpacked.get(tree).map(|slot| (tree, slot)));
        slot.map_or(&NONE, |(tree, slot)| slot.get_or_init(|| self.unpack(tree)))
    }

    #[cold]
    fn unpack(&self, tree: usize) -> Trie {
        let mut trie = Trie::default();
        if let Some(packed) = &self.packed {
            packed.read(tree, |entry| trie.push(&entry.word, entry.shared, Word::new(entry.frequency, entry.tag).0));
        }
        trie.finish();
        trie
    }

    fn unpack_more(&self) -> bool {
        let next = self.unpacked.iter().position(|slot| slot.get().is_none());
        if let Some(tree) = next {
            self.unpacked[tree].get_or_init(|| self.unpack(tree));
        }
        next.is_some()
    }
}

/// The numbers of characters.
#[derive(Debug)]
struct Characters {
    /// By code point, of the basic plane.
    basic: Vec<u16>,
    others: HashMap<char, u16>,
}

impl Characters {
    fn new(in_order: &[char]) -> Self {
        let mut basic = vec![UNKNOWN; 0x1_0000];
        let mut others = HashMap::default();
        for (number, &char) in (0..UNKNOWN).zip(in_order) {
            match basic.get_mut(char as usize) {
                Some(slot) => *slot = number,
                None => _ = others.insert(char, number),
            }
        }
        Self { basic, others }
    }

    #[inline]
    fn number(&self, char: char) -> u16 {
        match self.basic.get(char as usize) {
            Some(&number) => number,
            None => self.others.get(&char).copied().unwrap_or(UNKNOWN),
        }
    }
}
