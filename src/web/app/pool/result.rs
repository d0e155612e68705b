//! A result is put away: its digest into the library, its tables and its filter beside it.

use crate::library::entry::Digest;
use crate::web::app::shelf::Step;
use crate::web::app::store::{Change, Table};
use crate::web::app::{App, Event, dom};
use js_sys::Uint8Array;
use std::rc::Rc;
use yew::Context;

/// What a result consists of beside its digest, ready to be written.
pub struct Parts {
    pub analysis: Uint8Array,
    pub filter: Uint8Array,
    pub lines: Uint8Array,
}

impl App {
    /// Puts a result away, unless the text has changed meanwhile.
    pub(in crate::web::app) fn keep_digest(
        &mut self,
        ctx: &Context<Self>,
        key: &Rc<str>,
        stamp: &str,
        digest: Digest,
        parts: Option<Parts>,
    ) {
        let analyzer = self.shelf.version.clone();
        let digest = Digest { stamp: stamp.to_owned(), analyzer, when: dom::now(), ..digest };
        let Some(store) = self.shelf.store() else { return };
        let Some(json) = serde_json::to_string(&digest).ok() else { return };
        if !self.shelf.digest(key, digest) {
            return;
        }
        let mut changes = vec![Change::put(Table::Digests, key, json)];
        if let Some(Parts { analysis, filter, lines }) = parts {
            self.shelf.search.renew(key, &filter);
            let values = [(Table::Analyses, analysis), (Table::Filters, filter), (Table::Rows, lines)];
            changes.extend(values.map(|(table, value)| Change::put(table, key, value)));
        }
        let key = key.clone();
        ctx.link().send_future(async move {
            store.write(changes).await;
            Event::Shelf(Step::Digested(key))
        });
    }
}
