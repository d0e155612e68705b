//! Where a correction stands: the words themselves, what stands around them, and the position, so that the place is
//! found again after the text was edited elsewhere.
//!
//! The two halves are those of W3C's Web Annotation model: a TextQuoteSelector and a TextPositionSelector.

use crate::analysis::Span;
use serde::{Deserialize, Serialize};

/// How many characters of context are kept on either side.
const CONTEXT: usize = 16;

/// How many characters beside the words must still be the same for the place to be taken for the old one.
const LEAST: usize = 4;

/// A quoted place of a text; positions count bytes of UTF-8.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Anchor {
    /// The words.
    pub quote: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
    /// Where they start.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

impl Anchor {
    /// The place `span` of `text`; None where it is empty or no stretch of the text.
    pub fn new(text: &str, span: Span) -> Option<Self> {
        let quote = text.get(span.start..span.end).filter(|quote| !quote.is_empty())?;
        let before = text.get(..span.start)?;
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
        let prefix = before.get(from..).unwrap_or_default();
        let suffix: String = text.get(span.end..)?.chars().take(CONTEXT).collect();
        Some(Self { quote: quote.to_owned(), prefix: prefix.to_owned(), suffix, start: span.start, end: span.end })
    }

    /// The span that it was taken from.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end.max(self.start))
    }

    /// Where the place is in `text`: as it was, or the one place with these words whose context is most alike.
    /// None where the words are gone, or stand in several places that are as much alike.
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.quote.is_empty() {
            return None;
        }
        let all = self.prefix.chars().count() + self.suffix.chars().count();
        let here = self.likeness(text, self.start);
        if here == Some(all) {
            return Some(Span::new(self.start, self.start + self.quote.len()));
        }
        let mut best: Option<(usize, usize)> = None;
        let mut rivals = 0usize;
        for (at, _) in text.match_indices(&self.quote) {
            let likeness = 2 * self.likeness(text, at).unwrap_or(0) + usize::from(at == self.start);
            match best {
                Some((most, _)) if likeness < most => {}
                Some((most, _)) if likeness == most => rivals += 1,
                _ => {
                    best = Some((likeness, at));
                    rivals = 0;
                }
            }
        }
        let (likeness, at) = best?;
        let enough = likeness >= 2 * LEAST.min(all) || self.quote.chars().count() > LEAST;
        (rivals == 0 && enough).then(|| Span::new(at, at + self.quote.len()))
    }

    /// How many characters of the context stand around the words at `at`; None where other words stand there.
    fn likeness(&self, text: &str, at: usize) -> Option<usize> {
        let (before, rest) = text.split_at_checked(at)?;
        let after = rest.strip_prefix(self.quote.as_str())?;
        let alike = |pair: &(char, char)| pair.0 == pair.1;
        let before = before.chars().rev().zip(self.prefix.chars().rev()).take_while(alike).count();
        let after = after.chars().zip(self.suffix.chars()).take_while(alike).count();
        Some(before + after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "2024年,全市地区生产总值增长5%,一般公共预算收入增长5%。市长陆致远出席会议。";

    fn anchor(words: &str, nth: usize) -> Anchor {
        let (start, _) = TEXT.match_indices(words).nth(nth).unwrap();
        Anchor::new(TEXT, Span::new(start, start + words.len())).unwrap()
    }

    fn found(anchor: &Anchor, text: &str) -> Option<usize> {
        anchor.find(text).map(|span| text[..span.start].chars().count())
    }

    #[test]
    fn the_unchanged_text_gives_the_same_place() {
        for nth in 0..2 {
            let anchor = anchor("5%", nth);
            assert_eq!(anchor.find(TEXT), Some(anchor.span()));
        }
    }

    #[test]
    fn edits_elsewhere_move_the_place() {
        let second = anchor("5%", 1);
        let longer = format!("云川市要闻。{TEXT}");
        assert_eq!(found(&second, &longer), Some(6 + TEXT[..second.start].chars().count()));
        let shorter = TEXT.replace("2024年,", "");
        assert_eq!(found(&second, &shorter), Some(TEXT[..second.start].chars().count() - 6));
        assert_eq!(found(&second, &TEXT.replace("2024年,全市地区生产总值增长5%,", "")), Some(10));
    }

    #[test]
    fn the_context_may_change_on_one_side() {
        assert!(anchor("陆致远", 0).find(&TEXT.replace("出席会议", "讲话")).is_some());
        assert!(anchor("地区生产总值", 0).find("地区生产总值是什么?").is_some(), "long words that stand alone");
    }

    #[test]
    fn words_that_are_gone_or_stand_elsewhere_are_not_found() {
        assert_eq!(anchor("陆致远", 0).find(&TEXT.replace("陆致远", "林若川")), None);
        assert_eq!(anchor("5%", 0).find("税收占比提高到5%"), None, "the same words in another sentence");
        assert_eq!(anchor("5%", 0).find(""), None);
        let lone = Anchor { prefix: String::new(), suffix: String::new(), start: 500, ..anchor("5%", 0) };
        assert_eq!(lone.find(TEXT), None, "two places as good as each other");
    }

    #[test]
    fn hostile_anchors_are_harmless() {
        let odd = Anchor { quote: "市".into(), start: 1, end: usize::MAX, ..Anchor::default() };
        assert_eq!(odd.find("市市"), None);
        assert_eq!(Anchor::new("市", Span::new(1, 2)), None);
        assert_eq!(Anchor::new("市", Span::new(0, 0)), None);
        assert_eq!(Anchor::default().find("市"), None);
    }
}
