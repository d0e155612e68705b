//! The page's end of a worker: starts it, restarts it, ends one that hangs.

use crate::web::messages::{Objects, Protocol};
use gloo::events::EventListener;
use gloo_worker::{HandlerId, Spawnable, Worker, WorkerBridge, WorkerScope};
use js_sys::{Array, Function, Object, Proxy, Reflect};
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

/// A worker as the page knows it: only its messages, so that what it does is not linked into the page.
struct Remote<P>(PhantomData<P>);

impl<P: Protocol> Worker for Remote<P> {
    type Message = ();
    type Input = P::Request;
    type Output = P::Response;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self(PhantomData)
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}

    fn received(&mut self, _: &WorkerScope<Self>, _: P::Request, _: HandlerId) {}
}

/// A running worker.
pub struct Client<P: Protocol> {
    bridge: WorkerBridge<Remote<P>>,
    native: Option<web_sys::Worker>,
    _errors: Option<EventListener>,
}

impl<P: Protocol> Client<P> {
    /// Starts the worker whose loader script is at `address`; `respond` gets its answers, that of a
    /// [crash](Protocol::crashed) among them if its script cannot be loaded or dies.
    pub fn start(address: &str, respond: Callback<P::Response>) -> Self {
        let answers = respond.clone();
        let (bridge, native) = recording(|| {
            Remote::<P>::spawner()
                .encoding::<Objects>()
                .callback(move |response| answers.emit(response))
                .with_loader(true)
                .as_module(true)
                .spawn(address)
        });
        let errors = native.as_ref().map(|native| {
            EventListener::new(native, "error", move |event| {
                event.prevent_default();
                let reason = event.dyn_ref::<web_sys::ErrorEvent>().map(web_sys::ErrorEvent::message);
                respond.emit(P::crashed(reason.unwrap_or_default()));
            })
        });
        Self { bridge, native, _errors: errors }
    }

    /// Sends a request.
    pub fn send(&self, request: P::Request) {
        self.bridge.send(request);
    }

    /// Ends the worker at once, whatever it is doing.
    pub fn terminate(self) {
        if let Some(native) = &self.native {
            native.terminate();
        }
    }
}

/// Runs `start` and returns with its result the worker that it created. gloo keeps that worker to itself, but
/// only its owner can end it while it is busy; so for the time of the call the constructor takes notes.
fn recording<T>(start: impl FnOnce() -> T) -> (T, Option<web_sys::Worker>) {
    let global = js_sys::global();
    let name = JsValue::from_str("Worker");
    let created: Rc<RefCell<Option<web_sys::Worker>>> = Rc::default();
    let notes = created.clone();
    let construct = Closure::<dyn FnMut(Function, Array) -> JsValue>::new(move |class: Function, arguments: Array| {
        match Reflect::construct(&class, &arguments) {
            Ok(worker) => {
                *notes.borrow_mut() = worker.clone().dyn_into().ok();
                worker
            }
            Err(error) => error,
        }
    });
    let Ok(class) = Reflect::get(&global, &name) else { return (start(), None) };
    let traps = Object::new();
    let _ = Reflect::set(&traps, &"construct".into(), construct.as_ref());
    let _ = Reflect::set(&global, &name, &Proxy::new(&class, &traps));
    let result = start();
    let _ = Reflect::set(&global, &name, &class);
    let native = created.borrow_mut().take();
    (result, native)
}
