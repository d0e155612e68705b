//! The tokens of a text, and which of them holds an offset.

use super::{Tag, Token};
use crate::analysis::Span;

/// All tokens of a text, and which token holds an offset.
#[derive(Debug, Default)]
pub struct Tokens {
    list: Vec<Token>,
    starts: Starts,
}

impl Tokens {
    /// `list`, tokens that follow each other from the begin of the text.
    pub fn new(list: Vec<Token>) -> Self {
        Self { starts: Starts::new(&list), list }
    }

    /// The tokens in order.
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// Index of the token that holds code point `at`; the last token beyond the end.
    pub fn index_at(&self, at: usize) -> usize {
        self.starts.token_at(at).unwrap_or(self.list.len().saturating_sub(1))
    }

    /// The token that holds code point `at`.
    pub fn at(&self, at: usize) -> Option<&Token> {
        self.list.get(self.starts.token_at(at)?)
    }

    /// Whether a token starts (or the text ends) at `at`.
    pub fn is_boundary(&self, at: usize) -> bool {
        self.starts.is_start(at)
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
                    list.push(Token { span: Span::new(from, span.start), tag: token.tag });
                }
                if span.start >= token.span.start {
                    list.push(Token { span: *span, tag: Tag::new(tag) });
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
        *self = Self::new(list);
    }

    /// The tokens that lie wholly inside `span`.
    pub fn inside(&self, span: Span) -> &[Token] {
        let (from, to) = (self.first_from(span.start), self.first_from(span.end));
        // a token that reaches beyond the end begins before it
        let to = if self.starts.is_start(span.end) { to } else { to.saturating_sub(1) };
        &self.list[from.min(to)..to]
    }

    /// The number of the first token that starts at `at` or behind it.
    fn first_from(&self, at: usize) -> usize {
        let holder = self.starts.token_at(at).unwrap_or(self.list.len());
        if self.starts.is_start(at) { holder } else { holder + 1 }
    }
}

/// Where tokens start: one bit a code point, and how many starts lie before each 32 of them. Which token holds an offset
/// is asked for more often than anything else, of a table that stays small.
#[derive(Debug, Default)]
struct Starts {
    blocks: Vec<Block>,
    /// Code points.
    length: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Block {
    /// The lowest bit is that of the first code point.
    bits: u32,
    before: u32,
}

impl Starts {
    fn new(list: &[Token]) -> Self {
        let length = list.last().map_or(0, |token| token.span.end);
        let mut blocks = vec![Block::default(); length.div_ceil(32)];
        for start in list.iter().map(|token| token.span.start).filter(|&start| start < length) {
            blocks[start / 32].bits |= 1 << (start % 32);
        }
        let mut before = 0;
        for block in &mut blocks {
            block.before = before;
            before += block.bits.count_ones();
        }
        Self { blocks, length }
    }

    /// Index of the token that holds code point `at`; none beyond the end.
    #[inline]
    fn token_at(&self, at: usize) -> Option<usize> {
        let block = self.blocks.get(at / 32).filter(|_| at < self.length)?;
        let started = (block.bits & (u32::MAX >> (31 - at % 32))).count_ones();
        Some((block.before + started).saturating_sub(1) as usize)
    }

    /// Whether a token starts (or the text ends) at `at`.
    #[inline]
    fn is_start(&self, at: usize) -> bool {
        at >= self.length || self.blocks[at / 32].bits >> (at % 32) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_of_an_offset_is_the_one_that_holds_it() {
        let mut start = 0;
        let lengths = [1, 2, 40, 1, 1, 31, 3, 64, 2].into_iter().cycle().take(50);
        let list: Vec<Token> = lengths
            .map(|length| {
                start += length;
                Token { span: Span::new(start - length, start), tag: Tag::UNKNOWN }
            })
            .collect();
        let tokens = Tokens::new(list.clone());
        for (index, token) in list.iter().enumerate() {
            for at in token.span.start..token.span.end {
                assert_eq!((tokens.index_at(at), tokens.at(at)), (index, Some(token)));
                assert_eq!(tokens.is_boundary(at), at == token.span.start);
            }
        }
        assert_eq!((tokens.index_at(start), tokens.at(start), tokens.is_boundary(start)), (49, None, true));
        assert_eq!((Tokens::default().index_at(0), Tokens::default().is_boundary(0)), (0, true));
    }
}
