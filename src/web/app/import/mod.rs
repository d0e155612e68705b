//! Files come in: one after the other through the program for files, with progress, cancel and a report.

mod arrived;
pub mod folders;
mod recode;
mod report;
pub mod view;

use super::shelf::AT_ONCE;
use super::state::View;
use super::{App, Client, Event, dom};
use crate::input::{FILE_LIMIT, InputError};
use crate::locale::{t, t_with};
use crate::web::files::messages::{Filing, Request, Response};
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
pub use report::{Outcome, Reason, What};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::Context;

/// Milliseconds after which a file that is still being read is given up.
const PATIENCE: u32 = 60_000;

/// Something happened to the files that are being opened.
#[derive(Debug)]
pub enum Step {
    /// Files and folders were dropped.
    Dropped(Vec<JsValue>),
    /// A table was copied from a page: its markup, and whether it goes into the text area.
    Pasted(String, bool),
    /// The browser has read the file of this request.
    Bytes(u32, Result<Uint8Array, String>),
    /// The program for files has answered.
    Answer(Response),
    /// The file of this request takes too long.
    Stuck(u32),
    /// The reader wants no more of them.
    Cancel,
    /// The reader has seen the report.
    Dismiss,
    /// The reader chose another encoding for a file of the report.
    Recode(usize, String),
}

/// A file that waits or is being read.
#[derive(Debug, Clone)]
struct Incoming {
    name: Rc<str>,
    content: Content,
}

/// Where a text comes from.
#[derive(Debug, Clone)]
enum Content {
    File(web_sys::File),
    /// A file again, in the encoding that the reader chose, for this line of the report.
    Again(web_sys::File, String, usize),
    /// Markup from the clipboard, and whether it goes into the text area.
    Page(String, bool),
}

/// How far an import has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Files that are done.
    pub done: usize,
    /// Files in all.
    pub total: usize,
    /// Name of the one that is being read.
    pub name: Rc<str>,
}

/// The files that are being opened and what became of those before.
#[derive(Default)]
pub struct Import {
    client: Option<Client<Filing>>,
    waiting: VecDeque<Incoming>,
    now: Option<Incoming>,
    /// Number of the request that is under way.
    request: u32,
    done: usize,
    report: Rc<Vec<Outcome>>,
    watch: Option<Timeout>,
}

impl Import {
    /// How far the files that are being opened have come; `None` where there are none.
    pub fn progress(&self) -> Option<Progress> {
        let now = self.now.as_ref()?;
        let total = self.done + 1 + self.waiting.len();
        Some(Progress { done: self.done, total, name: now.name.clone() })
    }

    fn stop(&mut self) {
        self.watch = None;
        if let Some(client) = self.client.take() {
            client.terminate();
        }
    }
}

impl App {
    /// Files have come: they are read one after the other.
    pub(super) fn import_files(&mut self, ctx: &Context<Self>, files: Vec<web_sys::File>) {
        self.dragging = false;
        self.notice = None;
        if self.import.now.is_none() {
            self.import.report = Rc::default();
        }
        let named = files.into_iter().map(|file| Incoming { name: file.name().into(), content: Content::File(file) });
        self.import.waiting.extend(named);
        if self.import.waiting.len() > AT_ONCE {
            self.view = View::Library;
        }
        self.next_file(ctx);
    }

    /// Something happened to the files that are being opened.
    pub(super) fn import(&mut self, ctx: &Context<Self>, step: Step) {
        match step {
            Step::Dropped(entries) => {
                self.dragging = false;
                ctx.link().send_future(async move { Event::Files(folders::files(entries).await) });
            }
            Step::Pasted(html, into) => {
                let name = t("pasted-text").into();
                self.import.waiting.push_back(Incoming { name, content: Content::Page(html, into) });
                self.next_file(ctx);
            }
            Step::Bytes(id, bytes) if id == self.import.request => match bytes {
                Ok(bytes) => self.send_file(ctx, bytes),
                Err(reason) => self.failed(ctx, Reason::Unreadable(reason.into())),
            },
            Step::Answer(Response::Read { id, entries }) if id == self.import.request => {
                self.import.watch = None;
                self.arrived(ctx, entries);
                self.file_done(ctx);
            }
            Step::Answer(Response::File { name, media, bytes }) => self.save_file(&name, &media, &bytes),
            Step::Answer(Response::Copied { id, html, text }) => self.export.copied(id, &html, &text),
            Step::Answer(Response::NotMade { reason }) => {
                self.complain(t_with("export-failed", &[("reason", reason.into())]));
            }
            Step::Answer(Response::Crashed { .. }) if self.import.now.is_none() => {
                self.import.stop();
                self.complain(t("import-crashed"));
            }
            Step::Answer(Response::Crashed { .. }) => {
                self.import.stop();
                self.failed(ctx, Reason::Crashed);
            }
            Step::Stuck(id) if id == self.import.request && self.import.now.is_some() => {
                self.import.stop();
                self.failed(ctx, Reason::Slow);
            }
            // What was cancelled or given up may still answer.
            Step::Bytes(..) | Step::Answer(_) | Step::Stuck(_) => {}
            Step::Cancel => {
                self.import.stop();
                self.import.waiting.clear();
                self.import.now = None;
                self.import.done = 0;
            }
            Step::Dismiss => self.import.report = Rc::default(),
            Step::Recode(line, label) => self.recode(ctx, line, label),
        }
    }

    fn next_file(&mut self, ctx: &Context<Self>) {
        if self.import.now.is_some() {
            return;
        }
        let Some(incoming) = self.import.waiting.pop_front() else {
            self.import.done = 0;
            return;
        };
        self.import.request += 1;
        let id = self.import.request;
        self.import.now = Some(incoming.clone());
        let file = match incoming.content {
            Content::File(file) | Content::Again(file, ..) => file,
            Content::Page(html, _) => {
                return self.ask(ctx, Request::Paste { id, name: incoming.name.to_string(), html });
            }
        };
        if file.size() > FILE_LIMIT as f64 {
            return self.failed(ctx, Reason::Input(InputError::TooLarge(file.size() as usize)));
        }
        ctx.link().send_future(async move {
            let bytes = JsFuture::from(file.array_buffer()).await.map(|buffer| Uint8Array::new(&buffer));
            Event::Import(Step::Bytes(id, bytes.map_err(|error| dom::reason(&error))))
        });
    }

    /// The bytes of a file are here; the program for files makes a text of them.
    fn send_file(&mut self, ctx: &Context<Self>, bytes: Uint8Array) {
        let Some(incoming) = &self.import.now else { return };
        let (id, name) = (self.import.request, incoming.name.to_string());
        let encoding = match &incoming.content {
            Content::Again(_, label, _) => Some(label.clone()),
            _ => None,
        };
        let pdf = dom::address("pdf").unwrap_or_default();
        self.ask(ctx, Request::Read { id, name, bytes, encoding, pdf });
    }

    /// Asks the program for files, which is started where it does not run yet, to read something.
    fn ask(&mut self, ctx: &Context<Self>, request: Request) {
        let id = self.import.request;
        self.filing(ctx).send(request);
        let link = ctx.link().clone();
        self.import.watch = Some(Timeout::new(PATIENCE, move || link.send_message(Event::Import(Step::Stuck(id)))));
    }

    /// The program for files; started where it does not run yet.
    pub(super) fn filing(&mut self, ctx: &Context<Self>) -> &Client<Filing> {
        let respond = ctx.link().callback(|response| Event::Import(Step::Answer(response)));
        let address = dom::address("files").unwrap_or_default();
        self.import.client.get_or_insert_with(|| Client::start(&address, respond))
    }

    /// The file that is being read gives no text; the others go on.
    fn failed(&mut self, ctx: &Context<Self>, reason: Reason) {
        if let Some(incoming) = &self.import.now {
            let name = incoming.name.clone();
            self.import.say(name, What::Failed(reason));
        }
        self.file_done(ctx);
    }

    fn file_done(&mut self, ctx: &Context<Self>) {
        self.import.now = None;
        self.import.done += 1;
        self.next_file(ctx);
    }
}
