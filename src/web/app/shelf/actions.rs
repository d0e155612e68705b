//! What the reader does with documents of the library.

use super::news::News;
use super::restore::{self, Stored, entry_change};
use super::{App, Ask, Event, Notice, Shelf, Step};
use crate::library::entry::{Digest, Entry, Item, Origin, Standing, clean_name, hash_of};
use crate::library::list::table;
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::web::app::state::View;
use crate::web::app::store::{Change, Store, Table};
use crate::web::app::{dom, import};
use crate::web::messages::Request;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::Context;

/// So many milliseconds after the last result, what is open is put into the library's tables.
const AFTER: u32 = 1_500;

/// What is to be shown once a document is open.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// The document.
    Start,
    /// A place of it that was found.
    Place(crate::library::index::Place),
    /// All open documents against each other.
    Compare,
}

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

    /// Opens a document of the library.
    pub(in crate::web::app) fn open_kept(&mut self, ctx: &Context<Self>, key: Rc<str>, target: Target) {
        if let Some(index) = self.documents.iter().position(|document| document.key == key) {
            self.open(index);
            return self.go_to(target);
        }
        let Some(store) = self.shelf.store() else { return };
        ctx.link().send_future(async move {
            let stored = restore::fetch(&store, &key, true).await;
            Event::Shelf(Step::Fetched(stored.map(Box::new), target))
        });
    }

    /// The text of a document that is to be opened is here.
    pub(super) fn fetched(&mut self, stored: Option<Box<Stored>>, target: Target) {
        let Some(document) = stored.and_then(|stored| self.document_of(*stored)) else {
            return self.complain(t("library-gone"));
        };
        if let Some(index) = self.documents.iter().position(|open| open.key == document.key) {
            self.open(index);
        } else {
            self.documents.retain(|document| !document.is_blank());
            self.make_room();
            self.documents.push(document);
            self.open(self.documents.len() - 1);
            if let Some(document) = self.documents.last_mut() {
                document.show = true;
            }
            self.request_all();
        }
        self.go_to(target);
    }

    /// Goes to a place that was found, at once or when the analysis is there.
    pub(in crate::web::app) fn go_to(&mut self, target: Target) {
        let place = match target {
            Target::Start => return,
            Target::Compare => return self.view = View::Compare,
            Target::Place(place) => place,
        };
        if self.reading().is_none() {
            self.shelf.target = Some((self.documents.get(self.active).map(|document| document.key.clone()), place));
            return;
        }
        self.shelf.target = None;
        self.show_place(place);
    }

    /// The open document was analysed: goes to the place that was asked for before.
    pub(in crate::web::app) fn reach_target(&mut self) {
        let open = self.documents.get(self.active).map(|document| document.key.clone());
        if self.reading().is_some()
            && let Some((key, place)) = self.shelf.target.take()
            && key == open
        {
            self.show_place(place);
        }
    }

    /// Several documents are opened, and shown as `target` says.
    pub(super) fn open_all(&mut self, ctx: &Context<Self>, keys: Vec<Rc<str>>, target: &Target) {
        if keys.len() > super::OPEN {
            self.complain(t_with("library-too-many", &[("n", super::OPEN.into())]));
        }
        for key in keys.into_iter().take(super::OPEN) {
            self.open_kept(ctx, key, target.clone());
        }
    }

    /// Saves what the list says of some documents as a table.
    pub(super) fn save_list(&mut self, keys: &[Rc<str>]) {
        let items: Vec<&Item> = keys.iter().filter_map(|key| self.shelf.item(key)).collect();
        let columns = [
            t("order-title"),
            t("order-source"),
            t("order-day"),
            t("order-length"),
            Kind::Indicator.label(),
            t("library-tags"),
        ];
        let file = gloo::file::Blob::new_with_options(&*table(&columns, &items), Some("text/csv"));
        dom::download("yaolan-library.csv", file.as_ref());
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

    /// Gives a document another name; an empty one is its title again.
    pub(super) fn rename(&mut self, key: Rc<str>, name: &str) {
        let name = clean_name(name);
        self.change_entries(std::slice::from_ref(&key), |entry| {
            entry.named = name.is_some();
            if let Some(name) = &name {
                entry.name.clone_from(name);
            }
        });
        for document in self.documents.iter_mut().filter(|document| document.key == key) {
            document.named = name.as_deref().map(Into::into);
        }
    }

    /// Gives documents tags, in place of theirs or beside them.
    pub(super) fn tag(&mut self, keys: &[Rc<str>], tags: &[String], beside: bool) {
        self.change_entries(keys, |entry| {
            if !beside {
                entry.tags.clear();
            }
            for tag in tags {
                if !entry.tags.contains(tag) {
                    entry.tags.push(tag.clone());
                }
            }
        });
    }

    /// Deletes documents; they can be had back for a day.
    pub(in crate::web::app) fn delete(&mut self, keys: Vec<Rc<str>>) {
        self.save_at_once();
        let now = dom::now();
        self.change_entries(&keys, |entry| entry.deleted = Some(now));
        for key in &keys {
            if let Some(index) = self.documents.iter().position(|document| document.key == *key) {
                self.drop_open(index);
            }
        }
        if self.documents.is_empty() {
            self.add_empty();
        }
        self.active = self.active.min(self.documents.len() - 1);
        self.shelf.deleted = keys;
    }

    /// Brings back what was deleted last.
    pub(super) fn undelete(&mut self) {
        let keys = std::mem::take(&mut self.shelf.deleted);
        self.change_entries(&keys, |entry| entry.deleted = None);
    }

    /// Wipes everything that the page has kept in this browser.
    pub(super) fn wipe(&mut self, ctx: &Context<Self>) {
        self.stop_pool();
        self.stop_backup();
        self.import(ctx, import::Step::Cancel);
        self.forget_everything();
        self.tell(News::Wiped);
        let Some(store) = self.shelf.store() else { return };
        ctx.link().send_future(async move {
            let cleared = store.clear().await;
            dom::clear_shared().await;
            Event::Shelf(Step::Wiped(cleared))
        });
    }

    /// Everything was wiped, or the browser did not let it.
    pub(super) fn wiped(&mut self, cleared: bool) {
        if cleared {
            self.notice = Some(Notice::good(t("library-wiped")));
        } else {
            self.complain(t("library-not-wiped"));
        }
    }

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

    /// How many documents were deleted last, and their undoing.
    pub(in crate::web::app) fn deleted_note(&self) -> Option<String> {
        let count = self.shelf.deleted.len();
        (count > 0).then(|| t_with("library-deleted", &[("n", count.into())]))
    }
}
