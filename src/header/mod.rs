//! The header and the by-line: title, source, date, reporters, editors.

use crate::analysis::Span;
use crate::text::{Text, structure::Structure};
use jiff::civil::Date;

/// What the header and the by-line say.
#[derive(Debug, Default)]
pub struct Header {
    /// The headline.
    pub title: Option<Span>,
    /// Who published it.
    pub source: Option<Span>,
    /// The printed date.
    pub published: Option<Date>,
    /// Names of reporters; blanks inside a name may be part of the span.
    pub reporters: Vec<Span>,
    /// Names of editors.
    pub editors: Vec<Span>,
    /// Stretches that are header, by-line or page furniture (相关阅读, 声明, 来源 …), not running text.
    pub furniture: Vec<Span>,
}

impl Header {
    /// Reads header and by-line of `text`.
    pub fn read(text: &Text, structure: &Structure) -> Self {
        let _ = (text, structure);
        Self::default()
    }

    /// Whether `at` stands in the header, the by-line or page furniture.
    pub fn is_furniture(&self, at: usize) -> bool {
        self.furniture.iter().any(|span| span.holds(at))
    }
}
