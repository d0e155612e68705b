//! What the reader puts into a field, as the event of the field tells it.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::TargetCast;

/// The value of the field that `event` came from.
pub fn value(event: &web_sys::Event) -> Option<String> {
    let input = || event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
    let select = || event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
    let area = || event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value());
    input().or_else(select).or_else(area)
}

/// Whether the box that `event` came from is ticked.
pub fn checked(event: &web_sys::Event) -> Option<bool> {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.checked())
}
