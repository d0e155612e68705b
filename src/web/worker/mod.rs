//! The worker: holds the analyzer and answers requests, so that the page never stops answering.

mod dictionary;
mod digest;

use super::last_words;
use super::messages::{Carried, Objects, Request, Response};
use crate::{Analyzer, Offsets, Options};
use dictionary::Source;
use gloo_worker::{HandlerId, Registrable, Worker, WorkerScope};
use std::cell::Cell;
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

/// Registers the worker; called once when the worker script has loaded.
pub fn main() {
    last_words::listen();
    AnalyzerWorker::registrar().encoding::<Objects>().register();
}

/// How many milliseconds after the page was told that texts may come the townships are fetched.
const LATER: u32 = 300;

/// How many milliseconds after it was built the analyzer warms up: the page needs the processor first, to say that it is ready.
const SOON: u32 = 150;

/// How often it analyses [`WARM_UP`]. Browsers compile a function well only once it has run for a while: after a single
/// analysis the first text of a reader takes four times as long as later ones, after these one and a half times.
const WARM_ROUNDS: u32 = 60;

/// So many milliseconds of each round it unpacks the dictionary, as long as there is something left.
const SPELL: f64 = 4.0;

/// How many milliseconds lie between two rounds, for whatever else wants the processor.
const BREATH: u32 = 8;

/// A text with something for every recogniser.
const WARM_UP: &str = include_str!("../app/sample.txt");

/// A text that waits for its turn.
struct Waiting {
    id: u32,
    document: u32,
    text: String,
    date: Option<String>,
}

/// The worker's state.
struct AnalyzerWorker {
    analyzer: Option<Analyzer>,
    waiting: VecDeque<Waiting>,
    page: Option<HandlerId>,
    /// Where the townships are, until they have been asked for.
    townships: Option<String>,
    /// Whether a turn is already on its way.
    turning: bool,
    /// What the reader has taught.
    lexicon: Vec<crate::taught::Entry>,
    loading: Loading,
}

/// How far the dictionary is: the loader script has asked for it already, so the worker opens it before the page's own
/// program can ask.
enum Loading {
    /// Nobody has asked.
    No,
    /// It is on its way; whether the page has asked too.
    Coming { asked: bool },
    /// It could not be had, which the page hears once it asks.
    Failed(String),
}

/// What the worker tells itself.
enum Message {
    Progress(Response),
    Dictionary(Result<Vec<u8>, String>),
    Build(Vec<u8>),
    Townships(Option<Vec<u8>>),
    Turn,
    Work,
    /// Warm up, and so many times more.
    Warm(u32),
}

impl Worker for AnalyzerWorker {
    type Message = Message;
    type Input = Request;
    type Output = Response;

    fn create(scope: &WorkerScope<Self>) -> Self {
        let loading = match dictionary::asked_early() {
            Some(asked) => {
                load(scope, Source::Asked(asked));
                Loading::Coming { asked: false }
            }
            None => Loading::No,
        };
        Self {
            analyzer: None,
            waiting: VecDeque::new(),
            page: None,
            townships: None,
            turning: false,
            lexicon: Vec::new(),
            loading,
        }
    }

    fn connected(&mut self, scope: &WorkerScope<Self>, id: HandlerId) {
        self.page = Some(id);
        let scope = scope.clone();
        last_words::tell_by(move |reason| scope.respond(id, Response::Crashed { reason }));
    }

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, page: HandlerId) {
        self.page = Some(page);
        match request {
            Request::Prepare { dictionary, townships } => {
                self.townships = townships;
                self.prepare(scope, dictionary);
            }
            Request::Analyze { id, document, text, date } => {
                self.drop_waiting(scope, |waiting| waiting.document == document);
                self.waiting.push_back(Waiting { id, document, text, date });
                self.tell(scope, Response::Reading { id });
                self.turn(scope);
            }
            Request::Teach { lexicon } => {
                if let Some(analyzer) = &mut self.analyzer {
                    analyzer.teach(&lexicon);
                }
                self.lexicon = lexicon;
            }
            Request::Digest { id, text, date, corrections } => {
                if let Some(analyzer) = &self.analyzer {
                    let digested = digest::digest(analyzer, id, &text, date, &corrections);
                    let crashed = |error: serde_json::Error| Response::Crashed { reason: error.to_string() };
                    self.tell(scope, digested.unwrap_or_else(crashed));
                }
            }
            Request::Cancel { id } => self.drop_waiting(scope, |waiting| waiting.id == id),
        }
    }

    fn update(&mut self, scope: &WorkerScope<Self>, message: Message) {
        match message {
            Message::Progress(progress) => self.tell(scope, progress),
            Message::Dictionary(Ok(bytes)) => {
                self.tell(scope, Response::Building);
                scope.send_message(Message::Build(bytes));
            }
            Message::Dictionary(Err(reason)) => self.fail(scope, reason),
            Message::Build(bytes) => self.build(scope, &bytes),
            Message::Townships(Some(bytes)) => {
                let added = self.analyzer.as_mut().map(|analyzer| analyzer.add_townships(&bytes));
                if let Some(Ok(())) = added {
                    self.tell(scope, Response::Enriched);
                }
            }
            // Without the townships only the smallest places go unnoticed: nothing to alarm the reader about.
            Message::Townships(None) => {}
            Message::Turn => {
                if let Some(next) = self.waiting.front() {
                    self.tell(scope, Response::Analyzing { id: next.id });
                    scope.send_message(Message::Work);
                } else {
                    self.turning = false;
                }
            }
            Message::Warm(more) => self.warm(scope, more),
            Message::Work => {
                self.turning = false;
                self.work(scope);
                self.turn(scope);
            }
        }
    }
}

impl AnalyzerWorker {
    fn tell(&self, scope: &WorkerScope<Self>, response: Response) {
        if let Some(page) = self.page {
            scope.respond(page, response);
        }
    }

    fn prepare(&mut self, scope: &WorkerScope<Self>, address: String) {
        if self.analyzer.is_some() {
            return self.greet(scope);
        }
        match std::mem::replace(&mut self.loading, Loading::Coming { asked: true }) {
            Loading::No => load(scope, Source::At(address)),
            Loading::Coming { .. } => {}
            Loading::Failed(reason) => self.fail(scope, reason),
        }
    }

    fn build(&mut self, scope: &WorkerScope<Self>, bytes: &[u8]) {
        match Analyzer::with_dictionary(bytes) {
            Ok(mut analyzer) => {
                analyzer.teach(&self.lexicon);
                self.analyzer = Some(analyzer);
                if matches!(self.loading, Loading::Coming { asked: true }) {
                    self.greet(scope);
                }
                later(scope, SOON, Message::Warm(WARM_ROUNDS));
            }
            Err(error) => self.fail(scope, error.to_string()),
        }
    }

    /// An analysis that nobody waits for, which builds the word lists and lets the browser compile the hot code, and some
    /// more of the dictionary; whoever waits already does so himself.
    fn warm(&mut self, scope: &WorkerScope<Self>, more: u32) {
        if let Some(analyzer) = self.analyzer.as_ref().filter(|_| self.waiting.is_empty()) {
            analyzer.analyze(WARM_UP, &Options::default());
            let start = now();
            while now() - start < SPELL && analyzer.unpack_more() {}
        }
        if more > 0 {
            later(scope, BREATH, Message::Warm(more - 1));
        }
    }

    /// Tells the page that texts may come.
    fn greet(&mut self, scope: &WorkerScope<Self>) {
        self.tell(scope, Response::Ready);
        self.turn(scope);
        self.enrich(scope);
    }

    /// There is no dictionary: the page is told, and may ask once more.
    fn fail(&mut self, scope: &WorkerScope<Self>, reason: String) {
        if matches!(self.loading, Loading::Coming { asked: false }) {
            self.loading = Loading::Failed(reason);
        } else {
            self.loading = Loading::No;
            self.tell(scope, Response::NoDictionary { reason });
        }
    }

    /// Fetches what a first result can do without.
    fn enrich(&mut self, scope: &WorkerScope<Self>) {
        let Some(address) = self.townships.take() else { return };
        scope.send_future(async move {
            gloo::timers::future::TimeoutFuture::new(LATER).await;
            Message::Townships(dictionary::load(Source::At(address), |_, _| {}).await.ok())
        });
    }

    /// Plans the next piece of work for after the messages that are already under way, so that a newer request
    /// or a cancellation comes before it.
    fn turn(&mut self, scope: &WorkerScope<Self>) {
        if self.turning || self.analyzer.is_none() || self.waiting.is_empty() {
            return;
        }
        self.turning = true;
        later(scope, 0, Message::Turn);
    }

    fn work(&mut self, scope: &WorkerScope<Self>) {
        let Some(analyzer) = &self.analyzer else { return };
        let Some(Waiting { id, text, date, .. }) = self.waiting.pop_front() else { return };
        let start = now();
        let options = Options { date: date.as_deref().and_then(crate::day::day), offsets: Offsets::Byte };
        let analysis = analyzer.analyze(&text, &options);
        let milliseconds = (now() - start).max(0.0) as u32;
        self.tell(
            scope,
            match Carried::pack(&analysis) {
                Ok(analysis) => Response::Done { id, analysis, milliseconds },
                Err(error) => Response::Crashed { reason: error.to_string() },
            },
        );
    }

    fn drop_waiting(&mut self, scope: &WorkerScope<Self>, which: impl Fn(&Waiting) -> bool) {
        let (dropped, kept): (Vec<Waiting>, Vec<Waiting>) =
            std::mem::take(&mut self.waiting).into_iter().partition(which);
        self.waiting = kept.into();
        for waiting in dropped {
            self.tell(scope, Response::Dropped { id: waiting.id });
        }
    }
}

/// Sends `message` to the worker itself after so many milliseconds.
fn later(scope: &WorkerScope<AnalyzerWorker>, milliseconds: u32, message: Message) {
    scope.send_future(async move {
        gloo::timers::future::TimeoutFuture::new(milliseconds).await;
        message
    });
}

/// How many milliseconds lie between two words about how far the dictionary has come: each has the page draw anew.
const TOLD_EVERY: f64 = 100.0;

/// Gets the dictionary.
fn load(scope: &WorkerScope<AnalyzerWorker>, source: dictionary::Source) {
    let progress = scope.callback(|(loaded, total)| Message::Progress(Response::Loading { loaded, total }));
    let told = Cell::new(now());
    let tell = move |loaded, total| {
        if now() - told.get() >= TOLD_EVERY {
            told.set(now());
            progress((loaded, total));
        }
    };
    scope.send_future(async move {
        let loaded = dictionary::load(source, tell).await;
        Message::Dictionary(loaded.map_err(|error| dictionary::reason(&error)))
    });
}

/// The worker's own global scope.
fn global() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Milliseconds on the worker's clock.
fn now() -> f64 {
    global().performance().map_or(0.0, |clock| clock.now())
}
