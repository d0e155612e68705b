//! Dates and bounded intervals, resolved against the document's date.

use super::{Mentions, Rule};
use crate::analysis::Span;
use crate::document::Document;
use jiff::civil::Date;

/// An expression that denotes a calendar date or a bounded interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeMention {
    /// Where it stands.
    pub span: Span,
    /// First and last day; None where the document gives nothing to resolve it against.
    pub days: Option<(Date, Date)>,
    /// How fine it is.
    pub grain: Grain,
    /// The year (or more) was taken from the document's date or from an earlier time, not written here.
    pub assumed: bool,
    /// Stands inside a name (“十四五”规划, 2023年重大产业项目) or the page header: read for context, no row of its own.
    pub in_name: bool,
    /// The rule that found it.
    pub rule: Rule,
}

/// How fine a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Grain {
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    /// Several years: plan periods, 过去五年.
    Period,
    /// Any other interval: 1—8月, 今年以来.
    Span,
}

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let _ = (document, found);
}
