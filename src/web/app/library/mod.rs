//! The library: the list of all documents, what can be done with them, and the search over all of them.

pub mod commands;
mod list;
mod results;
mod running;
mod tools;

use super::pool::Progress;
use super::shelf::{Ask, Found, Step, backup};
use super::{Event, field, local};
use crate::library::entry::{Item, Standing};
use crate::library::index::Query;
use crate::library::list::{Choice, Order, arrange, tags};
use crate::locale::{t, t_with};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// Shared records; equal only to themselves.
#[derive(Clone)]
pub struct Items(pub Rc<Vec<Rc<Item>>>);

impl PartialEq for Items {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub items: Items,
    pub version: AttrValue,
    /// Keys of the open documents.
    pub open: Vec<Rc<str>>,
    pub progress: Option<Progress>,
    /// What a backup is doing.
    pub backup: Option<backup::Progress>,
    /// What the last search has found so far.
    pub found: Found,
    /// What was deleted last, in words.
    pub deleted: Option<AttrValue>,
    pub emit: Callback<Event>,
}

/// What the reader has chosen in the list.
#[derive(Clone, PartialEq, Default)]
struct State {
    tag: Option<String>,
    standing: Option<Standing>,
    order: Order,
    reversed: bool,
    page: usize,
    chosen: BTreeSet<Rc<str>>,
}

/// Where the browser's store keeps the order of the list, and whether it is reversed.
const ORDER: &str = "yaolan.order";

impl State {
    /// All documents, in the order that was chosen last.
    fn kept() -> Self {
        let (slug, reversed) = local::get::<(String, bool)>(ORDER).unwrap_or_default();
        Self { order: Order::from_slug(&slug).unwrap_or_default(), reversed, ..Self::default() }
    }
}

/// The library.
#[component]
pub fn Library(props: &Props) -> Html {
    let state = use_state(State::kept);
    let emit = &props.emit;
    let words = props.found.typed.clone();
    let shown = {
        let choice = Choice {
            tag: state.tag.clone(),
            standing: state.standing,
            words: Query::new(&words),
            order: state.order,
            reversed: state.reversed,
        };
        use_memo((props.items.clone(), choice, props.version.clone()), |(items, choice, version)| {
            arrange(&items.0, choice, version)
        })
    };
    let all_tags = use_memo(props.items.clone(), |items| tags(&items.0));
    let typed =
        emit.reform(|event: InputEvent| Event::Shelf(Step::Ask(Ask::Search(field::value(&event).unwrap_or_default()))));
    let total = props.items.0.iter().filter(|item| item.entry.deleted.is_none()).count();
    let searching = !words.trim().is_empty();
    html! {
        <section class="library" aria-label={t("library")}>
            <header class="library-head">
                <h2 class="library-title">{ t("library") }<span class="library-count">{ t_with("library-count", &[("n", total.into())]) }</span></h2>
                <input id="library-search" type="search" class="library-search" value={words.to_string()} oninput={typed}
                    autocomplete="off" aria-label={t("library-search")} placeholder={t("library-search")} />
            </header>
            { running::analysis(props.progress, emit) }
            { running::backup(props.backup, emit) }
            if let Some(deleted) = &props.deleted {
                <p class="library-note library-deleted" role="status">{ deleted.clone() }{ " " }
                    <button type="button" class="button" onclick={ask(emit, || Ask::Undelete)}>{ t("library-undelete") }</button>
                </p>
            }
            if searching {
                <results::Results found={props.found.clone()} items={props.items.clone()} emit={emit.clone()} />
            }
            if total > 0 {
                { tools::tools(&state, &all_tags, &shown, emit) }
            }
            if searching && total > 0 {
                <h3 class="library-part">{ t_with("library-named", &[("n", shown.len().into())]) }</h3>
            }
            if !searching || !shown.is_empty() {
                { list::list(props, &state, &shown) }
            }
            { tools::whole(total, props.backup.is_some(), emit) }
        </section>
    }
}

/// What a click asks for.
fn ask(emit: &Callback<Event>, ask: impl Fn() -> Ask + 'static) -> Callback<MouseEvent> {
    emit.reform(move |_: MouseEvent| Event::Shelf(Step::Ask(ask())))
}

/// A change of the list's state.
fn set<E: 'static>(state: &UseStateHandle<State>, change: impl Fn(&mut State, E) + 'static) -> Callback<E> {
    let state = state.clone();
    Callback::from(move |event: E| {
        let mut next = (*state).clone();
        change(&mut next, event);
        if (next.order, next.reversed) != (state.order, state.reversed) {
            local::set(ORDER, (next.order.slug(), next.reversed));
        }
        state.set(next);
    })
}

/// How results stand, by the slugs of the choice.
const STANDINGS: [(&str, Standing); 4] = [
    ("waiting", Standing::Waiting),
    ("outdated", Standing::Outdated),
    ("failed", Standing::Failed),
    ("current", Standing::Current),
];

const fn standing_label(standing: Standing) -> &'static str {
    match standing {
        Standing::Waiting => "standing-waiting",
        Standing::Outdated => "standing-outdated",
        Standing::Failed => "standing-failed",
        Standing::Current => "standing-current",
    }
}
