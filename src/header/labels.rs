//! The labels of header and by-line.

use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::text::Text;
use std::sync::LazyLock;

static LABELS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("labels.tsv")));

/// Longest label.
const LONGEST: usize = 8;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Reporter,
    Editor,
    Date,
    Source,
    Document,
}

/// The longest label at `at`: its length and kind.
pub fn at(text: &Text, at: usize, end: usize) -> Option<(usize, Kind)> {
    let (length, row) = LABELS.longest_at(text, at, end)?;
    Some((length, kind(row.get(1)?)?))
}

/// The longest label that ends at `end`, not beginning before `floor`.
pub fn before(text: &Text, end: usize, floor: usize) -> Option<(Span, Kind)> {
    let (span, row) = LABELS.longest_before(text, end, floor.max(end.saturating_sub(LONGEST)))?;
    Some((span, kind(row.get(1)?)?))
}

fn kind(word: &str) -> Option<Kind> {
    match word {
        "reporter" => Some(Kind::Reporter),
        "editor" => Some(Kind::Editor),
        "date" => Some(Kind::Date),
        "source" => Some(Kind::Source),
        "document" => Some(Kind::Document),
        _ => None,
    }
}
