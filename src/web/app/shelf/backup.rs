//! Everything is saved to one file, and comes back from it. Texts go through a few at a time, whatever the library holds.

use super::restore::entry_change;
use super::{App, Event, Notice, Step};
use crate::library::backup::{BackupError, Line, Merged, Reader, merge};
use crate::library::entry::{Entry, Item, Origin};
use crate::locale::{t, t_with};
use crate::taught;
use crate::web::app::settings::Settings;
use crate::web::app::store::{Change, Store, Table};
use crate::web::app::{dom, kept_hidden, local};
use js_sys::{Array, Function, Reflect, Uint8Array};
use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, Response, WritableStream};
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

/// What a backup that was read brings beside the documents that are in the store by now.
#[derive(Default)]
pub struct Brought {
    /// New documents.
    new: Vec<Entry>,
    /// Records of documents that are there already, with what the file knows besides.
    there: Vec<Entry>,
    settings: BTreeMap<String, String>,
    lexicon: Vec<taught::Entry>,
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

    fn say(&mut self, text: String) {
        self.notice = Some(Notice::good(text));
    }
}

/// The browser's own way to pack or to unpack.
fn gzip(class: &str) -> Result<JsValue, JsValue> {
    let class: Function = Reflect::get(&gloo::utils::window(), &class.into())?.dyn_into()?;
    Reflect::construct(&class, &Array::of1(&"gzip".into()))
}

/// Packs everything into one file; `None` where it was stopped.
async fn write(
    store: &Store,
    lines: Vec<Line>,
    items: Vec<Rc<Item>>,
    report: &Report,
) -> Result<Option<Blob>, JsValue> {
    let stream = gzip("CompressionStream")?;
    let writer = Reflect::get(&stream, &"writable".into())?.dyn_into::<WritableStream>()?.get_writer()?;
    let readable = Reflect::get(&stream, &"readable".into())?.dyn_into::<ReadableStream>()?;
    let packed = Response::new_with_opt_readable_stream(Some(&readable))?.blob()?;
    let put = async |line: &Line| -> Result<(), JsValue> {
        let bytes = line.write().map_err(|error| JsValue::from_str(&error.to_string()))?;
        JsFuture::from(writer.write_with_chunk(&Uint8Array::from(bytes.as_slice()))).await.map(drop)
    };
    for line in &lines {
        put(line).await?;
    }
    let mut documents = 0;
    for (at, items) in items.chunks(AT_ONCE).enumerate() {
        if !report.at(at * AT_ONCE) {
            JsFuture::from(writer.abort()).await?;
            return Ok(None);
        }
        let keys: Vec<Rc<str>> = items.iter().map(|item| Rc::from(item.entry.key.as_str())).collect();
        for (item, text) in items.iter().zip(store.get_many(Table::Texts, &keys).await) {
            let Some(text) = text.and_then(|text| text.as_string()) else { continue };
            let entry = Box::new(Entry { size: text.len(), ..item.entry.clone() });
            put(&Line::Document { entry, text }).await?;
            documents += 1;
        }
    }
    put(&Line::End { documents }).await?;
    JsFuture::from(writer.close()).await?;
    Ok(Some(JsFuture::from(packed).await?.dyn_into()?))
}

/// The lines of a file, a few documents at a time; `visit` says whether it wants more.
async fn lines(
    file: &web_sys::File,
    reader: &mut Reader,
    mut visit: impl AsyncFnMut(Vec<Line>) -> bool,
) -> Result<(), BackupError> {
    let stream = gzip("DecompressionStream").map_err(|_| reader.wrong())?;
    let plain = file.stream().pipe_through(stream.unchecked_ref::<ReadableWritablePair>());
    let chunks: ReadableStreamDefaultReader = plain.get_reader().unchecked_into();
    let mut held = Vec::new();
    loop {
        let chunk = JsFuture::from(chunks.read()).await.map_err(|_| reader.wrong())?;
        if Reflect::get(&chunk, &"done".into()).is_ok_and(|done| done.is_truthy()) {
            break;
        }
        let value = Reflect::get(&chunk, &"value".into()).ok().and_then(|value| value.dyn_into::<Uint8Array>().ok());
        let outcome = reader.push(&value.map(|value| value.to_vec()).unwrap_or_default(), |line| held.push(line));
        if (held.len() >= AT_ONCE || outcome.is_err()) && !visit(std::mem::take(&mut held)).await {
            return Ok(());
        }
        outcome?;
    }
    visit(held).await;
    reader.finish()
}

/// How many documents of a file can be read, and what is wrong with it.
async fn check(file: &web_sys::File, report: &Report) -> (usize, Result<(), BackupError>) {
    let mut reader = Reader::default();
    let outcome = lines(file, &mut reader, async |_| !report.stop.get()).await;
    (reader.documents(), outcome)
}

/// The records that are there, by their state and by their document.
struct Known {
    states: HashMap<String, Entry>,
    keys: HashMap<String, Entry>,
}

impl Known {
    fn new<'a>(entries: impl Iterator<Item = &'a Entry> + Clone) -> Self {
        let states = entries.clone().map(|entry| (entry.stamp.clone(), entry.clone()));
        Self { states: states.collect(), keys: entries.map(|entry| (entry.key.clone(), entry.clone())).collect() }
    }

    fn add(&mut self, entry: &Entry) {
        self.states.insert(entry.stamp.clone(), entry.clone());
        self.keys.insert(entry.key.clone(), entry.clone());
    }
}

/// Writes the documents of a file into the store, beside those that are there.
async fn read(store: &Store, file: &web_sys::File, mut known: Known, report: &Report) -> Brought {
    let (mut brought, mut done) = (Brought::default(), 0);
    let mut reader = Reader::default();
    // What is wrong with the file was told when it was looked through.
    let _ = lines(file, &mut reader, async |lines| {
        let mut changes = Vec::new();
        for line in lines {
            match line {
                Line::Settings(settings) => brought.settings = settings,
                Line::Lexicon(lexicon) => brought.lexicon = taught::file::read(&lexicon).unwrap_or_default(),
                Line::Document { entry, text } => {
                    done += 1;
                    let own = known.keys.get(&entry.key);
                    let new = match merge(&entry, known.states.get(&entry.stamp), own) {
                        Merged::There(union) => {
                            brought.there.push(union);
                            continue;
                        }
                        Merged::New(entry) => entry,
                        Merged::Beside => beside(&entry),
                    };
                    known.add(&new);
                    changes.extend(entry_change(&new));
                    changes.push(Change::put(Table::Texts, &new.key, text));
                    brought.new.push(new);
                }
                Line::Head { .. } | Line::End { .. } => {}
            }
        }
        store.write(changes).await;
        report.at(done)
    })
    .await;
    brought
}

/// The record of a document of which another state is there: it stands beside that one.
fn beside(entry: &Entry) -> Entry {
    Entry {
        key: format!("{}-{}", entry.key, dom::random_name()),
        name: t_with("backup-copy", &[("name", entry.name.as_str().into())]),
        origin: Origin::Copy,
        ..entry.clone()
    }
}
