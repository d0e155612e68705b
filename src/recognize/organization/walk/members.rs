//! The members of a list: A、B、C.

use super::{Walker, Worth};
use crate::analysis::Span;
use crate::text::is_han;

impl Walker<'_> {
    /// The members of a list that ends at `end`: A、B、C with the marks between them; None where it is no such list. The
    /// first begins where the walk to the left ends, the others behind their mark. A last 和 or 与 parts members too.
    pub fn members_before(&self, end: usize, longest: usize) -> Option<Vec<Span>> {
        const MOST: usize = 40;
        let text = &self.document.text;
        let mut members = Vec::new();
        let mut stop = end;
        while members.len() < MOST {
            let floor = stop.saturating_sub(longest);
            let at = (floor..stop).rev().find(|&at| !in_name(text.before(at)) || at == floor)?;
            if at == floor && in_name(text.before(at)) {
                break;
            }
            if text.before(at) != '、' {
                break;
            }
            members.push(Span::new(at, stop));
            stop = at - 1;
        }
        let start = self.first_member(stop);
        if start < stop && stop - start <= longest {
            members.push(Span::new(start, stop));
        }
        members.reverse();
        Some(members.into_iter().flat_map(|member| self.parted(member)).collect())
    }

    /// Where the first member of a list begins: where the walk ends, or one verb further where only class words were found
    /// (安能|科技: a brand that is a verb in the dictionary).
    fn first_member(&self, end: usize) -> usize {
        let start = self.start_of(end);
        if start < end && self.worth(Span::new(start, end)) > Worth::Class {
            return start;
        }
        match self.word_before(start) {
            Some((word, "v")) if word.len() == 2 && !self.stops(word) && start < end => word.start,
            _ => start,
        }
    }

    /// A member, cut at 和 or 与 where the segmenter sees a conjunction inside it.
    fn parted(&self, member: Span) -> Vec<Span> {
        let text = &self.document.text;
        let inside = self.document.tokens.inside(member);
        let cut = inside.iter().skip(1).find(|token| matches!(text.slice(token.span), "和" | "与" | "及" | "以及"));
        match cut {
            Some(token) if token.span.end < member.end => {
                vec![Span::new(member.start, token.span.start), Span::new(token.span.end, member.end)]
            }
            _ => vec![member],
        }
    }
}

/// Whether a character can stand inside the name of a list's member.
fn in_name(char: char) -> bool {
    is_han(char) || char.is_ascii_alphanumeric() || matches!(char, '“' | '”' | '(' | ')' | '·' | '-' | '+')
}
