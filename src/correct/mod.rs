//! What the reader knows better: rows confirmed, rejected, edited, added.
//!
//! A [`Correction`] says what is to be done to which row, and quotes the place that it stands on ([`anchor`]). [`apply`]
//! puts a list of them, in the order in which they were made, on a fresh Analysis of a text that may have changed since,
//! and says of each what became of it. Analyses here have spans that count bytes ([`crate::Offsets::Byte`]), as the page
//! has them; [`Correction`]s are plain data that a library can keep and a file can carry.

pub mod anchor;
mod apply;
mod figures;
mod form;
mod names;
mod people;
mod row;
mod speech;
mod table;
mod terms;
#[cfg(test)]
mod tests;

use crate::view::kind::Kind;
use anchor::Anchor;
pub use apply::{apply, read, rows_of};
pub use form::{Field, Form, Problem, check, fields};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Fields of a row by the names that the Analysis gives them, each as the reader would type it; lists have one entry a
/// line, an absent value is empty.
pub type Fields = BTreeMap<String, String>;

/// What is done to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// The row is right as it is.
    Confirm,
    /// The row is wrong, in all its places.
    Reject,
    /// The row does not stand in this one place.
    Unmark,
    /// Some fields are wrong.
    Edit,
    /// A row is missing, or this place of one.
    Add,
}

/// One decision of the reader about one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What is done.
    pub what: What,
    /// The table.
    pub kind: Kind,
    /// The place that it stands on.
    pub anchor: Anchor,
    /// The row as it was, so that it is known again; empty for an added one.
    #[serde(default)]
    pub row: Fields,
    /// What an edit changes; all that an added row has.
    #[serde(default)]
    pub fields: Fields,
    /// An added name stands wherever the text has the same words.
    #[serde(default)]
    pub everywhere: bool,
    /// When it was made: ISO 8601.
    #[serde(default)]
    pub at: String,
    /// What the reader wrote beside it.
    #[serde(default)]
    pub note: String,
}

/// What became of a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The Analysis is as it says.
    Applied,
    /// The words that it stands on are gone from the text, or not to be told from others.
    Gone,
    /// A later one says otherwise.
    Overruled,
    /// It holds values that the table cannot have.
    Invalid(Problem),
}
