//! The table with all corrections put on: its rows in the order of the text, and what was decided about them.

use super::{Slot, Table};
use crate::analysis::{Review, Verdict};
use crate::correct::row::{AnyRow, Sort};
use crate::correct::{State, What};
use std::collections::{BTreeSet, HashMap};

/// What became of the table.
pub struct Outcome<R> {
    /// The rows as they are now.
    pub rows: Vec<R>,
    /// For each old position the new one.
    pub moved: Vec<Option<usize>>,
    /// What was decided about which row.
    pub reviews: Vec<Review>,
    /// Names that rows had, and have now.
    pub renamed: Vec<(String, String)>,
}

impl Table<'_> {
    /// Rows that an edit gave the name of another row become one with it.
    pub(super) fn join_namesakes(&mut self) {
        if !self.sort.many {
            return;
        }
        let mut first: HashMap<String, usize> = HashMap::new();
        let touched: BTreeSet<String> = self
            .slots
            .iter()
            .filter(|slot| !slot.gone && (slot.old.is_none() || slot.name != slot.row.name()))
            .map(|slot| slot.row.name().to_owned())
            .collect();
        for at in 0..self.slots.len() {
            let name = self.slots[at].row.name();
            if self.slots[at].gone || !touched.contains(name) {
                continue;
            }
            let Some(&into) = first.get(name) else {
                first.insert(name.to_owned(), at);
                continue;
            };
            let other = self.slots[at].row.copy();
            let by = std::mem::take(&mut self.slots[at].by);
            self.slots[at].gone = true;
            self.slots[into].row.absorb(other);
            self.slots[into].by.extend(by);
        }
    }

    /// The rows in the order of the text, and what was decided about them.
    pub(super) fn finish(self, count: usize, states: &[State]) -> Outcome<Box<dyn AnyRow>> {
        let mut order: Vec<usize> = Vec::new();
        let start = |at: usize| self.slots[at].row.places().first().map_or(0, |span| span.start);
        let standing = (0..self.slots.len()).filter(|&at| !self.slots[at].gone);
        for at in standing {
            if self.slots[at].old.is_some() {
                order.push(at);
            } else {
                let behind = order.iter().position(|&other| start(other) > start(at));
                order.insert(behind.unwrap_or(order.len()), at);
            }
        }
        let mut moved = vec![None; count];
        let mut renamed = Vec::new();
        let mut reviews = Vec::new();
        for (new, &at) in order.iter().enumerate() {
            let slot = &self.slots[at];
            if let Some(held) = slot.old.and_then(|old| moved.get_mut(old)) {
                *held = Some(new);
            }
            if slot.old.is_some() && slot.name != slot.row.name() {
                renamed.push((slot.name.clone(), slot.row.name().to_owned()));
            }
            reviews.extend(slot.review(&self.sort, new));
        }
        for (index, name, note) in &self.rejected {
            if states.get(*index) == Some(&State::Overruled) {
                continue;
            }
            reviews.push(Review {
                table: self.sort.kind.list().to_owned(),
                row: None,
                verdict: Verdict::Rejected,
                text: name.clone(),
                fields: Vec::new(),
                note: (!note.is_empty()).then(|| note.clone()),
            });
        }
        let mut slots: Vec<Option<Box<dyn AnyRow>>> = self.slots.into_iter().map(|slot| Some(slot.row)).collect();
        let rows = order.into_iter().filter_map(|at| slots.get_mut(at)?.take()).collect();
        Outcome { rows, moved, reviews, renamed }
    }
}

impl Slot {
    /// What was decided about the row, which is now `row` of its table.
    fn review(&self, sort: &Sort, row: usize) -> Option<Review> {
        let verdict = match self.by.iter().map(|(_, what, _)| *what).collect::<Vec<_>>().as_slice() {
            [] => return None,
            _ if self.old.is_none() && self.by.iter().any(|(_, what, _)| *what == What::Add) => Verdict::Added,
            all if all.iter().all(|what| *what == What::Confirm) => Verdict::Confirmed,
            _ => Verdict::Edited,
        };
        let edits = self.by.iter().filter(|(_, what, _)| matches!(what, What::Edit | What::Unmark));
        let mut fields: BTreeSet<String> = edits.flat_map(|(_, _, fields)| fields.iter().cloned()).collect();
        if self.old.is_some() && sort.many && self.by.iter().any(|(_, what, _)| *what == What::Add) {
            fields.insert("spans".to_owned());
        }
        Some(Review {
            table: sort.kind.list().to_owned(),
            row: Some(row),
            verdict,
            text: self.row.name().to_owned(),
            fields: fields.into_iter().collect(),
            note: (!self.note.is_empty()).then(|| self.note.clone()),
        })
    }
}
