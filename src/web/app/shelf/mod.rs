//! The page's library: what is kept, what is open of it, how it is saved and brought back.

mod keep;
mod news;
mod restore;
pub mod view;

use super::store::{Store, Trouble};
use super::{App, Event, Notice, dom};
use crate::library::entry::{Item, Origin};
use crate::library::link::{self, LinkError, Parcel};
use crate::locale::{t, t_with};
use gloo::timers::callback::Timeout;
pub use keep::Kept;
use news::{Channel, News};
pub use restore::Restored;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::Context;

/// How many documents are open at a time; the one that was opened first gives way to a further one.
pub const OPEN: usize = 20;

/// Something happened to the library.
pub enum Step {
    /// The store is open, and what was open last is here.
    Opened(Box<Restored>),
    /// What has changed is to be saved.
    Save,
    /// The page may be about to close.
    Leave,
    /// A document was saved; `false` where another window had changed it meanwhile.
    Saved { key: Rc<str>, alone: bool },
    /// Another window has changed something.
    Heard(News),
    /// What another window has written of a document.
    Refreshed(Rc<str>, Option<Box<restore::Stored>>),
    /// The address has another fragment.
    Fragment,
    /// The reader has seen that nothing is saved.
    Seen,
}

/// What was open, and which document of it was shown.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    open: Vec<String>,
    active: String,
}

/// The library.
#[derive(Default)]
pub struct Shelf {
    store: Option<Rc<Store>>,
    items: BTreeMap<Rc<str>, Item>,
    /// The name of this window among those of the same browser.
    window: String,
    channel: Option<Channel>,
    session: Session,
    save: Option<Timeout>,
    /// A text that the address carried.
    parcel: Option<Result<Parcel, LinkError>>,
    /// Whether the reader has seen that nothing is saved.
    seen: bool,
    count: u32,
}

impl Shelf {
    /// Why something is held in memory only; `None` once the reader has seen it.
    pub fn trouble(&self) -> Option<Trouble> {
        self.store.as_ref().and_then(|store| store.trouble()).filter(|_| !self.seen)
    }

    /// Whether the reader's last documents are still on their way.
    pub fn is_opening(&self) -> bool {
        self.store.is_none() && restore::expected()
    }

    /// A name that no other document has.
    pub fn new_key(&mut self) -> Rc<str> {
        self.count += 1;
        format!("{:x}-{}-{:x}", dom::now() as u64, self.window, self.count).into()
    }
}

impl App {
    /// Opens the library; called once.
    pub(super) fn open_shelf(&mut self, ctx: &Context<Self>) {
        self.shelf.window = dom::random_name();
        self.shelf.channel = Channel::open(ctx);
        self.take_fragment();
        let link = ctx.link().clone();
        link.send_future(async { Event::Shelf(Step::Opened(Box::new(restore::restore().await))) });
    }

    /// Something happened to the library; says whether the page looks otherwise now.
    pub(super) fn shelf(&mut self, ctx: &Context<Self>, step: Step) -> bool {
        match step {
            Step::Opened(restored) => self.opened(*restored),
            Step::Save => {
                self.shelf.save = None;
                self.save(ctx);
                return false;
            }
            Step::Leave => {
                self.save_at_once();
                return false;
            }
            Step::Saved { key, alone } => return self.saved(&key, alone),
            Step::Heard(news) => return self.heard(ctx, news),
            Step::Refreshed(key, stored) => return self.refreshed(&key, stored),
            Step::Fragment => {
                self.take_fragment();
                self.open_parcel();
            }
            Step::Seen => self.shelf.seen = true,
        }
        true
    }

    /// Takes the text out of the address, if there is one.
    fn take_fragment(&mut self) {
        let fragment = dom::fragment();
        if link::is_link(&fragment) {
            dom::clear_fragment();
            self.shelf.parcel = Some(link::decode(&fragment));
        }
    }

    /// Opens the text that the address carried.
    fn open_parcel(&mut self) {
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
    pub(super) fn copy_link(&mut self) {
        let Some(document) = self.documents.get(self.active) else { return };
        let date = document.date.as_deref().map(str::to_owned);
        let parcel = Parcel { name: document.label(), text: document.text.to_string(), date };
        match link::encode(&parcel) {
            Some(fragment) => {
                dom::copy(&dom::address_with(&fragment));
                self.notice = Some(Notice::good(t("link-copied")));
            }
            None => self.complain(t("link-too-long")),
        }
    }
}
