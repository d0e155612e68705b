//! Small settings in the browser's simplest stores; where they are forbidden, they last until the page is closed.

use gloo::utils::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use web_sys::Storage;

/// What all names of this page's settings start with.
const OWN: &str = "yaolan.";

fn store() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn window_store() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// The setting `name`.
pub fn get<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_str(&store()?.get_item(name).ok()??).ok()
}

/// Keeps the setting `name`.
pub fn set<T: Serialize>(name: &str, value: T) {
    if let (Some(store), Ok(json)) = (store(), serde_json::to_string(&value)) {
        let _ = store.set_item(name, &json);
    }
}

/// What this window alone remembers.
pub fn get_of_window(name: &str) -> Option<String> {
    window_store()?.get_item(name).ok()?
}

/// Keeps something for this window alone.
pub fn set_of_window(name: &str, value: &str) {
    if let Some(store) = window_store() {
        let _ = store.set_item(name, value);
    }
}

/// What belongs to this browser's own library, or is kept in another form: no choice of the reader's.
const NO_CHOICES: [&str; 2] = ["yaolan.kept", "yaolan.lexicon"];

/// The longest value of a choice that is taken from elsewhere, in bytes.
const LONGEST: usize = 10_000;

fn is_choice(name: &str) -> bool {
    name.starts_with(OWN) && !NO_CHOICES.contains(&name)
}

/// All that the reader has chosen for the page, as it is kept.
pub fn choices() -> BTreeMap<String, String> {
    let Some(store) = store() else { return BTreeMap::new() };
    let names = (0..store.length().unwrap_or(0)).filter_map(|at| store.key(at).ok()?);
    names.filter(|name| is_choice(name)).filter_map(|name| Some((name.clone(), store.get_item(&name).ok()??))).collect()
}

/// Takes over what was chosen elsewhere, where nothing is chosen here.
pub fn fill(choices: &BTreeMap<String, String>) {
    let Some(store) = store() else { return };
    for (name, value) in choices.iter().filter(|(name, value)| is_choice(name) && value.len() <= LONGEST) {
        if store.get_item(name).ok().flatten().is_none() {
            let _ = store.set_item(name, value);
        }
    }
}

/// Forgets everything of this page.
pub fn clear() {
    for store in [store(), window_store()].into_iter().flatten() {
        let names: Vec<String> = (0..store.length().unwrap_or(0)).filter_map(|at| store.key(at).ok()?).collect();
        for name in names.iter().filter(|name| name.starts_with(OWN)) {
            let _ = store.remove_item(name);
        }
    }
}
