//! What is written of a word, and from which table: how many characters of the word before it gives up and how many it
//! adds, its part of speech, the characters it adds, its frequency.

use super::shares::Pass;

/// One entry: characters, tag and frequency as numbers of their lists.
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

/// There are at most so many tags.
pub const TAGS: usize = 64;
/// No word is longer.
pub const LONGEST: usize = 64;

/// How many sorts of words are told apart: by their tag, the frequent ones come first in their list.
pub const CLASSES: usize = 16;
/// How many lengths of words are told apart, and how many numbers of characters that a word added.
const LENGTHS: usize = 6;
const ADDITIONS: usize = 3;
/// Where a character stands that is not a word's first: second or later; the last, the one before, earlier.
pub const PLACES: usize = 2 * ENDS;
const ENDS: usize = 3;

/// One symbol says both how many characters are given up and how many are added, as far as they are fewer than these.
const GIVEN_UP: u16 = 6;
const ADDED: u16 = 4;

/// A frequency's number has fewer bits than this; so many of them, behind the first, are told from a table.
const BITS: usize = 32;
const TOLD: u32 = 4;

/// Tables of one kind.
pub struct Kind {
    /// The number of the first.
    pub first: usize,
    /// How many there are.
    pub tables: usize,
    /// How many symbols they may have.
    pub symbols: usize,
}

impl Kind {
    const fn behind(before: &Self, tables: usize, symbols: usize) -> Self {
        Self { first: before.first + before.tables, tables, symbols }
    }
}

const WORDS: usize = LENGTHS * ADDITIONS * CLASSES;
const CHANGE: Kind = Kind { first: 0, tables: WORDS, symbols: (GIVEN_UP * ADDED) as usize };
const MORE: Kind = Kind::behind(&CHANGE, 3, MOST as usize + 1);
const TAG: Kind = Kind::behind(&MORE, WORDS, TAGS);
const SIZE: Kind = Kind::behind(&TAG, LENGTHS * CLASSES, BITS + 1);
const FIRST_BITS: Kind = Kind::behind(&SIZE, BITS, 1 << TOLD);
/// The kinds of tables but the one for [`CHARACTER`].
pub const KINDS: [Kind; 5] = [CHANGE, MORE, TAG, SIZE, FIRST_BITS];
/// Characters: by where they stand, then by the sort of the word.
pub const CHARACTER: Kind = Kind::behind(&FIRST_BITS, PLACES * CLASSES, 1 << u16::BITS);
/// How many tables there are.
pub const TABLES: usize = CHARACTER.first + CHARACTER.tables;

/// Larger numbers are told in several symbols.
const MOST: u16 = 15;

/// What the last words of a piece were.
pub struct Model<'a> {
    /// The frequency that words of one character usually have, by the character.
    alone: &'a [u32],
    /// The frequency that other words usually have.
    usual: u32,
    before: Entry,
    /// How many characters the word before added.
    added: usize,
    /// The first character of the next word that begins anew is this one or a later one.
    next: u16,
}

impl<'a> Model<'a> {
    /// A model at the begin of a piece, whose first word begins with the character `next` or a later one.
    pub fn new(alone: &'a [u32], usual: u32, next: u16) -> Self {
        Self { alone, usual, before: Entry::default(), added: 0, next }
    }

    /// Passes over `wanted`, or reads an entry.
    ///
    /// A call of its own: a browser takes its faster code of a function at the next call, and a loop that is entered once would
    /// run to its end in the slow one.
    #[inline(never)]
    pub fn entry(&mut self, pass: &mut impl Pass, wanted: Option<&Entry>) -> &Entry {
        let (shared, added) = self.change(pass, wanted);
        let length = shared + added;
        let tag = self.tag(pass, length, added, wanted.map_or(0, |entry| entry.tag));
        let sibling = self.before.word.get(shared).copied();
        self.before.word.truncate(shared);
        for at in shared..length {
            let from = sibling.filter(|_| at == shared).map_or(0, |sibling| sibling.saturating_add(1));
            let wanted = wanted.map_or(0, |entry| entry.word[at]);
            let character = match at {
                0 => self.first(pass, wanted),
                _ => {
                    let place = usize::from(at > 1) * ENDS + (length - 1 - at).min(ENDS - 1);
                    pass.symbol(CHARACTER.first + place * CLASSES + class(tag), from, wanted)
                }
            };
            self.before.word.push(character);
        }
        (self.before.shared, self.before.tag, self.added) = (shared, tag, added);
        self.before.frequency = self.frequency(pass, wanted.map(|entry| entry.frequency));
        &self.before
    }

    /// How many characters the word shares with the one before, and how many it adds.
    fn change(&mut self, pass: &mut impl Pass, wanted: Option<&Entry>) -> (usize, usize) {
        let length = self.before.word.len();
        let (given_up, added) = wanted
            .map_or((0, 0), |entry| ((length - entry.shared) as u16, (entry.word.len() - entry.shared - 1) as u16));
        let table = CHANGE.first + surrounding(length, self.added, self.before.tag);
        let change = pass.symbol(table, 0, given_up.min(GIVEN_UP - 1) * ADDED + added.min(ADDED - 1));
        let mut open = |known: u16, last: u16, table: usize, wanted: u16| match known == last {
            true => last + number(pass, MORE.first + table, wanted.saturating_sub(last)),
            false => known,
        };
        let given_up = usize::from(open(change / ADDED, GIVEN_UP - 1, 0, given_up)).min(length);
        let shared = length - given_up;
        let added = usize::from(open(change % ADDED, ADDED - 1, 1, added)) + 1;
        (shared, added.min(LONGEST.saturating_sub(shared)).max(1))
    }

    fn tag(&self, pass: &mut impl Pass, length: usize, added: usize, wanted: u8) -> u8 {
        pass.symbol(TAG.first + surrounding(length, added, self.before.tag), 0, wanted.into()) as u8
    }

    /// The first character of a word: nearly every one begins a word.
    fn first(&mut self, pass: &mut impl Pass, wanted: u16) -> u16 {
        let character = self.next.saturating_add(number(pass, MORE.first + 2, wanted.saturating_sub(self.next)));
        self.next = character.saturating_add(1);
        character
    }

    /// The frequency: whether it is the usual one, else its size and its bits.
    fn frequency(&self, pass: &mut impl Pass, wanted: Option<u32>) -> u32 {
        let usual = match *self.before.word {
            [character] => self.alone.get(usize::from(character)).copied().unwrap_or(self.usual),
            _ => self.usual,
        };
        let wanted = wanted.unwrap_or(usual);
        let size = if wanted == usual { 0 } else { 1 + (wanted + 1).ilog2() as u16 };
        let table = SIZE.first + self.before.word.len().min(LENGTHS - 1) * CLASSES + class(self.before.tag);
        match pass.symbol(table, 0, size).min(BITS as u16) {
            0 => usual,
            size => bits(pass, u32::from(size) - 1, wanted + 1).saturating_sub(1),
        }
    }
}

/// A number with `size` bits behind its leading one: the first of them from a table, the others as they are.
fn bits(pass: &mut impl Pass, size: u32, wanted: u32) -> u32 {
    let told = size.min(TOLD);
    let rest = size - told;
    let first =
        u32::from(pass.symbol(FIRST_BITS.first + size as usize, 0, (wanted >> rest) as u16 & ((1 << told) - 1)));
    let mut value = 1 << told | first;
    let mut left = rest;
    while left > 0 {
        let count = left.min(u16::BITS);
        left -= count;
        value = value << count | pass.bits(count, wanted >> left & ((1 << count) - 1));
    }
    value
}

/// A number, of which symbols of [`MOST`] say that more follows.
fn number(pass: &mut impl Pass, table: usize, wanted: u16) -> u16 {
    let mut number = 0u16;
    loop {
        let symbol = pass.symbol(table, 0, wanted.saturating_sub(number).min(MOST));
        number = number.saturating_add(symbol);
        if symbol < MOST || number > 1 << 14 {
            return number;
        }
    }
}

fn surrounding(length: usize, added: usize, tag: u8) -> usize {
    (length.min(LENGTHS - 1) * ADDITIONS + added.clamp(1, ADDITIONS) - 1) * CLASSES + class(tag)
}

fn class(tag: u8) -> usize {
    usize::from(tag).min(CLASSES - 1)
}
