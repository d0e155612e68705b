//! What the rows of a table are grouped by: the control that tables share.

use crate::locale::t;
use crate::web::app::field;
use yew::prelude::*;

/// The ways in which a table can be grouped.
pub trait Grouping: Copy + PartialEq + 'static {
    /// Each with its value in the control and the key of its label; the first is the table's own.
    const ALL: &'static [(Self, &'static str, &'static str)];
}

/// The control for `state`.
pub fn control<G: Grouping>(state: &UseStateHandle<G>) -> Html {
    let onchange = {
        let state = state.clone();
        Callback::from(move |event: Event| {
            let value = field::value(&event).unwrap_or_default();
            if let Some((chosen, ..)) = G::ALL.iter().find(|(_, slug, _)| *slug == value) {
                state.set(*chosen);
            }
        })
    };
    let option = |(this, slug, label): &(G, &'static str, &'static str)| {
        html! { <option value={*slug} selected={*this == **state}>{ t(label) }</option> }
    };
    html! { <select class="select" aria-label={t("grouping")} {onchange}>{ for G::ALL.iter().map(option) }</select> }
}
