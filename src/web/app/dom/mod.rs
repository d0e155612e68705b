//! The few things that are done to the page and asked of its browser directly, past the components.

mod address;
mod browser;
mod evidence;

pub use address::{address, address_with, clear_fragment, fragment};
pub use browser::{
    CONTRAST, clear_shared, confirm, copy, device, download, languages, now, print, random_name, reason, save,
    system_wants_contrast,
};
pub use evidence::{mark, reveal_row, show};
use gloo::utils::{document, document_element};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Elements that `selector` finds.
pub fn all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

/// Clicks the first element that `selector` finds.
pub fn click(selector: &str) {
    if let Some(element) = all(selector).into_iter().next().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Scrolls the first element that `selector` finds into sight, if it is not.
pub fn reveal(selector: &str) {
    if let Some(element) = all(selector).first() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// What identifies the analyzer and its lists: their files are named after their content.
pub fn analyzer_version() -> String {
    let name = |name: &str| document_element().get_attribute(&format!("data-{name}")).unwrap_or_default();
    [name("worker"), name("dictionary"), name("townships")].join(" ")
}

/// Says in which language the page is, and what it is called.
pub fn set_language(tag: &str, title: &str) {
    let _ = document_element().set_attribute("lang", tag);
    document().set_title(title);
}

/// Gives the focus to the first element that `selector` finds; one that cannot have it is left alone.
pub fn focus(selector: &str) {
    if let Some(element) = all(selector).into_iter().next().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Sets an attribute of the root element for the style sheets, or takes it away.
pub fn set_root(name: &str, value: Option<&str>) {
    let root = document_element();
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Sets a custom property for the style sheets.
pub fn set_style(name: &str, value: &str) {
    if let Ok(root) = document_element().dyn_into::<HtmlElement>() {
        let _ = root.style().set_property(name, value);
    }
}

/// Puts `words` where the caret of a text area is, as typing would: it can be undone.
pub fn insert_text(selector: &str, words: &str) {
    focus(selector);
    let insert = || -> Result<bool, JsValue> {
        let page = document();
        let command: Function = Reflect::get(&page, &"execCommand".into())?.dyn_into()?;
        let done = command.call3(&page, &"insertText".into(), &JsValue::FALSE, &words.into())?;
        Ok(done.is_truthy())
    };
    if insert().unwrap_or(false) {
        return;
    }
    let Some(area) = all(selector).into_iter().next().and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    // Nothing is lost where the event cannot be made: the next key brings the text along.
    if area.set_range_text(words).is_ok()
        && let Ok(event) = web_sys::InputEvent::new("input")
    {
        let _ = area.dispatch_event(&event);
    }
}
