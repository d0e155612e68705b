//! Documents come, change and go.

use super::shelf::OPEN;
use super::state::{Document, Reading, Selection, View};
use super::{After, App, Event};
use crate::Analysis;
use crate::input::{self, InputError};
use crate::library::entry::Origin;
use crate::locale::{t, t_with};
use crate::view::marks::Mark;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::Context;

/// A pause in typing after which the text is analysed again.
const PAUSE: u32 = 500;

/// A text that grows by so many bytes in one edit was pasted.
const AT_ONCE: usize = 150;

impl App {
    /// Adds a document and shows it; where as many are open as may be, the first that is saved is closed.
    pub(super) fn add(&mut self, name: &str, text: &str) {
        self.make_room();
        self.next += 1;
        let key = self.shelf.new_key();
        self.documents.push(Document::new(self.next, key, name, text.into()));
        self.active = self.documents.len() - 1;
        self.selection = None;
    }

    /// Closes the first document that is saved, where as many are open as may be.
    pub(super) fn make_room(&mut self) {
        if self.documents.len() >= OPEN {
            let first = self.documents.iter().position(|document| !document.is_unsaved() && document.request.is_none());
            self.drop_open(first.unwrap_or(0));
        }
    }

    /// Adds an empty document.
    pub(super) fn add_empty(&mut self) {
        self.add(&t("untitled"), "");
    }

    /// Opens a text in place of an empty document, or as a further one; the number of the document that holds it.
    pub(super) fn open_text(&mut self, name: &str, text: &str, origin: Origin) -> Option<u32> {
        self.notice = None;
        let here = self.documents.get(self.active);
        let same = self.documents.iter().position(|document| *document.text == *text);
        if let Some(index) = same {
            self.open(index);
            return self.documents.get(index).map(|document| document.id);
        }
        if here.is_some_and(Document::is_blank) {
            self.documents.remove(self.active);
        }
        self.add(name, text);
        self.view = View::Edit;
        let id = self.documents.last_mut().map(|document| {
            document.show = true;
            document.origin = origin;
            document.id
        });
        self.request_all();
        id
    }

    pub(super) fn fresh(&mut self) {
        match self.documents.iter().position(Document::is_blank) {
            Some(index) => self.open(index),
            None => self.add_empty(),
        }
        self.view = View::Edit;
    }

    pub(super) fn open(&mut self, index: usize) {
        if index < self.documents.len() {
            self.notice = None;
            self.active = index;
            self.selection = None;
            self.after = After::ToRow;
            let empty = self.documents[index].reading.is_none();
            self.view = if empty { View::Edit } else { View::Read };
        }
    }

    pub(super) fn close(&mut self, index: usize) {
        if index >= self.documents.len() {
            return;
        }
        self.drop_open(index);
        if self.documents.is_empty() {
            self.add_empty();
            self.view = View::Edit;
        }
        self.open(self.active.min(self.documents.len() - 1));
    }

    /// Takes a document from the open ones; the library keeps it.
    pub(super) fn drop_open(&mut self, index: usize) {
        self.save_at_once();
        self.digest_open();
        let document = self.documents.remove(index);
        if let Some(id) = document.request {
            self.cancel(id);
        }
        if index < self.active {
            self.active -= 1;
        }
    }

    /// The text of the open document was edited; it is analysed after a pause.
    pub(super) fn typed(&mut self, ctx: &Context<Self>, text: String) {
        if self.documents.get(self.active).is_some_and(|document| *document.text == *text) {
            return;
        }
        let check = input::check(&text);
        let Some(document) = self.documents.get_mut(self.active) else { return };
        if let Err(error @ InputError::TooLarge(_)) = check {
            return self.complain(t_with("unchanged", &[("reason", error.message().text().into())]));
        }
        document.show = text.len() > document.text.len() + AT_ONCE;
        document.text = text.into();
        self.notice = None;
        if check.is_err() {
            let reason = InputError::Empty.message().text();
            let key = if document.reading.is_some() { "emptied-kept" } else { "emptied" };
            return self.complain(t_with(key, &[("reason", reason.into())]));
        }
        let link = ctx.link().clone();
        self.pause = Some(Timeout::new(PAUSE, move || link.send_message(Event::Pause)));
    }

    /// The reader sets the date that relative times count from; an empty one is the text's own again.
    pub(super) fn dated(&mut self, day: &str) {
        if let Some(document) = self.documents.get_mut(self.active) {
            document.date = (!day.is_empty()).then(|| day.into());
            document.stale = true;
        }
        self.request_all();
    }

    /// An analysis has come.
    pub(super) fn analyzed(&mut self, id: u32, analysis: Analysis, milliseconds: u32) {
        let analysis = Rc::new(analysis);
        let (mut before, mut after) = (None, None);
        let mut show = false;
        let mut done = None;
        let open = self.documents.get(self.active).map(|document| document.id);
        for document in self.documents.iter_mut().filter(|document| document.request == Some(id)) {
            document.request = None;
            let text: Rc<str> = document.sent.clone().unwrap_or_else(|| document.text.clone());
            let analysis = document.held.take(&text, analysis.clone());
            before = document.reading.replace(Reading::new(text, analysis, milliseconds));
            after = document.reading.clone();
            show = std::mem::take(&mut document.show);
            done = Some(document.id);
        }
        if done.is_some() && done == open {
            self.selection = self.selection.and_then(|selection| moved(selection, before.as_ref()?, after.as_ref()?));
            self.after = After::ToRow;
            // A reader who has gone elsewhere meanwhile stays there.
            if show && self.view == View::Edit {
                self.view = View::Read;
            }
        }
    }
}

/// Where the selected row stands in a new analysis of the same text: positions of rows may have changed.
pub(super) fn moved(selection: Selection, before: &Reading, after: &Reading) -> Option<Selection> {
    if before.text != after.text {
        return None;
    }
    let place = before.places(selection.row).get(selection.nth).copied()?;
    let kind = selection.row.kind;
    let same = |mark: &&Mark| mark.row.kind == kind && mark.span == place;
    after.marks.iter().find(same).map(|mark| Selection { row: mark.row, nth: mark.nth })
}
