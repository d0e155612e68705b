//! The text area: the text is pasted and edited here; analysis follows by itself.

use super::Event;
use crate::input::{self, InputError};
use crate::locale::{t, t_with};
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: u32,
    pub text: Rc<str>,
    /// Whether nothing was analysed yet.
    pub first: bool,
    pub emit: Callback<Event>,
}

/// The text area with its hint.
#[component]
pub fn Compose(props: &Props) -> Html {
    let Props { id, text, first, emit } = props;
    let area = use_node_ref();
    use_effect_with(*id, {
        let area = area.clone();
        move |_| {
            // Focusing lays the page out: once the browser has done so by itself it costs nothing.
            super::later(move || {
                if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                    // Not being focused is no failure: the reader may be elsewhere.
                    let _ = area.focus();
                }
            });
        }
    });
    let oninput = {
        let (emit, text) = (emit.clone(), text.clone());
        Callback::from(move |event: InputEvent| {
            let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() else {
                return;
            };
            let value = area.value();
            if matches!(input::check(&value), Err(InputError::TooLarge(_))) {
                area.set_value(&text); // what was there stays
            }
            emit.emit(Event::Typed(value));
        })
    };
    let count = text.chars().filter(|char| !char.is_whitespace()).count();
    html! {
        <section class={classes!("compose", first.then_some("compose-first"))} aria-label={t("compose")}>
            if *first {
                <div class="welcome">
                    <h2>{ t("compose-welcome") }</h2>
                    <p>{ t("compose-welcome-text") }</p>
                </div>
            }
            <textarea ref={area} id="text" class="compose-text" value={text.to_string()} {oninput} spellcheck="false"
                aria-label={t("compose-text")} aria-describedby="compose-hint" placeholder={t("compose-placeholder")} />
            <p id="compose-hint" class="compose-hint">
                <span>{ t("compose-hint") }</span>
                <span class="compose-count">{ t_with("compose-count", &[("n", count.into())]) }</span>
            </p>
            if *first {
                <p class="compose-actions">
                    <button type="button" class="button button-primary" onclick={emit.reform(|_| Event::Sample)}>{ t("compose-sample") }</button>
                </p>
            }
        </section>
    }
}
