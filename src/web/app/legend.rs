//! The legend: names the highlights and switches them on and off.

use super::Event;
use super::state::Reading;
use crate::locale::t;
use crate::view::kind::Kind;
use std::collections::BTreeSet;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub hidden: BTreeSet<Kind>,
    pub emit: Callback<Event>,
}

/// One switch a kind that the document has.
#[component]
pub fn Legend(props: &Props) -> Html {
    let Props { reading, hidden, emit } = props;
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.count(&reading.analysis) > 0);
    let shown = Kind::ALL.iter().any(|kind| !hidden.contains(kind));
    let item = |kind: Kind| {
        let on = !hidden.contains(&kind);
        html! {
            <button type="button" key={kind.slug()} class="legend-item" role="switch" aria-checked={on.to_string()}
                onclick={emit.reform(move |_| Event::Toggle(kind))}>
                <span class="mark legend-mark" data-kind={kind.slug()}>{ kind.label() }</span>
            </button>
        }
    };
    html! {
        <div class="legend" role="group" aria-label={t("legend")}>
            { for kinds.map(item) }
            <button type="button" class="legend-all" onclick={emit.reform(move |_| Event::ToggleAll(!shown))}>
                { t(if shown { "legend-hide-all" } else { "legend-show-all" }) }
            </button>
        </div>
    }
}
