//! Keys and selections anywhere on the page: Ctrl+Z and Ctrl+Y outside of text fields, words selected in the article.

use super::{Step, place};
use crate::web::app::{App, Event};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::{Context, TargetCast};

/// The listeners; they end when they are dropped.
pub fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    vec![undo(ctx), selection(ctx)]
}

fn undo(ctx: &Context<App>) -> EventListener {
    let link = ctx.link().clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.ctrl_key() || key.meta_key()) else { return };
        let step = match (key.key().to_lowercase().as_str(), key.shift_key()) {
            ("z", false) => Step::Undo,
            ("z", true) | ("y", false) => Step::Redo,
            _ => return,
        };
        let target = event.target_dyn_into::<Element>();
        let typing = |target: Element| target.closest("input, textarea, select, dialog").ok().flatten().is_some();
        if !target.is_some_and(typing) {
            key.prevent_default();
            link.send_message(Event::Correct(step));
        }
    })
}

fn selection(ctx: &Context<App>) -> EventListener {
    let link = ctx.link().clone();
    EventListener::new(&document(), "selectionchange", move |_| link.send_message(Event::Selecting))
}

impl App {
    /// The words that are selected in the article, if there are any.
    pub(in crate::web::app) fn selecting(&mut self) -> bool {
        let span = self.reading().and_then(|reading| place::selected(&reading));
        // a click on a button of the bar takes the selection away in some browsers: what was selected stays offered
        // until something else is
        if span.is_none() && self.words.is_some() && on_bar() {
            return false;
        }
        self.correct(Step::Selected(span))
    }
}

/// Whether the focus is in the bar that offers what to do with the selected words.
fn on_bar() -> bool {
    let focus = document().active_element();
    focus.is_some_and(|element| element.closest(".correct-bar, dialog").ok().flatten().is_some())
}
