//! The program for files: a worker that is started when a file comes or one is to be written, so that formats and
//! encodings weigh on nothing else.

pub mod messages;
mod pdf;
mod write;

use super::last_words;
use super::messages::Objects;
use crate::input::{self, Entry, Format};
use gloo_worker::{HandlerId, Registrable, Worker, WorkerScope};
use messages::{Request, Response};

/// Registers the worker; called once when the worker script has loaded.
pub fn main() {
    last_words::listen();
    FilesWorker::registrar().encoding::<Objects>().register();
}

/// The worker; it keeps nothing between two requests.
struct FilesWorker;

impl Worker for FilesWorker {
    type Message = (HandlerId, Response);
    type Input = Request;
    type Output = Response;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self
    }

    fn connected(&mut self, scope: &WorkerScope<Self>, id: HandlerId) {
        let scope = scope.clone();
        last_words::tell_by(move |reason| scope.respond(id, Response::Crashed { reason }));
    }

    fn update(&mut self, scope: &WorkerScope<Self>, (page, response): Self::Message) {
        scope.respond(page, response);
    }

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, page: HandlerId) {
        match request {
            Request::Read { id, name, bytes, encoding, pdf } => {
                let content = bytes.to_vec();
                if encoding.is_none() && Format::of(&name, &content) == Some(Format::Pdf) {
                    scope.send_future(async move {
                        let result = pdf::read(pdf, bytes).await;
                        (page, Response::Read { id, entries: vec![Entry { name, result }] })
                    });
                } else {
                    let entries = input::open(&name, &content, encoding.as_deref());
                    scope.respond(page, Response::Read { id, entries });
                }
            }
            Request::Paste { id, name, html } => {
                let entries = vec![Entry { name, result: input::paste(&html) }];
                scope.respond(page, Response::Read { id, entries });
            }
            Request::Export { source, format } => scope.respond(page, write::file(*source, format)),
            Request::Copy { id, source } => scope.respond(page, write::table(id, *source)),
        }
    }
}
