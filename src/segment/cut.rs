//! jieba's way of cutting: the most probable words of the dictionary for each stretch of characters that words are
//! made of; what remains in single characters goes through the hidden Markov model.

use super::dictionary::{Dictionary, Word};
use super::hmm;
use super::{Tag, Token};
use crate::analysis::Span;

/// One step of the best way through a stretch.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// Logarithm of the probability from here to the end.
    weight: f64,
    /// Where the next step begins.
    end: usize,
    word: Word,
}

/// Cuts a text; keeps its work space from stretch to stretch.
pub struct Cutter<'a> {
    dictionary: &'a Dictionary,
    chars: &'a [char],
    tokens: Vec<Token>,
    numbers: Vec<u16>,
    route: Vec<Step>,
}

impl<'a> Cutter<'a> {
    /// Cuts `chars` into tokens that follow each other without gap.
    pub fn cut(dictionary: &'a Dictionary, chars: &'a [char]) -> Vec<Token> {
        // official prose has a token in 1.8 characters: a list that grows would take twice the room
        let tokens = Vec::with_capacity(chars.len() * 3 / 5 + 16);
        let mut cutter = Self { dictionary, chars, tokens, numbers: Vec::new(), route: Vec::new() };
        let mut at = 0;
        while at < chars.len() {
            let worded = is_worded(chars[at]);
            let length = chars[at..].iter().take_while(|char| is_worded(**char) == worded).count();
            let stretch = Span::new(at, at + length);
            if worded {
                cutter.stretch(stretch);
            } else {
                cutter.marks(stretch);
            }
            at += length;
        }
        cutter.tokens
    }

    /// Punctuation and blanks: each a token, a line end of two characters one.
    fn marks(&mut self, stretch: Span) {
        let mut at = stretch.start;
        while at < stretch.end {
            let pair = self.chars[at] == '\r' && at + 1 < stretch.end && self.chars[at + 1] == '\n';
            let end = at + 1 + usize::from(pair);
            let word = if pair { Word::NONE } else { self.dictionary.get(&[self.dictionary.number(self.chars[at])]) };
            self.push(at, end, word);
            at = end;
        }
    }

    fn stretch(&mut self, stretch: Span) {
        let chars = &self.chars[stretch.start..stretch.end];
        self.numbers.clear();
        self.numbers.extend(chars.iter().map(|char| self.dictionary.number(*char)));
        self.find_route();
        let (mut at, mut singles) = (0, 0);
        while at < chars.len() {
            let Step { end, word, .. } = self.route[at];
            if end - at > 1 {
                self.singles(stretch.start, singles, at);
                self.push(stretch.start + at, stretch.start + end, word);
                singles = end;
            }
            at = end;
        }
        self.singles(stretch.start, singles, at);
    }

    /// The most probable words from each character on, from the last to the first.
    fn find_route(&mut self) {
        let length = self.numbers.len();
        let end = Step { weight: 0.0, end: length, word: Word::NONE };
        self.route.clear();
        self.route.resize(length + 1, end);
        for at in (0..length).rev() {
            let mut best: Option<Step> = None;
            self.dictionary.prefixes(&self.numbers[at..], |length, word| {
                let end = at + length;
                let weight = self.dictionary.weight(word) + self.route[end].weight;
                // of equally probable words the longer, which comes later
                if best.is_none_or(|best| weight >= best.weight) {
                    best = Some(Step { weight, end, word });
                }
            });
            let weight = self.dictionary.once + self.route[at + 1].weight;
            self.route[at] = best.unwrap_or(Step { weight, end: at + 1, word: Word::NONE });
        }
    }

    /// Characters `from..to` of the stretch at `start`, each alone on the route: a run of several that is no word
    /// of the dictionary itself is cut by the model.
    fn singles(&mut self, start: usize, from: usize, to: usize) {
        if to - from > 1 && self.dictionary.get(&self.numbers[from..to]) == Word::NONE {
            return self.unknown(start, from, to);
        }
        for at in from..to {
            self.push(start + at, start + at + 1, self.route[at].word);
        }
    }

    fn unknown(&mut self, start: usize, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let run = &self.chars[start + at..start + to];
            let covered = hmm::is_covered(run[0]);
            let length = run.iter().take_while(|char| hmm::is_covered(**char) == covered).count();
            let run = &run[..length];
            let mut before = 0;
            let dictionary = self.dictionary;
            let mut word = |end: usize| {
                let numbers = &self.numbers[at + before..at + end];
                let found = dictionary.get(numbers);
                let span = Span::new(start + at + before, start + at + end);
                let tag =
                    found.known().map_or_else(|| guess(&self.chars[span.start..span.end]), |word| dictionary.tag(word));
                self.tokens.push(Token { span, tag });
                before = end;
            };
            if !covered {
                latin(run, word);
            } else if length > 1 {
                dictionary.hmm.cut(run, word);
            } else {
                word(1);
            }
            at += length;
        }
    }

    fn push(&mut self, start: usize, end: usize, word: Word) {
        let tag = word.known().map(|word| self.dictionary.tag(word));
        let tag = tag.unwrap_or_else(|| guess(&self.chars[start..end]));
        self.tokens.push(Token { span: Span::new(start, end), tag });
    }
}

/// Cuts characters that the model does not cover: letters and digits with single `.`, `_`, `-` between them and a
/// `%` behind them are words, and so is what stands between two such words. Calls `word` with the end of each.
fn latin(run: &[char], mut word: impl FnMut(usize)) {
    let is_letter = |at: usize| run.get(at).is_some_and(char::is_ascii_alphanumeric);
    let mut at = 0;
    while at < run.len() {
        let start = at;
        while at < run.len() && !is_letter(at) {
            at += 1;
        }
        if at > start {
            word(at);
        }
        if at == run.len() {
            return;
        }
        loop {
            while is_letter(at) {
                at += 1;
            }
            if !(matches!(run.get(at), Some('.' | '_' | '-')) && is_letter(at + 1)) {
                break;
            }
            at += 1;
        }
        if run.get(at) == Some(&'%') {
            at += 1;
        }
        word(at);
    }
}

/// The part of speech of a word that the dictionary lacks: number, letters, or unknown.
fn guess(word: &[char]) -> Tag {
    let letters = word.iter().filter(|char| char.is_ascii_alphanumeric()).count();
    let digits = word.iter().filter(|char| char.is_ascii_digit()).count();
    match letters {
        0 => Tag::UNKNOWN,
        _ if letters == digits => Tag::NUMBER,
        _ => Tag::LETTERS,
    }
}

/// Whether words are made of `char`: Han characters, ASCII letters and digits, and some signs between them.
fn is_worded(char: char) -> bool {
    match char {
        '\u{4E00}'..='\u{9FFF}' => true,
        '+' | '#' | '&' | '.' | '_' | '%' | '-' => true,
        '\u{3400}'..='\u{4DBF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{2A6DF}'
        | '\u{2A700}'..='\u{2B73F}'
        | '\u{2B740}'..='\u{2B81F}'
        | '\u{2B820}'..='\u{2CEAF}'
        | '\u{2CEB0}'..='\u{2EBEF}'
        | '\u{2F800}'..='\u{2FA1F}' => true,
        _ => char.is_ascii_alphanumeric(),
    }
}
