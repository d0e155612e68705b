//! The corrections of one table, put on its rows one after the other.

use super::form::check;
use super::row::{AnyRow, Entry, Sort};
use super::{Correction, Fields, Problem, State, What};
use crate::analysis::{Review, Span, Verdict};
use crate::view::kind::Kind;
use std::collections::{BTreeSet, HashMap};

/// In how many places at most an added name is marked.
const PLACES: usize = 2_000;

/// A correction of this table, with its place in the text as it is now.
pub struct Given<'a> {
    /// Position in the whole list.
    pub index: usize,
    /// The correction.
    pub correction: &'a Correction,
    /// Where its words stand.
    pub place: Option<Span>,
}

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

    /// Gives the row `at` the place, and all places with the same words that no row of this table has.
    fn mark(&mut self, at: usize, given: &Given, place: Span, states: &mut [State]) {
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
    fn restore(&mut self, at: usize, given: &Given, place: Span, states: &mut [State]) {
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

    /// Sets fields of the row `at` and notes by whom.
    fn set(&mut self, at: usize, given: &Given, what: What, set: &Fields, states: &mut [State]) -> State {
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
    fn create(&mut self, given: &Given, place: Span, had: &Fields) -> Result<usize, Problem> {
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

    /// The row that a correction is about.
    fn find(&self, given: &Given) -> Option<usize> {
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

    /// Rows that an edit gave the name of another row become one with it.
    fn join_namesakes(&mut self) {
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
    fn finish(self, count: usize, states: &[State]) -> Outcome<Box<dyn AnyRow>> {
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

fn overrule(states: &mut [State], index: usize) {
    if let Some(state) = states.get_mut(index) {
        *state = State::Overruled;
    }
}
