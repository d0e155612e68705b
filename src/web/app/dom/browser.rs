//! What the browser can do beside showing the page: the clock, the clipboard, files, questions, what it says of itself.

use gloo::utils::{document, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A name that is very unlikely to be drawn twice.
pub fn random_name() -> String {
    format!("{:x}", (js_sys::Math::random() * 281_474_976_710_656.0) as u64)
}

/// Puts `text` on the clipboard.
pub fn copy(text: &str) {
    // Without a secure context there is no clipboard to write to; asking for it must not end the page.
    let navigator: JsValue = window().navigator().into();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
    let write = Reflect::get(&clipboard, &"writeText".into()).ok().and_then(|write| write.dyn_into::<Function>().ok());
    if let Some(Ok(promise)) = write.map(|write| write.call1(&clipboard, &text.into())) {
        let promise: js_sys::Promise = promise.unchecked_into();
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// A figure that the browser tells of the device.
pub fn device(name: &str) -> Option<f64> {
    Reflect::get(&window().navigator(), &name.into()).ok()?.as_f64()
}

/// Asks the reader a question that is answered by yes or no.
pub fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// Where the service worker puts texts that other programs share, until they are opened.
const SHARED: &str = "yaolan-shared";

/// Forgets texts that were shared with the page and not opened yet.
pub async fn clear_shared() {
    // Where there are no caches, there is nothing to be forgotten.
    let caches = Reflect::get(&window(), &"caches".into()).unwrap_or_default();
    let delete = Reflect::get(&caches, &"delete".into()).ok().and_then(|delete| delete.dyn_into::<Function>().ok());
    if let Some(Ok(promise)) = delete.map(|delete| delete.call1(&caches, &SHARED.into())) {
        let _ = wasm_bindgen_futures::JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await;
    }
}

/// Hands the reader a file.
pub fn download(name: &str, content: &web_sys::Blob) {
    let url = gloo::file::ObjectUrl::from(gloo::file::Blob::from(content.clone()));
    let Ok(anchor) = document().create_element("a") else { return };
    if let Ok(anchor) = anchor.dyn_into::<web_sys::HtmlAnchorElement>() {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        // The address must live until the browser has taken the file.
        gloo::timers::callback::Timeout::new(10_000, move || drop(url)).forget();
    }
}

/// Lets the browser save `bytes` as a file of this media type.
pub fn save(name: &str, media: &str, bytes: &js_sys::Uint8Array) {
    let blob = gloo::file::Blob::new_with_options(bytes.to_vec().as_slice(), Some(media));
    download(name, blob.as_ref());
}

/// What an error of the browser says.
pub fn reason(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_default()
}

/// The languages that the browser's user reads, the first first.
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// The media query for a system that wants more contrast.
pub const CONTRAST: &str = "(prefers-contrast: more)";

/// Whether the system wants more contrast.
pub fn system_wants_contrast() -> bool {
    let query = window().match_media(CONTRAST);
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// Prints the page.
pub fn print() {
    // A browser without a printer says so itself.
    let _ = window().print();
}
