//! Documents of the library are opened, and what was found in them is gone to.

use super::restore::{self, Stored};
use super::{App, Event, Step};
use crate::library::index::Place;
use crate::locale::{t, t_with};
use crate::web::app::After;
use crate::web::app::state::View;
use std::rc::Rc;
use yew::Context;

/// What is to be shown once a document is open.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// The document.
    Start,
    /// A place of it that was found.
    Place(Place),
    /// All open documents against each other.
    Compare,
}

impl App {
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

    /// Goes to a place that was found in the open document.
    fn show_place(&mut self, place: Place) {
        match place {
            Place::Row(row) => self.select(row),
            Place::Text(span) => {
                self.view = View::Read;
                self.after = After::ToSpan(span);
            }
        }
    }
}
