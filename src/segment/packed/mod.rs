//! The packed form of what segmentation needs: the dictionary (word, frequency, part of speech a line) and the
//! counts of the hidden Markov model for words that it lacks. 5.3 MB of text become 0.9 MB.
//!
//! Words are sorted, so each is told by how many characters it shares with the one before and by what follows
//! ([`model`]). They stand in pieces that are read one by one, each when a text has a character that a word of it begins with:
//! what is the same for all of them comes first, the [shares](shares) of all symbols among it. Characters are numbered
//! by how often they are met, which the emissions tell.
//!
//! Layout, little endian: the magic `YLD4`; u32 checksum of everything behind it; u8 number of tags, each as u8 length
//! and bytes; u64 sum of all frequencies; u32 length of the head; the head, [coded](adaptive): emissions, characters in
//! use, frequencies that occur, pieces (first character, words, bytes), [tables]; the pieces.

pub mod adaptive;
pub mod emission;
pub mod model;
mod numbers;
pub mod plain;
mod range;
mod shares;
mod tables;

use adaptive::Coder;
pub use emission::Emission;
pub use model::Entry;
use model::Model;
use numbers::{Numbers, ascending, characters};
pub use plain::pack;
use range::Reader;
use shares::{Reading, Shares};
use std::collections::{BTreeMap, HashMap};

/// What a packed dictionary begins with.
pub const MAGIC: &[u8; 4] = b"YLD4";

/// The frequency of nearly half the words of jieba's dictionary.
const COMMONEST: u32 = 3;

/// What keeps a dictionary from being packed or unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(String);

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

fn error(message: impl Into<String>) -> Error {
    Error(message.into())
}

/// A dictionary whose pieces can be unpacked.
#[derive(Debug)]
pub struct Packed {
    /// The tags that entries number.
    pub tags: Vec<String>,
    /// The characters that entries number.
    pub characters: Vec<char>,
    /// The frequencies that entries number; ascending.
    pub frequencies: Vec<u32>,
    /// The sum of the frequencies of all words.
    pub total: u64,
    /// The counts of the hidden Markov model.
    pub emissions: Vec<Emission>,
    pieces: Vec<Piece>,
    usual: Usual,
    tables: Vec<Shares>,
    /// The pieces one after the other.
    body: Vec<u8>,
}

/// Words that follow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Piece {
    /// Its first word begins with this character or a later one, and with no character of the piece before.
    first: u16,
    words: u32,
    /// Where it stands in the body.
    start: usize,
    length: u32,
}

/// The frequencies that words usually have, by their numbers.
#[derive(Debug)]
struct Usual {
    /// Of words of one character: the corpus that the model was counted over had them as often.
    alone: Vec<u32>,
    others: u32,
}

impl Usual {
    fn new(frequencies: &[u32], characters: &[char], emissions: &[Emission]) -> Self {
        let number = |frequency: u32| frequencies.binary_search(&frequency).ok().map(|number| number as u32);
        let others = number(COMMONEST).unwrap_or(0);
        let alone = by_character(characters, emissions);
        let alone = alone.map(|counts| counts.and_then(|counts| number(counts[3])).unwrap_or(others)).collect();
        Self { alone, others }
    }
}

impl Packed {
    /// Opens a packed dictionary.
    ///
    /// # Errors
    /// [`Error`] where the bytes are cut off, were changed or are no such dictionary.
    pub fn open(bytes: &[u8]) -> Result<Self, Error> {
        let cut = || error("it is cut off");
        let rest = bytes.strip_prefix(MAGIC).ok_or_else(|| error("it does not begin as one"))?;
        let (sum, rest) = rest.split_first_chunk().ok_or_else(cut)?;
        if checksum(rest) != u32::from_le_bytes(*sum) {
            return Err(error("it is cut off or was changed: its checksum is another"));
        }
        let (tag_count, mut rest) = rest.split_first().ok_or_else(cut)?;
        let mut tags = Vec::new();
        for _ in 0..*tag_count {
            let (length, behind) = rest.split_first().ok_or_else(cut)?;
            let (tag, behind) = behind.split_at_checked(usize::from(*length)).ok_or_else(cut)?;
            tags.push(String::from_utf8(tag.to_vec()).map_err(|_| error("a tag is not UTF-8"))?);
            rest = behind;
        }
        let (total, rest) = rest.split_first_chunk().ok_or_else(cut)?;
        let (length, rest) = rest.split_first_chunk().ok_or_else(cut)?;
        let (head, body) = rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or_else(cut)?;
        let Head { emissions, used, frequencies, pieces, tables } =
            code(&mut Reader::new(head), &Head::default(), &[])?;
        let characters = by_emissions(used, &emissions);
        let usual = Usual::new(&frequencies, &characters, &emissions);
        let total = u64::from_le_bytes(*total);
        Ok(Self { tags, characters, frequencies, total, emissions, pieces, usual, tables, body: body.to_vec() })
    }

    /// For each piece the first character that its words may begin with; ascending.
    pub fn pieces(&self) -> impl Iterator<Item = u16> {
        self.pieces.iter().map(|piece| piece.first)
    }

    /// Calls `each` with every entry of a piece, in the order of the words.
    pub fn read(&self, piece: usize, mut each: impl FnMut(&Entry)) {
        let Some(piece) = self.pieces.get(piece) else { return };
        let reader = Reader::new(
            self.body.get(piece.start..).unwrap_or_default().get(..piece.length as usize).unwrap_or_default(),
        );
        let mut pass = Reading { tables: &self.tables, reader };
        let mut model = Model::new(&self.usual.alone, self.usual.others, piece.first);
        for _ in 0..piece.words {
            let entry = model.entry(&mut pass, None);
            // the checksum was right: only a packer that errs writes others
            if usize::from(entry.tag) >= self.tags.len() || entry.frequency as usize >= self.frequencies.len() {
                return;
            }
            each(entry);
        }
    }
}

/// What comes before the pieces.
#[derive(Default)]
struct Head {
    emissions: Vec<Emission>,
    /// The characters in use, ascending.
    used: Vec<char>,
    frequencies: Vec<u32>,
    pieces: Vec<Piece>,
    tables: Vec<Shares>,
}

/// Writes `wanted` with tables of what was `counted` of the characters, or reads a head.
fn code(coder: &mut impl Coder, wanted: &Head, counted: &[BTreeMap<u16, u32>]) -> Result<Head, Error> {
    let emissions = emission::code(coder, &wanted.emissions)?;
    let used = characters(coder, &wanted.used)?;
    let frequencies = ascending(coder, &wanted.frequencies);
    let pieces = pieces(coder, &wanted.pieces);
    let numbered = by_emissions(used.clone(), &emissions);
    let met: Vec<[u32; 2]> = by_character(&numbered, &emissions)
        .map(|counts| counts.map_or([0; 2], |counts| [counts[1], counts[2]]))
        .collect();
    let tables = tables::code(coder, counted, &met)?;
    Ok(Head { emissions, used, frequencies, pieces, tables })
}

/// Writes `wanted`, or reads where the pieces are.
fn pieces(coder: &mut impl Coder, wanted: &[Piece]) -> Vec<Piece> {
    let firsts: Vec<u32> = wanted.iter().map(|piece| piece.first.into()).collect();
    let mut numbers = Numbers::new(2);
    let mut start = 0;
    let read = ascending(coder, &firsts).into_iter().enumerate().map(|(at, first)| {
        let (words, length) = wanted.get(at).map_or((0, 0), |piece| (piece.words, piece.length));
        let words = numbers.code(coder, 0, words + 1) - 1;
        let length = numbers.code(coder, 1, length + 1) - 1;
        let piece = Piece { first: first.min(u16::MAX.into()) as u16, words, start, length };
        start += length as usize;
        piece
    });
    read.collect()
}

/// `ascending` characters by how often the emissions met them, the most frequent first.
fn by_emissions(ascending: Vec<char>, emissions: &[Emission]) -> Vec<char> {
    let met = |emission: &Emission| emission.counts.iter().map(|&count| u64::from(count)).sum::<u64>();
    let met: HashMap<char, u64> = emissions.iter().map(|emission| (emission.character, met(emission))).collect();
    let mut characters = ascending;
    characters.sort_by_cached_key(|character| std::cmp::Reverse(met.get(character).copied()));
    characters
}

/// The counts of each of the `characters`.
fn by_character(characters: &[char], emissions: &[Emission]) -> impl Iterator<Item = Option<[u32; 4]>> {
    characters.iter().map(|character| {
        let at = emissions.binary_search_by_key(character, |emission| emission.character);
        at.ok().map(|at| emissions[at].counts)
    })
}

/// A checksum (FNV-1a over words of eight bytes).
fn checksum(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks();
    let mix = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0x0000_0100_0000_01B3);
    let sum = words.iter().fold(0xCBF2_9CE4_8422_2325, |sum, word| mix(sum, u64::from_le_bytes(*word)));
    let sum = rest.iter().fold(sum, |sum, byte| mix(sum, u64::from(*byte)));
    (sum ^ (sum >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "4S店 3 n\n丰 7 n\n丰县 131 ns\n丰县人 0 n\n县 883634 n\n𠮷 2 g\n";

    const EMISSIONS: &str = "# header\n一\t1\t2\t30\t4\n丰\t0\t0\t0\t700000\n";

    fn unpack(bytes: &[u8]) -> Result<String, Error> {
        let packed = Packed::open(bytes)?;
        assert_eq!(packed.emissions, emission::parse(EMISSIONS).unwrap());
        let mut lines = Vec::new();
        for piece in 0..packed.pieces().count() {
            packed.read(piece, |entry| {
                let word: String = entry.word.iter().map(|&number| packed.characters[usize::from(number)]).collect();
                let frequency = packed.frequencies[entry.frequency as usize];
                lines.push(format!("{word} {frequency} {}\n", packed.tags[usize::from(entry.tag)]));
            });
        }
        lines.sort_unstable();
        Ok(lines.concat())
    }

    #[test]
    fn words_come_back() {
        assert_eq!(unpack(&pack(PLAIN, EMISSIONS).unwrap()).unwrap(), PLAIN);
        assert_eq!(unpack(&pack("", EMISSIONS).unwrap()).unwrap(), "");
    }

    #[test]
    fn what_is_no_dictionary_is_an_error() {
        let whole = pack(PLAIN, EMISSIONS).unwrap();
        for length in 0..whole.len() {
            assert!(unpack(&whole[..length]).is_err(), "cut at {length}");
        }
        for at in 0..whole.len() {
            let mut other = whole.clone();
            other[at] ^= 0x10;
            assert_ne!(unpack(&other).as_deref(), Ok(PLAIN), "changed at {at}");
        }
        assert!(pack("甲 1 n\n甲 1 n\n", EMISSIONS).is_err());
        assert!(pack("甲 1\n", EMISSIONS).is_err());
        assert!(pack("甲 -1 n\n", EMISSIONS).is_err());
        assert!(pack(PLAIN, "一\t1\t2\t3\n").is_err());
    }
}
