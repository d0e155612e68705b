//! The dictionary: words with their weight and part of speech, ready to be looked up.

use super::hmm::Hmm;
use super::opened::{Reader, Writer, broken};
use super::packed::{self, Emission, Packed};
use super::trie::Trie;
use super::{DictionaryError, Tag};
use rustc_hash::FxHashMap as HashMap;

/// The number of a character that stands in no word.
pub const UNKNOWN: u16 = u16::MAX;

/// Words, and the model for those that are missing.
#[derive(Debug)]
pub struct Dictionary {
    trie: Trie,
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

    /// The word, if it is one.
    pub fn known(self) -> Option<Self> {
        (self.0 != 0).then_some(self)
    }
}

impl Dictionary {
    /// Opens the packed form of [`packed`].
    pub fn unpack(bytes: &[u8]) -> Result<Self, DictionaryError> {
        let broken = |error: packed::Error| DictionaryError(error.to_string());
        let packed = Packed::open(bytes).map_err(broken)?;
        let characters = Characters::new(&packed.characters);
        let tags = packed.tags.iter().map(|tag| Tag::new(tag)).collect();
        let mut words = Words::default();
        let emissions = packed.read(|entry| words.push(&entry.word, entry.shared, entry.frequency, entry.tag));
        Ok(words.finish(characters, tags, &emissions.map_err(broken)?))
    }

    /// Writes the [opened](super::opened) form.
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.list(&self.characters.in_order());
        writer.list(&self.tags.iter().map(|tag| tag.0).collect::<Vec<_>>());
        writer.list(&self.weights);
        writer.list(&[self.once]);
        self.trie.write(&mut writer);
        self.hmm.write(&mut writer);
        writer.finish()
    }

    /// Reads the opened form.
    pub fn reopen(bytes: &[u8]) -> Result<Self, DictionaryError> {
        let mut reader = Reader::open(bytes)?;
        let characters: Option<Vec<char>> = reader.list()?.into_iter().map(char::from_u32).collect();
        let characters = Characters::new(&characters.ok_or_else(broken)?);
        let tags: Vec<Tag> = reader.list()?.into_iter().map(Tag).collect();
        let (weights, once) = (reader.list::<f64>()?, reader.item()?);
        let known = |value: u32| {
            let (weight, tag) = parts(value);
            weight < weights.len() && tag < tags.len()
        };
        let trie = Trie::read(&mut reader, known)?;
        Ok(Self { trie, characters, weights, tags, once, hmm: Hmm::read(&mut reader)? })
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
        let mut tags: Vec<&str> = Vec::new();
        let mut words = Words::default();
        let (mut before, mut word) = (Vec::new(), Vec::new());
        for line in plain.lines() {
            let (given, frequency, tag) = packed::line(line).map_err(broken)?;
            word.clear();
            word.extend(given.chars().map(|char| characters.number(char)));
            if before >= word {
                return Err(DictionaryError(format!("not sorted: {line}")));
            }
            let shared = before.iter().zip(&word).take_while(|(a, b)| a == b).count();
            let number = tags.iter().position(|known| *known == tag).unwrap_or_else(|| {
                tags.push(tag);
                tags.len() - 1
            });
            words.push(&word, shared, frequency, number as u8);
            std::mem::swap(&mut before, &mut word);
        }
        let emissions = packed::emission::parse(emissions).map_err(broken)?;
        Ok(words.finish(characters, tags.iter().map(|tag| Tag::new(tag)).collect(), &emissions))
    }

    /// The number of a character, [`UNKNOWN`] where no word has it.
    #[inline]
    pub fn number(&self, char: char) -> u16 {
        self.characters.number(char)
    }

    /// Calls `each` with the length and the word of every word that `characters` begins with, shortest first.
    #[inline]
    pub fn prefixes(&self, characters: &[u16], mut each: impl FnMut(usize, Word)) {
        self.trie.prefixes(characters, |length, value| each(length, Word(value)));
    }

    /// The word that `characters` are.
    pub fn get(&self, characters: &[u16]) -> Word {
        Word(self.trie.get(characters))
    }

    /// Logarithm of the probability of `word`.
    #[inline]
    pub fn weight(&self, word: Word) -> f64 {
        self.weights[parts(word.0).0]
    }

    /// The part of speech of `word`.
    #[inline]
    pub fn tag(&self, word: Word) -> Tag {
        self.tags[parts(word.0).1]
    }
}

/// The index of the weight and that of the tag in a word's value.
#[inline]
fn parts(value: u32) -> (usize, usize) {
    (((value - 1) >> 8) as usize, ((value - 1) & 0xFF) as usize)
}

/// A dictionary in the making.
#[derive(Default)]
struct Words {
    trie: Trie,
    frequencies: Vec<u32>,
    numbers: HashMap<u32, u32>,
    /// The number of each small frequency, plus one: nearly all of them.
    small: Vec<u32>,
    total: u64,
}

impl Words {
    /// A call of its own, as those that read a word are.
    #[inline(never)]
    fn push(&mut self, word: &[u16], shared: usize, frequency: u32, tag: u8) {
        self.total += u64::from(frequency);
        let number = self.number(frequency);
        self.trie.push(word, shared, (number << 8 | u32::from(tag)) + 1);
    }

    fn number(&mut self, frequency: u32) -> u32 {
        const SMALL: u32 = 1 << 12;
        if self.small.is_empty() {
            self.small.resize(SMALL as usize, 0);
        }
        let next = self.frequencies.len() as u32;
        let number = match self.small.get_mut(frequency as usize) {
            Some(number) => {
                if *number == 0 {
                    *number = next + 1;
                }
                *number - 1
            }
            None => *self.numbers.entry(frequency).or_insert(next),
        };
        if number == next {
            self.frequencies.push(frequency);
        }
        number
    }

    fn finish(mut self, characters: Characters, tags: Vec<Tag>, emissions: &[Emission]) -> Dictionary {
        self.trie.finish();
        let total = (self.total as f64).ln();
        let weights = self.frequencies.iter().map(|&frequency| f64::from(frequency).ln() - total).collect();
        Dictionary { trie: self.trie, characters, weights, tags, once: 0.0 - total, hmm: Hmm::new(emissions) }
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

    /// The characters in the order of their numbers, as code points.
    fn in_order(&self) -> Vec<u32> {
        let basic =
            (0..).zip(&self.basic).filter(|(_, number)| **number != UNKNOWN).map(|(code, number)| (*number, code));
        let others = self.others.iter().map(|(char, number)| (*number, u32::from(*char)));
        let mut numbered: Vec<(u16, u32)> = basic.chain(others).collect();
        numbered.sort_unstable();
        numbered.into_iter().map(|(_, code)| code).collect()
    }

    #[inline]
    fn number(&self, char: char) -> u16 {
        match self.basic.get(char as usize) {
            Some(&number) => number,
            None => self.others.get(&char).copied().unwrap_or(UNKNOWN),
        }
    }
}
