//! The tables, one a tab.

mod codes;
mod entities;
mod graph;
mod grid;
mod grouping;
mod indicators;
mod keywords;
mod more;
mod people;
mod places;
mod quotes;
mod review;
mod roving;
mod tasks;
mod times;

use super::Event;
use super::state::Reading;
use crate::locale::t;
use crate::view::kind::Kind;
use crate::view::marks::Row;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What every table gets.
#[derive(Properties, PartialEq, Clone)]
pub struct TableProps {
    pub reading: Reading,
    /// The marked row, if it is of this table.
    pub selected: Option<usize>,
    pub emit: Callback<Event>,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub table: Kind,
    pub selected: Option<Row>,
    pub emit: Callback<Event>,
}

/// The tab bar and the open table.
#[component]
pub fn Tables(props: &Props) -> Html {
    let Props { reading, table, selected, emit } = props;
    let onkeydown = {
        let (emit, table, reading) = (emit.clone(), *table, reading.clone());
        Callback::from(move |event: KeyboardEvent| {
            let tabs = present(&reading, table);
            let here = tabs.iter().position(|kind| *kind == table).unwrap_or(0);
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => (here + 1) % tabs.len(),
                "ArrowLeft" | "ArrowUp" => (here + tabs.len() - 1) % tabs.len(),
                "Home" => 0,
                "End" => tabs.len() - 1,
                _ => return,
            };
            event.prevent_default();
            emit.emit(Event::Table(tabs[next]));
            let tab = document().get_element_by_id(&format!("tab-{}", tabs[next].slug()));
            if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                // A tab that cannot be focused is still opened.
                let _ = tab.focus();
            }
        })
    };
    let tab = |kind: Kind| {
        let open = kind == *table;
        html! {
            <button type="button" key={kind.slug()} id={format!("tab-{}", kind.slug())} class="tab" role="tab"
                data-kind={kind.slug()}
                aria-selected={open.to_string()} aria-controls="panel" tabindex={if open { "0" } else { "-1" }}
                onclick={emit.reform(move |_| Event::Table(kind))}>
                { kind.label() }<span class="tab-count">{ kind.count(&reading.analysis) }</span>
            </button>
        }
    };
    html! {
        <aside id="tables" class="tables" aria-label={t("tables")}>
            <div class="tabs" role="tablist" aria-label={t("tables-tabs")} {onkeydown}>
                { for present(reading, *table).into_iter().map(tab) }
            </div>
            <div id="panel" class="panel" role="tabpanel" aria-labelledby={format!("tab-{}", table.slug())}
                data-table={table.slug()}>
                <ContextProvider<Reading> context={reading.clone()}>{ panel(reading, *table, *selected, emit) }</ContextProvider<Reading>>
            </div>
        </aside>
    }
}

/// The tabs that are shown: tables with rows, and the open one.
fn present(reading: &Reading, open: Kind) -> Vec<Kind> {
    Kind::ALL.into_iter().filter(|kind| *kind == open || kind.count(&reading.analysis) > 0).collect()
}

fn panel(reading: &Reading, table: Kind, selected: Option<Row>, emit: &Callback<Event>) -> Html {
    let selected = selected.filter(|row| row.kind == table).map(|row| row.index);
    let props = TableProps { reading: reading.clone(), selected, emit: emit.clone() };
    match table {
        Kind::Person => html! { <people::People ..props /> },
        Kind::Place => html! { <places::Places ..props /> },
        Kind::Organization => html! { <entities::Organizations ..props /> },
        Kind::Facility => html! { <entities::Facilities ..props /> },
        Kind::Event => html! { <entities::Events ..props /> },
        Kind::Programme => html! { <entities::Programmes ..props /> },
        Kind::Time => html! { <times::Times ..props /> },
        Kind::Indicator => html! { <indicators::Indicators ..props /> },
        Kind::Code => html! { <codes::Codes ..props /> },
        Kind::Quote => html! { <quotes::Quotes ..props /> },
        Kind::Task => html! { <tasks::Tasks ..props /> },
        Kind::Keyword => html! { <keywords::Keywords ..props /> },
    }
}
