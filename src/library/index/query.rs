//! What is looked for, in whichever script and width it is typed.

use crate::text::simple;

/// The longest query, in characters, and the most words of one.
const QUERY: usize = 200;
const WORDS: usize = 8;

/// One code point for one: simplified, small letters, half width.
pub(super) fn fold(char: char) -> char {
    match char {
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(char as u32 - 0xFEE0) {
            Some(narrow) => narrow.to_ascii_lowercase(),
            None => char,
        },
        '\u{3000}' => ' ',
        _ if char.is_ascii() => char.to_ascii_lowercase(),
        _ => simple(char),
    }
}

/// What is looked for: words that must all be there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pub(super) words: Vec<Vec<char>>,
}

impl Query {
    /// The words that the reader typed, parted by blanks.
    pub fn new(typed: &str) -> Self {
        let folded: String = typed.chars().take(QUERY).map(fold).collect();
        let words =
            folded.split(|char: char| char.is_whitespace() || char.is_control()).filter(|word| !word.is_empty());
        Self { words: words.take(WORDS).map(|word| word.chars().collect()).collect() }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether `words` hold all that is looked for.
    pub fn fits(&self, words: &str) -> bool {
        let folded: Vec<char> = words.chars().map(fold).collect();
        self.words.iter().all(|word| find(&folded, word, 0).is_some())
    }
}

/// Where `word` stands in `text`, from `from` on.
pub(super) fn find(text: &[char], word: &[char], from: usize) -> Option<usize> {
    let last = text.len().checked_sub(word.len())?;
    (from..=last).find(|&at| text[at] == word[0] && text[at..at + word.len()] == *word)
}
