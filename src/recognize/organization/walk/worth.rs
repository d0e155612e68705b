//! What the words of a name are worth.

use super::{BODIES, GENERIC, INSIDE, Walker, Worth, ordinal, worded};
use crate::analysis::Span;
use crate::text::is_han;

impl Walker<'_> {
    /// What the words of `span` are worth.
    pub fn worth(&self, span: Span) -> Worth {
        let text = &self.document.text;
        if span.is_empty() {
            return Worth::Bare;
        }
        if BODIES.longest_at(text, span.start, span.end).is_some() {
            return Worth::Proper;
        }
        let mut at = span.end;
        let mut worth = Worth::Class;
        let mut loose = 0;
        while at > span.start {
            if self.place_before(at).is_some_and(|start| start >= span.start) {
                return Worth::Proper;
            }
            let Some((word, tag)) = self.word_before(at) else { break };
            let word = Span::new(word.start.max(span.start), at);
            worth = worth.max(self.word_worth(word, tag));
            // characters that stay single in a row are a word that no dictionary knows
            loose = if word.len() == 1 && is_han(text.at(word.start)) && !GENERIC.contains(text.slice(word)) {
                loose + 1
            } else {
                0
            };
            if loose == 2 {
                worth = Worth::Proper;
            }
            at = word.start;
        }
        worth
    }

    /// Whether a well-known body begins at `start` and ends by `end`.
    pub fn known_at(&self, start: usize, end: usize) -> bool {
        self.known_end(start, end).is_some()
    }

    /// Where the well-known body that begins at `start` ends, not beyond `end`.
    pub fn known_end(&self, start: usize, end: usize) -> Option<usize> {
        if start >= end {
            return None;
        }
        BODIES.longest_at(&self.document.text, start, end).map(|(length, _)| start + length)
    }

    /// Whether `span` holds a place, a well-known body, a brand or a word no dictionary knows; a person's name is not enough.
    pub fn named(&self, span: Span) -> bool {
        let text = &self.document.text;
        let inside = self.document.tokens.inside(span);
        inside.iter().any(|token| {
            let word = text.slice(token.span);
            let brand = matches!(&*token.tag, "nz" | "nt" | "eng") || &*token.tag == "x" && worded(word);
            let place = self.place_before(token.span.end).is_some_and(|start| start >= span.start);
            place || brand && !GENERIC.contains(word)
        })
    }

    fn word_worth(&self, span: Span, tag: &str) -> Worth {
        let word = self.document.text.slice(span);
        if INSIDE.get(word).is_some_and(|row| row.get(1) == Some(&"name")) {
            Worth::Proper
        } else if GENERIC.contains(word) || INSIDE.contains(word) {
            Worth::Class
        } else if ordinal(word)
            || tag.starts_with("nr")
            || matches!(tag, "nz" | "nt" | "ns" | "eng")
            || (tag == "x" && worded(word))
        {
            Worth::Proper
        } else if !worded(word) {
            if self.document.text.before(span.end) == '”' { Worth::Proper } else { Worth::Class }
        } else {
            Worth::Some
        }
    }
}
