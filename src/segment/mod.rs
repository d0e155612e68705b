//! Segmentation on top of jieba-rs: tokens with a part of speech that join back to the text.

pub mod packed;

use crate::analysis::Span;
use crate::text::Text;
use jieba_rs::Jieba;
use std::io::BufReader;

/// jieba's dictionary; MIT licence, from the crate jieba-rs 0.11.0. One entry a line: word, frequency, part of speech.
#[cfg(not(target_arch = "wasm32"))]
const DICTIONARY: &[u8] = include_bytes!("dictionary.txt");

/// Words of official prose that jieba's dictionary lacks.
const WORDS: &str = include_str!("words.tsv");

/// A dictionary that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryError(String);

impl std::fmt::Display for DictionaryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the segmentation dictionary cannot be read: {}", self.0)
    }
}

impl std::error::Error for DictionaryError {}

/// A stretch of the text with its part of speech. Tokens follow each other without gap or overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Code points.
    pub span: Span,
    /// jieba's part-of-speech tag (ICTCLAS set: n, v, a, m, nr, ns, nt …); x for what no list knows.
    pub tag: Box<str>,
}

/// All tokens of a text, and which token holds an offset.
#[derive(Debug, Default)]
pub struct Tokens {
    list: Vec<Token>,
    of_char: Vec<u32>,
}

impl Tokens {
    /// The tokens in order.
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// Index of the token that holds code point `at`; the last token beyond the end.
    pub fn index_at(&self, at: usize) -> usize {
        self.of_char.get(at).map_or(self.list.len().saturating_sub(1), |&index| index as usize)
    }

    /// The token that holds code point `at`.
    pub fn at(&self, at: usize) -> Option<&Token> {
        self.list.get(*self.of_char.get(at)? as usize)
    }

    /// Whether a token starts (or the text ends) at `at`.
    pub fn is_boundary(&self, at: usize) -> bool {
        self.at(at).is_none_or(|token| token.span.start == at)
    }

    /// Makes one token of each of `words` (in order, without overlap); tokens that reach into one are cut at its edge.
    pub fn keep_whole(&mut self, words: &[(Span, &str)]) {
        if words.is_empty() {
            return;
        }
        let mut list: Vec<Token> = Vec::with_capacity(self.list.len());
        let mut words = words.iter().filter(|(span, _)| !span.is_empty()).peekable();
        for token in std::mem::take(&mut self.list) {
            let mut from = token.span.start;
            while let Some((span, tag)) = words.peek().filter(|(span, _)| span.start < token.span.end) {
                if from < span.start {
                    list.push(Token { span: Span::new(from, span.start), tag: token.tag.clone() });
                }
                if span.start >= token.span.start {
                    list.push(Token { span: *span, tag: (*tag).into() });
                }
                from = from.max(span.end);
                if span.end > token.span.end {
                    break;
                }
                words.next();
            }
            if from < token.span.end {
                list.push(Token { span: Span::new(from, token.span.end), tag: token.tag });
            }
        }
        for (index, token) in list.iter().enumerate() {
            if let Some(places) = self.of_char.get_mut(token.span.start..token.span.end) {
                places.fill(index as u32);
            }
        }
        self.list = list;
    }

    /// The tokens that lie wholly inside `span`.
    pub fn inside(&self, span: Span) -> &[Token] {
        let from = self.list.partition_point(|token| token.span.start < span.start);
        let to = self.list.partition_point(|token| token.span.end <= span.end);
        &self.list[from.min(to)..to]
    }
}

/// jieba with its dictionary and ours.
pub struct Segmenter {
    jieba: Jieba,
}

impl Segmenter {
    /// The segmenter with the dictionary that the native build carries.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn bundled() -> Self {
        Self::with_dictionary(DICTIONARY).unwrap_or_else(|_| Self { jieba: Jieba::empty() })
    }

    /// Builds the segmenter from a dictionary in jieba's form (word, frequency and tag a line) or packed.
    ///
    /// # Errors
    /// [`DictionaryError`] says what is wrong with it.
    pub fn with_dictionary(dictionary: &[u8]) -> Result<Self, DictionaryError> {
        let unpacked;
        let dictionary = if dictionary.starts_with(packed::MAGIC) {
            unpacked = packed::unpack(dictionary)?;
            unpacked.as_slice()
        } else {
            dictionary
        };
        let mut jieba =
            Jieba::with_dict(&mut BufReader::new(dictionary)).map_err(|error| DictionaryError(error.to_string()))?;
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            if let (Some(word), Some(tag)) = (columns.next(), columns.next()) {
                jieba.add_word(word, None, Some(tag));
            }
        }
        Ok(Self { jieba })
    }

    /// Cuts `text` into tokens.
    pub fn segment(&self, text: &Text) -> Tokens {
        let mut list = Vec::with_capacity(text.len() / 2);
        let mut of_char = Vec::with_capacity(text.len());
        let mut start = 0;
        for tag in self.jieba.tag(text.normal(), true) {
            let length = tag.word.chars().count();
            of_char.resize(start + length, list.len() as u32);
            list.push(Token { span: Span::new(start, start + length), tag: tag.tag.into() });
            start += length;
        }
        debug_assert_eq!(start, text.len());
        Tokens { list, of_char }
    }
}
