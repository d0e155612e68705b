//! What the reader does with documents of the library.

use super::news::News;
use super::{App, Event, Step};
use crate::library::entry::{Item, clean_name};
use crate::library::list::table;
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::web::app::{dom, import};
use std::rc::Rc;
use yew::Context;

impl App {
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
            self.say(t("library-wiped"));
        } else {
            self.complain(t("library-not-wiped"));
        }
    }

    /// How many documents were deleted last, and their undoing.
    pub(in crate::web::app) fn deleted_note(&self) -> Option<String> {
        let count = self.shelf.deleted.len();
        (count > 0).then(|| t_with("library-deleted", &[("n", count.into())]))
    }
}
