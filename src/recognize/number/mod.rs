//! Numbers in every form that Chinese texts use: 1,000.21亿, 12万5千, 两千三百, 二〇二五, 八九千, 数十, 70余万.
//!
//! [`read`] reads one number at one place; it knows nothing of units. A run of number characters longer than
//! [`LONGEST`] is no number, so that reading takes bounded time at every place.

mod arabic;
mod reader;
mod small;

pub use reader::read;
pub use small::{Small, small};

use crate::analysis::Comparator;
use rust_decimal::Decimal;

/// How many code points the longest number has.
pub const LONGEST: usize = 40;

/// A number, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// How many code points it covers.
    pub length: usize,
    /// Its value, 万 and 亿 multiplied in.
    pub value: Decimal,
    /// The upper end of a range (八九千).
    pub max: Option<Decimal>,
    /// What 余, 多, 来, 几 inside or behind it say.
    pub comparator: Option<Comparator>,
    /// A vague amount: 数十, 几百, 十几.
    pub vague: bool,
    /// How it is written.
    pub script: Script,
    /// It begins with a scale and no digit: 百亿, 万, 千余.
    pub bare: bool,
    /// It holds 百, 千, 万 or 亿.
    pub scaled: bool,
    /// The part that the last scale multiplies, and that scale: 5 and 10000 for 5万.
    pub last_scale: Decimal,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Arabic digits, with or without 万 and 亿.
    Arabic,
    /// Chinese numerals.
    Han,
    /// Chinese digits one by one: 二〇二五.
    Positional,
}

/// The value of a Chinese digit.
pub fn han_digit(char: char) -> Option<u32> {
    Some(match char {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The value of a scale character.
pub fn scale(char: char) -> Option<u64> {
    Some(match char {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Whether `char` can stand in a number.
pub fn is_number_char(char: char) -> bool {
    char.is_ascii_digit() || han_digit(char).is_some() || scale(char).is_some() || matches!(char, '廿' | '卅')
}

#[cfg(test)]
mod tests;
