//! The page's library: what is kept, what is open of it, how it is saved and brought back.

mod actions;
pub mod backup;
mod find;
mod keep;
mod news;
mod restore;
pub mod view;

use super::library::Items;
use super::state::View;
use super::store::{Store, Trouble};
use super::{After, App, Event, Notice, dom};
use crate::library::entry::{Item, Origin};
use crate::library::index::{Filter, Hit, Place};
use crate::library::link::{self, LinkError, Parcel};
use crate::locale::{t, t_with};
use crate::taught;
pub use actions::Target;
pub use find::Found;
use gloo::timers::callback::Timeout;
pub use keep::Kept;
use news::{Channel, News};
pub use restore::Restored;
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hasher;
use std::rc::Rc;
use yew::Context;

/// How many documents are open at a time; the one that was opened first gives way to a further one.
pub const OPEN: usize = 20;

/// So many files at once are opened; of more only the library gets a record.
pub const AT_ONCE: usize = 10;

/// What the reader asks of the library.
pub enum Ask {
    /// Open a document.
    Open(Rc<str>, Target),
    /// Open documents, the last of them shown.
    OpenAll(Vec<Rc<str>>),
    /// Save the list of these documents as a table.
    List(Vec<Rc<str>>),
    Search(String),
    Analyze(Vec<Rc<str>>),
    /// Analyse all that have no result, or one of another version.
    AnalyzeAll,
    /// Analyse no more.
    Stop,
    Compare(Vec<Rc<str>>),
    Rename(Rc<str>, String),
    /// Give tags; in place of those that are there unless the last says otherwise.
    Tag(Vec<Rc<str>>, Vec<String>, bool),
    Delete(Vec<Rc<str>>),
    Undelete,
    Wipe,
    /// Save everything to a file.
    Save,
    /// Restore what is in this file.
    Restore(web_sys::File),
    /// Stop saving or restoring.
    StopBackup,
}

/// Something happened to the library.
pub enum Step {
    /// The store is open, and what was open last is here.
    Opened(Box<Restored>),
    /// What has changed is to be saved.
    Save,
    /// The page may be about to close.
    Leave,
    /// A document was saved; `false` where another window had changed it meanwhile.
    Saved {
        key: Rc<str>,
        alone: bool,
    },
    /// Another window has changed something.
    Heard(News),
    /// What another window has written of a document.
    Refreshed(Rc<str>, Option<Box<restore::Stored>>),
    /// All records were read anew.
    Reread(BTreeMap<Rc<str>, Rc<Item>>),
    /// The address has another fragment.
    Fragment,
    /// The reader has seen that nothing is saved.
    Seen,
    /// The reader asks for something.
    Ask(Ask),
    /// A document that is to be opened is here.
    Fetched(Option<Box<restore::Stored>>, Target),
    /// The results of open documents are to be put into the library.
    Digest,
    /// A result was put away.
    Digested(Rc<str>),
    /// The reader has paused in a search.
    Look,
    Filters(HashMap<Rc<str>, Filter>),
    Hits(u32, Vec<(Rc<str>, Vec<Hit>)>),
    /// Something happened to a backup.
    Backup(backup::Backup),
    /// Everything was wiped, or not.
    Wiped(bool),
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
    items: BTreeMap<Rc<str>, Rc<Item>>,
    /// The records as the list draws them, made when they are asked for.
    drawn: RefCell<Option<Items>>,
    /// The name of this window among those of the same browser.
    window: String,
    channel: Option<Channel>,
    session: Session,
    /// Texts for the library that came before the store was open.
    early: Vec<(String, String, Origin)>,
    save: Option<Timeout>,
    /// A text that the address carried.
    parcel: Option<Result<Parcel, LinkError>>,
    /// Whether the reader has seen that nothing is saved.
    seen: bool,
    count: u32,
    /// Which analyzer, which lists, which lexicon of the reader: results of another one are outdated.
    pub version: String,
    /// Requests to the open documents' worker: which document, which state of its text.
    pub asked: HashMap<u32, (Rc<str>, String)>,
    digesting: Option<Timeout>,
    deleted: Vec<Rc<str>>,
    pub search: find::Search,
    pub errand: backup::Errand,
    /// A place to go to once its document is analysed.
    target: Option<(Option<Rc<str>>, Place)>,
}

impl Shelf {
    /// Why something is held in memory only; `None` once the reader has seen it.
    pub fn trouble(&self) -> Option<Trouble> {
        self.store.as_ref().and_then(|store| store.trouble()).filter(|_| !self.seen)
    }

    /// All records, for the list.
    pub fn items(&self) -> Items {
        let make = || Items(Rc::new(self.items.values().cloned().collect()));
        self.drawn.borrow_mut().get_or_insert_with(make).clone()
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
        self.shelf.version = version(&self.lexicon);
        self.shelf.channel = Channel::open(ctx);
        self.take_fragment();
        let link = ctx.link().clone();
        link.send_future(async { Event::Shelf(Step::Opened(Box::new(restore::restore().await))) });
    }

    /// Something happened to the library; says whether the page looks otherwise now.
    pub(super) fn shelf(&mut self, ctx: &Context<Self>, step: Step) -> bool {
        match step {
            Step::Opened(restored) => {
                self.opened(*restored);
                for (name, text, origin) in std::mem::take(&mut self.shelf.early) {
                    if self.shelf.twin(&text).is_none() {
                        self.shelve(ctx, &name, &text, origin);
                    }
                }
            }
            Step::Save => {
                self.shelf.save = None;
                self.save(ctx);
                return false;
            }
            Step::Leave => {
                self.save_at_once();
                return false;
            }
            Step::Saved { key, alone } => {
                self.digest_soon(ctx);
                return self.saved(&key, alone);
            }
            Step::Heard(news) => return self.heard(ctx, news),
            Step::Refreshed(key, stored) => return self.refreshed(&key, stored),
            Step::Reread(items) => {
                self.shelf.items = items;
                self.shelf.drawn.take();
            }
            Step::Fragment => {
                self.take_fragment();
                self.open_parcel();
            }
            Step::Seen => self.shelf.seen = true,
            Step::Ask(ask) => self.asked(ctx, ask),
            Step::Fetched(stored, target) => {
                self.fetched(stored, target);
            }
            Step::Digest => {
                self.digest_open();
                return false;
            }
            Step::Digested(key) => {
                self.tell(News::changed(&key));
                return self.view == View::Library && self.pool.progress().is_none();
            }
            Step::Look => self.look(ctx),
            Step::Filters(filters) => self.filters(ctx, filters),
            Step::Hits(number, hits) => return self.hits(ctx, number, hits),
            Step::Backup(backup) => self.backup(ctx, backup),
            Step::Wiped(cleared) => self.wiped(cleared),
        }
        true
    }

    /// The reader asks for something.
    fn asked(&mut self, ctx: &Context<Self>, ask: Ask) {
        match ask {
            Ask::Open(key, target) => {
                self.open_kept(ctx, key, target);
            }
            Ask::OpenAll(keys) => self.open_all(ctx, keys, &Target::Start),
            Ask::List(keys) => self.save_list(&keys),
            Ask::Search(typed) => self.search(ctx, &typed),
            Ask::Analyze(keys) => self.analyze_kept(ctx, keys),
            Ask::AnalyzeAll => {
                self.view = View::Library;
                self.analyze_all(ctx);
            }
            Ask::Stop => self.stop_pool(),
            Ask::Compare(keys) => self.open_all(ctx, keys, &Target::Compare),
            Ask::Rename(key, name) => self.rename(key, &name),
            Ask::Tag(keys, tags, beside) => self.tag(&keys, &tags, beside),
            Ask::Delete(keys) => self.delete(keys),
            Ask::Undelete => self.undelete(),
            Ask::Save => {
                self.view = View::Library;
                self.save_backup(ctx);
            }
            Ask::Restore(file) => self.check_backup(ctx, file),
            Ask::StopBackup => self.stop_backup(),
            Ask::Wipe => {
                if dom::confirm(&t("library-wipe-ask")) {
                    self.wipe(ctx);
                }
            }
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

/// What identifies a result: the analyzer with its lists, and the reader's lexicon where there is one.
pub fn version(lexicon: &[taught::Entry]) -> String {
    let mut version = dom::analyzer_version();
    if !lexicon.is_empty() {
        let mut hasher = FxHasher::default();
        hasher.write(taught::file::write(lexicon).as_bytes());
        version.push_str(&format!(" {:x}", hasher.finish()));
    }
    version
}
