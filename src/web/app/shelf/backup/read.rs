//! A file is looked through, and its documents go into the store beside those that are there.

use super::{AT_ONCE, Report, gzip};
use crate::library::backup::{BackupError, Line, Merged, Reader, merge};
use crate::library::entry::{Entry, Origin};
use crate::locale::t_with;
use crate::taught;
use crate::web::app::dom;
use crate::web::app::shelf::restore::entry_change;
use crate::web::app::store::{Change, Store, Table};
use js_sys::{Reflect, Uint8Array};
use std::collections::{BTreeMap, HashMap};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, ReadableWritablePair};

/// What a backup that was read brings beside the documents that are in the store by now.
#[derive(Default)]
pub struct Brought {
    /// New documents.
    pub(super) new: Vec<Entry>,
    /// Records of documents that are there already, with what the file knows besides.
    pub(super) there: Vec<Entry>,
    pub(super) settings: BTreeMap<String, String>,
    pub(super) lexicon: Vec<taught::Entry>,
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
pub(super) async fn check(file: &web_sys::File, report: &Report) -> (usize, Result<(), BackupError>) {
    let mut reader = Reader::default();
    let outcome = lines(file, &mut reader, async |_| !report.stop.get()).await;
    (reader.documents(), outcome)
}

/// The records that are there, by their state and by their document.
pub(super) struct Known {
    states: HashMap<String, Entry>,
    keys: HashMap<String, Entry>,
}

impl Known {
    pub fn new<'a>(entries: impl Iterator<Item = &'a Entry> + Clone) -> Self {
        let states = entries.clone().map(|entry| (entry.stamp.clone(), entry.clone()));
        Self { states: states.collect(), keys: entries.map(|entry| (entry.key.clone(), entry.clone())).collect() }
    }

    fn add(&mut self, entry: &Entry) {
        self.states.insert(entry.stamp.clone(), entry.clone());
        self.keys.insert(entry.key.clone(), entry.clone());
    }
}

/// Writes the documents of a file into the store, beside those that are there.
pub(super) async fn read(store: &Store, file: &web_sys::File, mut known: Known, report: &Report) -> Brought {
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
