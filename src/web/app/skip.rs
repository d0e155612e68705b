//! The first things that the Tab key meets: ways past the masthead.

use super::Event;
use super::commands::Target;
use crate::locale::t;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether there are tables to go to.
    pub tables: bool,
    pub emit: Callback<Event>,
}

/// Seen only while they have the focus.
#[component]
pub fn Skip(props: &Props) -> Html {
    let link = |label: &str, target: Target| {
        html! {
            <button type="button" class="skip" onclick={props.emit.reform(move |_| Event::Go(target))}>{ t(label) }</button>
        }
    };
    html! {
        <nav class="skips" aria-label={t("skip")}>
            { link("skip-main", Target::Main) }
            if props.tables { { link("skip-tables", Target::Tables) } }
        </nav>
    }
}
