//! The rows of all tables as they are searched.

use crate::Analysis;
use crate::view::kind::Kind;
use crate::view::marks::{Row, places_of};
use crate::view::title::kept_title;
use serde::{Deserialize, Serialize};

/// A row of a table as it is searched.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The table, by its slug.
    pub kind: String,
    /// Position in the table.
    pub index: usize,
    /// What the row says.
    pub words: String,
}

/// The lines of all tables; each row once, those of rare kinds first.
pub fn lines(analysis: &Analysis) -> Vec<Line> {
    let mut lines = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Keyword) {
        for index in 0..kind.count(analysis) {
            let row = Row { kind, index };
            let words = kept_title(analysis, row);
            if !words.is_empty() && !places_of(analysis, row).is_empty() {
                lines.push(Line { kind: kind.slug().to_owned(), index, words });
            }
        }
    }
    lines
}
