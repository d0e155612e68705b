//! The small menu of a row: confirm, edit, reject; and the sign of a row that was.

use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::view::title::title;
use crate::view::value::excerpt;
use crate::web::app::Event;
use crate::web::app::correct::Step;
use crate::web::app::correct::bar::badge;
use crate::web::app::state::Reading;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The keys on a focused row.
pub const KEYS: &str = "c e x";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub row: Row,
    pub emit: Callback<Event>,
}

/// The sign of `row` beside its name, if the reader has looked at it.
pub fn sign(reading: Option<&Reading>, row: Row) -> Html {
    let review = reading.and_then(|reading| reading.analysis.review(row.kind.list(), row.index));
    html! { { for review.map(|review| badge(review.verdict)) } }
}

/// A key that was pressed on the row's own button.
pub fn pressed(row: Row, event: &KeyboardEvent) -> Option<Event> {
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    let own = event.target_dyn_into::<Element>();
    let own = own.is_some_and(|element| element.class_list().contains("row-button"));
    let key = event.key();
    let key = key.chars().next().filter(|_| key.len() == 1)?;
    (plain && own && KEYS.contains(key) && key != ' ').then(|| {
        event.prevent_default();
        Event::Correct(Step::Key(row, key))
    })
}

/// The menu, behind a button.
#[component]
pub fn Menu(props: &Props) -> Html {
    let Props { row, emit } = props;
    let open = use_state(|| false);
    let button = use_node_ref();
    let reading = use_context::<Reading>();
    let name = reading.map(|reading| excerpt(&title(&reading.analysis, *row), 16)).unwrap_or_default();
    let said = t_with("correct-menu", &[("words", name.into())]);
    let toggle = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    let onkeydown = {
        let (open, button) = (open.clone(), button.clone());
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                event.stop_propagation();
                open.set(false);
                if let Some(button) = button.cast::<HtmlElement>() {
                    // A button that is gone needs no focus.
                    let _ = button.focus();
                }
            }
        }
    };
    let cell = use_node_ref();
    let onfocusout = {
        let (open, cell) = (open.clone(), cell.clone());
        move |event: FocusEvent| {
            let to: Option<web_sys::Node> = event.related_target().and_then(|target| target.dyn_into().ok());
            let inside = cell.cast::<Element>().is_some_and(|cell| cell.contains(to.as_ref()));
            if to.is_none() || !inside {
                open.set(false);
            }
        }
    };
    let item = |step: Step, sign: &'static str, key: &'static str| {
        let (emit, open) = (emit.clone(), open.clone());
        let onclick = move |_: MouseEvent| {
            open.set(false);
            emit.emit(Event::Correct(step.clone()));
        };
        html! { <button type="button" class="menu-item" {onclick}><span aria-hidden="true">{ sign }</span>{ t(key) }</button> }
    };
    html! {
        <td ref={cell} class="fold review" {onkeydown} {onfocusout}>
            <button ref={button} type="button" class="review-button" aria-expanded={open.to_string()} aria-label={said.clone()}
                title={said} onclick={toggle}>{ "⋯" }</button>
            if *open {
                <div class="menu" role="group" aria-label={t("correct-bar")}
                    onmousedown={|event: MouseEvent| event.prevent_default()}>
                    { item(Step::Confirm(*row), "✓", "correct-confirm") }
                    if row.kind != Kind::Keyword { { item(Step::Edit(*row), "✎", "correct-edit") } }
                    { item(Step::Reject(*row), "✗", "correct-reject") }
                </div>
            }
        </td>
    }
}
