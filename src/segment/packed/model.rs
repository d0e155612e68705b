//! What is written of a word, and in which context: how much it shares with the word before, how much it adds,
//! its part of speech, the characters it adds, its frequency.

use super::coder::{Chance, Coder};

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

/// How many bits the number of a character has.
pub const CHARACTER_BITS: u32 = 14;
/// How many bits the number of a tag has.
pub const TAG_BITS: u32 = 6;
/// No word is longer.
pub const LONGEST: usize = 64;

const CHARACTERS: usize = 1 << CHARACTER_BITS;
const TAGS: usize = 1 << TAG_BITS;

/// Four levels of the tree of contexts of a character, together in the processor's cache.
type Block = [Chance; 16];

/// The levels of that tree that share blocks: number of the first block, level of its root, how many levels.
const LEVELS: [(usize, u32, u32); 4] = [(0, 0, 2), (1, 2, 4), (5, 6, 4), (69, 10, 4)];

/// How many blocks the tree has.
const BLOCKS: usize = 69 + 1024;

/// The contexts and what the last words were.
pub struct Model {
    shared: Vec<Chance>,
    added: Vec<Chance>,
    tag: Vec<Chance>,
    tied: Vec<Chance>,
    free: Vec<Block>,
    magnitude: Vec<Chance>,
    digits: Vec<Chance>,
    before: Entry,
    /// How many characters the word before added.
    added_before: usize,
    tag_classes: [u8; TAGS],
}

impl Default for Model {
    /// A model that has seen nothing.
    fn default() -> Self {
        let chances = |count| vec![Chance::default(); count];
        Self {
            shared: chances(8 * 8 * 4 * TAGS),
            added: chances(8 * 8 * 4 * TAGS),
            tag: chances(8 * 4 * TAGS * 2 * TAGS),
            tied: chances(9 * CLASSES * CHARACTERS),
            free: vec![Block::default(); 9 * CLASSES * BLOCKS],
            magnitude: chances(8 * TAGS * 32),
            digits: chances(32 * 8 * 8 * 64),
            before: Entry::default(),
            added_before: 0,
            tag_classes: std::array::from_fn(|tag| tag.min(CLASSES - 1) as u8),
        }
    }
}

impl Model {
    /// Writes `wanted`, or reads an entry; it is in `self.before` afterwards.
    pub fn entry(&mut self, coder: &mut impl Coder, wanted: Option<&Entry>) -> &Entry {
        let shared = self.shared(coder, wanted.map(|entry| entry.shared));
        let added = self.added(coder, shared, wanted.map(|entry| entry.word.len() - entry.shared));
        let length = shared + added;
        let tag = self.tag(coder, length, added, wanted.map(|entry| entry.tag));
        let sibling = self.before.word.get(shared).copied();
        self.before.word.truncate(shared);
        for at in shared..length {
            let wanted = wanted.map(|entry| entry.word[at]);
            let character = self.character(coder, at, length - 1 - at, tag, sibling.filter(|_| at == shared), wanted);
            self.before.word.push(character);
        }
        self.before.frequency = self.frequency(coder, length, tag, wanted.map(|entry| entry.frequency));
        (self.before.shared, self.before.tag) = (shared, tag);
        self.added_before = added;
        &self.before
    }

    /// How many characters the word shares with the one before: one question for each that it gives up.
    fn shared(&mut self, coder: &mut impl Coder, wanted: Option<usize>) -> usize {
        let length = self.before.word.len();
        let mut shared = length;
        while shared > 0 {
            let context = (shared.min(7) * 8 + (length - shared).min(7)) * 4 + self.added_before.min(3);
            let chance = &mut self.shared[context * TAGS + usize::from(self.before.tag)];
            if !coder.bit(chance, wanted.is_some_and(|wanted| wanted < shared)) {
                break;
            }
            shared -= 1;
        }
        shared
    }

    fn added(&mut self, coder: &mut impl Coder, shared: usize, wanted: Option<usize>) -> usize {
        let given_up = (self.before.word.len() - shared).min(3);
        let mut added = 1;
        while shared + added < LONGEST {
            let context = (shared.min(7) * 8 + added.min(7)) * 4 + given_up;
            let chance = &mut self.added[context * TAGS + usize::from(self.before.tag)];
            if !coder.bit(chance, wanted.is_some_and(|wanted| wanted > added)) {
                break;
            }
            added += 1;
        }
        added
    }

    /// The tag: frequent ones come first in their list and take few bits.
    fn tag(&mut self, coder: &mut impl Coder, length: usize, added: usize, wanted: Option<u8>) -> u8 {
        let context = (length.min(7) * 4 + added.min(3)) * TAGS + usize::from(self.before.tag);
        let (sizes, digits) = self.tag[context * 2 * TAGS..][..2 * TAGS].split_at_mut(TAGS);
        let wanted = wanted.map_or(1, |tag| u32::from(tag) + 1);
        let mut bits = 0;
        while bits < TAG_BITS - 1 && coder.bit(&mut sizes[bits as usize], wanted.ilog2() > bits) {
            bits += 1;
        }
        let mut value = 1;
        for bit in (0..bits).rev() {
            let chance = &mut digits[(1 << bits) + value as usize - 1];
            value = value * 2 + u32::from(coder.bit(chance, wanted >> bit & 1 == 1));
        }
        (value - 1) as u8
    }

    /// A character at `at` of a word with `left` more behind it. Words are sorted: it comes after `sibling`, the
    /// character that stood there before, so bits that leave no choice are not written.
    fn character(
        &mut self,
        coder: &mut impl Coder,
        at: usize,
        left: usize,
        tag: u8,
        sibling: Option<u16>,
        wanted: Option<u16>,
    ) -> u16 {
        let context = (at.min(2) * 3 + left.min(2)) * CLASSES + usize::from(self.tag_classes[usize::from(tag)]);
        let wanted = u32::from(wanted.unwrap_or_default());
        let (mut known, mut prefix) = (0, 0);
        if let Some(sibling) = sibling.map(u32::from) {
            let tied = &mut self.tied[context * CHARACTERS..][..CHARACTERS];
            while known < CHARACTER_BITS {
                known += 1;
                let at = CHARACTER_BITS - known;
                let least = sibling >> at & 1;
                let node = (1 << (known - 1) | prefix) as usize;
                let bit = least | u32::from(least == 0 && coder.bit(&mut tied[node], wanted >> at & 1 == 1));
                prefix = prefix << 1 | bit;
                if bit != least {
                    break;
                }
            }
        }
        let blocks = &mut self.free[context * BLOCKS..][..BLOCKS];
        for (first, start, bits) in LEVELS {
            if known >= start + bits {
                continue;
            }
            let inside = known - start;
            let block = &mut blocks[first + (prefix >> inside) as usize];
            let mut node = 1 << inside | prefix & ((1 << inside) - 1);
            for at in (CHARACTER_BITS - start - bits..CHARACTER_BITS - known).rev() {
                let bit = coder.bit(&mut block[(node & 15) as usize], wanted >> at & 1 == 1);
                node = node << 1 | u32::from(bit);
            }
            prefix = (prefix >> inside) << bits | node & ((1 << bits) - 1);
            known = start + bits;
        }
        prefix as u16
    }

    /// Whether the frequency is the commonest one; else its number of bits, its first three digits in context,
    /// the others as they come.
    fn frequency(&mut self, coder: &mut impl Coder, length: usize, tag: u8, wanted: Option<u32>) -> u32 {
        let context = length.min(7) * TAGS + usize::from(tag);
        let chances = &mut self.magnitude[context * 32..][..32];
        if coder.bit(&mut chances[31], wanted == Some(COMMONEST)) {
            return COMMONEST;
        }
        let wanted = wanted.unwrap_or_default() + 1;
        let mut bits = 0;
        while bits < 30 && coder.bit(&mut chances[bits as usize], wanted.ilog2() > bits) {
            bits += 1;
        }
        let context = (bits as usize * 8 + length.min(7)) * 8 + usize::from(self.tag_classes[usize::from(tag)]).min(7);
        let mut value = 1;
        for bit in (0..bits).rev() {
            let known = bits - 1 - bit;
            let place = if known < 3 { value as usize } else { 8 + known as usize };
            let yes = coder.bit(&mut self.digits[context * 64 + place], wanted >> bit & 1 == 1);
            value = value * 2 + u32::from(yes);
        }
        value - 1
    }
}

/// The frequency of nearly half the words of jieba's dictionary.
const COMMONEST: u32 = 3;

/// How many sorts of words are told apart when characters are written.
const CLASSES: usize = 8;
