//! What the page says of the library beside the library itself.

use super::Step;
use crate::locale::t;
use crate::web::app::Event;
use crate::web::app::store::Trouble;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub trouble: Trouble,
    pub emit: Callback<Event>,
}

/// Says that nothing is saved, and what can be done.
#[component]
pub fn Unsaved(props: &Props) -> Html {
    let trouble = props.trouble;
    let words = match trouble {
        Trouble::Forbidden => t("store-forbidden"),
        Trouble::Full => t("store-full"),
    };
    let seen = props.emit.reform(|_: MouseEvent| Event::Shelf(Step::Seen));
    html! {
        <div class="notice notice-error" role="alert" data-trouble={if trouble == Trouble::Full { "full" } else { "forbidden" }}>
            <p>{ words }</p>
            <button type="button" class="icon-button" aria-label={t("dismiss")} onclick={seen}>{ "×" }</button>
        </div>
    }
}
