//! Many documents are analysed by several workers beside the one that the open document has for itself.
//!
//! Texts are read when their turn comes and results are written as they come, so that memory does not grow with the
//! number of documents. A worker that fails is started again; its document is tried once more, then recorded.

mod member;
mod result;

use super::{App, Event, dom};
use crate::library::entry::Standing;
use crate::locale::t;
use crate::web::messages::{Request, Response};
use gloo::timers::callback::Timeout;
use member::{Job, Member, State};
pub use result::Parts;
use std::collections::{HashSet, VecDeque};
use std::rc::Rc;
use yew::Context;

/// Milliseconds that a worker waits for lists that may come after the dictionary.
const LISTS: u32 = 5_000;

/// Milliseconds between two drawings of the progress.
const REDRAW: f64 = 250.0;

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
}
