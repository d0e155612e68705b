//! How often a character was met at the begin, the end, in the middle of a word and as a word of its own: what the
//! hidden Markov model for words outside the dictionary is made of.

use super::adaptive::Coder;
use super::numbers::{Numbers, SIZES, characters};
use super::{Error, error};

/// The counts of one character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emission {
    /// The character.
    pub character: char,
    /// How often it was met at the begin, at the end, in the middle, alone.
    pub counts: [u32; 4],
}

/// Reads the file's form: a character and its four counts a line, between tabs, sorted; lines with # are comments.
///
/// # Errors
/// [`Error`] says which line is none.
pub fn parse(list: &str) -> Result<Vec<Emission>, Error> {
    let mut emissions: Vec<Emission> = Vec::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let emission = emission(line).filter(|new| emissions.last().is_none_or(|last| last.character < new.character));
        emissions.push(emission.ok_or_else(|| error(format!("no character with four counts, or not sorted: {line}")))?);
    }
    Ok(emissions)
}

fn emission(line: &str) -> Option<Emission> {
    let mut columns = line.split('\t');
    let mut first = columns.next()?.chars();
    let (character, None) = (first.next()?, first.next()) else { return None };
    let mut counts = [0; 4];
    for count in &mut counts {
        *count = columns.next()?.parse().ok().filter(|&count| count < u32::MAX)?;
    }
    columns.next().is_none().then_some(Emission { character, counts })
}

/// Writes `wanted`, or reads emissions: the characters, then the counts, each in the context of the one before.
pub(crate) fn code(coder: &mut impl Coder, wanted: &[Emission]) -> Result<Vec<Emission>, Error> {
    let listed: Vec<char> = wanted.iter().map(|emission| emission.character).collect();
    let mut numbers = Numbers::new(4 * SIZES);
    let mut emissions = Vec::new();
    for (at, character) in characters(coder, &listed)?.into_iter().enumerate() {
        let mut counts = [0; 4];
        let mut before = 0;
        // the count of words of their own comes first: nearly every character has one
        for state in [3, 0, 1, 2] {
            let wanted = wanted.get(at).map_or(0, |emission| emission.counts[state]);
            counts[state] = numbers.code(coder, state * SIZES + before, wanted + 1) - 1;
            before = (counts[state] + 1).ilog2() as usize;
        }
        emissions.push(Emission { character, counts });
    }
    Ok(emissions)
}
