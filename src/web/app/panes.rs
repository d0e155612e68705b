//! The lower edge of a narrow screen: which half is shown, and what was touched in the article.

use super::Event;
use super::state::{Pane, Reading};
use crate::locale::t;
use crate::view::marks::Row;
use crate::view::title::title;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub pane: Pane,
    pub selected: Option<Row>,
    pub emit: Callback<Event>,
}

/// Article or tables; above them the selected row.
#[component]
pub fn Panes(props: &Props) -> Html {
    let Props { reading, pane, selected, emit } = props;
    let peek = selected.filter(|_| *pane == Pane::Article).map(|row| {
        let onclick = emit.reform(|_: MouseEvent| Event::Pane(Pane::Tables));
        html! {
            <button type="button" class="peek" {onclick}>
                <span class="mark legend-mark" data-kind={row.kind.slug()}>{ row.kind.label() }</span>
                <span class="peek-title">{ title(&reading.analysis, row) }</span>
                <span class="peek-open">{ t("peek-open") }</span>
            </button>
        }
    });
    html! {
        <div class="panes">
            { for peek }
            <nav class="panes-switch" aria-label={t("panes")}>
                { button("pane-article", Pane::Article, *pane, emit) }
                { button("pane-tables", Pane::Tables, *pane, emit) }
            </nav>
        </div>
    }
}

fn button(label: &'static str, to: Pane, current: Pane, emit: &Callback<Event>) -> Html {
    let onclick = emit.reform(move |_: MouseEvent| Event::Pane(to));
    html! { <button type="button" class="pane-button" aria-pressed={(to == current).to_string()} {onclick}>{ t(label) }</button> }
}
