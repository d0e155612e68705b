//! Phrases (提法) that came, stayed and went from one document to the next.

use crate::analysis::Analysis;

/// What became of a phrase between two documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PhraseFate {
    /// Only in the later document.
    Came,
    /// In both.
    Stayed,
    /// Only in the earlier document.
    Went,
}

/// A phrase with its weight in either document.
#[derive(Debug, Clone, PartialEq)]
pub struct PhraseChange {
    /// The phrase as written.
    pub text: String,
    /// What became of it.
    pub fate: PhraseFate,
    /// Weight in the earlier document; 0 where it is not among its keywords.
    pub before: f64,
    /// Weight in the later document.
    pub after: f64,
}

/// Compares the keywords of two documents; weightiest first within each fate.
pub fn phrases(earlier: &Analysis, later: &Analysis) -> Vec<PhraseChange> {
    let weight = |analysis: &Analysis, text: &str| {
        analysis.keywords.iter().find(|row| row.text == text).map_or(0.0, |row| row.weight)
    };
    let gone = earlier.keywords.iter().filter(|row| weight(later, &row.text) == 0.0);
    let mut changes: Vec<PhraseChange> = later
        .keywords
        .iter()
        .chain(gone)
        .map(|row| {
            let (before, after) = (weight(earlier, &row.text), weight(later, &row.text));
            let fate = match (before > 0.0, after > 0.0) {
                (false, _) => PhraseFate::Came,
                (true, true) => PhraseFate::Stayed,
                (true, false) => PhraseFate::Went,
            };
            PhraseChange { text: row.text.clone(), fate, before, after }
        })
        .collect();
    crate::sorted::by(&mut changes, |a, b| {
        a.fate.cmp(&b.fate).then_with(|| b.before.max(b.after).total_cmp(&a.before.max(a.after)))
    });
    changes
}
