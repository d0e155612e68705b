//! The page's library: what is kept, what is open of it, how it is saved and brought back.

mod actions;
pub mod backup;
mod find;
mod keep;
mod news;
mod opening;
mod parcel;
mod records;
mod restore;
mod results;
mod step;
pub mod view;

use super::library::Items;
use super::state::View;
use super::store::{Store, Trouble};
use super::{App, Event, dom};
use crate::library::entry::{Item, Origin};
use crate::library::index::Place;
use crate::library::link::{LinkError, Parcel};
use crate::locale::t;
use crate::taught;
pub use find::Found;
use gloo::timers::callback::Timeout;
pub use keep::Kept;
use news::{Channel, News};
pub use opening::Target;
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hasher;
use std::rc::Rc;
pub use step::{Ask, Step};
use yew::Context;

/// How many documents are open at a time; the one that was opened first gives way to a further one.
pub const OPEN: usize = 20;

/// So many files at once are opened; of more only the library gets a record.
pub const AT_ONCE: usize = 10;

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

    /// Whether the store is open: its records are there.
    pub fn is_open(&self) -> bool {
        self.store.is_some()
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
