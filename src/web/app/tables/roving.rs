//! The arrow keys in a table: up and down between rows, left and right between what a row holds.

use crate::web::app::dom;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// How many rows a page is.
const PAGE: usize = 10;

/// Moves the focus as `event` says; other keys and places are left alone.
pub fn moved(event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let focused = document().active_element();
    let Some(row) = focused.as_ref().and_then(|focused| focused.closest("tr.row").ok().flatten()) else { return };
    let to = match event.key().as_str() {
        "ArrowLeft" | "ArrowRight" => beside(&row, focused.as_ref(), event.key() == "ArrowRight"),
        key => rows_from(&row, key).and_then(|row| row.query_selector(".row-button").ok().flatten()),
    };
    if let Some(to) = to.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        // The Tab key comes back to where the arrow keys have led.
        if let Some(from) = focused {
            let _ = from.set_attribute("tabindex", "-1");
        }
        let _ = to.set_attribute("tabindex", "0");
        let _ = to.focus();
    }
}

/// The row that `key` leads to.
fn rows_from(row: &Element, key: &str) -> Option<Element> {
    let rows = dom::all("#panel tr.row");
    let here = rows.iter().position(|other| other == row)?;
    let last = rows.len() - 1;
    let there = match key {
        "ArrowDown" => here + 1,
        "ArrowUp" => here.checked_sub(1)?,
        "PageDown" => here + PAGE,
        "PageUp" => here.saturating_sub(PAGE),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    rows.get(there.min(last)).cloned()
}

/// The next or the previous control of the same row.
fn beside(row: &Element, focused: Option<&Element>, forward: bool) -> Option<Element> {
    let list = row.query_selector_all("button, a").ok()?;
    let controls: Vec<Element> = (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect();
    let here = controls.iter().position(|control| Some(control) == focused)?;
    let there = if forward { here + 1 } else { here.checked_sub(1)? };
    controls.get(there).cloned()
}
