//! A text that was cut before and edited since: only the lines that the edit touches are cut anew.
//!
//! Words do not reach over the end of a line, so the lines that two texts share at their begin and at their end have the
//! same tokens in both.

use super::Token;
use crate::analysis::Span;

/// Longer texts are not kept, so that what is kept stays small beside the dictionary.
const LONGEST: usize = 100_000;

/// The text that was cut last, with its tokens.
#[derive(Debug, Default)]
pub struct Last {
    chars: Vec<char>,
    tokens: Vec<Token>,
}

impl Last {
    /// The tokens of `chars`; `cut` gives those of a stretch of whole lines, counted from its begin.
    pub fn cut(&mut self, chars: &[char], cut: impl Fn(&[char]) -> Vec<Token>) -> Vec<Token> {
        let front = common_front(&self.chars, chars);
        let back = common_back(&self.chars[front..], &chars[front..]);
        let (old, new) = (self.chars.len() - back, chars.len() - back);
        let kept = self.tokens.partition_point(|token| token.span.end <= front);
        let gone = self.tokens.partition_point(|token| token.span.start < old);
        let mut tokens = Vec::with_capacity(chars.len() * 3 / 5 + 16);
        tokens.extend_from_slice(&self.tokens[..kept]);
        tokens.extend(cut(&chars[front..new]).into_iter().map(|token| moved(token, 0, front)));
        tokens.extend(self.tokens[gone..].iter().map(|token| moved(*token, old, new)));
        if chars.len() <= LONGEST {
            self.chars.clear();
            self.chars.extend_from_slice(chars);
            self.tokens.clone_from(&tokens);
        }
        tokens
    }
}

/// `token` of a stretch that began at `from` and begins at `to` now.
fn moved(token: Token, from: usize, to: usize) -> Token {
    let Token { span, tag } = token;
    Token { span: Span::new(span.start - from + to, span.end - from + to), tag }
}

/// How many characters the whole lines have that both texts begin with.
fn common_front(old: &[char], new: &[char]) -> usize {
    let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    new[..same].iter().rposition(|char| *char == '\n').map_or(0, |end| end + 1)
}

/// How many characters the whole lines have that both texts, which begin with a line, end with.
fn common_back(old: &[char], new: &[char]) -> usize {
    let same = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let opens = |text: &[char]| text[..text.len() - same].last().is_none_or(|before| *before == '\n');
    if opens(old) && opens(new) {
        return same;
    }
    let tail = &new[new.len() - same..];
    tail.iter().position(|char| *char == '\n').map_or(0, |end| same - end - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::Tag;
    use proptest::prelude::*;

    /// Every two characters of a line are a token, and every line end is one.
    fn pairs(chars: &[char]) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            let single = chars[at] == '\n' || chars.get(at + 1).is_none_or(|next| *next == '\n');
            let end = at + if single { 1 } else { 2 };
            tokens.push(Token { span: Span::new(at, end), tag: Tag::UNKNOWN });
            at = end;
        }
        tokens
    }

    proptest! {
        #[test]
        fn an_edited_text_has_the_tokens_of_a_new_one(texts in prop::collection::vec("[甲乙\n]{0,24}", 1..6)) {
            let mut last = Last::default();
            for text in texts {
                let chars: Vec<char> = text.chars().collect();
                prop_assert_eq!(last.cut(&chars, pairs), pairs(&chars));
            }
        }
    }

    #[test]
    fn only_the_lines_that_an_edit_touches_are_cut() {
        let mut last = Last::default();
        let cut_of = |last: &mut Last, text: &str| {
            let seen = std::cell::RefCell::new(String::new());
            let chars: Vec<char> = text.chars().collect();
            last.cut(&chars, |stretch| {
                seen.borrow_mut().extend(stretch);
                pairs(stretch)
            });
            seen.into_inner()
        };
        assert_eq!(cut_of(&mut last, "甲乙\n丙\n丁"), "甲乙\n丙\n丁");
        assert_eq!(cut_of(&mut last, "甲乙\n丙丙\n丁"), "丙丙\n");
        assert_eq!(cut_of(&mut last, "戊\n甲乙\n丙丙\n丁"), "戊\n");
        assert_eq!(cut_of(&mut last, "戊\n甲乙\n丙丙\n丁"), "");
    }
}
