//! What a row says: fields are set, a row is made of them.

use super::{Given, Slot, Table, overrule};
use crate::analysis::Span;
use crate::correct::form::check;
use crate::correct::{Fields, Problem, State, What};
use std::collections::BTreeSet;

impl Table<'_> {
    /// Sets fields of the row `at` and notes by whom.
    pub(super) fn set(&mut self, at: usize, given: &Given, what: What, set: &Fields, states: &mut [State]) -> State {
        let slot = &mut self.slots[at];
        let mut row = slot.row.copy();
        for field in self.sort.fields {
            if let Some(value) = set.get(field.name)
                && let Err(problem) = row.set(field.name, value, self.text)
            {
                return State::Invalid(problem);
            }
        }
        row.seen();
        slot.row = row;
        slot.gone = false;
        let fields: BTreeSet<String> =
            if what == What::Confirm { BTreeSet::new() } else { set.keys().cloned().collect() };
        for (index, before, theirs) in &mut slot.by {
            let had = !theirs.is_empty();
            theirs.retain(|field| !fields.contains(field));
            if *before == What::Reject || (*before == What::Edit && had && theirs.is_empty()) {
                overrule(states, *index);
            }
        }
        slot.by.retain(|(_, before, theirs)| match before {
            What::Reject => false,
            What::Edit => !theirs.is_empty(),
            _ => true,
        });
        slot.by.push((given.index, what, fields));
        if !given.correction.note.is_empty() {
            slot.note.clone_from(&given.correction.note);
        }
        self.rejected.retain(|(index, ..)| states.get(*index) != Some(&State::Overruled));
        State::Applied
    }

    /// A new row at `place` with the fields that it had, and those that the correction gives.
    pub(super) fn create(&mut self, given: &Given, place: Span, had: &Fields) -> Result<usize, Problem> {
        let mut fields = had.clone();
        fields.extend(given.correction.fields.iter().map(|(name, value)| (name.clone(), value.clone())));
        let mut row = (self.sort.blank)(&given.correction.anchor.quote, place);
        for field in self.sort.fields.iter().filter(|field| !field.fixed) {
            let blank = || row.get(field.name);
            let value = fields.get(field.name).cloned().unwrap_or_else(blank);
            let one = Fields::from([(field.name.to_owned(), value.clone())]);
            if let Some(problem) = check(self.sort.kind, &one).into_iter().find(|problem| problem.field() == field.name)
            {
                return Err(problem);
            }
            row.set(field.name, &value, self.text)?;
        }
        let name = row.name().to_owned();
        self.slots.push(Slot { row, old: None, name, gone: false, by: Vec::new(), note: String::new() });
        Ok(self.slots.len() - 1)
    }
}
