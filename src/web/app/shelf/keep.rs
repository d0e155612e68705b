//! What was typed is saved soon, and at the latest when the page is left.

use super::news::News;
use super::{App, Event, Session, Step, restore};
use crate::correct::Correction;
use crate::library::entry::{Entry, Item, Origin, hash_of};
use crate::locale::t_with;
use crate::web::app::dom;
use crate::web::app::state::Document;
use crate::web::app::store::{Change, Table};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Context;

/// So many milliseconds after the first change all changes are saved.
const SOON: u32 = 400;

/// Under this key the settings hold what was open.
pub const SESSION: &str = "session";

/// The state of a document that the store has, or is getting.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    text: Option<Rc<str>>,
    date: Option<Rc<str>>,
    corrections: Rc<Vec<Correction>>,
    /// The [`Entry::stamp`] of that text; empty where nothing was saved yet.
    pub stamp: Rc<str>,
}

impl Kept {
    /// What the store is known to hold.
    pub fn new(document: &Document, stamp: &str) -> Self {
        let (text, corrections) = (Some(document.text.clone()), document.held.list.clone());
        Self { text, date: document.date.clone(), corrections, stamp: stamp.into() }
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

impl Document {
    /// Whether the text, its date or its corrections are others than those that were saved.
    pub(in crate::web::app) fn is_unsaved(&self) -> bool {
        let same = |one: &Rc<str>| Rc::ptr_eq(one, &self.text) || **one == *self.text;
        match &self.kept.text {
            Some(text) => {
                !same(text) || self.kept.date != self.date || !Rc::ptr_eq(&self.kept.corrections, &self.held.list)
            }
            // Nobody misses an empty text that never was another.
            None => !self.text.trim().is_empty(),
        }
    }
}

impl App {
    /// Plans to save, where there is something; called after everything that happens.
    pub(in crate::web::app) fn keep(&mut self, ctx: &Context<Self>) {
        if self.shelf.store.is_none() || self.shelf.save.is_some() {
            return;
        }
        if self.documents.iter().any(Document::is_unsaved) || self.session() != self.shelf.session {
            let link = ctx.link().clone();
            self.shelf.save = Some(Timeout::new(SOON, move || link.send_message(Event::Shelf(Step::Save))));
        }
    }

    /// What is open; documents that are not in the library do not count.
    fn session(&self) -> Session {
        let kept = |document: &&Document| document.kept.text.is_some() || document.is_unsaved();
        let open = self.documents.iter().filter(kept).map(|document| document.key.to_string()).collect();
        let active = self.documents.get(self.active).filter(kept);
        Session { open, active: active.map(|document| document.key.to_string()).unwrap_or_default() }
    }

    /// Saves each changed document, unless another window has changed the same one; and what is open.
    pub(super) fn save(&mut self, ctx: &Context<Self>) {
        let Some(store) = self.shelf.store.clone() else { return };
        for (key, before, changes) in self.changed() {
            let (store, link) = (store.clone(), ctx.link().clone());
            link.send_future(async move {
                let alone = store.write_unless_changed(&key, &before, changes).await;
                Event::Shelf(Step::Saved { key, alone })
            });
        }
        if let Some(change) = self.changed_session() {
            spawn_local(async move { store.write(vec![change]).await });
        }
    }

    /// The page may be about to close: everything is handed to the store in this very moment.
    pub(in crate::web::app) fn save_at_once(&mut self) {
        let Some(store) = self.shelf.store.clone() else { return };
        let mut all = Vec::new();
        for (key, _, changes) in self.changed() {
            all.extend(changes);
            self.tell(News::changed(&key));
        }
        all.extend(self.changed_session());
        if !all.is_empty() {
            spawn_local(async move { store.write(all).await });
        }
    }

    /// The changed documents: key, the state that they were changed from, what is to be written.
    fn changed(&mut self) -> Vec<(Rc<str>, Rc<str>, Vec<Change>)> {
        let now = dom::now();
        let mut all = Vec::new();
        for at in 0..self.documents.len() {
            let document = &self.documents[at];
            if !document.is_unsaved() {
                continue;
            }
            let stamp: Rc<str> = self.shelf.new_key();
            let document = &mut self.documents[at];
            let kept = Kept::new(document, &stamp);
            let before = std::mem::replace(&mut document.kept, kept);
            let new = || Entry {
                key: document.key.to_string(),
                name: document.name.to_string(),
                origin: document.origin,
                created: now,
                ..Entry::default()
            };
            let item = self.shelf.items.entry(document.key.clone());
            let item = Rc::make_mut(item.or_insert_with(|| Rc::new(Item { entry: new(), digest: None })));
            item.entry.changed = now;
            item.entry.stamp = stamp.to_string();
            item.entry.size = document.text.len();
            item.entry.hash = hash_of(&document.text);
            item.entry.date = document.date.as_deref().map(str::to_owned);
            item.entry.corrections = document.held.list.to_vec();
            item.entry.deleted = None;
            let mut changes = restore::entry_change(&item.entry).into_iter().collect::<Vec<_>>();
            changes.push(Change::put(Table::Texts, &document.key, &*document.text));
            all.push((document.key.clone(), before.stamp, changes));
            self.shelf.drawn.take();
        }
        all
    }

    fn changed_session(&mut self) -> Option<Change> {
        let session = self.session();
        if session == self.shelf.session {
            return None;
        }
        let json = serde_json::to_string(&session).ok()?;
        restore::remember(&json);
        self.shelf.session = session;
        Some(Change::put(Table::Settings, SESSION, json))
    }

    /// A document was saved, or not because another window had changed it: then this window's text becomes a
    /// document of its own.
    pub(super) fn saved(&mut self, key: &Rc<str>, alone: bool) -> bool {
        if alone {
            self.tell(News::changed(key));
        } else {
            self.part(key);
        }
        true
    }

    /// Makes of this window's state of the document `key` a document of its own.
    pub(super) fn part(&mut self, key: &Rc<str>) {
        let Some(at) = self.documents.iter().position(|document| document.key == *key) else { return };
        let own = self.shelf.new_key();
        let document = &mut self.documents[at];
        document.key = own;
        document.origin = Origin::Copy;
        document.kept = Kept::default();
        document.name = t_with("own-copy", &[("name", (&*document.name).into())]).into();
        let message = t_with("parted", &[("name", document.label().into())]);
        self.complain(message);
    }
}
