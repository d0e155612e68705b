//! A dialog over the page: the browser's own, so that focus stays inside, Esc closes it and the focus goes back.

use crate::locale::t;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its heading.
    pub title: String,
    /// Its id, from which that of the heading is made.
    pub id: &'static str,
    pub close: Callback<()>,
    pub children: Html,
}

/// The dialog, open as long as it is drawn.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let before: Option<HtmlElement> =
                gloo::utils::document().active_element().and_then(|element| element.dyn_into().ok());
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // One that cannot be shown as a dialog is at least shown.
                if dialog.show_modal().is_err() {
                    dialog.set_open(true);
                }
            }
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
                if let Some(before) = before {
                    // What had the focus may be gone.
                    let _ = before.focus();
                }
            }
        });
    }
    let heading = format!("{}-title", props.id);
    let oncancel = {
        let close = props.close.clone();
        move |event: yew::Event| {
            event.prevent_default();
            close.emit(());
        }
    };
    html! {
        <dialog ref={node} id={props.id} class="dialog" aria-labelledby={heading.clone()} {oncancel}>
            <header class="dialog-head">
                <h2 id={heading} class="dialog-title">{ &props.title }</h2>
                <button type="button" class="icon-button" aria-label={t("close")} title={t("close")}
                    onclick={props.close.reform(|_| ())}>{ "×" }</button>
            </header>
            { props.children.clone() }
        </dialog>
    }
}
