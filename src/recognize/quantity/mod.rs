//! Quantities: a number with its unit and the words that bound it.

mod bounds;
mod guard;
mod implied;
mod phrase;
mod plain;
mod points;
mod rank;
mod unit;

use super::number::{self, is_number_char};
use super::{Mentions, Rule};
use crate::analysis::{Comparator, Span};
use crate::document::Document;
use rust_decimal::Decimal;

/// What sort of quantity the unit makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Percent or per mille, tenths (三成): unit %.
    Percent,
    /// 个百分点.
    PercentPoint,
    /// 翻一番, 1.2倍, 倍增: unit 倍.
    Multiple,
    /// 前20强, 第27位: unit 位.
    Rank,
    /// Money.
    Money,
    /// Things counted or measured.
    Count,
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number with its unit and with 余, 多, 以上, 左右 where they touch it; 不少于, 突破 stay outside.
    pub span: Span,
    /// The number written out in full, never negative by a verb of decline (that is the indicator's work).
    pub value: Decimal,
    /// The upper end of a range.
    pub max: Option<Decimal>,
    /// The base unit in simplified characters: 元 人 % 百分点 个 家 位 倍 千瓦时 元/人 …
    pub unit: String,
    /// What sort of quantity.
    pub form: Form,
    /// From the words that touch it or stand before it (超过, 不少于, 约).
    pub comparator: Comparator,
    /// A vague amount: 数十家, 若干.
    pub vague: bool,
    /// A threshold or a class name (20亿元以上项目, 规上, 百亿级, 5A级): found, but not an indicator of its own.
    pub class_name: bool,
    /// The rule that found it.
    pub rule: Rule,
}

/// Adds what it finds in `document` to `found`. Times were found before: what they cover is no quantity.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let text = &document.text;
    let mut at = 0;
    let mut times = found.times.iter().map(|time| time.span).peekable();
    let mut quantities: Vec<Quantity> = Vec::new();
    while at < text.len() {
        while times.peek().is_some_and(|time| time.end <= at) {
            times.next();
        }
        if !may_start(text.at(at)) {
            at += 1;
            continue;
        }
        if let Some(time) = times.peek().filter(|time| time.holds(at)) {
            at = time.end;
            continue;
        }
        let read =
            rank::read(document, at).or_else(|| phrase::read(document, at)).or_else(|| plain::read(document, at));
        let read = read.or_else(|| points::read(document, at));
        match read {
            Some(mut quantity) if times.peek().is_none_or(|time| !time.overlaps(quantity.span)) => {
                bounds::apply(document, &mut quantity, quantities.last());
                at = quantity.span.end.max(at + 1);
                quantities.push(quantity);
            }
            _ => at = behind(document, at),
        }
    }
    found.quantities.append(&mut quantities);
}

/// Whether a quantity may start with `char`.
fn may_start(char: char) -> bool {
    is_number_char(char)
        || matches!(char, '数' | '几' | '第' | '前' | '首' | '翻' | '倍' | '$' | '￥' | '¥' | '€' | '£')
}

/// Where to go on when nothing was read at `at`: behind the number, or behind a run too long to be one.
fn behind(document: &Document, at: usize) -> usize {
    let text = &document.text;
    if !is_number_char(text.at(at)) {
        return at + 1;
    }
    let run = (at..text.len()).take_while(|&place| is_number_char(text.at(place))).count();
    if run >= number::LONGEST {
        return at + run;
    }
    number::read(text, at, |_| false).map_or(at + run, |number| at + number.length)
}

#[cfg(test)]
mod tests;
mod words;
