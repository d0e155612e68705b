//! Results of open documents are put into the library.

use super::{App, Event, Shelf, Step};
use crate::library::entry::{Digest, Item, Standing};
use crate::web::messages::Request;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::Context;

/// So many milliseconds after the last result, what is open is put into the library's tables.
const AFTER: u32 = 1_500;

impl Shelf {
    /// Takes a result; `false` where the text is another one by now.
    pub fn digest(&mut self, key: &str, digest: Digest) -> bool {
        match self.items.get_mut(key) {
            Some(item) if item.entry.stamp == digest.stamp => {
                Rc::make_mut(item).digest = Some(digest);
                self.drawn.take();
                true
            }
            _ => false,
        }
    }
}

impl App {
    /// Plans to put the results of open documents into the library.
    pub(in crate::web::app) fn digest_soon(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.shelf.digesting = Some(Timeout::new(AFTER, move || link.send_message(Event::Shelf(Step::Digest))));
    }

    /// Asks the open documents' worker for what the library keeps of them.
    pub(in crate::web::app) fn digest_open(&mut self) {
        let version = self.shelf.version.clone();
        let Some(client) = &self.client else { return };
        for document in self.documents.iter().filter(|document| document.reading.is_some() && !document.is_unsaved()) {
            let due = |item: &Item| matches!(item.standing(&version), Standing::Waiting | Standing::Outdated);
            let Some(item) = self.shelf.items.get(&document.key).filter(|item| due(item)) else { continue };
            if self.shelf.asked.values().any(|(key, stamp)| *key == document.key && *stamp == item.entry.stamp) {
                continue;
            }
            self.next += 1;
            self.shelf.asked.insert(self.next, (document.key.clone(), item.entry.stamp.clone()));
            let date = document.date.as_deref().map(str::to_owned);
            let corrections = document.held.list.to_vec();
            client.send(Request::Digest { id: self.next, text: document.text.to_string(), date, corrections });
        }
    }
}
