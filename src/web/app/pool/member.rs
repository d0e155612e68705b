//! A worker of the pool: started, given documents, ended where it fails.

use super::Work;
use crate::library::entry::{Digest, Entry};
use crate::locale::t_with;
use crate::web::app::store::{Store, Table};
use crate::web::app::{App, Client, Event, dom};
use crate::web::messages::{Analyzing, Request};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::Context;

/// The most workers, whatever the device has.
const MOST: usize = 8;

/// Gigabytes of memory that the device should have for each worker.
const MEMORY: f64 = 0.5;

/// Milliseconds after which a document that is still being analysed is given up.
const PATIENCE: u32 = 60_000;

/// Milliseconds that idle workers are kept for further documents.
const REST: u32 = 10_000;

/// How often a document is tried.
const TRIES: u32 = 2;

/// A document to be analysed.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub key: Rc<str>,
    /// The state of its text.
    pub stamp: String,
    pub tries: u32,
}

/// What a worker of the pool is doing.
pub(super) enum State {
    /// It has no dictionary yet.
    Starting,
    /// It waits for a document.
    Idle,
    /// The document is on its way to it, or it works on it.
    Busy(Job),
}

/// A worker of the pool.
pub(super) struct Member {
    pub client: Client<Analyzing>,
    pub state: State,
    pub watch: Option<Timeout>,
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
    /// Gives every idle worker a document, and starts workers while more documents wait than there are.
    pub(super) fn feed(&mut self, ctx: &Context<Self>) {
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
    pub(super) fn send_job(&mut self, ctx: &Context<Self>, at: usize, text: Option<String>) {
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
    pub(super) fn member_failed(&mut self, ctx: &Context<Self>, at: usize, reason: &str) {
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

    /// The document that a worker was at; it is idle now.
    pub(super) fn take_job(&mut self, at: usize) -> Option<Job> {
        let member = self.pool.members.get_mut(at)?.as_mut()?;
        member.watch = None;
        match std::mem::replace(&mut member.state, State::Idle) {
            State::Busy(job) => Some(job),
            State::Starting | State::Idle => None,
        }
    }

    /// A document is done, with a result or without.
    pub(super) fn job_done(&mut self, key: &Rc<str>) {
        self.pool.known.remove(key);
        self.pool.done += 1;
    }
}

async fn text_of(store: Rc<Store>, at: usize, key: Rc<str>) -> Event {
    Event::Pool(Work::Text(at, store.text(Table::Texts, &key).await))
}
