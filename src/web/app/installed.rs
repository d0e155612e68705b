//! What the installed page brings: a new version of itself, files and texts that the system hands over.
//!
//! The script src/web/installed.js is the other end; both talk by events on the window.

use super::{App, Event};
use crate::locale::t;
use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CustomEvent;
use yew::prelude::*;

/// What is known of the installed page.
#[derive(Debug, Default)]
pub struct State {
    /// Whether a new version waits for the reader's word.
    update: bool,
    /// Whether the page is kept for use without a network.
    kept: bool,
}

/// Something that the script tells, or is told.
#[derive(Debug)]
pub enum Installed {
    /// A new version is there; the reader decides when it is used.
    Update,
    /// The page is kept for use without a network.
    Kept,
    /// The reader says now.
    Apply,
    /// The reader wants the page off the device.
    Remove,
    /// It is off the device.
    Removed,
    /// A text was shared with the page.
    Text(String),
    /// The sample was asked for by a shortcut.
    Sample,
    /// What was shared could not be taken in; whether because it is too large.
    NotShared(bool),
}

/// Listens to the script; ends when the listeners are dropped.
pub fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let text = |detail: JsValue| detail.dyn_into::<JsString>().map(String::from).unwrap_or_default();
    vec![
        told(ctx, "yaolan:update", |_| Event::Installed(Installed::Update)),
        told(ctx, "yaolan:kept", |_| Event::Installed(Installed::Kept)),
        told(ctx, "yaolan:removed", |_| Event::Installed(Installed::Removed)),
        told(ctx, "yaolan:sample", |_| Event::Installed(Installed::Sample)),
        told(ctx, "yaolan:text", move |detail| Event::Installed(Installed::Text(text(detail)))),
        told(ctx, "yaolan:files", |detail| Event::Files(files_of(&detail))),
        told(ctx, "yaolan:share-failed", |detail| {
            Event::Installed(Installed::NotShared(detail.as_string().as_deref() == Some("too-large")))
        }),
    ]
}

fn told(ctx: &Context<App>, name: &'static str, event: impl Fn(JsValue) -> Event + 'static) -> EventListener {
    let link = ctx.link().clone();
    EventListener::new(&window(), name, move |told| {
        let detail = told.dyn_ref::<CustomEvent>().map_or(JsValue::UNDEFINED, CustomEvent::detail);
        link.send_message(event(detail));
    })
}

fn files_of(detail: &JsValue) -> Vec<web_sys::File> {
    detail.dyn_ref::<Array>().into_iter().flat_map(Array::iter).filter_map(|file| file.dyn_into().ok()).collect()
}

/// Tells the script what it waits for.
pub fn tell(name: &str) {
    if let Ok(event) = CustomEvent::new(name) {
        // A listener that stops it has no say here.
        let _ = window().dispatch_event(&event);
    }
}

impl App {
    /// The installed page has something to say, or is told something.
    pub(super) fn installed(&mut self, event: Installed) {
        match event {
            Installed::Update => self.installed.update = true,
            Installed::Kept => self.installed.kept = true,
            Installed::Apply => tell("yaolan:apply"),
            Installed::Remove => tell("yaolan:remove"),
            Installed::Removed => {
                self.installed = State::default();
                self.say(t("installed-removed"));
            }
            Installed::Text(text) => self.emit.emit(Event::Pasted(text)),
            Installed::Sample => self.emit.emit(Event::Sample),
            Installed::NotShared(true) => self.complain(t("share-too-large")),
            Installed::NotShared(false) => self.complain(t("share-failed")),
        }
    }
}

impl State {
    /// Says that a new version is there; it is used when the reader says so.
    pub fn prompt(&self, emit: &Callback<Event>) -> Html {
        if !self.update {
            return html! {};
        }
        html! {
            <div class="notice" role="status" id="update">
                <p>{ t("update-found") }</p>
                <button type="button" class="button" onclick={emit.reform(|_| Event::Installed(Installed::Apply))}>
                    { t("update-apply") }
                </button>
            </div>
        }
    }

    /// Says that the page is kept on the device, and offers to remove it.
    pub fn foot(&self, emit: &Callback<Event>) -> Html {
        if !self.kept {
            return html! {};
        }
        html! {
            <footer class="foot" id="kept">
                <p>{ t("installed-kept") }</p>
                <button type="button" class="button" onclick={emit.reform(|_| Event::Installed(Installed::Remove))}>
                    { t("installed-remove") }
                </button>
            </footer>
        }
    }
}
