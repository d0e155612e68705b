//! The search over all texts and tables: filters are kept in memory, texts are read only where they may hold the words.

use super::{App, Event, Step};
use crate::library::index::{Filter, Hit, Line, Query, hits};
use crate::web::app::store::{Store, Table};
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::Context;

/// Milliseconds after the last key before texts are read.
const PAUSE: u32 = 150;

/// Documents that are read at a time, and bytes of text after which no further one is: between them the page can do
/// something else.
const AT_ONCE: usize = 8;
const BYTES: usize = 200_000;

/// The most documents that are shown, and hits of each kind in one.
const DOCUMENTS: usize = 60;
const HITS: usize = 4;

/// What a search has found so far.
#[derive(Clone, Default, PartialEq)]
pub struct Found {
    /// What was typed.
    pub typed: Rc<str>,
    /// Documents with their hits.
    pub documents: Rc<Vec<(Rc<str>, Vec<Hit>)>>,
    /// Whether all documents were looked into.
    pub done: bool,
}

/// The state of the search.
#[derive(Default)]
pub struct Search {
    pub found: Found,
    filters: Option<HashMap<Rc<str>, Filter>>,
    left: Vec<Rc<str>>,
    pause: Option<Timeout>,
    number: u32,
}

impl Search {
    /// A document has another filter now.
    pub fn renew(&mut self, key: &Rc<str>, filter: &Uint8Array) {
        if let (Some(filters), Some(filter)) = (&mut self.filters, Filter::from_bytes(filter.to_vec())) {
            filters.insert(key.clone(), filter);
        }
    }

    /// Other windows have changed documents: the filters are read anew at the next search.
    pub fn forget(&mut self) {
        self.filters = None;
    }
}

impl App {
    /// The reader types what is to be found.
    pub(super) fn search(&mut self, ctx: &Context<Self>, typed: &str) {
        let search = &mut self.shelf.search;
        search.number += 1;
        search.found = Found { typed: typed.into(), ..Found::default() };
        search.left.clear();
        let link = ctx.link().clone();
        search.pause = Some(Timeout::new(PAUSE, move || link.send_message(Event::Shelf(Step::Look))));
    }

    /// The reader has paused: the documents that may hold the words are looked into.
    pub(super) fn look(&mut self, ctx: &Context<Self>) {
        let Some(store) = self.shelf.store() else { return };
        let query = Query::new(&self.shelf.search.found.typed);
        if query.is_empty() {
            return;
        }
        let Some(filters) = &self.shelf.search.filters else {
            ctx.link().send_future(async move {
                let filters = store.all(Table::Filters).await.into_iter();
                let read =
                    |value: wasm_bindgen::JsValue| Filter::from_bytes(value.dyn_into::<Uint8Array>().ok()?.to_vec());
                Event::Shelf(Step::Filters(filters.filter_map(|(key, value)| Some((key, read(value)?))).collect()))
            });
            return;
        };
        let mut may: Vec<&crate::library::entry::Item> = self.shelf.items.values().map(|item| &**item).collect();
        // A document without a filter of this version is looked into.
        let version = &*self.shelf.version;
        let filter = |item: &crate::library::entry::Item| {
            let current = item.digest.as_ref().is_some_and(|digest| digest.analyzer == version);
            filters.get(item.entry.key.as_str()).filter(|_| current)
        };
        may.retain(|item| item.entry.deleted.is_none() && filter(item).is_none_or(|filter| filter.may_hold(&query)));
        may.sort_by(|one, other| one.entry.changed.total_cmp(&other.entry.changed));
        self.shelf.search.left = may.into_iter().map(|item| Rc::from(item.entry.key.as_str())).collect();
        self.look_on(ctx);
    }

    /// The filters are here.
    pub(super) fn filters(&mut self, ctx: &Context<Self>, filters: HashMap<Rc<str>, Filter>) {
        self.shelf.search.filters = Some(filters);
        self.look(ctx);
    }

    fn look_on(&mut self, ctx: &Context<Self>) {
        let Some(store) = self.shelf.store() else { return };
        let search = &mut self.shelf.search;
        if search.left.is_empty() || search.found.documents.len() >= DOCUMENTS {
            search.found.done = true;
            return;
        }
        let (mut keys, mut bytes) = (Vec::new(), 0);
        while keys.len() < AT_ONCE && bytes < BYTES {
            let Some(key) = search.left.pop() else { break };
            bytes += self.shelf.items.get(&key).map_or(0, |item| item.entry.size);
            keys.push(key);
        }
        let search = &self.shelf.search;
        let (number, query) = (search.number, Query::new(&search.found.typed));
        ctx.link().send_future(async move { Event::Shelf(Step::Hits(number, read(&store, keys, &query).await)) });
    }

    /// Some documents were looked into.
    pub(super) fn hits(&mut self, ctx: &Context<Self>, number: u32, hits: Vec<(Rc<str>, Vec<Hit>)>) -> bool {
        if number != self.shelf.search.number {
            return false;
        }
        Rc::make_mut(&mut self.shelf.search.found.documents).extend(hits);
        self.look_on(ctx);
        true
    }
}

async fn read(store: &Store, keys: Vec<Rc<str>>, query: &Query) -> Vec<(Rc<str>, Vec<Hit>)> {
    let texts = store.get_many(Table::Texts, &keys).await;
    let rows = store.get_many(Table::Rows, &keys).await;
    let mut found = Vec::new();
    for ((key, text), rows) in keys.into_iter().zip(texts).zip(rows) {
        let Some(text) = text.and_then(|text| text.as_string()) else { continue };
        let rows = rows.and_then(|rows| rows.dyn_into::<Uint8Array>().ok());
        let lines: Vec<Line> = rows.and_then(|rows| serde_json::from_slice(&rows.to_vec()).ok()).unwrap_or_default();
        let hits = hits(query, &text, &lines, HITS);
        if !hits.is_empty() {
            found.push((key, hits));
        }
    }
    found
}
