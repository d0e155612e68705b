//! What can happen to the page.

use super::sheets::Sheet;
use super::state::{Pane, Selection, View};
use super::{commands, correct, export, import, installed, pool, settings, shelf};
use crate::analysis::Span;
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::web::messages::Response;
use std::rc::Rc;

/// Something that happened.
#[allow(missing_docs)]
pub enum Event {
    /// The first drawing is done: the worker is asked.
    Begin,
    /// The worker is asked: now the store.
    Restore,
    Worker(Response),
    Retry,
    Stuck,
    Typed(String),
    Pause,
    /// The reader set a date for the open document.
    Dated(String),
    Files(Vec<web_sys::File>),
    /// Something happened to the files that are being opened.
    Import(import::Step),
    /// Something happened to the library.
    Shelf(shelf::Step),
    /// Something happened in the pool of workers.
    Pool(pool::Work),
    /// A link that carries the open document is wanted.
    CopyLink,
    /// The report of a fault is wanted.
    CopyReport(Rc<str>),
    /// The installed page brings something.
    Installed(installed::Installed),
    /// The reader wants results out.
    Export(export::Order),
    /// The clipboard took a table, or did not.
    Copied(bool),
    Drag(bool),
    /// A text was pasted outside of a text field.
    Pasted(String),
    Sample,
    New,
    Open(usize),
    Close(usize),
    Show(View),
    Pane(Pane),
    Table(Kind),
    /// A row was clicked: goes to its evidence, at a repeated click to the next place.
    Row(Row),
    /// A highlight was clicked: opens its row.
    Highlight(Selection),
    /// A part of a row was clicked.
    Evidence(Span),
    /// A row of another document was asked for.
    Source(usize, Row),
    /// A stretch of another document was asked for.
    SourceSpan(usize, Span),
    Toggle(Kind),
    ToggleAll(bool),
    /// The reader chose something for the page as a whole.
    Choose(settings::Choice),
    /// A sheet over the page opens, or the open one closes.
    Sheet(Option<Sheet>),
    /// A key was pressed that may be a command's.
    Key(String),
    /// The reader wants to be at a part of the page.
    Go(commands::Target),
    /// The last highlight of the article is drawn.
    Drawn,
    Dismiss,
    /// The reader corrects something.
    Correct(correct::Step),
    /// The selection in the page is another.
    Selecting,
}
