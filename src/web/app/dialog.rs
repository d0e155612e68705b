//! A sheet over the page: the browser's own dialog, which keeps the focus inside, closes at Escape and gives the
//! focus back to where it was.

use crate::locale::t;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What it is called, in the language in use.
    pub title: AttrValue,
    /// Its name in the page.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// A further class.
    #[prop_or_default]
    pub class: Classes,
    /// Whether the title is for screen readers alone.
    #[prop_or(false)]
    pub bare: bool,
    /// Whether something was typed into it: then a click beside it does not close it.
    #[prop_or(false)]
    pub typed: bool,
    pub onclose: Callback<()>,
    pub children: Html,
}

/// The sheet; open as long as it is drawn.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let Props { title, id, class, bare, typed, onclose, children } = props;
    let sheet = use_node_ref();
    use_effect_with((), {
        let sheet = sheet.clone();
        move |()| {
            let dialog = sheet.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // A browser that refuses shows nothing: there is nothing to be told that the reader could do.
                let _ = dialog.show_modal();
            }
            // Closing before it is taken away gives the focus back.
            move || dialog.iter().for_each(HtmlDialogElement::close)
        }
    });
    let closed = onclose.reform(|_: Event| ());
    // Escape is answered at once: a key pressed right after it finds the sheet closed.
    let oncancel = {
        let onclose = onclose.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            onclose.emit(());
        })
    };
    let outside = {
        let (onclose, typed) = (onclose.clone(), *typed);
        Callback::from(move |event: MouseEvent| {
            let itself = event.target_dyn_into::<HtmlDialogElement>().is_some();
            if itself && !typed {
                onclose.emit(());
            }
        })
    };
    html! {
        <dialog ref={sheet} id={id.clone()} class={classes!("sheet", class.clone())} aria-label={title.clone()}
            onclose={closed} {oncancel} onclick={outside}>
            <div class="sheet-inner">
                if !*bare {
                    <header class="sheet-head">
                        <h2>{ title.clone() }</h2>
                        <button type="button" class="icon-button" title={t("close")} aria-label={t("close")}
                            onclick={onclose.reform(|_: MouseEvent| ())}>{ "×" }</button>
                    </header>
                }
                { children.clone() }
            </div>
        </dialog>
    }
}
