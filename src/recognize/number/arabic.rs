//! Arabic digits with thousands separators and decimals.

use crate::analysis::Span;
use crate::text::Text;
use rust_decimal::Decimal;

/// More digits before the point are the number of a thing, no amount; and no sum or product of fewer, with the scales that a
/// number may have, is too large to reckon with.
const MOST_DIGITS: usize = 18;

/// Reads the digits at `at`: their value and how many code points they cover.
pub fn read(text: &Text, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let mut digits = String::new();
    let mut here = at;
    while here < end && text.at(here).is_ascii_digit() {
        digits.push(text.at(here));
        here += 1;
    }
    if digits.is_empty() {
        return None;
    }
    if here - at <= 3 {
        while group_follows(text, here, end) {
            digits.extend(&text.chars()[here + 1..here + 4]);
            here += 4;
        }
    }
    if digits.len() > MOST_DIGITS {
        return None;
    }
    if here + 1 < end && text.at(here) == '.' && text.at(here + 1).is_ascii_digit() {
        let mut last = here + 1;
        while last < end && text.at(last).is_ascii_digit() {
            last += 1;
        }
        // 2023.01.31 and 1.2.3 are no decimals.
        let dotted_on = text.at(last) == '.' && text.at(last + 1).is_ascii_digit();
        if !dotted_on {
            digits.extend(&text.chars()[here..last]);
            here = last;
        }
    }
    Some((digits.parse().ok()?, here - at))
}

/// Whether `,` and exactly three digits follow. A full-width comma separates clauses unless the digits are
/// full-width too.
fn group_follows(text: &Text, at: usize, end: usize) -> bool {
    at + 4 <= end
        && text.at(at) == ','
        && (1..4).all(|ahead| text.at(at + ahead).is_ascii_digit())
        && !text.at(at + 4).is_ascii_digit()
        && full_width_alike(text, at)
}

fn full_width_alike(text: &Text, at: usize) -> bool {
    let wide = |place: usize| text.given_slice(Span::new(place, place + 1)).len() > 1;
    wide(at) == wide(at - 1)
}
