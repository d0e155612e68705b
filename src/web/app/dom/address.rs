//! The address of the page, what stands behind its `#`, and the addresses of what belongs to the page.

use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsValue;

/// The fragment of the address, with `#`; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Takes the fragment from the address bar and from the history.
pub fn clear_fragment() {
    let bare = address_without_fragment();
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&bare));
    }
}

fn address_without_fragment() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// The address of the page with another fragment.
pub fn address_with(fragment: &str) -> String {
    format!("{}#{fragment}", address_without_fragment())
}

/// The absolute address that the attribute `data-<name>` of the root element names.
pub fn address(name: &str) -> Option<String> {
    let relative = document_element().get_attribute(&format!("data-{name}"))?;
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    Some(web_sys::Url::new_with_base(&relative, &base).map_or(relative, |url| url.href()))
}
