//! The reader's lexicon: kept in the browser, and taught to the workers.

use crate::locale::t;
use crate::taught;
use crate::web::app::{App, local, shelf};
use crate::web::messages::Request;
use std::rc::Rc;

/// The reader's lexicon in the browser's store, as a file.
const LEXICON: &str = "yaolan.lexicon";

/// The lexicon that the browser keeps.
pub fn kept_lexicon() -> Rc<Vec<taught::Entry>> {
    let file: Option<String> = local::get(LEXICON);
    Rc::new(file.and_then(|file| taught::file::read(&file).ok()).unwrap_or_default())
}

impl App {
    /// The worker learns the lexicon, and reads all open documents again.
    pub(in crate::web::app) fn teach(&mut self, entries: Vec<taught::Entry>) {
        self.lexicon = Rc::new(entries);
        let file = taught::file::write(&self.lexicon);
        local::set(LEXICON, &file);
        if local::get::<String>(LEXICON).as_ref() != Some(&file) {
            self.complain(t("lexicon-not-kept"));
        }
        self.send_lexicon();
        self.documents.iter_mut().for_each(|document| document.stale = document.reading.is_some());
        self.request_all();
    }

    /// Adds an entry, in place of the one of the same name.
    pub(super) fn learn(&mut self, entry: taught::Entry) {
        let mut entries: Vec<taught::Entry> =
            self.lexicon.iter().filter(|known| known.name != entry.name).cloned().collect();
        entries.push(entry);
        self.teach(entries);
    }

    /// Tells the workers what they have to know besides their own lists.
    pub(in crate::web::app) fn send_lexicon(&mut self) {
        self.shelf.version = shelf::version(&self.lexicon);
        self.pool.teach(&self.lexicon);
        if let Some(client) = &self.client {
            client.send(Request::Teach { lexicon: self.lexicon.to_vec() });
        }
    }
}
