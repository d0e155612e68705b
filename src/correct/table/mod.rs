//! The corrections of one table, put on its rows one after the other.

mod fields;
mod find;
mod outcome;
mod places;

use super::form::check;
use super::row::{AnyRow, Entry, Sort};
use super::{Correction, Fields, State, What};
use crate::analysis::Span;
pub use outcome::Outcome;
use std::collections::BTreeSet;

/// A correction of this table, with its place in the text as it is now.
pub struct Given<'a> {
    /// Position in the whole list.
    pub index: usize,
    /// The correction.
    pub correction: &'a Correction,
    /// Where its words stand.
    pub place: Option<Span>,
}

/// A row at work.
struct Slot {
    row: Box<dyn AnyRow>,
    /// Position in the table as the analyzer gave it.
    old: Option<usize>,
    /// The name that the analyzer gave it.
    name: String,
    gone: bool,
    /// The corrections that hold for it, with the fields that they set.
    by: Vec<(usize, What, BTreeSet<String>)>,
    note: String,
}

/// A table at work. It knows its rows by what they have in common: the page would have to load all this for each table.
struct Table<'a> {
    sort: Sort,
    text: &'a str,
    slots: Vec<Slot>,
    /// Places that were taken away, and by which correction.
    unmarked: Vec<(Span, usize)>,
    rejected: Vec<(usize, String, String)>,
}

/// Puts the corrections in `list` on `rows`; says in `states` what became of each.
pub fn correct<R: Entry>(text: &str, rows: Vec<R>, list: &[Given], states: &mut [State]) -> Outcome<R> {
    let rows = rows.into_iter().map(|row| Box::new(row) as Box<dyn AnyRow>).collect();
    let Outcome { rows, moved, reviews, renamed } = Table::correct(Sort::of::<R>(), text, rows, list, states);
    let rows = rows.into_iter().filter_map(|row| row.into_any().downcast().ok()).map(|row| *row).collect();
    Outcome { rows, moved, reviews, renamed }
}

impl Table<'_> {
    fn correct(
        sort: Sort,
        text: &str,
        rows: Vec<Box<dyn AnyRow>>,
        list: &[Given],
        states: &mut [State],
    ) -> Outcome<Box<dyn AnyRow>> {
        let slot = |(old, row): (usize, Box<dyn AnyRow>)| Slot {
            name: row.name().to_owned(),
            row,
            old: Some(old),
            gone: false,
            by: Vec::new(),
            note: String::new(),
        };
        let count = rows.len();
        let slots = rows.into_iter().enumerate().map(slot).collect();
        let mut table = Table { sort, text, slots, unmarked: Vec::new(), rejected: Vec::new() };
        for given in list {
            let state = table.put(given, states);
            if let Some(held) = states.get_mut(given.index) {
                *held = state;
            }
        }
        table.join_namesakes();
        table.finish(count, states)
    }

    fn put(&mut self, given: &Given, states: &mut [State]) -> State {
        let what = match given.correction.what {
            What::Unmark if !self.sort.many => What::Reject,
            what => what,
        };
        let fields = match what {
            What::Edit | What::Add => &given.correction.fields,
            _ => &Fields::new(),
        };
        if let Some(problem) = check(self.sort.kind, fields).into_iter().next() {
            return State::Invalid(problem);
        }
        match what {
            What::Reject => self.reject(given, states),
            What::Unmark => self.unmark(given),
            What::Confirm | What::Edit => self.hold(given, what, states),
            What::Add => self.add(given, states),
        }
    }

    fn reject(&mut self, given: &Given, states: &mut [State]) -> State {
        let Some(at) = self.find(given).filter(|&at| !self.slots[at].gone) else {
            return if given.place.is_some() { State::Applied } else { State::Gone };
        };
        let slot = &mut self.slots[at];
        slot.gone = true;
        for (index, ..) in std::mem::take(&mut slot.by) {
            overrule(states, index);
        }
        slot.by.push((given.index, What::Reject, BTreeSet::new()));
        self.rejected.push((given.index, slot.row.name().to_owned(), given.correction.note.clone()));
        State::Applied
    }

    fn unmark(&mut self, given: &Given) -> State {
        let Some(place) = given.place else { return State::Gone };
        self.unmarked.push((place, given.index));
        if let Some(at) = self.find(given).filter(|&at| !self.slots[at].gone) {
            let slot = &mut self.slots[at];
            if slot.row.places().contains(&place) {
                slot.row.drop_place(place);
                slot.by.push((given.index, What::Unmark, BTreeSet::from(["spans".to_owned()])));
                slot.gone = slot.row.places().is_empty();
            }
            if slot.gone {
                let name = slot.row.name().to_owned();
                self.rejected.push((given.index, name, given.correction.note.clone()));
            }
        }
        State::Applied
    }

    /// Confirms or edits a row; where the analyzer does not find it any more, it is kept as long as its words stand.
    fn hold(&mut self, given: &Given, what: What, states: &mut [State]) -> State {
        let Correction { row, fields, .. } = given.correction;
        let at = match self.find(given) {
            Some(at) => at,
            None => {
                let Some(place) = given.place else { return State::Gone };
                match self.create(given, place, row) {
                    Ok(at) => at,
                    Err(problem) => return State::Invalid(problem),
                }
            }
        };
        if let Some(place) = given.place {
            self.restore(at, given, place, states);
        }
        if self.slots[at].row.places().is_empty() {
            return State::Gone;
        }
        let pinned = self.slots[at].old.is_some()
            && !self.sort.many
            && what == What::Confirm
            && check(self.sort.kind, row).is_empty();
        let identity = || self.sort.fields.iter().filter(|field| field.identity && !field.fixed);
        let mut set = Fields::new();
        if pinned {
            set.extend(identity().filter_map(|field| Some((field.name.to_owned(), row.get(field.name)?.clone()))));
        }
        if what == What::Edit {
            set.extend(fields.iter().map(|(name, value)| (name.clone(), value.clone())));
        }
        self.set(at, given, what, &set, states)
    }

    fn add(&mut self, given: &Given, states: &mut [State]) -> State {
        let Some(place) = given.place else { return State::Gone };
        let at = match self.find(given) {
            Some(at) => at,
            None => match self.create(given, place, &Fields::new()) {
                Ok(at) => at,
                Err(problem) => return State::Invalid(problem),
            },
        };
        if self.sort.many {
            self.mark(at, given, place, states);
        }
        // values that nobody gave stay as they are in a row that was there before
        let fresh = self.slots[at].old.is_none();
        let given_fields = &given.correction.fields;
        let set = given_fields.iter().filter(|(_, value)| fresh || !value.trim().is_empty());
        let set = set.map(|(name, value)| (name.clone(), value.clone())).collect();
        self.set(at, given, What::Add, &set, states)
    }
}

fn overrule(states: &mut [State], index: usize) {
    if let Some(state) = states.get_mut(index) {
        *state = State::Overruled;
    }
}
