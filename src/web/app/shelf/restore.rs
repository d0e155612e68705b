//! What the store holds comes back into the page.

use super::keep::{Kept, SESSION};
use super::{App, Session};
use crate::library::entry::{Digest, Entry, GRACE, Item};
use crate::locale::t_with;
use crate::web::app::settings::Settings;
use crate::web::app::state::{Document, View};
use crate::web::app::store::{Change, Store, Table};
use crate::web::app::{dom, kept_hidden, local};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// In the window's own store: what was open in it.
const WINDOW: &str = "yaolan.session";

/// Says that there is something to come back, so that the page waits for it.
const EXPECTED: &str = "yaolan.kept";

/// The library as it was found.
pub struct Restored {
    store: Rc<Store>,
    items: BTreeMap<Rc<str>, Rc<Item>>,
    session: Session,
    open: Vec<Stored>,
}

/// A document as the store holds it.
pub struct Stored {
    pub item: Item,
    /// `None` where it was not asked for.
    pub text: Option<Rc<str>>,
}

/// Whether an earlier visit has left something.
pub fn expected() -> bool {
    local::get::<bool>(EXPECTED).is_some()
}

/// Remembers in the window's own store what is open in it; two windows may show different documents.
pub fn remember(session: &str) {
    local::set_of_window(WINDOW, session);
    local::set(EXPECTED, true);
}

/// The change that writes `entry`.
pub fn entry_change(entry: &Entry) -> Option<Change> {
    Some(Change::put(Table::Entries, &entry.key, serde_json::to_string(entry).ok()?))
}

fn parse<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    serde_json::from_str(&value.as_string()?).ok()
}

/// All records of the store.
pub async fn items(store: &Store) -> BTreeMap<Rc<str>, Rc<Item>> {
    let entries = store.all(Table::Entries).await;
    let mut digests: BTreeMap<Rc<str>, JsValue> = store.all(Table::Digests).await.into_iter().collect();
    let mut items = BTreeMap::new();
    for (key, entry) in entries {
        let Some(entry) = parse::<Entry>(&entry) else { continue };
        let digest = digests.remove(&key).and_then(|digest| parse::<Digest>(&digest));
        items.insert(key, Rc::new(Item { entry, digest }));
    }
    items
}

/// Opens the store and reads what the page needs at its start: all records, and the texts that were open.
pub async fn restore() -> Restored {
    let store = Store::open().await;
    let mut items = items(&store).await;
    bury(&store, &mut items).await;
    let own = local::get_of_window(WINDOW);
    let last = store.text(Table::Settings, SESSION).await;
    let session = own.or(last).and_then(|json| serde_json::from_str::<Session>(&json).ok()).unwrap_or_default();
    let mut open = Vec::new();
    for key in &session.open {
        let there = items.get(key.as_str()).filter(|item| item.entry.deleted.is_none());
        if let (Some(item), Some(text)) = (there, store.text(Table::Texts, key).await) {
            open.push(Stored { item: (**item).clone(), text: Some(text.into()) });
        }
    }
    Restored { store, items, session, open }
}

/// Removes for good what was deleted long enough ago.
async fn bury(store: &Store, items: &mut BTreeMap<Rc<str>, Rc<Item>>) {
    let now = dom::now();
    let gone = |item: &Item| item.entry.deleted.is_some_and(|when| now - when > GRACE);
    let keys: Vec<Rc<str>> = items.iter().filter(|(_, item)| gone(item)).map(|(key, _)| key.clone()).collect();
    if keys.is_empty() {
        return;
    }
    let of_document = |key: &Rc<str>| Table::OF_DOCUMENT.map(|table| Change::remove(table, key));
    store.write(keys.iter().flat_map(of_document).collect()).await;
    for key in keys {
        items.remove(&key);
    }
}

/// What the store holds of the document `key`; with its text if that is wanted.
pub async fn fetch(store: &Store, key: &Rc<str>, with_text: bool) -> Option<Stored> {
    let entry = parse::<Entry>(&store.get(Table::Entries, key).await?)?;
    let digest = store.get(Table::Digests, key).await.and_then(|digest| parse::<Digest>(&digest));
    let text = if with_text { store.text(Table::Texts, key).await } else { None };
    Some(Stored { item: Item { entry, digest }, text: text.map(Into::into) })
}

impl App {
    /// The store is open: what was open last is shown again, beside what was typed meanwhile.
    pub(super) fn opened(&mut self, restored: Restored) {
        let Restored { store, items, session, open } = restored;
        self.shelf.store = Some(store);
        self.shelf.items = items;
        self.shelf.drawn.take();
        let typed: Vec<Document> = std::mem::take(&mut self.documents)
            .into_iter()
            .filter(|document| !document.text.trim().is_empty())
            .collect();
        let busy = !typed.is_empty();
        for stored in open {
            let document = self.document_of(stored);
            self.documents.extend(document);
        }
        self.documents.extend(typed);
        let last = self.documents.iter().position(|document| *document.key == session.active);
        if self.documents.is_empty() {
            self.add_empty();
        } else {
            self.active = last.filter(|_| !busy).unwrap_or(self.documents.len() - 1);
        }
        self.shelf.session = session;
        // The view stays: the store may open late, when files have already led the reader to the library.
        if !busy && let Some(document) = self.documents.get_mut(self.active) {
            document.show = !document.text.trim().is_empty();
        }
        self.open_parcel();
        self.request_all();
    }

    /// An open document of what the store holds.
    pub(super) fn document_of(&mut self, stored: Stored) -> Option<Document> {
        let entry = stored.item.entry;
        let text = stored.text?;
        self.next += 1;
        let mut document = Document::new(self.next, entry.key.as_str().into(), &entry.name, text);
        document.date = entry.date.as_deref().map(Into::into);
        document.origin = entry.origin;
        document.named = entry.named.then(|| entry.name.as_str().into());
        document.held.adopt(entry.corrections);
        document.kept = Kept::new(&document, &entry.stamp);
        Some(document)
    }

    /// What another window has written of a document.
    pub(super) fn refreshed(&mut self, key: &Rc<str>, stored: Option<Box<Stored>>) -> bool {
        let Some(stored) = stored else {
            self.shelf.items.remove(key);
            self.shelf.drawn.take();
            return true;
        };
        let Stored { item, text } = *stored;
        let stamp: Rc<str> = item.entry.stamp.as_str().into();
        let Entry { name, named, date, corrections, .. } = item.entry.clone();
        self.shelf.items.insert(key.clone(), Rc::new(item));
        self.shelf.drawn.take();
        let (Some(at), Some(text)) = (self.documents.iter().position(|document| document.key == *key), text) else {
            return true;
        };
        if self.documents[at].kept.stamp == stamp {
            return true;
        }
        if self.documents[at].is_unsaved() {
            self.part(key);
            return true;
        }
        let document = &mut self.documents[at];
        document.text = text;
        document.name = name.as_str().into();
        document.named = named.then(|| name.into());
        document.date = date.map(Into::into);
        document.held.adopt(corrections);
        document.kept = Kept::new(document, &stamp);
        document.stale = document.reading.is_some();
        if at == self.active {
            let name = self.documents[at].label();
            let text = t_with("changed-elsewhere", &[("name", name.into())]);
            self.say(text);
        }
        self.request_all();
        true
    }

    /// Everything was wiped: nothing of it stays in this window.
    pub(super) fn forget_everything(&mut self) {
        for document in std::mem::take(&mut self.documents) {
            if let Some(id) = document.request {
                self.cancel(id);
            }
        }
        self.shelf.items.clear();
        self.shelf.drawn.take();
        self.shelf.search = Default::default();
        self.shelf.deleted.clear();
        self.shelf.asked.clear();
        self.shelf.session = Session::default();
        self.shelf.save = None;
        local::clear();
        self.settings = Settings::load();
        self.hidden = kept_hidden();
        self.lexicon = Rc::default();
        self.send_lexicon();
        self.selection = None;
        self.add_empty();
        self.view = View::Edit;
    }
}
