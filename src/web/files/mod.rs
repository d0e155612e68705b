//! The program for files: a worker that is started when a file comes or one is to be written, so that formats and
//! encodings weigh on nothing else.

pub mod messages;

use super::messages::Objects;
use crate::input;
use gloo_worker::{HandlerId, Registrable, Worker, WorkerScope};
use messages::{Request, Response};
use std::cell::RefCell;

/// Registers the worker; called once when the worker script has loaded.
pub fn main() {
    std::panic::set_hook(Box::new(|panic| {
        let reason = panic.to_string();
        LAST_WORDS.with(|words| {
            if let Ok(words) = words.try_borrow()
                && let Some((scope, page)) = words.as_ref()
            {
                scope.respond(*page, Response::Crashed { reason });
            }
        });
    }));
    FilesWorker::registrar().encoding::<Objects>().register();
}

thread_local! {
    /// Where to say that the worker has failed.
    static LAST_WORDS: RefCell<Option<(WorkerScope<FilesWorker>, HandlerId)>> = const { RefCell::new(None) };
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
        LAST_WORDS.with(|words| *words.borrow_mut() = Some((scope.clone(), id)));
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
