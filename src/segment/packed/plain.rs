//! The plain form of a dictionary, a word, its frequency and its tag a line, and how it is packed.

use super::emission;
use super::model::{Entry, LONGEST, Model, TABLES, TAGS};
use super::range::Writer;
use super::shares::{Counting, Pass, Writing};
use super::{Error, Head, MAGIC, Piece, Usual, by_emissions, checksum, code, error};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many words a piece has, if the first characters allow it.
const PIECE: usize = 512;

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
    let frequencies: BTreeSet<u32> = lines.iter().map(|line| line.1).collect();
    let mut head = Head {
        emissions,
        used: used.into_iter().collect(),
        frequencies: frequencies.into_iter().collect(),
        ..Head::default()
    };
    let numbered = by_emissions(head.used.clone(), &head.emissions);
    if tags.len() > TAGS || numbered.len() >= usize::from(u16::MAX) {
        return Err(error("it has too many tags or characters"));
    }
    let entries = entries(&lines, &tags, &numbered, &head.frequencies)?;
    let pieces = in_pieces(&entries);
    let usual = Usual::new(&head.frequencies, &numbered, &head.emissions);
    let mut counting = Counting(vec![BTreeMap::new(); TABLES]);
    pieces.iter().for_each(|piece| pass_over(piece, &usual, &mut counting));
    // the tables as they will be read: their counts are rounded
    let tables = code(&mut Writer::default(), &head, &counting.0)?.tables;
    let mut body = Vec::new();
    for piece in pieces {
        let mut writing = Writing { tables: &tables, writer: Writer::default() };
        pass_over(piece, &usual, &mut writing);
        let bytes = writing.writer.finish();
        let (words, length) = (piece.len() as u32, bytes.len() as u32);
        head.pieces.push(Piece { first: first(piece), words, start: body.len(), length });
        body.extend(bytes);
    }
    let mut coder = Writer::default();
    code(&mut coder, &head, &counting.0)?;
    let total = lines.iter().map(|line| u64::from(line.1)).sum();
    Ok(file(&tags, total, &coder.finish(), &body))
}

/// All parts in the layout of the file.
fn file(tags: &[&str], total: u64, head: &[u8], body: &[u8]) -> Vec<u8> {
    let mut rest = vec![tags.len() as u8];
    for tag in tags {
        rest.push(tag.len() as u8);
        rest.extend(tag.bytes());
    }
    rest.extend(total.to_le_bytes());
    rest.extend((head.len() as u32).to_le_bytes());
    rest.extend(head);
    rest.extend(body);
    [&MAGIC[..], &checksum(&rest).to_le_bytes(), &rest].concat()
}

/// The first character of a piece's first word.
fn first(piece: &[Entry]) -> u16 {
    piece.first().and_then(|entry| entry.word.first()).copied().unwrap_or(0)
}

/// Passes over all words of a piece.
fn pass_over(piece: &[Entry], usual: &Usual, pass: &mut impl Pass) {
    let mut model = Model::new(&usual.alone, usual.others, first(piece));
    for entry in piece {
        model.entry(pass, Some(entry));
    }
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

/// The entries in the order of their characters' numbers.
fn entries(
    lines: &[(&str, u32, &str)],
    tags: &[&str],
    numbered: &[char],
    frequencies: &[u32],
) -> Result<Vec<Entry>, Error> {
    let tag_numbers: HashMap<&str, u8> = tags.iter().enumerate().map(|(number, tag)| (*tag, number as u8)).collect();
    let numbers: HashMap<char, u16> = numbered.iter().enumerate().map(|(at, char)| (*char, at as u16)).collect();
    let numbered = |(word, frequency, tag): &(&str, u32, &str)| {
        let word: Vec<u16> = word.chars().map(|char| numbers[&char]).collect();
        let frequency = frequencies.partition_point(|other| other < frequency) as u32;
        Entry { word, shared: 0, tag: tag_numbers[tag], frequency }
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

/// The entries in pieces: words with the same first character stay together, and share nothing with the piece before.
fn in_pieces(entries: &[Entry]) -> Vec<&[Entry]> {
    let mut pieces = Vec::new();
    let mut begin = 0;
    for at in 1..=entries.len() {
        let ends = entries.get(at).is_none_or(|entry| entry.shared == 0 && at - begin >= PIECE);
        if ends {
            pieces.push(&entries[begin..at]);
            begin = at;
        }
    }
    pieces
}
