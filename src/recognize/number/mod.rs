//! Numbers in every form that Chinese texts use.

use rust_decimal::Decimal;

/// A number, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// How many code points it covers.
    pub length: usize,
    /// Its value, 万 and 亿 multiplied in.
    pub value: Decimal,
    /// The upper end of a range (3-5, 八九千).
    pub max: Option<Decimal>,
}
