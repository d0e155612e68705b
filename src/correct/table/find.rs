//! Which row of a table a correction is about.

use super::{Given, Slot, Table};
use crate::correct::{Correction, Fields, What};

impl Table<'_> {
    /// The row that a correction is about.
    pub(super) fn find(&self, given: &Given) -> Option<usize> {
        let correction = given.correction;
        let identity = self.sort.fields.iter().find(|field| field.identity && (self.sort.many || !field.fixed));
        let value =
            |fields: &'_ Fields| identity.and_then(|field| fields.get(field.name)).map(|name| name.trim().to_owned());
        let (had, wanted) = (value(&correction.row), value(&correction.fields));
        let had = had.or_else(|| wanted.clone()).unwrap_or_else(|| correction.anchor.quote.clone());
        let mut best: Option<(usize, usize)> = None;
        let mut rivals = 0usize;
        for (at, slot) in self.slots.iter().enumerate() {
            let exact = given.place.is_some_and(|place| slot.row.places().contains(&place));
            let named = slot.row.name() == had || slot.name == had;
            let crosses = || given.place.is_some_and(|place| slot.row.places().iter().any(|span| span.overlaps(place)));
            let called = || wanted.as_deref() == Some(slot.row.name());
            let rank = match (self.sort.many, exact, named) {
                (true, true, true) => 5,
                (true, false, true) => 4,
                (true, true, false) if correction.what != What::Add => 3,
                (true, false, false) if called() && crosses() => 2,
                (false, true, _) if self.same(slot, correction) => 5,
                (false, true, _) => 3,
                (false, false, _) if correction.what != What::Add && crosses() => 1,
                _ => continue,
            };
            let rank = 2 * rank + usize::from(!slot.gone);
            match best {
                Some((most, _)) if rank < most => {}
                Some((most, _)) if rank == most => rivals += 1,
                _ => {
                    best = Some((rank, at));
                    rivals = 0;
                }
            }
        }
        let (rank, at) = best?;
        (rank > 3 || rivals == 0).then_some(at)
    }

    /// Whether a row of one place is the very one that was corrected.
    fn same(&self, slot: &Slot, correction: &Correction) -> bool {
        let mut identity = self.sort.fields.iter().filter(|field| field.identity);
        identity.all(|field| correction.row.get(field.name).is_none_or(|value| *value == slot.row.get(field.name)))
    }
}
