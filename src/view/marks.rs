//! The highlights of an article: every place that a row stands at.

use super::kind::Kind;
use crate::Analysis;
use crate::analysis::Span;

/// A row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    /// The table.
    pub kind: Kind,
    /// Position in the table.
    pub index: usize,
}

/// A place in the text that belongs to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The row.
    pub row: Row,
    /// Which of the row's places, from 0.
    pub nth: usize,
    /// Where it stands.
    pub span: Span,
}

/// The places of one row, in the order of its table: mentions, or the one place.
pub fn places_of(analysis: &Analysis, row: Row) -> Vec<Span> {
    let at = row.index;
    let spans = match row.kind {
        Kind::Person => analysis.people.get(at).map(|row| row.spans.clone()),
        Kind::Place => analysis.places.get(at).map(|row| row.spans.clone()),
        Kind::Organization => analysis.organizations.get(at).map(|row| row.spans.clone()),
        Kind::Facility => analysis.facilities.get(at).map(|row| row.spans.clone()),
        Kind::Event => analysis.events.get(at).map(|row| row.spans.clone()),
        Kind::Time => analysis.times.get(at).map(|row| vec![row.span]),
        Kind::Indicator => analysis.indicators.get(at).map(|row| vec![row.span]),
        Kind::Code => analysis.codes.get(at).map(|row| row.spans.clone()),
        Kind::Programme => analysis.programmes.get(at).map(|row| row.spans.clone()),
        Kind::Quote => analysis.quotes.get(at).map(|row| vec![row.span]),
        Kind::Task => analysis.tasks.get(at).map(|row| vec![row.span]),
        Kind::Keyword => analysis.keywords.get(at).map(|row| row.spans.clone()),
    };
    spans.unwrap_or_default()
}

/// All highlights in the order of the text, outer before inner.
pub fn marks(analysis: &Analysis) -> Vec<Mark> {
    let mut marks = Vec::new();
    for kind in Kind::ALL {
        for index in 0..kind.count(analysis) {
            let row = Row { kind, index };
            let places = places_of(analysis, row).into_iter().enumerate();
            marks.extend(places.filter(|(_, span)| !span.is_empty()).map(|(nth, span)| Mark { row, nth, span }));
        }
    }
    // Of two highlights over the same words the longer kind (a task, a quote) is the outer one.
    crate::sorted::by_key(&mut marks, |mark| {
        (mark.span.start, std::cmp::Reverse(mark.span.end), std::cmp::Reverse(mark.row))
    });
    marks
}
