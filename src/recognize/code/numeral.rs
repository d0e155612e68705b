//! The numerals of coded terms.

use crate::analysis::Span;
use crate::text::{self, Text};

/// A numeral at `at`, Han or up to two digits: its number and where it ends.
pub fn numeral_at(text: &Text, at: usize, end: usize) -> Option<(u32, usize)> {
    if at >= end {
        return None;
    }
    if text.at(at) == '双' {
        return Some((2, at + 1));
    }
    let digits = (at..end.min(at + 3)).find(|&at| !text.at(at).is_ascii_digit()).unwrap_or(end.min(at + 3));
    if digits > at {
        return (digits - at <= 2).then(|| (number_of(text, Span::new(at, digits)), digits));
    }
    let (mut number, mut here) = (0, at);
    if let Some(digit) = han_digit(text.at(here)) {
        (number, here) = (digit, here + 1);
    }
    if here < end && text.at(here) == '十' {
        (number, here) = (number.max(1) * 10, here + 1);
        if let Some(digit) = han_digit(text.at(here)).filter(|_| here < end) {
            (number, here) = (number + digit, here + 1);
        }
    }
    (here > at).then_some((number, here))
}

/// The value of a Han numeral of one character that counts something: 两 among them, no naught.
fn han_digit(char: char) -> Option<u32> {
    let digit = if char == '两' { Some(2) } else { text::han_digit(char) };
    digit.filter(|&digit| digit > 0).map(u32::from)
}

/// The number that the digits of `span` write.
pub fn number_of(text: &Text, span: Span) -> u32 {
    text.slice(span).parse().unwrap_or(0)
}
