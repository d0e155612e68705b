//! The records of the library: looked up, added, changed.

use super::news::News;
use super::restore::entry_change;
use super::{App, Ask, Event, Shelf, Step};
use crate::library::entry::{Entry, Item, Origin, Standing, hash_of};
use crate::web::app::dom;
use crate::web::app::store::{Change, Store, Table};
use std::rc::Rc;
use yew::Context;

impl Shelf {
    /// The record of a document.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.get(key).map(|item| &**item)
    }

    /// The document with the same text, if there is one.
    pub fn twin(&self, text: &str) -> Option<Rc<str>> {
        let hash = hash_of(text);
        let same = |entry: &Entry| entry.size == text.len() && entry.hash == hash && entry.deleted.is_none();
        self.items.iter().find(|(_, item)| same(&item.entry)).map(|(key, _)| key.clone())
    }

    /// Whether something was deleted that can be had back.
    pub fn can_undelete(&self) -> bool {
        !self.deleted.is_empty()
    }

    /// The store, once it is open.
    pub fn store(&self) -> Option<Rc<Store>> {
        self.store.clone()
    }

    /// The documents whose result stands so.
    pub fn keys_standing(&self, standing: Standing, version: &str) -> Vec<Rc<str>> {
        let fits = |item: &Item| item.entry.deleted.is_none() && item.standing(version) == standing;
        self.items.iter().filter(|(_, item)| fits(item)).map(|(key, _)| key.clone()).collect()
    }
}

impl App {
    /// Puts a text into the library without opening it; the pool analyses it.
    pub(in crate::web::app) fn shelve(&mut self, ctx: &Context<Self>, name: &str, text: &str, origin: Origin) {
        let Some(store) = self.shelf.store() else {
            return self.shelf.early.push((name.to_owned(), text.to_owned(), origin));
        };
        let key = self.shelf.new_key();
        let now = dom::now();
        let entry = Entry {
            key: key.to_string(),
            name: name.to_owned(),
            created: now,
            changed: now,
            origin,
            stamp: self.shelf.new_key().to_string(),
            size: text.len(),
            hash: hash_of(text),
            ..Entry::default()
        };
        let mut changes: Vec<Change> = entry_change(&entry).into_iter().collect();
        changes.push(Change::put(Table::Texts, &key, text));
        self.shelf.items.insert(key.clone(), Rc::new(Item { entry, digest: None }));
        self.shelf.drawn.take();
        ctx.link().send_future(async move {
            store.write(changes).await;
            Event::Shelf(Step::Ask(Ask::Analyze(vec![key])))
        });
    }

    /// Changes the reader's part of some records.
    pub(super) fn change_entries(&mut self, keys: &[Rc<str>], mut change: impl FnMut(&mut Entry)) {
        let Some(store) = self.shelf.store() else { return };
        let mut changes = Vec::new();
        for key in keys {
            if let Some(item) = self.shelf.items.get_mut(key) {
                let entry = &mut Rc::make_mut(item).entry;
                change(entry);
                changes.extend(entry_change(entry));
            }
        }
        self.shelf.drawn.take();
        let news = News::Changed(keys.iter().map(ToString::to_string).collect());
        self.write_and_tell(store, changes, news);
    }
}
