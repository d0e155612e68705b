//! The article with its highlights. A long one is drawn in pieces: its words at once, the highlights after them.

mod blocks;
mod paragraph;
mod progress;

use super::Event;
use super::state::{Reading, Selection};
use crate::locale::t;
use crate::view::kind::Kind;
use crate::view::marks::Row;
use blocks::Blocks;
use gloo::utils::document;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub hidden: BTreeSet<Kind>,
    pub emit: Callback<Event>,
}

/// The article; which kinds are hidden is said by classes.
#[component]
pub fn Article(props: &Props) -> Html {
    let Props { reading, hidden, emit } = props;
    let onclick = {
        let emit = emit.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            if let Some(row) = target.and_then(clicked) {
                emit.emit(row);
            }
        })
    };
    let onkeydown = {
        let (emit, hidden) = (emit.clone(), hidden.clone());
        Callback::from(move |event: KeyboardEvent| pressed(&event, &hidden, &emit))
    };
    let classes: Vec<String> = hidden.iter().map(|kind| format!("hide-{}", kind.slug())).collect();
    html! {
        <article id="article" class={classes!("article", classes)} lang={language(reading)} tabindex="0"
            aria-label={t("article")} {onclick} {onkeydown}>
            <Blocks reading={reading.clone()} emit={emit.clone()} />
        </article>
    }
}

fn language(reading: &Reading) -> &'static str {
    match reading.analysis.document.script {
        crate::analysis::Script::Hant => "zh-Hant",
        _ => "zh-Hans",
    }
}

/// The row of the innermost highlight at `target`; of the next outer one where that row is selected already.
fn clicked(target: Element) -> Option<Event> {
    let mut element = target.closest("[data-kind]").ok()??;
    while element.get_attribute("data-active").as_deref() == Some("here")
        && let Some(outer) = element.parent_element().and_then(|parent| parent.closest("[data-kind]").ok()?)
    {
        element = outer;
    }
    let number = |name: &str| element.get_attribute(name)?.parse::<usize>().ok();
    let kind = Kind::from_slug(&element.get_attribute("data-kind")?)?;
    Some(Event::Highlight(Selection { row: Row { kind, index: number("data-row")? }, nth: number("data-nth")? }))
}

/// The arrow keys go from highlight to highlight, Enter opens its row, Escape goes back to the article.
fn pressed(event: &KeyboardEvent, hidden: &BTreeSet<Kind>, emit: &Callback<Event>) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let focused = document().active_element().filter(|element| element.class_list().contains("mark"));
    match event.key().as_str() {
        "ArrowRight" => step(focused.as_ref(), hidden, true),
        "ArrowLeft" => step(focused.as_ref(), hidden, false),
        "Enter" => {
            if let Some(row) = focused.and_then(clicked) {
                emit.emit(row);
            }
        }
        "Escape" if focused.is_some() => super::dom::focus("#article"),
        _ => return,
    }
    event.prevent_default();
}

/// Gives the focus to the next or the previous highlight that is shown; from the article itself to the first in sight.
fn step(focused: Option<&Element>, hidden: &BTreeSet<Kind>, forward: bool) {
    let shown = |element: &Element| {
        let kind = element.get_attribute("data-kind").and_then(|slug| Kind::from_slug(&slug));
        kind.is_some_and(|kind| !hidden.contains(&kind))
    };
    let marks: Vec<Element> = super::dom::all("#article .mark").into_iter().filter(shown).collect();
    let to = match focused.and_then(|focused| marks.iter().position(|mark| mark == focused)) {
        Some(here) if forward => marks.get(here + 1),
        Some(here) => here.checked_sub(1).and_then(|before| marks.get(before)),
        None => marks.iter().find(|mark| mark.get_bounding_client_rect().top() >= 0.0).or(marks.first()),
    };
    if let Some(to) = to.and_then(|mark| mark.dyn_ref::<HtmlElement>()) {
        let _ = to.set_attribute("tabindex", "-1");
        let _ = to.focus();
    }
}
