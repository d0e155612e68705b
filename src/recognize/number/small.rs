//! Small whole numbers: years, months, days, ranks, counts of years.

use super::{han_digit, scale};
use crate::text::Text;

/// A small whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Small {
    /// Its value.
    pub value: u32,
    /// How many code points it covers.
    pub length: usize,
    /// How many digits were written one by one (二〇二五: 4; 12: 2); 0 where scales were written (十二).
    pub digits: usize,
    /// Written in Chinese characters.
    pub han: bool,
}

/// The whole number below 10000 at `at`: 1 to 4 Arabic digits, Chinese digits one by one, or 十 and 百 compounds.
pub fn small(text: &Text, at: usize) -> Option<Small> {
    if text.at(at).is_ascii_digit() { arabic(text, at) } else { han(text, at) }
}

fn arabic(text: &Text, at: usize) -> Option<Small> {
    let length = (0..5).take_while(|ahead| text.at(at + ahead).is_ascii_digit()).count();
    if length > 4 {
        return None;
    }
    let value = (0..length).filter_map(|ahead| text.at(at + ahead).to_digit(10)).fold(0, |sum, digit| sum * 10 + digit);
    Some(Small { value, length, digits: length, han: false })
}

fn han(text: &Text, at: usize) -> Option<Small> {
    let (mut sum, mut digit, mut digits, mut length) = (0, None::<u32>, 0, 0);
    let mut lowest = u32::MAX;
    while length < 9 {
        let char = text.at(at + length);
        if let Some(value) = han_digit(char) {
            if lowest == u32::MAX {
                digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(value)?);
                digits += 1;
                if digits > 4 {
                    return None;
                }
            } else if digit.unwrap_or(0) != 0 {
                return None;
            } else {
                digit = Some(value);
            }
        } else if let Some(by) = small_scale(char).filter(|by| *by < lowest && digits <= 1) {
            sum += digit.unwrap_or(1) * by;
            (digit, lowest) = (None, by);
        } else if matches!(char, '廿' | '卅') && length == 0 {
            sum = if char == '廿' { 20 } else { 30 };
            lowest = 10;
        } else {
            break;
        }
        length += 1;
    }
    if length == 0 {
        return None;
    }
    let digits = if lowest == u32::MAX { digits } else { 0 };
    Some(Small { value: sum + digit.unwrap_or(0), length, digits, han: true })
}

fn small_scale(char: char) -> Option<u32> {
    scale(char).filter(|by| *by <= 1000).map(|by| by as u32)
}
