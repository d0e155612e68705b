//! The text as given, its normalised twin, and the way back.
//!
//! The twin has exactly one code point for each code point given, so one offset (in code points) points into
//! both. Recognisers read the twin; rows copy their words from the text as given.

mod bytes;
mod headings;
mod normalize;
mod simplify;
pub mod structure;
pub mod tables;

pub use simplify::simple;

use crate::analysis::{Script, Span};
use bytes::ByteOffsets;
use serde::{Deserialize, Serialize};

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Offsets {
    /// UTF-16 code units, as JavaScript strings do.
    #[default]
    Utf16,
    /// Unicode code points, as Python strings do.
    Codepoint,
    /// Bytes of UTF-8, as Rust strings do.
    Byte,
}

/// A text with its normalised twin. All offsets are code points.
#[derive(Debug)]
pub struct Text {
    given: String,
    normal: String,
    chars: Vec<char>,
    given_bytes: ByteOffsets,
    /// Of the twin, which is asked for words all the time, each offset is kept as it is.
    normal_bytes: Vec<u32>,
    script: Script,
}

impl Text {
    /// Normalises `given`: traditional to simplified, full width to half width, quotation marks to “”‘’.
    pub fn new(given: &str) -> Self {
        let (chars, script) = normalize::normalize(given);
        let normal: String = chars.iter().collect();
        debug_assert_eq!(given.chars().count(), chars.len());
        let given_bytes = ByteOffsets::new(given, chars.len());
        let normal_bytes = byte_offsets(&normal, chars.len());
        Self { given: given.to_owned(), normal, chars, given_bytes, normal_bytes, script }
    }

    /// The text as given.
    pub fn given(&self) -> &str {
        &self.given
    }

    /// The normalised twin.
    pub fn normal(&self) -> &str {
        &self.normal
    }

    /// The normalised twin as code points; index = offset.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many code points.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The script it is written in.
    pub fn script(&self) -> Script {
        self.script
    }

    /// The normalised words of `span`.
    pub fn slice(&self, span: Span) -> &str {
        &self.normal[self.normal_bytes[span.start] as usize..self.normal_bytes[span.end] as usize]
    }

    /// The words of `span` as given.
    pub fn given_slice(&self, span: Span) -> &str {
        &self.given[self.given_bytes.at(span.start)..self.given_bytes.at(span.end)]
    }

    /// The normalised code point at `at`, or NUL beyond the end.
    pub fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\0')
    }

    /// The normalised code point before `at`, or NUL at the start and beyond the end.
    pub fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |before| self.at(before))
    }

    /// Whether the twin reads `words` at `at`.
    pub fn starts_with(&self, at: usize, words: &str) -> bool {
        at <= self.len() && self.normal.as_bytes()[self.normal_bytes[at] as usize..].starts_with(words.as_bytes())
    }

    /// Whether the twin reads `words` right before `at`.
    pub fn ends_with(&self, at: usize, words: &str) -> bool {
        at <= self.len() && self.normal.as_bytes()[..self.normal_bytes[at] as usize].ends_with(words.as_bytes())
    }

    /// The span of the first `words` in the twin within `span`.
    pub fn find(&self, words: &str, span: Span) -> Option<Span> {
        let (first, length) = (words.chars().next()?, words.chars().count());
        let last = span.end.checked_sub(length)?;
        let start = (span.start..=last).find(|&at| self.chars[at] == first && self.starts_with(at, words))?;
        Some(Span::new(start, start + length))
    }

    /// The code point offset of a byte offset of the twin; a byte inside a character counts as its start.
    pub fn codepoint_of(&self, byte: usize) -> usize {
        match self.normal_bytes.binary_search(&(byte as u32)) {
            Ok(at) => at,
            Err(at) => at.saturating_sub(1),
        }
    }

    /// `span` without blanks at either end.
    pub fn trim(&self, span: Span) -> Span {
        let mut span = span;
        while span.start < span.end && self.chars[span.start].is_whitespace() {
            span.start += 1;
        }
        while span.start < span.end && self.chars[span.end - 1].is_whitespace() {
            span.end -= 1;
        }
        span
    }

    /// For each code point offset (the end included) the offset in the wanted encoding of the text as given.
    pub fn offset_table(&self, offsets: Offsets) -> Vec<usize> {
        match offsets {
            Offsets::Codepoint => (0..=self.len()).collect(),
            Offsets::Byte => (0..=self.len()).map(|at| self.given_bytes.at(at)).collect(),
            Offsets::Utf16 => {
                let mut table = Vec::with_capacity(self.len() + 1);
                let mut at = 0;
                for char in self.given.chars() {
                    table.push(at);
                    at += char.len_utf16();
                }
                table.push(at);
                table
            }
        }
    }
}

/// The byte offset of each of the `count` code points, and the length at the end.
fn byte_offsets(text: &str, count: usize) -> Vec<u32> {
    let mut offsets = Vec::with_capacity(count + 1);
    offsets.extend(text.char_indices().map(|(byte, _)| byte as u32));
    offsets.push(text.len() as u32);
    offsets
}

/// Whether `char` is a Han character.
pub fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

/// The value of a Han digit, 〇 and 零 among them; 两 and 十 are none.
pub fn han_digit(char: char) -> Option<u8> {
    Some(match char {
        '〇' | '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Whether `char` is one of `list`. `str::contains` would prepare a search for its bytes, which takes longer than to look.
#[inline]
pub fn is_among(char: char, list: &str) -> bool {
    list.chars().any(|other| other == char)
}

/// Whether `char` ends a sentence (of the normalised twin).
pub fn ends_sentence(char: char) -> bool {
    matches!(char, '。' | '!' | '?' | '…' | '\n' | '\r')
}

/// Whether `char` ends a clause (of the normalised twin).
pub fn ends_clause(char: char) -> bool {
    ends_sentence(char) || matches!(char, ',' | ';' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_survive_normalising() {
        let text = Text::new("徐州(預計)達1,234.5萬元，「四位一體」𠮷");
        assert_eq!(text.normal(), "徐州(预计)达1,234.5万元,“四位一体”𠮷");
        let span = text.find("四位一体", Span::new(0, text.len())).unwrap();
        assert_eq!(text.given_slice(span), "四位一體");
        assert_eq!(text.offset_table(Offsets::Utf16).last(), Some(&(text.len() + 1)));
        assert_eq!(text.offset_table(Offsets::Byte).last(), Some(&text.given().len()));
    }

    #[test]
    fn words_as_given_are_found_however_far_they_stand() {
        let given = "萬元，𠮷a".repeat(40);
        let text = Text::new(&given);
        let table = text.offset_table(Offsets::Byte);
        for start in 0..=text.len() {
            for end in (start..=text.len()).step_by(7).chain([text.len()]) {
                assert_eq!(text.given_slice(Span::new(start, end)), &given[table[start]..table[end]]);
            }
        }
    }
}
