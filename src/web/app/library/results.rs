//! What the search over all texts and tables has found.

use super::Items;
use crate::library::index::{Hit, Place};
use crate::locale::{t, t_with};
use crate::web::app::Event;
use crate::web::app::shelf::{Ask, Found, Step, Target};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub found: Found,
    pub items: Items,
    pub emit: Callback<Event>,
}

/// Documents with their hits, each hit one click from its place; drawn where something is searched.
#[component]
pub fn Results(props: &Props) -> Html {
    let Props { found, items, emit } = props;
    let said = match (found.done, found.documents.len()) {
        (false, _) => t("library-searching"),
        (true, 0) => t("library-no-hits"),
        (true, n) => t_with("library-hits", &[("n", n.into())]),
    };
    let title = |key: &Rc<str>| {
        let item = items.0.iter().find(|item| *item.entry.key == **key);
        item.map(|item| item.title().to_owned()).unwrap_or_default()
    };
    html! {
        <section class="library-results" aria-label={t("library-search")} data-done={found.done.to_string()}>
            <p class="library-note" role="status">{ said }</p>
            <ol>
                { for found.documents.iter().map(|(key, hits)| html! {
                    <li key={key.to_string()}>
                        <h3>{ title(key) }</h3>
                        <ul>{ for hits.iter().map(|hit| one(key, hit, emit)) }</ul>
                    </li>
                }) }
            </ol>
        </section>
    }
}

fn one(key: &Rc<str>, hit: &Hit, emit: &Callback<Event>) -> Html {
    let (key, place) = (key.clone(), hit.place);
    let onclick =
        emit.reform(move |_: MouseEvent| Event::Shelf(Step::Ask(Ask::Open(key.clone(), Target::Place(place)))));
    let kind = match hit.place {
        Place::Row(row) => {
            html! { <span class="mark legend-mark" data-kind={row.kind.slug()}>{ row.kind.label() }</span> }
        }
        Place::Text(_) => html! {},
    };
    html! {
        <li><button type="button" class="library-hit" {onclick}>
            { kind }<span>{ hit.before.clone() }<mark>{ hit.found.clone() }</mark>{ hit.after.clone() }</span>
        </button></li>
    }
}
