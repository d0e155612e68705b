//! A document that travels in the address of the page.

use super::App;
use crate::library::entry::Origin;
use crate::library::link::{self, Parcel};
use crate::locale::{t, t_with};
use crate::web::app::dom;

impl App {
    /// Takes the text out of the address, if there is one.
    pub(super) fn take_fragment(&mut self) {
        let fragment = dom::fragment();
        if link::is_link(&fragment) {
            dom::clear_fragment();
            self.shelf.parcel = Some(link::decode(&fragment));
        }
    }

    /// Opens the text that the address carried.
    pub(super) fn open_parcel(&mut self) {
        match self.shelf.parcel.take() {
            Some(Ok(Parcel { name, text, date })) => {
                let name = if name.is_empty() { t("link-text") } else { name };
                if let Some(id) = self.open_text(&name, &text, Origin::Link)
                    && let Some(document) = self.documents.iter_mut().find(|document| document.id == id)
                    && date.is_some()
                {
                    document.date = date.map(Into::into);
                    document.stale = document.reading.is_some();
                    self.request_all();
                }
            }
            Some(Err(error)) => self.complain(t_with("link-failed", &[("reason", error.message().text().into())])),
            None => {}
        }
    }

    /// Puts a link that carries the open document on the clipboard.
    pub(in crate::web::app) fn copy_link(&mut self) {
        let Some(document) = self.documents.get(self.active) else { return };
        let date = document.date.as_deref().map(str::to_owned);
        let parcel = Parcel { name: document.label(), text: document.text.to_string(), date };
        match link::encode(&parcel) {
            Some(fragment) => {
                dom::copy(&dom::address_with(&fragment));
                self.say(t("link-copied"));
            }
            None => self.complain(t("link-too-long")),
        }
    }
}
