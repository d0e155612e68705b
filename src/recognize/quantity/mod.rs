//! Quantities: a number with its unit and the words that bound it.

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

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let _ = (document, found);
}
