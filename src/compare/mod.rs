//! Several documents side by side: the same indicator over documents, targets against later results,
//! contradictions, phrases that came and went, deadlines on one axis.
//!
//! Every function takes the documents' Analyses in the order in which the reader opened them and answers with
//! positions ([`Source`]) so that a view can always lead back to the evidence.

mod matrix;
mod outcomes;
mod phrases;
mod timeline;

pub use matrix::{Cell, Contradiction, Matrix, MatrixRow, contradictions, matrix};
pub use outcomes::{Outcome, TargetCheck, outcomes};
pub use phrases::{PhraseChange, PhraseFate, phrases};
pub use timeline::{TimelineEntry, TimelineKind, timeline};

use crate::analysis::{Analysis, Indicator, IndicatorKind};

/// Where a figure stands: which document, which row of its `indicators`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// Position of the document.
    pub document: usize,
    /// Position in its `indicators` table.
    pub indicator: usize,
}

/// What makes two figures figures of the same thing: the indicator, whose it is, and what sort of figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// Canonical key of the lexicon; where it has none, the name as written.
    pub indicator: String,
    /// The region or body without its rank word (徐州市 = 徐州); empty where unknown.
    pub subject: String,
    /// Level, growth, share …
    kind: u8,
    /// Base unit.
    pub unit: String,
}

impl Identity {
    fn of(row: &Indicator) -> Self {
        Self {
            indicator: row.key.clone().unwrap_or_else(|| row.name.clone()),
            subject: row.subject.as_deref().map(bare_subject).unwrap_or_default(),
            kind: row.kind as u8,
            unit: row.unit.clone(),
        }
    }
}

/// 徐州市 → 徐州, 宝应县 → 宝应; names of two characters keep theirs (丰县).
fn bare_subject(subject: &str) -> String {
    let length = subject.chars().count();
    match subject.chars().last() {
        Some('市' | '省' | '县' | '区') if length > 2 => subject.chars().take(length - 1).collect(),
        _ => subject.to_owned(),
    }
}

/// Whether a figure of this sort can be held against another in its own unit.
fn comparable(kind: IndicatorKind) -> bool {
    !matches!(kind, IndicatorKind::Change)
}

/// Every figure of every document, with where it stands.
fn figures<A: AsRef<Analysis>>(documents: &[A]) -> impl Iterator<Item = (Source, &Indicator)> {
    documents.iter().enumerate().flat_map(|(document, analysis)| {
        let rows = analysis.as_ref().indicators.iter().enumerate();
        rows.map(move |(indicator, row)| (Source { document, indicator }, row))
    })
}

#[cfg(test)]
mod tests;
