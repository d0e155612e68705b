//! The indicator matrix: indicator × subject × period over all documents.

use super::{Identity, Source, figures};
use crate::analysis::{Analysis, IndicatorKind, Number, Status};
use std::collections::BTreeMap;

/// All figures that can be lined up.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The periods that occur, in time's order: first and last day, ISO 8601.
    pub periods: Vec<(String, String)>,
    /// One row an indicator of a subject.
    pub rows: Vec<MatrixRow>,
}

/// One indicator of one subject.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// What it is, and whose.
    pub identity: Identity,
    /// The name as the first document writes it.
    pub name: String,
    /// The subject as the first document writes it.
    pub subject: Option<String>,
    /// Level, growth, share …
    pub kind: IndicatorKind,
    /// Its figures in the order of their periods, then of the documents.
    pub cells: Vec<Cell>,
}

/// One figure in the matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Position in [`Matrix::periods`]; None where the period is unknown.
    pub period: Option<usize>,
    /// The value, in the row's unit.
    pub value: Number,
    /// Whether it happened, is reckoned or is aimed at.
    pub status: Status,
    /// Where it stands.
    pub source: Source,
}

/// Two documents (or places of one) that give different results for the same fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    /// What they differ about.
    pub identity: Identity,
    /// The period, first and last day.
    pub period: (String, String),
    /// The figures, at least two of them different.
    pub sources: Vec<Source>,
}

/// Lines up the figures of `documents`: rows with a canonical key first, fullest rows first among them.
pub fn matrix<A: AsRef<Analysis>>(documents: &[A]) -> Matrix {
    let mut periods: Vec<(String, String)> =
        figures(documents).filter_map(|(_, row)| row.start.clone().zip(row.end.clone())).collect();
    periods.sort();
    periods.dedup();
    let mut rows: BTreeMap<Identity, MatrixRow> = BTreeMap::new();
    for (source, figure) in figures(documents) {
        let identity = Identity::of(figure);
        let period = figure.start.clone().zip(figure.end.clone());
        let row = rows.entry(identity.clone()).or_insert_with(|| MatrixRow {
            identity,
            name: figure.name.clone(),
            subject: figure.subject.clone(),
            kind: figure.kind,
            cells: Vec::new(),
        });
        row.cells.push(Cell {
            period: period.and_then(|period| periods.binary_search(&period).ok()),
            value: figure.value,
            status: figure.status,
            source,
        });
    }
    let mut rows: Vec<MatrixRow> = rows.into_values().collect();
    for row in &mut rows {
        crate::sorted::by_key(&mut row.cells, |cell| (cell.period.is_none(), cell.period, cell.source));
    }
    let keyed = |row: &MatrixRow| {
        let first = row.cells.first().map(|cell| cell.source);
        first.is_some_and(|at| documents[at.document].as_ref().indicators[at.indicator].key.is_some())
    };
    rows.sort_by_cached_key(|row| {
        (!keyed(row), std::cmp::Reverse(documents_of(row)), row.cells.first().map(|cell| cell.source))
    });
    Matrix { periods, rows }
}

/// How many documents a row draws on.
fn documents_of(row: &MatrixRow) -> usize {
    let mut documents: Vec<usize> = row.cells.iter().map(|cell| cell.source.document).collect();
    documents.sort_unstable();
    documents.dedup();
    documents.len()
}

/// Facts for which results differ: same indicator, subject, kind, unit and period, another value. Where one
/// side only bounds the value (超过, 左右) nothing is contradicted.
pub fn contradictions<A: AsRef<Analysis>>(documents: &[A]) -> Vec<Contradiction> {
    let mut facts: BTreeMap<(Identity, (String, String)), Vec<Source>> = BTreeMap::new();
    for (source, row) in figures(documents) {
        let exact = row.status == Status::Actual && row.comparator == Default::default() && row.max.is_none();
        if let (true, Some(period), true) = (exact, row.start.clone().zip(row.end.clone()), row.key.is_some()) {
            facts.entry((Identity::of(row), period)).or_default().push(source);
        }
    }
    let value = |source: &Source| documents[source.document].as_ref().indicators[source.indicator].value;
    let differing =
        facts.into_iter().filter(|(_, sources)| sources.iter().any(|source| value(source) != value(&sources[0])));
    differing.map(|((identity, period), sources)| Contradiction { identity, period, sources }).collect()
}
