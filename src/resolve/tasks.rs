//! The task book.

use super::words;
use crate::analysis::{Indicator, Task};
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a commitment or demand, with the indicators inside it.
pub fn rows(document: &Document, mentions: &Mentions, indicators: &[Indicator]) -> Vec<Task> {
    let rows = mentions.tasks.iter().map(|task| {
        let inside = indicators.iter().enumerate().filter(|(_, row)| task.span.contains(row.span));
        let path: Vec<String> = document
            .structure
            .heading_path(task.span.start)
            .iter()
            .map(|heading| words(document, heading.span))
            .collect();
        Task {
            text: words(document, task.span),
            action: words(document, task.action),
            object: task.object.map(|span| words(document, span)),
            owner: task.owner.clone(),
            deadline: task.deadline.map(|date| date.to_string()),
            status: task.status,
            indicators: inside.map(|(index, _)| index).collect(),
            heading: (!path.is_empty()).then(|| path.join(" / ")),
            span: task.span,
            rule: task.rule.to_owned(),
        }
    });
    rows.collect()
}
