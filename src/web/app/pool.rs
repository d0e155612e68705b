//! Many documents are analysed by several workers beside the one that the open document has for itself.
//!
//! Texts are read when their turn comes and results are written as they come, so that memory does not grow with the
//! number of documents. A worker that fails is started again; its document is tried once more, then recorded.

use super::shelf::Step;
use super::{App, Client, Event, dom};
use crate::library::entry::{Digest, Entry, Standing};
use crate::locale::{t, t_with};
use crate::web::app::store::{Change, Store, Table};
use crate::web::messages::{Analyzing, Request, Response};
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use std::collections::{HashSet, VecDeque};
use std::rc::Rc;
use yew::Context;

/// The most workers, whatever the device has.
const MOST: usize = 8;

/// Gigabytes of memory that the device should have for each worker.
const MEMORY: f64 = 0.5;

/// Milliseconds after which a document that is still being analysed is given up.
const PATIENCE: u32 = 60_000;

/// Milliseconds that a worker waits for lists that may come after the dictionary.
const LISTS: u32 = 5_000;

/// Milliseconds that idle workers are kept for further documents.
const REST: u32 = 10_000;

/// How often a document is tried.
const TRIES: u32 = 2;

/// Milliseconds between two drawings of the progress.
const REDRAW: f64 = 250.0;

/// A document to be analysed.
#[derive(Debug, Clone)]
struct Job {
    key: Rc<str>,
    /// The state of its text.
    stamp: String,
    tries: u32,
}

/// What a worker of the pool is doing.
enum State {
    /// It has no dictionary yet.
    Starting,
    /// It waits for a document.
    Idle,
    /// The document is on its way to it, or it works on it.
    Busy(Job),
}

struct Member {
    client: Client<Analyzing>,
    state: State,
    watch: Option<Timeout>,
}

/// How far the pool has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Documents that are done.
    pub done: usize,
    /// Documents in all.
    pub total: usize,
    /// Documents without a result.
    pub failed: usize,
    /// Workers at it.
    pub workers: usize,
}

/// The pool.
#[derive(Default)]
pub struct Pool {
    members: Vec<Option<Member>>,
    waiting: VecDeque<Job>,
    known: HashSet<Rc<str>>,
    done: usize,
    failed: usize,
    drawn: f64,
    next: u32,
    /// Fewer than the device allows, after some could not be started.
    limit: Option<usize>,
    /// Ends the workers some time after the last document.
    rest: Option<Timeout>,
}

/// Something happened in the pool.
pub enum Work {
    /// A worker has answered.
    Answer(usize, Response),
    /// A text is here for the worker; `None` where there is none any more.
    Text(usize, Option<String>),
    /// A worker has waited long enough for further lists.
    Lists(usize),
    /// A worker takes too long.
    Stuck(usize),
    /// Nothing has come for a while.
    Rest,
}

impl Pool {
    /// How far it has come; `None` where nothing is under way.
    pub fn progress(&self) -> Option<Progress> {
        let busy = self.members.iter().flatten().filter(|member| matches!(member.state, State::Busy(_))).count();
        let left = self.waiting.len() + busy;
        let workers = self.live();
        (left > 0).then(|| Progress { done: self.done, total: self.done + left, failed: self.failed, workers })
    }

    fn live(&self) -> usize {
        self.members.iter().flatten().count()
    }

    /// Teaches all workers the reader's lexicon.
    pub fn teach(&self, lexicon: &[crate::taught::Entry]) {
        for member in self.members.iter().flatten() {
            member.client.send(Request::Teach { lexicon: lexicon.to_vec() });
        }
    }

    /// Whether the page should show the progress again.
    fn redraw(&mut self) -> bool {
        let now = dom::now();
        let due = now - self.drawn > REDRAW || self.progress().is_none();
        if due {
            self.drawn = now;
        }
        due
    }
}

/// How many workers the device allows.
fn size() -> usize {
    let cores = dom::device("hardwareConcurrency").unwrap_or(2.0) as usize;
    let memory = dom::device("deviceMemory").map_or(MOST, |gigabytes| (gigabytes / MEMORY) as usize);
    // The page and the open document keep a core where there are enough.
    let free = if cores > 3 { cores - 1 } else { cores };
    free.min(memory).clamp(1, MOST)
}

impl App {
    /// Has documents of the library analysed; those that are under way already are not asked for twice.
    pub(super) fn analyze_kept(&mut self, ctx: &Context<Self>, keys: impl IntoIterator<Item = Rc<str>>) {
        for key in keys {
            let Some(item) = self.shelf.item(&key).filter(|item| item.entry.deleted.is_none()) else { continue };
            let job = Job { key: key.clone(), stamp: item.entry.stamp.clone(), tries: 0 };
            if self.pool.known.insert(key) {
                self.pool.waiting.push_back(job);
            }
        }
        self.feed(ctx);
    }

    /// Has everything analysed that has no result of this version.
    pub(super) fn analyze_all(&mut self, ctx: &Context<Self>) {
        let version = self.shelf.version.clone();
        for standing in [Standing::Waiting, Standing::Outdated] {
            let keys = self.shelf.keys_standing(standing, &version);
            self.analyze_kept(ctx, keys);
        }
    }

    /// Forgets what has not begun, and ends the workers.
    pub(super) fn stop_pool(&mut self) {
        for member in self.pool.members.drain(..).flatten() {
            member.client.terminate();
        }
        self.pool = Pool { next: self.pool.next, ..Pool::default() };
    }

    /// Something happened in the pool; says whether the page looks otherwise now.
    pub(super) fn pool(&mut self, ctx: &Context<Self>, work: Work) -> bool {
        match work {
            Work::Answer(at, response) => self.pool_answered(ctx, at, response),
            Work::Text(at, text) => self.send_job(ctx, at, text),
            Work::Lists(at) => {
                if let Some(Some(member)) = self.pool.members.get_mut(at)
                    && matches!(member.state, State::Starting)
                {
                    member.state = State::Idle;
                }
                self.feed(ctx);
            }
            Work::Stuck(at) => self.member_failed(ctx, at, &t("library-slow")),
            Work::Rest => self.stop_pool(),
        }
        self.pool.redraw()
    }

    fn pool_answered(&mut self, ctx: &Context<Self>, at: usize, response: Response) {
        match response {
            Response::Ready => {
                let link = ctx.link().clone();
                let lists = Timeout::new(LISTS, move || link.send_message(Event::Pool(Work::Lists(at))));
                if let Some(Some(member)) = self.pool.members.get_mut(at) {
                    member.watch = Some(lists);
                }
            }
            Response::Enriched => drop(self.pool(ctx, Work::Lists(at))),
            Response::Digested { digest, analysis, filter, lines, .. } => {
                let Some(job) = self.take_job(at) else { return };
                let parts = Parts { analysis, filter, lines };
                self.keep_digest(ctx, &job.key, &job.stamp, digest, Some(parts));
                self.job_done(&job.key);
                self.feed(ctx);
            }
            Response::NoDictionary { reason } | Response::Crashed { reason } => self.member_failed(ctx, at, &reason),
            _ => {}
        }
    }

    fn take_job(&mut self, at: usize) -> Option<Job> {
        let member = self.pool.members.get_mut(at)?.as_mut()?;
        member.watch = None;
        match std::mem::replace(&mut member.state, State::Idle) {
            State::Busy(job) => Some(job),
            State::Starting | State::Idle => None,
        }
    }

    fn job_done(&mut self, key: &Rc<str>) {
        self.pool.known.remove(key);
        self.pool.done += 1;
    }

    /// Gives every idle worker a document, and starts workers while more documents wait than there are.
    fn feed(&mut self, ctx: &Context<Self>) {
        let Some(store) = self.shelf.store() else { return };
        self.pool.rest = None;
        let limit = self.pool.limit.unwrap_or_else(size);
        while self.pool.live() < limit.min(self.pool.waiting.len()) {
            self.start_member(ctx);
        }
        for at in 0..self.pool.members.len() {
            let Some(Some(member)) = self.pool.members.get_mut(at) else { continue };
            if !matches!(member.state, State::Idle) {
                continue;
            }
            let Some(job) = self.pool.waiting.pop_front() else { break };
            let key = job.key.clone();
            member.state = State::Busy(job);
            ctx.link().send_future(text_of(store.clone(), at, key));
        }
        if self.pool.progress().is_none() {
            self.pool.done = 0;
            self.pool.failed = 0;
            let link = ctx.link().clone();
            self.pool.rest = Some(Timeout::new(REST, move || link.send_message(Event::Pool(Work::Rest))));
        }
    }

    fn start_member(&mut self, ctx: &Context<Self>) {
        let at = self.pool.members.len();
        let respond = ctx.link().callback(move |response| Event::Pool(Work::Answer(at, response)));
        let client = Client::start(&dom::address("worker").unwrap_or_default(), respond);
        self.prepare(&client);
        self.pool.members.push(Some(Member { client, state: State::Starting, watch: None }));
    }

    /// A text is here for the worker that waits for it; one that has gone meanwhile is passed over.
    fn send_job(&mut self, ctx: &Context<Self>, at: usize, text: Option<String>) {
        let Some(Some(member)) = self.pool.members.get_mut(at) else { return };
        let State::Busy(job) = &member.state else { return };
        let (Some(text), Some(item)) = (text, self.shelf.item(&job.key)) else {
            if let Some(job) = self.take_job(at) {
                self.job_done(&job.key);
            }
            return self.feed(ctx);
        };
        self.pool.next += 1;
        let Entry { date, corrections, .. } = item.entry.clone();
        member.client.send(Request::Digest { id: self.pool.next, text, date, corrections });
        let link = ctx.link().clone();
        member.watch = Some(Timeout::new(PATIENCE, move || link.send_message(Event::Pool(Work::Stuck(at)))));
    }

    /// A worker has died or hangs: its document is tried again by another one, or recorded as failed.
    fn member_failed(&mut self, ctx: &Context<Self>, at: usize, reason: &str) {
        let Some(Member { client, state, .. }) = self.pool.members.get_mut(at).and_then(Option::take) else { return };
        client.terminate();
        match state {
            State::Busy(mut job) if job.tries + 1 < TRIES => {
                job.tries += 1;
                self.pool.waiting.push_front(job);
            }
            State::Busy(job) => {
                let failure = reason.lines().next().unwrap_or_default().to_owned();
                let date = self.shelf.item(&job.key).and_then(|item| item.entry.date.clone());
                let digest = Digest { failure: Some(failure), date, ..Digest::default() };
                self.keep_digest(ctx, &job.key, &job.stamp, digest, None);
                self.job_done(&job.key);
                self.pool.failed += 1;
            }
            // The next one would fare no better: those that run go on, if there are any.
            State::Starting if self.pool.live() > 0 => self.pool.limit = Some(self.pool.live()),
            State::Starting => {
                self.stop_pool();
                return self.complain(t_with("library-stopped", &[("reason", reason.into())]));
            }
            State::Idle => {}
        }
        self.feed(ctx);
    }

    /// Puts a result away, unless the text has changed meanwhile.
    pub(super) fn keep_digest(
        &mut self,
        ctx: &Context<Self>,
        key: &Rc<str>,
        stamp: &str,
        digest: Digest,
        parts: Option<Parts>,
    ) {
        let analyzer = self.shelf.version.clone();
        let digest = Digest { stamp: stamp.to_owned(), analyzer, when: dom::now(), ..digest };
        let Some(store) = self.shelf.store() else { return };
        let Some(json) = serde_json::to_string(&digest).ok() else { return };
        if !self.shelf.digest(key, digest) {
            return;
        }
        let mut changes = vec![Change::put(Table::Digests, key, json)];
        if let Some(Parts { analysis, filter, lines }) = parts {
            self.shelf.search.renew(key, &filter);
            let values = [(Table::Analyses, analysis), (Table::Filters, filter), (Table::Rows, lines)];
            changes.extend(values.map(|(table, value)| Change::put(table, key, value)));
        }
        let key = key.clone();
        ctx.link().send_future(async move {
            store.write(changes).await;
            Event::Shelf(Step::Digested(key))
        });
    }
}

/// What a result consists of beside its digest, ready to be written.
pub struct Parts {
    pub analysis: Uint8Array,
    pub filter: Uint8Array,
    pub lines: Uint8Array,
}

async fn text_of(store: Rc<Store>, at: usize, key: Rc<str>) -> Event {
    Event::Pool(Work::Text(at, store.text(Table::Texts, &key).await))
}
