//! Deadlines and targets of all documents on one axis.

use crate::analysis::{Analysis, Span, Status};

/// What stands at a point of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimelineKind {
    /// A figure to be reached.
    Target,
    /// A task with a deadline.
    Deadline,
    /// A named event with a date.
    Event,
}

/// One point of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The last day, ISO 8601.
    pub day: String,
    /// What sort of point.
    pub kind: TimelineKind,
    /// What is to be done, reached or held.
    pub label: String,
    /// Position of the document.
    pub document: usize,
    /// Where it stands there.
    pub span: Span,
}

/// All dated targets, deadlines and events, in time's order.
pub fn timeline<A: AsRef<Analysis>>(documents: &[A]) -> Vec<TimelineEntry> {
    let mut entries: Vec<TimelineEntry> =
        documents.iter().enumerate().flat_map(|(at, analysis)| of_document(at, analysis.as_ref())).collect();
    crate::sorted::by(&mut entries, |a, b| {
        (&a.day, a.document, a.span, a.kind).cmp(&(&b.day, b.document, b.span, b.kind))
    });
    entries
}

fn of_document(document: usize, analysis: &Analysis) -> impl Iterator<Item = TimelineEntry> {
    let entry = move |day: &Option<String>, kind, label: String, span| {
        day.clone().map(|day| TimelineEntry { day, kind, label, document, span })
    };
    let targets = analysis.indicators.iter().filter(|row| row.status == Status::Target);
    let targets = targets
        .filter_map(move |row| entry(&row.end, TimelineKind::Target, format!("{} {}", row.name, row.text), row.span));
    let tasks = analysis
        .tasks
        .iter()
        .filter_map(move |row| entry(&row.deadline, TimelineKind::Deadline, row.text.clone(), row.span));
    let events = analysis.events.iter().filter_map(move |row| {
        entry(&row.end, TimelineKind::Event, row.name.clone(), row.spans.first().copied().unwrap_or_default())
    });
    targets.chain(tasks).chain(events)
}
