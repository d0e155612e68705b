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
/// only its owner can end it while it is busy; so for the time of the call the constructor takes notes. Where
/// boot.js has started this very worker already, the constructor hands that one out.
fn recording<T>(start: impl FnOnce() -> T) -> (T, Option<web_sys::Worker>) {
    let global = js_sys::global();
    let name = JsValue::from_str("Worker");
    let created: Rc<RefCell<Option<web_sys::Worker>>> = Rc::default();
    let started: Rc<RefCell<Option<JsValue>>> = Rc::default();
    let (notes, handed_over) = (created.clone(), started.clone());
    let construct = Closure::<dyn FnMut(Function, Array) -> JsValue>::new(move |class: Function, arguments: Array| {
        let early = take_started(&arguments.get(0));
        let worker = early.as_ref().and_then(|early| Reflect::get(early, &"worker".into()).ok());
        *handed_over.borrow_mut() = early;
        match worker.map_or_else(|| Reflect::construct(&class, &arguments), Ok) {
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
    // what that worker has said is heard now that somebody listens
    let replay = started.borrow_mut().take().and_then(|early| Reflect::get(&early, &"replay".into()).ok());
    if let Some(replay) = replay.and_then(|replay| replay.dyn_into::<Function>().ok()) {
        let _ = replay.call0(&JsValue::NULL);
    }
    let native = created.borrow_mut().take();
    (result, native)
}

/// What boot.js left of a worker that it started from `script`; only once, as a worker that has ended is of no use.
fn take_started(script: &JsValue) -> Option<JsValue> {
    let (global, name) = (js_sys::global(), JsValue::from_str("yaolanWorker"));
    let early = Reflect::get(&global, &name).ok().filter(JsValue::is_object)?;
    if Reflect::get(&early, &"script".into()).ok()? != *script {
        return None;
    }
    let _ = Reflect::delete_property(&global, &name);
    Some(early)
}
