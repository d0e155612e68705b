//! Everything is saved to one file, and comes back from it. Texts go through a few at a time, whatever the library holds.

mod read;
mod write;

use super::{App, Event, Step};
use crate::library::backup::{BackupError, Line};
use crate::library::entry::Item;
use crate::locale::{t, t_with};
use crate::taught;
use crate::web::app::settings::Settings;
use crate::web::app::store::Store;
use crate::web::app::{dom, kept_hidden, local};
use js_sys::{Array, Function, Reflect};
use read::{Brought, Known, check, read};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;
use write::write;
use yew::Context;

/// Texts that are held at a time.
const AT_ONCE: usize = 32;

/// What a backup is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Whether it is written, else read.
    pub writes: bool,
    /// Documents that are done.
    pub done: usize,
    /// Documents in all.
    pub total: usize,
}

/// A backup that is under way: how far it has come, and how it is told to stop.
#[derive(Default)]
pub struct Errand {
    pub progress: Option<Progress>,
    stop: Rc<Cell<bool>>,
}

/// Something happened to a backup.
pub enum Backup {
    /// It has come so far.
    At(Progress),
    /// It is written; `None` where it was stopped.
    Written(Result<Option<Blob>, JsValue>),
    /// The file was looked through: the documents that can be read, and what is wrong.
    Checked(web_sys::File, usize, Result<(), BackupError>),
    /// What was to be read is read.
    Read(Box<Brought>),
}

/// Tells the page how far a backup has come, and is told when to stop.
struct Report {
    link: yew::html::Scope<App>,
    stop: Rc<Cell<bool>>,
    writes: bool,
    total: usize,
}

impl Report {
    fn at(&self, done: usize) -> bool {
        let progress = Progress { writes: self.writes, done, total: self.total };
        self.link.send_message(Event::Shelf(Step::Backup(Backup::At(progress))));
        !self.stop.get()
    }
}

impl App {
    /// Whether a backup may begin now.
    fn may_begin(&self) -> Option<Rc<Store>> {
        self.shelf.store().filter(|_| self.shelf.errand.progress.is_none())
    }

    fn report(&mut self, ctx: &Context<Self>, writes: bool, total: usize) -> Report {
        self.notice = None;
        self.shelf.errand = Errand { progress: Some(Progress { writes, done: 0, total }), stop: Rc::default() };
        Report { link: ctx.link().clone(), stop: self.shelf.errand.stop.clone(), writes, total }
    }

    /// Saves everything to a file.
    pub(super) fn save_backup(&mut self, ctx: &Context<Self>) {
        self.save_at_once();
        let Some(store) = self.may_begin() else { return };
        let items = self.shelf.items.values().filter(|item| item.entry.deleted.is_none()).cloned().collect::<Vec<_>>();
        let lines =
            vec![Line::head(), Line::Settings(local::choices()), Line::Lexicon(taught::file::write(&self.lexicon))];
        let report = self.report(ctx, true, items.len());
        ctx.link().send_future(async move {
            Event::Shelf(Step::Backup(Backup::Written(write(&store, lines, items, &report).await)))
        });
    }

    /// Looks through a file from which everything is to be restored.
    pub(super) fn check_backup(&mut self, ctx: &Context<Self>, file: web_sys::File) {
        if self.may_begin().is_none() {
            return;
        }
        let report = self.report(ctx, false, 0);
        ctx.link().send_future(async move {
            let (documents, outcome) = check(&file, &report).await;
            Event::Shelf(Step::Backup(Backup::Checked(file, documents, outcome)))
        });
    }

    /// Stops what is under way; what a restored file has brought so far stays.
    pub(super) fn stop_backup(&mut self) {
        self.shelf.errand.stop.set(true);
    }

    /// Something happened to a backup.
    pub(super) fn backup(&mut self, ctx: &Context<Self>, backup: Backup) {
        match backup {
            Backup::At(progress) => self.shelf.errand.progress = Some(progress),
            Backup::Written(written) => {
                self.shelf.errand.progress = None;
                match written {
                    Ok(Some(blob)) => {
                        let day = String::from(js_sys::Date::new_0().to_iso_string());
                        let day = day.get(..10).unwrap_or_default();
                        dom::download(&format!("yaolan-{day}.backup.gz"), &blob);
                        self.say(t("backup-written"));
                    }
                    Ok(None) => {}
                    Err(error) => {
                        self.complain(t_with("backup-failed", &[("reason", dom::reason(&error).into())]));
                    }
                }
            }
            Backup::Checked(file, documents, outcome) => {
                let stopped = self.shelf.errand.stop.get();
                self.shelf.errand.progress = None;
                if stopped {
                    return;
                }
                if let Err(error) = outcome {
                    let reason = error.message().text();
                    let some = t_with("backup-in-part", &[("reason", reason.as_str().into()), ("n", documents.into())]);
                    if documents == 0 || !dom::confirm(&some) {
                        return self.complain(t_with("backup-unread", &[("reason", reason.into())]));
                    }
                }
                self.read_backup(ctx, file, documents);
            }
            Backup::Read(brought) => self.brought(ctx, *brought),
        }
    }

    fn read_backup(&mut self, ctx: &Context<Self>, file: web_sys::File, documents: usize) {
        let Some(store) = self.may_begin() else { return };
        let known = Known::new(self.shelf.items.values().map(|item| &item.entry));
        let report = self.report(ctx, false, documents);
        ctx.link().send_future(async move {
            let brought = read(&store, &file, known, &report).await;
            Event::Shelf(Step::Backup(Backup::Read(Box::new(brought))))
        });
    }

    /// What a backup brought becomes part of the library; what is new is analysed.
    fn brought(&mut self, ctx: &Context<Self>, brought: Brought) {
        self.shelf.errand.progress = None;
        let (new, there) = (brought.new.len(), brought.there.len());
        for entry in &brought.there {
            self.change_entries(&[entry.key.as_str().into()], |own| {
                own.tags.clone_from(&entry.tags);
                (own.named, own.deleted) = (entry.named, entry.deleted);
                own.name.clone_from(&entry.name);
            });
        }
        for entry in brought.new {
            self.shelf.items.insert(entry.key.as_str().into(), Rc::new(Item { entry, digest: None }));
        }
        self.shelf.drawn.take();
        local::fill(&brought.settings);
        self.settings = Settings::load();
        self.hidden = kept_hidden();
        let own: Vec<taught::Entry> = self.lexicon.to_vec();
        let known = |entry: &taught::Entry| own.iter().any(|own| own.name == entry.name);
        let further: Vec<taught::Entry> = brought.lexicon.into_iter().filter(|entry| !known(entry)).collect();
        if !further.is_empty() {
            self.teach(own.into_iter().chain(further).collect());
        }
        self.say(t_with("backup-read", &[("n", new.into()), ("there", there.into())]));
        self.tell(super::News::Restored);
        self.analyze_all(ctx);
    }
}

/// The browser's own way to pack or to unpack.
fn gzip(class: &str) -> Result<JsValue, JsValue> {
    let class: Function = Reflect::get(&gloo::utils::window(), &class.into())?.dyn_into()?;
    Reflect::construct(&class, &Array::of1(&"gzip".into()))
}
