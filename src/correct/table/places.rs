//! Where the rows of a table stand: places are given to a row, and given back.

use super::{Given, Table, overrule};
use crate::analysis::Span;
use crate::correct::State;
use crate::view::kind::Kind;
use std::collections::BTreeSet;

/// In how many places at most an added name is marked.
const PLACES: usize = 2_000;

impl Table<'_> {
    /// Gives the row `at` the place, and all places with the same words that no row of this table has.
    pub(super) fn mark(&mut self, at: usize, given: &Given, place: Span, states: &mut [State]) {
        let quote = given.correction.anchor.quote.as_str();
        self.restore(at, given, place, states);
        if self.sort.kind != Kind::Place {
            for (_, slot) in self.slots.iter_mut().enumerate().filter(|(other, _)| *other != at) {
                let crossed: Vec<Span> =
                    slot.row.places().iter().filter(|span| span.overlaps(place)).copied().collect();
                crossed.into_iter().for_each(|span| slot.row.drop_place(span));
                slot.gone |= slot.row.places().is_empty();
            }
        }
        let mut places = vec![place];
        if given.correction.everywhere && quote.chars().count() > 1 {
            let taken: BTreeSet<(usize, usize)> = self.taken();
            let free = |span: &Span| {
                let before = taken.range(..(span.end, 0)).next_back();
                before.is_none_or(|(_, end)| *end <= span.start)
            };
            let found = self.text.match_indices(quote).map(|(at, words)| Span::new(at, at + words.len()));
            places.extend(found.filter(free).take(PLACES));
        }
        let slot = &mut self.slots[at];
        slot.gone = false;
        places.into_iter().for_each(|span| slot.row.add_place(quote, span));
    }

    /// Gives the row `at` its place back where an earlier correction took it away.
    pub(super) fn restore(&mut self, at: usize, given: &Given, place: Span, states: &mut [State]) {
        let taken = self.unmarked.iter().filter(|(span, _)| *span == place);
        let taken: Vec<usize> = taken.map(|(_, index)| *index).collect();
        let slot = &mut self.slots[at];
        if !taken.is_empty() || slot.row.places().is_empty() {
            taken.iter().for_each(|index| overrule(states, *index));
            self.unmarked.retain(|(span, _)| *span != place);
            slot.by.retain(|(index, ..)| !taken.contains(index));
            if !slot.row.places().contains(&place) {
                slot.row.add_place(&given.correction.anchor.quote, place);
            }
        }
    }

    /// The places of all rows, by start.
    fn taken(&self) -> BTreeSet<(usize, usize)> {
        let standing = self.slots.iter().filter(|slot| !slot.gone);
        standing.flat_map(|slot| slot.row.places()).map(|span| (span.start, span.end)).collect()
    }
}
