//! Files come in: one after the other through the program for files, with progress, cancel and a report.

pub mod folders;
pub mod view;

use super::shelf::{AT_ONCE, Target};
use super::state::View;
use super::{App, Client, Event, dom};
use crate::input::{Entry, FILE_LIMIT, InputError, Opened};
use crate::library::entry::Origin;
use crate::locale::{t, t_with};
use crate::web::files::messages::{Filing, Request, Response};
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::Context;

/// Milliseconds after which a file that is still being read is given up.
const PATIENCE: u32 = 60_000;

/// Lines of a report after which no further encodings are said.
const SAID: usize = 50;

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

/// A line of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Name of the file.
    pub name: Rc<str>,
    /// What became of it.
    pub what: What,
}

/// What a report says of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// It could not be read.
    Failed(Reason),
    /// So many files, this one first, whose texts are in the library already.
    There(usize),
    /// Its encoding was guessed, or chosen after that; another may be chosen.
    Encoding {
        /// The encoding.
        label: Rc<str>,
        /// Whether the reader chose it.
        chosen: bool,
        /// The file, to be read again.
        file: web_sys::File,
        /// The open document that it became; `None` where it went into the library.
        document: Option<u32>,
        /// The text as it was read: an edited one is not overwritten.
        text: Rc<str>,
    },
}

/// Why there is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The format's reader says so.
    Input(InputError),
    /// The browser cannot read the file.
    Unreadable(Rc<str>),
    /// It took too long.
    Slow,
    /// The program for files failed over it.
    Crashed,
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

    /// What is to be said of the files that were opened.
    pub fn report(&self) -> Rc<Vec<Outcome>> {
        self.report.clone()
    }

    fn say(&mut self, name: Rc<str>, what: What) {
        Rc::make_mut(&mut self.report).push(Outcome { name, what });
    }

    /// The text of the file `name` is in the library already; said of all such files at once.
    fn say_there(&mut self, name: Rc<str>) {
        let report = Rc::make_mut(&mut self.report);
        let there = report.iter_mut().find_map(|outcome| match &mut outcome.what {
            What::There(count) => Some(count),
            _ => None,
        });
        match there {
            Some(count) => *count += 1,
            None => report.push(Outcome { name, what: What::There(1) }),
        }
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
            let bytes = JsFuture::from(file.array_buffer()).await;
            Event::Import(Step::Bytes(id, bytes.map(|buffer| Uint8Array::new(&buffer)).map_err(|error| words(&error))))
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

    /// A file has become texts.
    fn arrived(&mut self, ctx: &Context<Self>, entries: Vec<Entry>) {
        let Some(incoming) = self.import.now.clone() else { return };
        for Entry { name, result } in entries {
            match (result, &incoming.content) {
                (Ok(opened), Content::Again(_, _, line)) => self.recoded(*line, opened),
                (Ok(opened), Content::Page(_, true)) => dom::insert_text("#text", &opened.text),
                (Ok(opened), Content::Page(_, false)) => {
                    self.open_text(&name, &opened.text, Origin::Pasted);
                }
                (Ok(opened), Content::File(file)) => self.add_opened(ctx, file, name.into(), opened),
                (Err(error), _) => self.import.say(name.into(), What::Failed(Reason::Input(error))),
            }
        }
    }

    fn add_opened(&mut self, ctx: &Context<Self>, file: &web_sys::File, name: Rc<str>, opened: Opened) {
        let title = title(&name);
        let many = self.import.progress().is_some_and(|progress| progress.total > AT_ONCE);
        let document = match (many, self.shelf.twin(&opened.text)) {
            (true, Some(_)) => return self.import.say_there(name),
            // One that was edited since it was saved is another text.
            (false, Some(key)) if !self.documents.iter().any(|open| open.key == key && *open.text != *opened.text) => {
                return self.open_kept(ctx, key, Target::Start);
            }
            (true, None) => {
                self.shelve(ctx, title, &opened.text, Origin::File);
                None
            }
            (false, _) => self.open_text(title, &opened.text, Origin::File),
        };
        // Of very many files nobody wants to hear one by one.
        if self.import.report.len() >= SAID {
            return;
        }
        // A file inside an archive cannot be read again by itself.
        let alone = *name == *file.name();
        if let Some(label) = opened.encoding.filter(|_| opened.guessed && alone) {
            let (label, text, file) = (label.into(), opened.text.into(), file.clone());
            self.import.say(name, What::Encoding { label, chosen: false, file, document, text });
        }
    }

    /// The reader chose another encoding: the same file is read again.
    fn recode(&mut self, ctx: &Context<Self>, line: usize, label: String) {
        let Some(outcome) = self.import.report.get(line) else { return };
        let What::Encoding { file, .. } = &outcome.what else { return };
        let content = Content::Again(file.clone(), label, line);
        self.import.waiting.push_back(Incoming { name: outcome.name.clone(), content });
        self.next_file(ctx);
    }

    /// The text under another encoding takes the place of the first, unless that was edited or closed.
    fn recoded(&mut self, line: usize, opened: Opened) {
        let report = Rc::make_mut(&mut self.import.report);
        let Some(Outcome { name, what: What::Encoding { label, chosen, document, text, .. } }) = report.get_mut(line)
        else {
            return;
        };
        let (id, before, name) = (*document, text.clone(), name.clone());
        *label = opened.encoding.unwrap_or_default().into();
        *chosen = true;
        *text = opened.text.into();
        let text = text.clone();
        let open = self.documents.iter().position(|found| Some(found.id) == id && found.text == before);
        if let Some(found) = open.and_then(|index| self.documents.get_mut(index)) {
            found.text = text;
            found.show = true;
            self.request_all();
            return;
        }
        if let Some(key) = self.shelf.twin(&before).filter(|_| id.is_none()) {
            self.delete(vec![key]);
        }
        let new = self.open_text(title(&name), &text, Origin::File);
        if let Some(Outcome { what: What::Encoding { document, .. }, .. }) =
            Rc::make_mut(&mut self.import.report).get_mut(line)
        {
            *document = new;
        }
    }
}

/// The name of a file without folders and the ending of its format.
fn title(name: &str) -> &str {
    const ENDS: [&str; 11] =
        [".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".xlsx", ".csv", ".tsv", ".pdf", ".xhtml"];
    let name = name.rsplit('/').next().unwrap_or(name);
    let end = ENDS.iter().find(|end| {
        name.len() > end.len()
            && name.is_char_boundary(name.len() - end.len())
            && name[name.len() - end.len()..].eq_ignore_ascii_case(end)
    });
    end.map_or(name, |end| &name[..name.len() - end.len()])
}

/// What an error of the browser says.
fn words(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.unwrap_or_default()
}
