//! What a first visit is told: the text stays on the device.

use super::Event;
use super::settings::Choice;
use super::sheets::Sheet;
use crate::locale::t;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub emit: Callback<Event>,
}

/// A strip below the masthead, until it is dismissed.
#[component]
pub fn Hint(props: &Props) -> Html {
    let emit = &props.emit;
    html! {
        <section class="hint" aria-label={t("privacy")}>
            <p>{ t("hint") }</p>
            <button type="button" class="button" onclick={emit.reform(|_| Event::Sheet(Some(Sheet::About)))}>{ t("hint-more") }</button>
            <button type="button" class="button button-primary" onclick={emit.reform(|_| Event::Choose(Choice::Informed))}>{ t("hint-dismiss") }</button>
        </section>
    }
}
