//! The page drives its worker: requests, answers, failures.

use super::pool::Parts;
use super::state::{Engine, Notice};
use super::{App, Client, Event, dom, installed};
use crate::input;
use crate::locale::{t, t_with};
use crate::web::messages::{Analyzing, Request, Response};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::Context;

/// A worker that says nothing for so long while it analyses is taken to hang.
const PATIENCE: u32 = 60_000;

/// A worker that fails so often in a row is not started again by itself.
const CRASHES: u32 = 3;

impl App {
    /// Starts the worker if there is none, and has it fetch the dictionary.
    pub(super) fn start(&mut self, ctx: &Context<Self>) {
        self.engine = Engine::Loading { loaded: 0, total: None };
        let respond = ctx.link().callback(Event::Worker);
        let address = |name| dom::address(name).unwrap_or_default();
        let client = self.client.get_or_insert_with(|| Client::start(&address("worker"), respond));
        prepare(client, &self.lexicon);
    }

    /// Tells a further worker what the first one knows.
    pub(super) fn prepare(&self, client: &Client<Analyzing>) {
        prepare(client, &self.lexicon);
    }

    /// Ends the worker and starts a new one; the texts stay, and are asked for again.
    pub(super) fn restart(&mut self, ctx: &Context<Self>, message: &str) {
        if let Some(client) = self.client.take() {
            client.terminate();
        }
        self.watch = None;
        self.shelf.asked.clear();
        self.crashes += 1;
        for document in &mut self.documents {
            document.request = None;
            document.sent = None;
        }
        self.complain(message);
        if self.crashes > CRASHES {
            self.engine = Engine::Failed(t("engine-gave-up").into());
        } else {
            self.start(ctx);
        }
    }

    pub(super) fn answered(&mut self, ctx: &Context<Self>, response: Response) {
        match response {
            Response::Loading { loaded, total } => self.engine = Engine::Loading { loaded, total },
            Response::Building => self.engine = Engine::Building,
            Response::Ready => {
                self.engine = Engine::Ready;
                installed::tell("yaolan:ready");
                self.request_all();
            }
            Response::Enriched => {
                self.documents.iter_mut().for_each(|document| document.stale = document.reading.is_some());
                self.request_all();
            }
            Response::NoDictionary { reason } => self.engine = Engine::Failed(reason.into()),
            Response::Reading { .. } => {}
            Response::Analyzing { .. } => {
                let link = ctx.link().clone();
                self.watch = Some(Timeout::new(PATIENCE, move || link.send_message(Event::Stuck)));
            }
            Response::Done { id, analysis, milliseconds } => {
                self.watch = None;
                match analysis.unpack() {
                    Ok(analysis) => {
                        self.crashes = 0;
                        self.analyzed(id, analysis, milliseconds);
                        self.request_all();
                        self.digest_soon(ctx);
                        self.reach_target();
                    }
                    // The error's own words may quote the document.
                    Err(error) => {
                        let reason = format!("the result, column {}", error.column());
                        self.answered(ctx, Response::Crashed { reason });
                    }
                }
            }
            Response::Digested { id, digest, analysis, filter, lines } => {
                if let Some((key, stamp)) = self.shelf.asked.remove(&id) {
                    let parts = Parts { analysis, filter, lines };
                    self.keep_digest(ctx, &key, &stamp, digest, Some(parts));
                }
            }
            Response::Dropped { id } => {
                for document in self.documents.iter_mut().filter(|document| document.request == Some(id)) {
                    document.request = None;
                }
            }
            Response::Crashed { reason } => {
                let message = t_with("engine-crashed", &[("reason", first_line(&reason).into())]);
                self.restart(ctx, &message);
                self.notice = Some(Notice { report: Some(reason.into()), ..Notice::bad(message) });
            }
        }
    }

    /// Asks for every document whose text is not that of its last analysis.
    pub(super) fn request_all(&mut self) {
        let Some(client) = self.client.as_ref().filter(|_| self.engine == Engine::Ready) else { return };
        for document in &mut self.documents {
            let known = document.reading.as_ref().is_some_and(|reading| *reading.text == *document.text);
            if !document.stale && (known || document.sent.as_ref().is_some_and(|sent| Rc::ptr_eq(sent, &document.text)))
            {
                continue;
            }
            if input::check(&document.text).is_err() {
                continue;
            }
            document.stale = false;
            self.next += 1;
            document.request = Some(self.next);
            document.sent = Some(document.text.clone());
            let date = document.date.as_deref().map(str::to_owned);
            let text = document.text.to_string();
            client.send(Request::Analyze { id: self.next, document: document.id, text, date });
        }
    }

    pub(super) fn cancel(&self, id: u32) {
        if let Some(client) = &self.client {
            client.send(Request::Cancel { id });
        }
    }
}

/// Teaches a worker the reader's lexicon, and has it fetch the dictionary and what belongs to it.
fn prepare(client: &Client<Analyzing>, lexicon: &[crate::taught::Entry]) {
    client.send(Request::Teach { lexicon: lexicon.to_vec() });
    let dictionary = dom::address("dictionary").unwrap_or_default();
    client.send(Request::Prepare { dictionary, townships: dom::address("townships") });
}

fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() { t("reason-unknown") } else { line.to_owned() }
}
