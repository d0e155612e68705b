//! The library's commands.

use crate::web::app::commands::{Command, Target};
use crate::web::app::shelf::{Ask, Step};
use crate::web::app::state::View;
use crate::web::app::{App, Event};

/// What can be done with the library now.
pub fn commands(app: &App) -> Vec<Command> {
    let ask = |label, ask: fn() -> Ask| Command::new("library", label, move || Event::Shelf(Step::Ask(ask())));
    let mut list = vec![if app.view == View::Library {
        Command::new("library", "compare-back", || Event::Show(View::Read)).key("l")
    } else {
        Command::new("library", "command-library", || Event::Show(View::Library)).key("l")
    }];
    list.push(Command::new("library", "library-search", || Event::Go(Target::Search)));
    list.push(ask("library-analyze-all", || Ask::AnalyzeAll));
    if app.shelf.can_undelete() {
        list.push(ask("library-undelete", || Ask::Undelete));
    }
    list.push(ask("backup-save", || Ask::Save));
    list.push(Command::new("library", "backup-restore", || Event::Go(Target::Backup)));
    list.push(ask("library-wipe", || Ask::Wipe));
    list
}
