//! The head of the page: its name, the open documents, what can be done.

use super::export::menu::Menu;
use super::import::folders::without_hidden;
use super::sheets::Sheet;
use super::state::{Document, View};
use super::{Event, field};
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub documents: Vec<Document>,
    pub active: usize,
    pub view: View,
    /// The open table.
    pub table: Kind,
    pub emit: Callback<Event>,
}

/// Name, documents, actions.
#[component]
pub fn Masthead(props: &Props) -> Html {
    let chooser = use_node_ref();
    let Props { documents, active, view, table, emit } = props;
    let folder = use_node_ref();
    let open = documents.get(*active);
    let read = open.is_some_and(|document| document.reading.is_some());
    html! {
        <header class="masthead">
            <h1 class="brand"><span class="brand-mark" aria-hidden="true">{ t("app-mark") }</span><span class="brand-name">{ t("app-name") }</span></h1>
            { tabs(documents, *active, emit) }
            <div class="actions">
                if read && !view.is_of_many() {
                    <div class="switch" role="group" aria-label={t("mode")}>
                        { switch("mode-read", View::Read, *view, emit) }
                        { switch("mode-edit", View::Edit, *view, emit) }
                    </div>
                }
                if documents.iter().any(|document| document.reading.is_some()) {
                    { to_many(View::Compare, "compare", *view, emit) }
                }
                { to_many(View::Library, "library", *view, emit) }
                if read && !view.is_of_many() {
                    <Menu table={*table} emit={emit.clone()} />
                }
                <input ref={chooser.clone()} id="choose-files" class="file-input" type="file" multiple=true accept={ACCEPTED}
                    aria-label={t("choose-files")} tabindex="-1" onchange={chosen(emit, false)} />
                <button type="button" class="button" onclick={click(&chooser)}>{ t("open-file") }</button>
                <input ref={folder.clone()} id="choose-folder" class="file-input" type="file" multiple=true webkitdirectory=true
                    aria-label={t("choose-folder")} tabindex="-1" onchange={chosen(emit, true)} />
                <button type="button" class="button folder-button" onclick={click(&folder)}>{ t("open-folder") }</button>
                { sheet_button(Sheet::Palette, "palette", SEARCH, emit) }
                { sheet_button(Sheet::Settings, "settings", SLIDERS, emit) }
                { sheet_button(Sheet::Help, "help", QUESTION, emit) }
            </div>
        </header>
    }
}

/// The drawings of the buttons that open a sheet: paths in a square of 20.
const SEARCH: &str = "M3.5 9a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M13.2 13.2L17 17";
const SLIDERS: &str = "M3 6h8M15 6h2M3 14h2M9 14h8M11 6a2 2 0 1 0 4 0a2 2 0 1 0-4 0M5 14a2 2 0 1 0 4 0a2 2 0 1 0-4 0";
const QUESTION: &str =
    "M2.5 10a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0M7.8 7.8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M10 14v.1";

/// Opens a sheet.
fn sheet_button(sheet: Sheet, label: &str, icon: &'static str, emit: &Callback<Event>) -> Html {
    html! {
        <button type="button" id={format!("{label}-button")} class="icon-button" title={t(label)} aria-label={t(label)} aria-haspopup="dialog"
            onclick={emit.reform(move |_| Event::Sheet(Some(sheet)))}>
            <svg class="masthead-icon" viewBox="0 0 20 20" aria-hidden="true"><path d={icon} /></svg>
        </button>
    }
}

/// Leads to a view of many documents, and back.
fn to_many(many: View, label: &'static str, view: View, emit: &Callback<Event>) -> Html {
    let here = view == many;
    let to = if here { View::Read } else { many };
    let onclick = emit.reform(move |_: MouseEvent| Event::Show(to));
    html! {
        <button type="button" id={format!("{label}-button")} class="button" aria-pressed={here.to_string()} {onclick}>
            { t(if here { "compare-back" } else { label }) }
        </button>
    }
}

/// The files that the chooser offers at first; any other can still be dropped.
const ACCEPTED: &str = ".txt,.md,.markdown,.html,.htm,.docx,.xlsx,.csv,.tsv,.pdf,.zip,text/plain";

/// A click that opens a chooser.
fn click(chooser: &NodeRef) -> Callback<MouseEvent> {
    let chooser = chooser.clone();
    Callback::from(move |_| {
        if let Some(input) = chooser.cast::<HtmlInputElement>() {
            input.click();
        }
    })
}

/// Files were chosen, one by one or a folder of them.
fn chosen(emit: &Callback<Event>, folder: bool) -> Callback<yew::Event> {
    emit.reform(move |event: yew::Event| {
        let chosen = field::take_files(&event);
        Event::Files(if folder { without_hidden(chosen) } else { chosen })
    })
}

fn switch(label: &'static str, to: View, current: View, emit: &Callback<Event>) -> Html {
    let onclick = emit.reform(move |_: MouseEvent| Event::Show(to));
    html! { <button type="button" class="switch-button" aria-pressed={(to == current).to_string()} {onclick}>{ t(label) }</button> }
}

/// The open documents, once there is more than an empty one.
fn tabs(documents: &[Document], active: usize, emit: &Callback<Event>) -> Html {
    if documents.len() == 1 && documents[0].reading.is_none() && documents[0].text.trim().is_empty() {
        return html! { <p class="tagline">{ t("app-tagline") }</p> };
    }
    let item = |(index, document): (usize, &Document)| {
        let label = document.label();
        let close = t_with("close-document", &[("title", label.as_str().into())]);
        let onclose = emit.reform(move |_: MouseEvent| Event::Close(index));
        html! {
            <li key={document.id} class={classes!("document", (index == active).then_some("document-open"))}>
                <button type="button" class="document-name" title={label.clone()}
                    aria-current={(index == active).then_some("page")}
                    onclick={emit.reform(move |_| Event::Open(index))}>
                    if document.request.is_some() { <span class="spinner" aria-hidden="true"></span> }
                    { label }
                </button>
                <button type="button" class="document-close" aria-label={close} onclick={onclose}>{ "×" }</button>
            </li>
        }
    };
    html! {
        <nav class="documents" aria-label={t("documents")}>
            <ul>{ for documents.iter().enumerate().map(item) }</ul>
            <button type="button" class="icon-button" title={t("new-document")} aria-label={t("new-document")}
                onclick={emit.reform(|_| Event::New)}>{ "+" }</button>
        </nav>
    }
}
