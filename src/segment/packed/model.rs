//! What is written of a word, and in which context: how many characters of the word before it gives up and how many it
//! adds, its part of speech, the characters it adds, its frequency.

use super::coder::{Coder, Context, SYMBOLS};
use super::numbers::Numbers;

/// One entry: characters and tag as numbers of their lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The characters of the word.
    pub word: Vec<u16>,
    /// How many of them the word before begins with too.
    pub shared: usize,
    /// Its tag.
    pub tag: u8,
    /// Its frequency.
    pub frequency: u32,
}

/// There are at most so many characters: their numbers are written as three symbols.
pub const CHARACTERS: usize = SYMBOLS * SYMBOLS * SYMBOLS;
/// There are at most so many tags.
pub const TAGS: usize = 64;
/// No word is longer.
pub const LONGEST: usize = 64;

/// The frequency of nearly half the words of jieba's dictionary.
const COMMONEST: u32 = 3;

/// How many sorts of words are told apart when characters are written.
const CLASSES: usize = 12;

/// One symbol says both how many characters are given up and how many are added, as far as they are fewer than these.
const GIVEN_UP: usize = 6;
const ADDED: usize = 4;

/// The contexts of the three symbols of a character in one surrounding.
struct Digits {
    first: Context,
    second: [Context; SYMBOLS],
    third: [Context; SYMBOLS * SYMBOLS],
}

impl Default for Digits {
    fn default() -> Self {
        let some = Context::default();
        Self { first: some, second: [some; SYMBOLS], third: [some; SYMBOLS * SYMBOLS] }
    }
}

/// The contexts and what the last words were.
pub struct Model {
    change: Vec<Context>,
    more: [Context; 2],
    tag: Vec<Context>,
    /// Of a character that comes after one that is known to come before it, as long as their symbols are the same.
    tied: Vec<Digits>,
    free: Vec<Digits>,
    magnitude: Vec<Context>,
    digits: Numbers,
    before: Entry,
    /// How many characters the word before added.
    added_before: usize,
}

impl Default for Model {
    /// A model that has seen nothing.
    fn default() -> Self {
        let some = |count| vec![Context::default(); count];
        let digits = || (0..9 * CLASSES).map(|_| Digits::default()).collect();
        Self {
            change: some(8 * 4 * TAGS),
            more: [Context::default(); 2],
            tag: some(8 * 4 * TAGS),
            tied: digits(),
            free: digits(),
            magnitude: some(8 * TAGS),
            digits: Numbers::new(8 * CLASSES),
            before: Entry::default(),
            added_before: 0,
        }
    }
}

impl Model {
    /// Writes `wanted`, or reads an entry; it is in `self.before` afterwards.
    ///
    /// A call of its own, as [`Coder::symbol`] and the steps below are: a browser takes its faster code of a function at the
    /// next call, and a loop that is entered once would run to its end in the slow one. Small functions get theirs sooner.
    #[inline(never)]
    pub fn entry(&mut self, coder: &mut impl Coder, wanted: Option<&Entry>) -> &Entry {
        let (shared, added) = self.change(coder, wanted);
        let length = shared + added;
        let tag = self.tag(coder, length, added, wanted.map(|entry| entry.tag));
        let sibling = self.before.word.get(shared).copied();
        self.before.word.truncate(shared);
        for at in shared..length {
            let wanted = wanted.map_or(0, |entry| entry.word[at]);
            let surrounding = (at.min(2) * 3 + (length - 1 - at).min(2)) * CLASSES + class(tag);
            let character = match sibling.filter(|_| at == shared) {
                Some(sibling) => self.character_behind(coder, surrounding, sibling, wanted),
                None => self.character(coder, surrounding, wanted),
            };
            self.before.word.push(character);
        }
        self.before.frequency = self.frequency(coder, length, tag, wanted.map(|entry| entry.frequency));
        (self.before.shared, self.before.tag) = (shared, tag);
        self.added_before = added;
        &self.before
    }

    /// How many characters the word shares with the one before, and how many it adds.
    #[inline(never)]
    fn change(&mut self, coder: &mut impl Coder, wanted: Option<&Entry>) -> (usize, usize) {
        let length = self.before.word.len();
        let (given_up, added) =
            wanted.map_or((0, 0), |entry| (length - entry.shared, entry.word.len() - entry.shared - 1));
        let context = (length.min(7) * 4 + self.added_before.min(3)) * TAGS + usize::from(self.before.tag);
        let change = given_up.min(GIVEN_UP - 1) * ADDED + added.min(ADDED - 1);
        let change = coder.symbol(&mut self.change[context], change);
        let mut open = |known: usize, last: usize, more: &mut Context, wanted: usize| match known == last {
            true => last + coder.number(more, wanted.saturating_sub(last)),
            false => known,
        };
        let [up, down] = &mut self.more;
        let given_up = open(change / ADDED, GIVEN_UP - 1, up, given_up).min(length);
        let shared = length - given_up;
        let added = open(change % ADDED, ADDED - 1, down, added) + 1;
        (shared, added.min(LONGEST.saturating_sub(shared)).max(1))
    }

    /// The tag: frequent ones come first in their list.
    #[inline(never)]
    fn tag(&mut self, coder: &mut impl Coder, length: usize, added: usize, wanted: Option<u8>) -> u8 {
        let context = (length.min(7) * 4 + added.min(3)) * TAGS + usize::from(self.before.tag);
        coder.number(&mut self.tag[context], wanted.unwrap_or_default().into()).min(TAGS - 1) as u8
    }

    /// A character.
    #[inline(never)]
    fn character(&mut self, coder: &mut impl Coder, surrounding: usize, wanted: u16) -> u16 {
        let digits = &mut self.free[surrounding];
        let [first, second, third] = symbols(wanted);
        let first = coder.symbol(&mut digits.first, first);
        let second = coder.symbol(&mut digits.second[first], second);
        number([first, second, coder.symbol(&mut digits.third[first * SYMBOLS + second], third)])
    }

    /// A character that comes after `sibling`, which stood there before: symbols that leave no choice cost nothing.
    #[inline(never)]
    fn character_behind(&mut self, coder: &mut impl Coder, surrounding: usize, sibling: u16, wanted: u16) -> u16 {
        let (tied, free) = (&mut self.tied[surrounding], &mut self.free[surrounding]);
        let least = symbols(sibling);
        let [first, second, third] = symbols(wanted);
        let first = coder.symbol_from(&mut tied.first, least[0], first);
        if first != least[0] {
            let second = coder.symbol(&mut free.second[first], second);
            return number([first, second, coder.symbol(&mut free.third[first * SYMBOLS + second], third)]);
        }
        let second = coder.symbol_from(&mut tied.second[first], least[1], second);
        let at = first * SYMBOLS + second;
        number([
            first,
            second,
            match second == least[1] {
                true => coder.symbol_from(&mut tied.third[at], least[2] + 1, third),
                false => coder.symbol(&mut free.third[at], third),
            },
        ])
    }

    /// The frequency: whether it is the commonest one, else its size and its digits.
    #[inline(never)]
    fn frequency(&mut self, coder: &mut impl Coder, length: usize, tag: u8, wanted: Option<u32>) -> u32 {
        let wanted = wanted.unwrap_or(COMMONEST);
        let size = if wanted == COMMONEST { 0 } else { 1 + (wanted + 1).ilog2() as usize };
        match coder.number(&mut self.magnitude[length.min(7) * TAGS + usize::from(tag)], size) {
            0 => COMMONEST,
            size => {
                self.digits.bits(coder, length.min(7) * CLASSES + class(tag), (size - 1).min(31) as u32, wanted + 1) - 1
            }
        }
    }
}

fn class(tag: u8) -> usize {
    usize::from(tag).min(CLASSES - 1)
}

/// A character's number as three symbols, the highest first.
fn symbols(number: u16) -> [usize; 3] {
    let number = usize::from(number);
    [number / (SYMBOLS * SYMBOLS) % SYMBOLS, number / SYMBOLS % SYMBOLS, number % SYMBOLS]
}

fn number([first, second, third]: [usize; 3]) -> u16 {
    ((first * SYMBOLS + second) * SYMBOLS + third) as u16
}
