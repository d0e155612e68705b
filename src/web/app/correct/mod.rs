//! Corrections in the page: what the reader decides about rows, kept beside the analyzer's result.

pub mod bar;
pub mod commands;
pub mod edit;
mod held;
pub mod keys;
pub mod lexicon;
pub mod list;
pub mod place;
mod teach;
pub mod words;

use super::state::{Reading, Selection};
use super::{After, App};
use crate::analysis::Span;
use crate::correct::anchor::Anchor;
use crate::correct::{Correction, Fields, What, read};
use crate::taught;
use crate::view::kind::Kind;
use crate::view::marks::{Row, places_of};
pub use held::Held;
use held::redraw;
pub use teach::kept_lexicon;

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// The row is right.
    Confirm(Row),
    /// The row is wrong.
    Reject(Row),
    /// It does not stand in this place.
    Unmark(Selection),
    /// Opens the form of a row.
    Edit(Row),
    /// Opens the form of a new row for words of the text; None where the reader types them.
    Add(Kind, Option<Span>),
    /// A form was filled in: its correction, and what the lexicon is to learn from it.
    Save(Box<Correction>, Option<taught::Entry>),
    /// Opens the list of corrections.
    List,
    /// Opens the lexicon.
    Lexicon,
    /// Closes what is open.
    Close,
    /// Takes a correction out of the list.
    Delete(usize),
    /// The last step is taken back.
    Undo,
    /// It is done again.
    Redo,
    /// The lexicon is another.
    Teach(Vec<taught::Entry>),
    /// Words of the article were selected, or none.
    Selected(Option<Span>),
    /// A key was pressed on a row.
    Key(Row, char),
}

/// What is open over the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Open {
    /// A row's form.
    Edit(Row),
    /// The form of a new row.
    Add(Kind, Option<Span>),
    /// All corrections.
    List,
    /// The reader's lexicon.
    Lexicon,
}

impl App {
    pub(super) fn correct(&mut self, step: Step) -> bool {
        match step {
            Step::Confirm(row) => self.decide(What::Confirm, row, None),
            Step::Reject(row) => self.decide(What::Reject, row, None),
            Step::Unmark(selection) => self.decide(What::Unmark, selection.row, Some(selection.nth)),
            Step::Key(row, 'c') => self.decide(What::Confirm, row, None),
            Step::Key(row, 'x') => self.decide(What::Reject, row, None),
            Step::Key(row, 'e') | Step::Edit(row) => self.open_over = Some(Open::Edit(row)),
            Step::Key(..) => return false,
            Step::Add(kind, span) => self.open_over = Some(Open::Add(kind, span)),
            Step::Save(correction, entry) => {
                self.open_over = None;
                self.push(*correction);
                if let Some(entry) = entry {
                    self.learn(entry);
                }
            }
            Step::List => self.open_over = Some(Open::List),
            Step::Lexicon => self.open_over = Some(Open::Lexicon),
            Step::Close => self.open_over = None,
            Step::Delete(index) => self.change(|held| {
                let mut list = held.list.to_vec();
                let there = index < list.len();
                if there {
                    list.remove(index);
                    held.set(list);
                }
                there
            }),
            Step::Undo => self.change(Held::undo),
            Step::Redo => self.change(Held::redo),
            Step::Teach(entries) => self.teach(entries),
            Step::Selected(span) => {
                return std::mem::replace(&mut self.words, span) != span;
            }
        }
        true
    }

    /// A decision without a form.
    fn decide(&mut self, what: What, row: Row, nth: Option<usize>) {
        let Some(reading) = self.reading() else { return };
        let nth =
            nth.or_else(|| self.selection.filter(|selection| selection.row == row).map(|selection| selection.nth));
        if let Some(correction) = correction(&reading, what, row, nth.unwrap_or(0)) {
            self.push(correction);
        }
    }

    fn push(&mut self, correction: Correction) {
        self.change(|held| {
            let mut list = held.list.to_vec();
            list.push(correction);
            held.set(list);
            true
        });
    }

    /// Changes the list of the open document and shows the result.
    fn change(&mut self, with: impl FnOnce(&mut Held) -> bool) {
        let Some(document) = self.documents.get_mut(self.active) else { return };
        if !with(&mut document.held) {
            return;
        }
        let before = document.reading.clone();
        redraw(document);
        let after = document.reading.clone();
        self.selection =
            self.selection.and_then(|selection| super::documents::moved(selection, before.as_ref()?, after.as_ref()?));
        self.words = None;
        self.after = After::Marked;
    }
}

/// A correction of `row` at its place `nth`.
pub fn correction(reading: &Reading, what: What, row: Row, nth: usize) -> Option<Correction> {
    let places = places_of(&reading.analysis, row);
    let span = places.get(nth).or_else(|| places.first())?;
    Some(Correction {
        what,
        kind: row.kind,
        anchor: Anchor::new(&reading.text, *span)?,
        row: read(&reading.analysis, row),
        fields: Fields::new(),
        everywhere: false,
        at: now(),
        note: String::new(),
    })
}

/// The time, ISO 8601.
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}
