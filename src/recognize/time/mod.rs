//! Dates and bounded intervals, resolved against the document's date.
//!
//! [`parse`] reads what stands at one place into an [`Expression`](expression::Expression) without knowing any
//! date; [`resolve`] turns it into days with the document's date and the times that were met before.

mod calendar;
pub mod clue;
mod expression;
mod parse;
mod relative;
mod resolve;
mod stretch;

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
    let text = &document.text;
    let mut resolver = resolve::Resolver::new(document);
    let mut at = 0;
    while at < text.len() {
        let Some(read) = parse::may_start(text.at(at)).then(|| parse::read(document, at)).flatten() else {
            at = parse::behind(text, at);
            continue;
        };
        let span = Span::new(read.start, read.end);
        if let Some(mention) = resolver.mention(span, &read.expression, read.rule) {
            found.times.push(mention);
        }
        at = read.end.max(at + 1);
    }
}

#[cfg(test)]
mod tests;
mod words;
