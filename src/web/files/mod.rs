//! The program for files: a worker that is started when a file comes or one is to be written, so that formats and
//! encodings weigh on nothing else.

pub mod messages;

use super::last_words;
use super::messages::Objects;
use crate::input;
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
    type Message = ();
    type Input = Request;
    type Output = Response;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self
    }

    fn connected(&mut self, scope: &WorkerScope<Self>, id: HandlerId) {
        let scope = scope.clone();
        last_words::tell_by(move |reason| scope.respond(id, Response::Crashed { reason }));
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, page: HandlerId) {
        match request {
            Request::Read { id, name, bytes, encoding } => {
                let entries = input::open(&name, &bytes.to_vec(), encoding.as_deref());
                scope.respond(page, Response::Read { id, entries });
            }
        }
    }
}
