//! Results go out: as files, onto the clipboard, to the printer.

pub mod menu;

use super::{App, Event, dom};
use crate::Analysis;
use crate::export::Format;
use crate::locale::t;
use crate::view::kind::Kind;
use crate::web::files::messages::{Exported, Request};
use gloo::utils::window;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::collections::HashMap;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use yew::Context;

/// What the reader asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// A file of all tables, or of the open one alone.
    Save(Format, bool),
    /// The open table onto the clipboard.
    Copy,
    /// Article and tables onto paper.
    Print,
}

/// Tables that are on their way to the clipboard.
#[derive(Default)]
pub struct Export {
    next: u32,
    /// What settles the promises that the clipboard was given, for HTML and for text.
    waiting: HashMap<u32, (Function, Function)>,
}

impl Export {
    /// A table for the clipboard is here.
    pub fn copied(&mut self, id: u32, html: &str, text: &str) {
        if let Some((as_html, as_text)) = self.waiting.remove(&id) {
            for (settle, words, media) in [(as_html, html, "text/html"), (as_text, text, "text/plain")] {
                let options = web_sys::BlobPropertyBag::new();
                options.set_type(media);
                if let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&words.into()), &options)
                {
                    // The clipboard says itself whether it took it.
                    let _ = settle.call1(&JsValue::UNDEFINED, &blob);
                }
            }
        }
    }
}

/// The table of the Analysis behind a table of the page.
fn table_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "people",
        Kind::Place => "places",
        Kind::Organization => "organizations",
        Kind::Facility => "facilities",
        Kind::Event => "events",
        Kind::Programme => "programmes",
        Kind::Time => "times",
        Kind::Indicator => "indicators",
        Kind::Code => "codes",
        Kind::Quote => "quotes",
        Kind::Task => "tasks",
        Kind::Keyword => "keywords",
    }
}

impl App {
    /// The reader wants something out.
    pub(super) fn export(&mut self, ctx: &Context<Self>, order: Order) {
        match order {
            Order::Print => dom::print(),
            Order::Save(format, only) => {
                if let Some(source) = self.exported(only).map(Box::new) {
                    self.filing(ctx).send(Request::Export { source, format });
                }
            }
            Order::Copy => {
                let Some(source) = self.exported(true).map(Box::new) else { return };
                self.export.next += 1;
                let id = self.export.next;
                // The clipboard is asked at once, while the click still counts, and gets its content later.
                match promise_copy(ctx) {
                    Ok(settle) => {
                        self.export.waiting.insert(id, settle);
                        self.filing(ctx).send(Request::Copy { id, source });
                    }
                    Err(_) => self.complain(t("copy-refused")),
                }
            }
        }
    }

    /// The open document with what was found in it; `only` with the name of the open table.
    fn exported(&self, only: bool) -> Option<Exported> {
        let document = self.documents.get(self.active)?;
        let reading = document.reading.as_ref()?;
        Some(Exported {
            name: document.label(),
            text: reading.text.to_string(),
            analysis: Analysis::clone(&reading.analysis),
            table: only.then(|| table_of(self.open_table()).to_owned()),
        })
    }

    /// A file is ready: the browser saves it.
    pub(super) fn save_file(&mut self, name: &str, media: &str, bytes: &Uint8Array) {
        dom::save(name, media, bytes);
    }

    /// The clipboard took a table, or did not.
    pub(super) fn copied(&mut self, done: bool) {
        if done {
            self.say(t("copied"));
        } else {
            self.complain(t("copy-refused"));
        }
    }
}

/// Gives the clipboard two promises, for HTML and for text; what settles them.
fn promise_copy(ctx: &Context<App>) -> Result<(Function, Function), JsValue> {
    let class: Function = Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into()?;
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    let content = Object::new();
    let mut settle = Vec::new();
    for media in ["text/html", "text/plain"] {
        let promise = Promise::new(&mut |resolve, _| settle.push(resolve));
        Reflect::set(&content, &media.into(), &promise)?;
    }
    let item = Reflect::construct(&class, &Array::of1(&content))?;
    let written: Promise = write.call1(&clipboard, &Array::of1(&item))?.dyn_into()?;
    let tell = |done: bool| {
        let link = ctx.link().clone();
        let tell = Closure::once_into_js(move |_: JsValue| link.send_message(Event::Copied(done)));
        tell.unchecked_into::<Function>()
    };
    let then: Function = Reflect::get(&written, &"then".into())?.dyn_into()?;
    then.call2(&written, &tell(true), &tell(false))?;
    match <[Function; 2]>::try_from(settle) {
        Ok([html, text]) => Ok((html, text)),
        Err(_) => Err(JsValue::UNDEFINED),
    }
}
