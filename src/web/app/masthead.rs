//! The head of the page: its name, the open documents, what can be done.

use super::Event;
use super::listen::files;
use super::state::{Document, View};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub documents: Vec<Document>,
    pub active: usize,
    pub view: View,
    pub dark: bool,
    pub emit: Callback<Event>,
}

/// Name, documents, actions.
#[component]
pub fn Masthead(props: &Props) -> Html {
    let chooser = use_node_ref();
    let Props { documents, active, view, dark, emit } = props;
    let choose = {
        let chooser = chooser.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = chooser.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = emit.reform(|event: yew::Event| {
        let input: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        let chosen = files(input.as_ref().and_then(HtmlInputElement::files));
        if let Some(input) = input {
            input.set_value(""); // the same file may be chosen again
        }
        Event::Files(chosen)
    });
    let open = documents.get(*active);
    let read = open.is_some_and(|document| document.reading.is_some());
    let scheme = if *dark { "切换为浅色" } else { "切换为深色" };
    html! {
        <header class="masthead">
            <h1 class="brand"><span class="brand-mark" aria-hidden="true">{ "要" }</span><span class="brand-name">{ "要览" }</span></h1>
            { tabs(documents, *active, emit) }
            <div class="actions">
                if read && *view != View::Compare {
                    <div class="switch" role="group" aria-label="阅读或编辑">
                        { switch("阅读", View::Read, *view, emit) }
                        { switch("编辑", View::Edit, *view, emit) }
                    </div>
                }
                if documents.iter().any(|document| document.reading.is_some()) {
                    { compare_button(*view, emit) }
                }
                <input ref={chooser} class="file-input" type="file" multiple=true accept=".txt,text/plain"
                    aria-label="选择文本文件" tabindex="-1" {onchange} />
                <button type="button" class="button" onclick={choose}>{ "打开文件" }</button>
                <button type="button" class="button" onclick={emit.reform(|_| Event::Sample)}>{ "示例" }</button>
                <button type="button" class="icon-button" title={scheme} aria-label={scheme}
                    onclick={emit.reform(|_| Event::Scheme)}><span class="scheme-icon" aria-hidden="true"></span></button>
            </div>
        </header>
    }
}

/// Leads to the comparison of all documents, and back.
fn compare_button(view: View, emit: &Callback<Event>) -> Html {
    let comparing = view == View::Compare;
    let to = if comparing { View::Read } else { View::Compare };
    let onclick = emit.reform(move |_: MouseEvent| Event::Show(to));
    html! {
        <button type="button" id="compare-button" class="button" aria-pressed={comparing.to_string()} {onclick}>
            { if comparing { "返回文稿" } else { "对比" } }
        </button>
    }
}

fn switch(label: &str, to: View, current: View, emit: &Callback<Event>) -> Html {
    let onclick = emit.reform(move |_: MouseEvent| Event::Show(to));
    html! { <button type="button" class="switch-button" aria-pressed={(to == current).to_string()} {onclick}>{ label }</button> }
}

/// The open documents, once there is more than an empty one.
fn tabs(documents: &[Document], active: usize, emit: &Callback<Event>) -> Html {
    if documents.len() == 1 && documents[0].reading.is_none() && documents[0].text.trim().is_empty() {
        return html! { <p class="tagline">{ "读懂公文与新闻：人物、机构、指标、任务一目了然" }</p> };
    }
    let item = |(index, document): (usize, &Document)| {
        let label = document.label();
        let close = format!("关闭《{label}》");
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
        <nav class="documents" aria-label="文稿">
            <ul>{ for documents.iter().enumerate().map(item) }</ul>
            <button type="button" class="icon-button" title="新建文稿" aria-label="新建文稿"
                onclick={emit.reform(|_| Event::New)}>{ "+" }</button>
        </nav>
    }
}
