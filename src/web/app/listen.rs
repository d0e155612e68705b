//! What is listened for on the whole page: files that are dropped anywhere, texts that are pasted anywhere.

use super::shelf::Step;
use super::{App, Event, import};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, EventTarget};
use yew::{Context, TargetCast};

/// The listeners; they end when they are dropped.
pub fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let mut listeners = super::keys::listeners(ctx);
    listeners.extend([
        dragged(ctx, "dragover", |_| Some(Event::Drag(true))),
        dragged(ctx, "dragleave", |event| event.related_target().is_none().then_some(Event::Drag(false))),
        dragged(ctx, "drop", |event| {
            let data = event.data_transfer()?;
            // What was dropped can be asked for folders now only, while the event lasts.
            let entries = import::folders::entries(&data);
            let folders = import::folders::has_folder(&entries);
            Some(if folders {
                Event::Import(import::Step::Dropped(entries))
            } else {
                Event::Files(files(data.files()))
            })
        }),
        pasted(ctx),
        left(ctx, &document(), "visibilitychange"),
        left(ctx, &window(), "pagehide"),
        fragment(ctx),
    ]);
    listeners
}

/// Whenever the page may be about to close, what was typed is saved.
fn left(ctx: &Context<App>, target: &EventTarget, name: &'static str) -> EventListener {
    let link = ctx.link().clone();
    EventListener::new(target, name, move |_| link.send_message(Event::Shelf(Step::Leave)))
}

/// A link to this page that carries a text was opened in this very window.
fn fragment(ctx: &Context<App>) -> EventListener {
    let link = ctx.link().clone();
    EventListener::new(&window(), "hashchange", move |_| link.send_message(Event::Shelf(Step::Fragment)))
}

fn dragged(ctx: &Context<App>, name: &'static str, event: fn(&DragEvent) -> Option<Event>) -> EventListener {
    let link = ctx.link().clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), name, options, move |dragged| {
        let Some(dragged) = dragged.dyn_ref::<DragEvent>().filter(|dragged| carries_files(dragged)) else { return };
        dragged.prevent_default();
        if let Some(event) = event(dragged) {
            link.send_message(event);
        }
    })
}

/// A text pasted while no text field has the focus becomes a document of its own. Markup is read only where it
/// holds a table, which plain text would lose: what people paste stays predictable.
fn pasted(ctx: &Context<App>) -> EventListener {
    let link = ctx.link().clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "paste", options, move |event| {
        let target = event.target_dyn_into::<Element>();
        let inside =
            |selector: &str| target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some());
        let area = inside("#text");
        if inside("input, textarea") && !area {
            return;
        }
        let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
        let markup = data.get_data("text/html").unwrap_or_default();
        if markup.to_ascii_lowercase().contains("<table") {
            event.prevent_default();
            link.send_message(Event::Import(import::Step::Pasted(markup, area)));
        } else if let Ok(text) = data.get_data("text/plain")
            && !area
        {
            link.send_message(Event::Pasted(text));
        }
    })
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// The files of a list.
pub fn files(list: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    list.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default()
}
