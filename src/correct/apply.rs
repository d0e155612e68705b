//! All corrections of a document on its Analysis, and what hangs together between the tables.

use super::form::fields;
use super::row::Entry;
use super::table::{Given, Outcome, correct};
use super::{Correction, Fields, State};
use crate::analysis::{Analysis, Span};
use crate::view::kind::Kind;
use crate::view::marks::Row;

/// `analysis` of `text` with `corrections` put on it in their order, and what became of each. Spans count bytes.
/// Deterministic; without corrections the Analysis stays as it is.
pub fn apply(text: &str, mut analysis: Analysis, corrections: &[Correction]) -> (Analysis, Vec<State>) {
    let mut states = vec![State::Applied; corrections.len()];
    if corrections.is_empty() {
        return (analysis, states);
    }
    let places: Vec<Option<Span>> = corrections.iter().map(|correction| correction.anchor.find(text)).collect();
    let mut run = Run { text, corrections, places: &places, states: &mut states, reviews: Vec::new() };
    let mut renamed = Vec::new();
    renamed.extend(run.table(&mut analysis.people).renamed);
    renamed.extend(run.table(&mut analysis.places).renamed);
    renamed.extend(run.table(&mut analysis.organizations).renamed);
    rename(&mut analysis, &renamed);
    run.table(&mut analysis.facilities);
    run.table(&mut analysis.events);
    run.table(&mut analysis.times);
    let moved = run.table(&mut analysis.indicators).moved;
    run.table(&mut analysis.codes);
    run.table(&mut analysis.programmes);
    run.table(&mut analysis.quotes);
    run.table(&mut analysis.tasks);
    run.table(&mut analysis.keywords);
    analysis.reviews = run.reviews;
    link(&mut analysis, &moved);
    (analysis, states)
}

/// The fields of a row as a reader would type them; none where there is no such row.
pub fn read(analysis: &Analysis, row: Row) -> Fields {
    fn all<R: Entry>(rows: &[R], at: usize) -> Fields {
        let Some(row) = rows.get(at) else { return Fields::new() };
        fields(R::KIND).iter().map(|field| (field.name.to_owned(), row.get(field.name))).collect()
    }
    let at = row.index;
    match row.kind {
        Kind::Person => all(&analysis.people, at),
        Kind::Place => all(&analysis.places, at),
        Kind::Organization => all(&analysis.organizations, at),
        Kind::Facility => all(&analysis.facilities, at),
        Kind::Event => all(&analysis.events, at),
        Kind::Time => all(&analysis.times, at),
        Kind::Indicator => all(&analysis.indicators, at),
        Kind::Code => all(&analysis.codes, at),
        Kind::Programme => all(&analysis.programmes, at),
        Kind::Quote => all(&analysis.quotes, at),
        Kind::Task => all(&analysis.tasks, at),
        Kind::Keyword => all(&analysis.keywords, at),
    }
}

/// The fields that a row of the reader's own would have for the words of `span` before anything is filled in.
pub fn rows_of(kind: Kind, words: &str, span: Span) -> Fields {
    fn blank<R: Entry>(words: &str, span: Span) -> Fields {
        let row = R::blank(words, span);
        fields(R::KIND).iter().map(|field| (field.name.to_owned(), row.get(field.name))).collect()
    }
    use crate::analysis::{
        Code, Event, Facility, Indicator, Keyword, Organization, Person, Place, Programme, Quote, Task, Time,
    };
    match kind {
        Kind::Person => blank::<Person>(words, span),
        Kind::Place => blank::<Place>(words, span),
        Kind::Organization => blank::<Organization>(words, span),
        Kind::Facility => blank::<Facility>(words, span),
        Kind::Event => blank::<Event>(words, span),
        Kind::Time => blank::<Time>(words, span),
        Kind::Indicator => blank::<Indicator>(words, span),
        Kind::Code => blank::<Code>(words, span),
        Kind::Programme => blank::<Programme>(words, span),
        Kind::Quote => blank::<Quote>(words, span),
        Kind::Task => blank::<Task>(words, span),
        Kind::Keyword => blank::<Keyword>(words, span),
    }
}

/// What every table needs.
struct Run<'a> {
    text: &'a str,
    corrections: &'a [Correction],
    places: &'a [Option<Span>],
    states: &'a mut Vec<State>,
    reviews: Vec<crate::analysis::Review>,
}

impl Run<'_> {
    /// Corrects one table in place.
    fn table<R: Entry>(&mut self, rows: &mut Vec<R>) -> Outcome<R> {
        let all = self.corrections.iter().zip(self.places).enumerate();
        let own = all.filter(|(_, (correction, _))| correction.kind == R::KIND);
        let list: Vec<Given> =
            own.map(|(index, (correction, place))| Given { index, correction, place: *place }).collect();
        if list.is_empty() {
            let moved = (0..rows.len()).map(Some).collect();
            return Outcome { rows: Vec::new(), moved, reviews: Vec::new(), renamed: Vec::new() };
        }
        let mut outcome = correct(self.text, std::mem::take(rows), &list, self.states);
        *rows = std::mem::take(&mut outcome.rows);
        self.reviews.append(&mut outcome.reviews);
        outcome
    }
}

/// Who speaks, owns a task or is measured goes by the new name too.
fn rename(analysis: &mut Analysis, renamed: &[(String, String)]) {
    let follow = |name: &mut String| {
        if let Some((_, new)) = renamed.iter().find(|(old, _)| old == name) {
            name.clone_from(new);
        }
    };
    if renamed.is_empty() {
        return;
    }
    analysis.quotes.iter_mut().for_each(|quote| follow(&mut quote.speaker));
    analysis.tasks.iter_mut().filter_map(|task| task.owner.as_mut()).for_each(follow);
    analysis.indicators.iter_mut().filter_map(|row| row.subject.as_mut()).for_each(follow);
}

/// Tasks point at the indicators where they stand now, and at new ones inside them.
fn link(analysis: &mut Analysis, moved: &[Option<usize>]) {
    let added: Vec<(usize, Span)> = {
        let known: std::collections::BTreeSet<usize> = moved.iter().flatten().copied().collect();
        let rows = analysis.indicators.iter().enumerate();
        rows.filter(|(at, _)| !known.contains(at)).map(|(at, row)| (at, row.span)).collect()
    };
    for task in &mut analysis.tasks {
        let kept = task.indicators.iter().filter_map(|&old| moved.get(old).copied().flatten());
        let mut indicators: Vec<usize> = kept.collect();
        indicators.extend(added.iter().filter(|(_, span)| task.span.contains(*span)).map(|(at, _)| *at));
        indicators.sort_unstable();
        indicators.dedup();
        task.indicators = indicators;
    }
    if analysis.tasks.is_empty() {
        return;
    }
    // a task that the reader added holds the indicators inside it
    for review in analysis.reviews.iter().filter(|review| review.table == Kind::Task.list()) {
        let Some(task) = review.row.and_then(|row| analysis.tasks.get_mut(row)) else { continue };
        if task.rule == super::row::RULE {
            let inside = analysis.indicators.iter().enumerate().filter(|(_, row)| task.span.contains(row.span));
            task.indicators = inside.map(|(at, _)| at).collect();
        }
    }
}
