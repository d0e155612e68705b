//! The commands of corrections and of the reader's lexicon.

use super::Step;
use crate::view::kind::Kind;
use crate::web::app::commands::Command;
use crate::web::app::state::View;
use crate::web::app::{App, Event};

/// What can be corrected now.
pub fn commands(app: &App) -> Vec<Command> {
    let step = |label, step: Step| Command::new("correct-bar", label, move || Event::Correct(step.clone()));
    let mut list = Vec::new();
    let document = app.documents.get(app.active).filter(|document| document.reading.is_some());
    if let Some(document) = document.filter(|_| matches!(app.view, View::Read)) {
        if let Some(row) = app.selection.map(|selection| selection.row) {
            list.push(step("command-confirm", Step::Confirm(row)));
            if row.kind != Kind::Keyword {
                list.push(step("command-edit-row", Step::Edit(row)));
            }
            list.push(step("command-reject", Step::Reject(row)));
        }
        let kind = app.selection.map_or(Kind::Person, |selection| selection.row.kind);
        list.push(step("command-add-row", Step::Add(kind, app.words)));
        if document.held.can_undo() {
            list.push(step("correct-undo", Step::Undo));
        }
        if document.held.can_redo() {
            list.push(step("correct-redo", Step::Redo));
        }
        list.push(step("correct-list", Step::List));
    }
    list.push(step("lexicon", Step::Lexicon));
    list
}
