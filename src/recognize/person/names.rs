//! What a name of a person looks like: surname, given name, transliteration. Knows nothing of the context.

use crate::analysis::Span;
use crate::lexicon::{Lexicon, rows};
use crate::text::{Text, is_han};
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::sync::LazyLock;

/// Surnames with their weight.
static SURNAMES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("surnames.tsv")));
/// Everyday words that look like names.
static NEGATIVES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("negatives.tsv")));
/// What is said behind a surname and is no given name: 女士, 书记.
static SUFFIXES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("suffixes.tsv")));
/// Weight of characters in given names.
static GIVEN: LazyLock<HashMap<char, i32>> = LazyLock::new(|| {
    let entries = rows(include_str!("given.tsv"));
    entries.filter_map(|row| Some((row[0].chars().next()?, row.get(1)?.parse().ok()?))).collect()
});
/// Characters that write names of other languages.
static SYLLABLES: LazyLock<HashSet<char>> =
    LazyLock::new(|| rows(include_str!("syllables.tsv")).filter_map(|row| row[0].chars().next()).collect());

/// Longest name that is transliterated.
const LONGEST_TRANSLITERATED: usize = 24;

/// Length and weight of the surname at `at`.
pub fn surname_at(text: &Text, at: usize) -> Option<(usize, i32)> {
    let (length, row) = SURNAMES.longest_at(text, at, at + 4)?;
    Some((length, row.get(1)?.parse().ok()?))
}

/// Whether `words` is an everyday word.
pub fn is_negative(words: &str) -> bool {
    NEGATIVES.contains(words)
}

/// How much the words of `span` look like a Chinese name (0 hardly … 7 at its best), blanks inside left out of account;
/// None where they are none.
pub fn shape(text: &Text, span: Span) -> Option<i32> {
    let chars: Vec<char> =
        text.chars().get(span.start..span.end)?.iter().copied().filter(|char| *char != ' ').collect();
    if !(2..=5).contains(&chars.len()) || !chars.iter().all(|char| is_han(*char)) {
        return None;
    }
    let (length, weight) = surname_at(text, span.start)?;
    if SUFFIXES.longest_before(text, span.end, span.start + 1).is_some() {
        return None;
    }
    let simple = shape_with(&chars, 1, single_weight(text, span.start));
    let compound = if length > 1 { shape_with(&chars, length, Some(weight)) } else { None };
    // a wife's surname before her own, or two surnames in one: 范徐丽泰
    let double = if chars.len() == 4 { double_surname(&chars) } else { None };
    [simple, compound, double].into_iter().flatten().max()
}

fn single_weight(text: &Text, at: usize) -> Option<i32> {
    let (_, row) = SURNAMES.longest_at(text, at, at + 1)?;
    row.get(1)?.parse().ok()
}

fn shape_with(chars: &[char], surname: usize, weight: Option<i32>) -> Option<i32> {
    let given = chars.get(surname..)?;
    if !(1..=2).contains(&given.len()) {
        return None;
    }
    Some(weight? + given_weight(given))
}

fn double_surname(chars: &[char]) -> Option<i32> {
    let second: String = chars.get(1..2)?.iter().collect();
    let first: String = chars.first()?.to_string();
    let weight = |word: &str| SURNAMES.get(word).and_then(|row| row.get(1)?.parse::<i32>().ok());
    let weights = weight(&first)? + weight(&second)?;
    (weights >= 7).then(|| weights / 4 + given_weight(&chars[2..]))
}

/// The mean weight of the characters of a given name, from -3 to 3.
pub fn given_weight(given: &[char]) -> i32 {
    let sum: i32 = given.iter().map(|char| GIVEN.get(char).copied().unwrap_or(0)).sum();
    let count = given.len().max(1) as i32;
    let mean = if sum >= 0 { (sum + count - 1) / count } else { sum / count };
    let unheard_of = given.iter().any(|char| GIVEN.get(char).is_some_and(|weight| *weight <= -3));
    if unheard_of && given.len() > 1 { mean - 2 } else { mean }
}

/// The ends of the Chinese names that may begin at `at`: two to four characters, or surname, blank, one character.
pub fn ends_at(text: &Text, at: usize, end: usize) -> Vec<usize> {
    let Some((surname, _)) = surname_at(text, at) else { return Vec::new() };
    let called = SUFFIXES.longest_at(text, (at + 1).min(end), end).is_some_and(|(length, _)| length > 1);
    if called {
        return Vec::new(); // 李主任, 王女士
    }
    let mut ends = Vec::new();
    let run = (at..end.min(at + 4)).take_while(|&at| is_han(text.at(at))).count();
    ends.extend((2..=run.min(surname + 2).max(3).min(run)).map(|length| at + length));
    if run == 1 {
        let next = (at + 1..at + 4).find(|&next| text.at(next) != ' ').unwrap_or(at + 1);
        let lone = next > at + 1 && next < end && is_han(text.at(next)) && !is_han(text.at(next + 1));
        if lone {
            ends.push(next + 1);
        }
    }
    ends
}

/// The end of the transliterated name at `at`: parts of listed characters, joined by ·; needs no · if `anchored`.
pub fn transliterated_end(text: &Text, at: usize, end: usize, anchored: bool) -> Option<usize> {
    let end = end.min(at + LONGEST_TRANSLITERATED);
    let (mut known, mut count, mut dots, mut stop) = (0usize, 0usize, 0usize, at);
    while stop < end {
        let char = text.at(stop);
        if char == '·' && stop > at && (is_han(text.at(stop + 1)) || text.at(stop + 1).is_ascii_uppercase()) {
            dots += 1;
        } else if SYLLABLES.contains(&char) || dots > 0 && char.is_ascii_uppercase() {
            known += 1;
            count += 1;
        } else if dots == 0 && dot_follows(text, stop, end) && is_han(char) {
            count += 1;
        } else {
            break;
        }
        stop += 1;
    }
    let mostly = known * 4 >= count * 3;
    let long_enough = if dots > 0 { count >= 3 } else { anchored && count >= 2 };
    (long_enough && mostly && text.before(stop) != '·').then_some(stop)
}

/// Whether `char` writes names of other languages.
pub fn is_syllable(char: char) -> bool {
    SYLLABLES.contains(&char)
}

/// Whether a · comes within the next few Han characters.
fn dot_follows(text: &Text, at: usize, end: usize) -> bool {
    (at..end.min(at + 6)).take_while(|&at| is_han(text.at(at)) || text.at(at) == '·').any(|at| text.at(at) == '·')
}
