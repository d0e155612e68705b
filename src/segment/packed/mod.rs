//! The packed form of what segmentation needs: the dictionary (word, frequency, part of speech a line) and the
//! counts of the hidden Markov model for words that it lacks. 5.3 MB of text become 0.9 MB.
//!
//! Words are sorted, so each is told by how many characters it shares with the one before and by what follows.
//! An adaptive range coder ([`coder`]) writes them with the model of [`model`]; the same model reads them. Characters
//! are numbered by how often they are met, which the emissions tell: the frequent ones share the first contexts.
//!
//! Layout, little endian: the magic `YLD3`; u32 number of words; u32 checksum of everything behind the tags; u8
//! number of tags, each as u8 length and bytes; then, coded: the emissions, the characters in use, the entries.

pub mod coder;
pub mod emission;
pub mod model;
mod numbers;

use coder::{Decoder, Encoder};
pub use emission::Emission;
pub use model::Entry;
use model::{CHARACTERS, LONGEST, Model, TAGS};
use numbers::characters;
use std::collections::{BTreeSet, HashMap};

/// What a packed dictionary begins with.
pub const MAGIC: &[u8; 4] = b"YLD3";

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

/// A dictionary that is being unpacked: what stands before its words.
pub struct Packed<'a> {
    /// How many words there are.
    pub count: usize,
    /// The tags that entries number.
    pub tags: Vec<&'a str>,
    /// The characters that entries number.
    pub characters: Vec<char>,
    emissions: Vec<Emission>,
    checksum: u32,
    decoder: Decoder<'a>,
}

impl<'a> Packed<'a> {
    /// Opens a packed dictionary.
    ///
    /// # Errors
    /// [`Error`] where the bytes are cut off or no such dictionary.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        let cut = || error("it is cut off");
        let rest = bytes.strip_prefix(MAGIC).ok_or_else(|| error("it does not begin as one"))?;
        let (count, rest) = rest.split_first_chunk().ok_or_else(cut)?;
        let (checksum, rest) = rest.split_first_chunk().ok_or_else(cut)?;
        let (tag_count, mut rest) = rest.split_first().ok_or_else(cut)?;
        let mut tags = Vec::new();
        for _ in 0..*tag_count {
            let (length, behind) = rest.split_first().ok_or_else(cut)?;
            let (tag, behind) = behind.split_at_checked(usize::from(*length)).ok_or_else(cut)?;
            tags.push(std::str::from_utf8(tag).map_err(|_| error("a tag is not UTF-8"))?);
            rest = behind;
        }
        let mut decoder = Decoder::new(rest);
        let emissions = emission::code(&mut decoder, &[])?;
        let characters = by_emissions(characters(&mut decoder, &[])?, &emissions);
        let (count, checksum) = (u32::from_le_bytes(*count) as usize, u32::from_le_bytes(*checksum));
        Ok(Self { count, tags, characters, emissions, checksum, decoder })
    }

    /// Calls `each` with every entry, in the order of the words; returns the emissions.
    ///
    /// # Errors
    /// [`Error`] where the entries are not those that were packed; some may have been handed out by then.
    pub fn read(mut self, mut each: impl FnMut(&Entry)) -> Result<Vec<Emission>, Error> {
        let mut model = Model::default();
        let mut checksum = Checksum::default();
        for _ in 0..self.count {
            let entry = model.entry(&mut self.decoder, None);
            let known = entry.word.iter().all(|&character| usize::from(character) < self.characters.len());
            if !known || usize::from(entry.tag) >= self.tags.len() || entry.word.len() > LONGEST {
                return Err(error("an entry is broken"));
            }
            checksum.add(entry);
            each(entry);
        }
        self.emissions.iter().for_each(|emission| checksum.add_emission(emission));
        if checksum.0 == self.checksum { Ok(self.emissions) } else { Err(error("its checksum is another")) }
    }
}

/// Packs a dictionary in its plain form (a word, its frequency and its tag a line) with the
/// emissions of the [file's form](emission::parse).
///
/// # Errors
/// [`Error`] says which line cannot be packed.
pub fn pack(plain: &str, emissions: &str) -> Result<Vec<u8>, Error> {
    let lines = plain.lines().map(line).collect::<Result<Vec<_>, _>>()?;
    let emissions = emission::parse(emissions)?;
    let tags = by_use(lines.iter().map(|line| line.2));
    let used: BTreeSet<char> = lines.iter().flat_map(|line| line.0.chars()).collect();
    let used: Vec<char> = used.into_iter().collect();
    let numbered = by_emissions(used.clone(), &emissions);
    if tags.len() > TAGS || used.len() > CHARACTERS {
        return Err(error("it has too many tags or characters"));
    }
    let entries = entries(&lines, &tags, &numbered)?;
    let mut checksum = Checksum::default();
    entries.iter().for_each(|entry| checksum.add(entry));
    emissions.iter().for_each(|emission| checksum.add_emission(emission));

    let mut head = MAGIC.to_vec();
    head.extend((entries.len() as u32).to_le_bytes());
    head.extend(checksum.0.to_le_bytes());
    head.push(tags.len() as u8);
    for tag in &tags {
        head.push(tag.len() as u8);
        head.extend(tag.bytes());
    }
    let mut encoder = Encoder::new(head);
    emission::code(&mut encoder, &emissions)?;
    characters(&mut encoder, &used)?;
    let mut model = Model::default();
    for entry in &entries {
        model.entry(&mut encoder, Some(entry));
    }
    Ok(encoder.finish())
}

/// Word, frequency and tag of a line of the plain form.
///
/// # Errors
/// [`Error`] where it is no such line.
pub fn line(line: &str) -> Result<(&str, u32, &str), Error> {
    let wrong = || error(format!("no word, frequency and tag: {line}"));
    let mut columns = line.split(' ');
    let (Some(word), Some(frequency), Some(tag), None) =
        (columns.next(), columns.next(), columns.next(), columns.next())
    else {
        return Err(wrong());
    };
    let frequency = frequency.parse().ok().filter(|&frequency| frequency < u32::MAX).ok_or_else(wrong)?;
    if word.is_empty() || tag.len() > 255 || word.chars().count() > LONGEST {
        return Err(wrong());
    }
    Ok((word, frequency, tag))
}

/// The different `tags`, the most frequent first: the model tells the first ones apart.
fn by_use<'a>(tags: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for tag in tags {
        *counts.entry(tag).or_default() += 1;
    }
    let mut tags: Vec<&str> = counts.keys().copied().collect();
    tags.sort_by_key(|tag| (std::cmp::Reverse(counts[tag]), *tag));
    tags
}

/// `ascending` characters by how often the emissions met them, the most frequent first.
fn by_emissions(ascending: Vec<char>, emissions: &[Emission]) -> Vec<char> {
    let met = |emission: &Emission| emission.counts.iter().map(|&count| u64::from(count)).sum::<u64>();
    let met: HashMap<char, u64> = emissions.iter().map(|emission| (emission.character, met(emission))).collect();
    let mut characters = ascending;
    characters.sort_by_cached_key(|character| std::cmp::Reverse(met.get(character).copied()));
    characters
}

/// The entries in the order of their characters' numbers.
fn entries(lines: &[(&str, u32, &str)], tags: &[&str], numbered: &[char]) -> Result<Vec<Entry>, Error> {
    let tag_numbers: HashMap<&str, u8> = tags.iter().enumerate().map(|(number, tag)| (*tag, number as u8)).collect();
    let numbers: HashMap<char, u16> = numbered.iter().enumerate().map(|(at, char)| (*char, at as u16)).collect();
    let numbered = |(word, frequency, tag): &(&str, u32, &str)| {
        let word: Vec<u16> = word.chars().map(|char| numbers[&char]).collect();
        Entry { word, shared: 0, tag: tag_numbers[tag], frequency: *frequency }
    };
    let mut entries: Vec<Entry> = lines.iter().map(numbered).collect();
    entries.sort_by(|a, b| a.word.cmp(&b.word));
    for at in 1..entries.len() {
        let (before, word) = (&entries[at - 1].word, &entries[at].word);
        if before == word {
            return Err(error("a word comes twice"));
        }
        entries[at].shared = before.iter().zip(word).take_while(|(a, b)| a == b).count();
    }
    Ok(entries)
}

/// A checksum (FNV-1a) of entries.
struct Checksum(u32);

impl Default for Checksum {
    fn default() -> Self {
        Self(0x811C_9DC5)
    }
}

impl Checksum {
    fn mix(&mut self, value: u32) {
        self.0 = (self.0 ^ value).wrapping_mul(0x0100_0193);
    }

    #[inline(never)]
    fn add(&mut self, entry: &Entry) {
        self.mix(entry.shared as u32);
        entry.word[entry.shared..].iter().for_each(|&character| self.mix(u32::from(character)));
        self.mix(u32::from(entry.tag));
        self.mix(entry.frequency);
    }

    fn add_emission(&mut self, emission: &Emission) {
        self.mix(u32::from(emission.character));
        emission.counts.iter().for_each(|&count| self.mix(count));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "4S店 3 n\n丰 7 n\n丰县 131 ns\n丰县人 0 n\n县 883634 n\n𠮷 2 g\n";

    const EMISSIONS: &str = "# header\n一\t1\t2\t30\t4\n丰\t0\t0\t0\t700000\n";

    fn unpack(bytes: &[u8]) -> Result<String, Error> {
        let packed = Packed::open(bytes)?;
        let (tags, characters) = (packed.tags.clone(), packed.characters.clone());
        let mut plain = String::new();
        let emissions = packed.read(|entry| {
            plain.extend(entry.word.iter().map(|&number| characters[usize::from(number)]));
            plain += &format!(" {} {}\n", entry.frequency, tags[usize::from(entry.tag)]);
        })?;
        assert_eq!(emissions, emission::parse(EMISSIONS).unwrap());
        let mut lines: Vec<&str> = plain.split_inclusive('\n').collect();
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
        // the last bytes only end the coder's range
        for length in 0..whole.len() - 8 {
            assert!(unpack(&whole[..length]).is_err(), "cut at {length}");
        }
        for at in 0..whole.len() - 8 {
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
