//! What can happen to the library, and what the reader can ask of it.

use super::backup::Backup;
use super::news::News;
use super::opening::Target;
use super::restore::{Restored, Stored};
use crate::library::entry::Item;
use crate::library::index::{Filter, Hit};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// What the reader asks of the library.
pub enum Ask {
    /// Open a document.
    Open(Rc<str>, Target),
    /// Open documents, the last of them shown.
    OpenAll(Vec<Rc<str>>),
    /// Save the list of these documents as a table.
    List(Vec<Rc<str>>),
    Search(String),
    Analyze(Vec<Rc<str>>),
    /// Analyse all that have no result, or one of another version.
    AnalyzeAll,
    /// Analyse no more.
    Stop,
    Compare(Vec<Rc<str>>),
    Rename(Rc<str>, String),
    /// Give tags; in place of those that are there unless the last says otherwise.
    Tag(Vec<Rc<str>>, Vec<String>, bool),
    Delete(Vec<Rc<str>>),
    Undelete,
    Wipe,
    /// Save everything to a file.
    Save,
    /// Restore what is in this file.
    Restore(web_sys::File),
    /// Stop saving or restoring.
    StopBackup,
}

/// Something happened to the library.
pub enum Step {
    /// The store is open, and what was open last is here.
    Opened(Box<Restored>),
    /// What has changed is to be saved.
    Save,
    /// The page may be about to close.
    Leave,
    /// A document was saved; `false` where another window had changed it meanwhile.
    Saved {
        key: Rc<str>,
        alone: bool,
    },
    /// Another window has changed something.
    Heard(News),
    /// What another window has written of a document.
    Refreshed(Rc<str>, Option<Box<Stored>>),
    /// All records were read anew.
    Reread(BTreeMap<Rc<str>, Rc<Item>>),
    /// The address has another fragment.
    Fragment,
    /// The reader has seen that nothing is saved.
    Seen,
    /// The reader asks for something.
    Ask(Ask),
    /// A document that is to be opened is here.
    Fetched(Option<Box<Stored>>, Target),
    /// The results of open documents are to be put into the library.
    Digest,
    /// A result was put away.
    Digested(Rc<str>),
    /// The reader has paused in a search.
    Look,
    Filters(HashMap<Rc<str>, Filter>),
    Hits(u32, Vec<(Rc<str>, Vec<Hit>)>),
    /// Something happened to a backup.
    Backup(Backup),
    /// Everything was wiped, or not.
    Wiped(bool),
}
