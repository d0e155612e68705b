//! The corrections of a document, with the steps that led to them.

use crate::Analysis;
use crate::correct::{Correction, State, apply};
use crate::web::app::state::{Document, Reading};
use std::rc::Rc;

/// How many steps can be undone.
const STEPS: usize = 200;

/// The corrections of a document, and the result that they are put on.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// In the order in which they were made.
    pub list: Rc<Vec<Correction>>,
    /// What became of each.
    pub states: Rc<Vec<State>>,
    /// The Analysis as the analyzer gave it.
    found: Option<Rc<Analysis>>,
    past: Vec<Rc<Vec<Correction>>>,
    future: Vec<Rc<Vec<Correction>>>,
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.list, &other.list) && Rc::ptr_eq(&self.states, &other.states)
    }
}

impl Held {
    /// Takes the analyzer's result for `text`, and gives it with the corrections on it.
    pub fn take(&mut self, text: &str, found: Rc<Analysis>) -> Rc<Analysis> {
        self.found = Some(found.clone());
        if self.list.is_empty() {
            if !self.states.is_empty() {
                self.states = Rc::default();
            }
            return found;
        }
        let (analysis, states) = apply(text, Analysis::clone(&found), &self.list);
        self.states = Rc::new(states);
        Rc::new(analysis)
    }

    /// Takes the corrections that the library holds.
    pub fn adopt(&mut self, list: Vec<Correction>) {
        *self = Self { list: Rc::new(list), found: self.found.take(), ..Self::default() };
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes a step: the list is another.
    pub(super) fn set(&mut self, list: Vec<Correction>) {
        self.past.push(std::mem::replace(&mut self.list, Rc::new(list)));
        if self.past.len() > STEPS {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Takes the last step back; false where there is none.
    pub(super) fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.list, before));
        true
    }

    /// Does a step again that was taken back; false where there is none.
    pub(super) fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.list, after));
        true
    }
}

/// Puts the corrections of `document` on its result anew.
pub(super) fn redraw(document: &mut Document) {
    let (Some(reading), Some(found)) = (&document.reading, document.held.found.clone()) else { return };
    let (text, milliseconds) = (reading.text.clone(), reading.milliseconds);
    let analysis = document.held.take(&text, found);
    document.reading = Some(Reading::new(text, analysis, milliseconds));
}
