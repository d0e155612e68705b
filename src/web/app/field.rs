//! What the reader puts into a field, as the event of the field tells it.

use super::listen::files;
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

/// The files that were chosen in the field that `event` came from; it is empty again, so that the same may be chosen
/// once more.
pub fn take_files(event: &web_sys::Event) -> Vec<web_sys::File> {
    let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return Vec::new() };
    let chosen = files(input.files());
    input.set_value("");
    chosen
}
