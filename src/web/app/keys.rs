//! The keyboard: keys that are commands, wherever the focus is outside of a text field.

use super::commands::KEYS;
use super::settings::Choice;
use super::{App, Event, dom};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::{Context, TargetCast};

/// Listens for keys, and for what the system wants of the page.
pub fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let mut listeners = vec![pressed(ctx)];
    let link = ctx.link().clone();
    if let Ok(Some(query)) = window().match_media(dom::CONTRAST) {
        listeners.push(EventListener::new(&query, "change", move |_| {
            link.send_message(Event::Choose(Choice::System));
        }));
    }
    listeners
}

fn pressed(ctx: &Context<App>) -> EventListener {
    let link = ctx.link().clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(key) = command_key(event) {
            event.prevent_default();
            link.send_message(Event::Key(key));
        }
    })
}

/// The name of the command key that `event` is, if it is one.
fn command_key(event: &KeyboardEvent) -> Option<String> {
    if event.default_prevented() || event.is_composing() || event.repeat() || event.alt_key() {
        return None;
    }
    if document().query_selector("dialog[open]").ok().flatten().is_some() {
        return None;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        return key.eq_ignore_ascii_case("k").then(|| "mod+k".to_owned());
    }
    let single = KEYS.contains(&key.as_str()) && !is_typing(event);
    single.then_some(key)
}

/// Whether the key goes into a field.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target_dyn_into::<Element>();
    let field = "input, textarea, select, [contenteditable]";
    target.is_some_and(|target| target.closest(field).ok().flatten().is_some())
}
