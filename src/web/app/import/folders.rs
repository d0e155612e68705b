//! Dropped folders: every file below them, however deep.

use crate::input::is_for_machines;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DataTransfer;

/// How many files of dropped folders are opened.
const FILES: usize = 5000;

/// The dropped files and folders, as the browser's file system names them; empty where it does not.
pub fn entries(data: &DataTransfer) -> Vec<JsValue> {
    let items = data.items();
    let entry = |at: u32| items.get(at)?.webkit_get_as_entry().ok().flatten().map(JsValue::from);
    (0..items.length()).filter_map(entry).collect()
}

/// Whether there is a folder among them.
pub fn has_folder(entries: &[JsValue]) -> bool {
    entries.iter().any(|entry| is(entry, "isDirectory"))
}

fn is(entry: &JsValue, property: &str) -> bool {
    Reflect::get(entry, &property.into()).is_ok_and(|value| value.is_truthy())
}

/// The files of these entries and of all folders below them; what cannot be read is left out.
pub async fn files(entries: Vec<JsValue>) -> Vec<web_sys::File> {
    let mut waiting: Vec<JsValue> = entries.into_iter().rev().collect();
    let mut found = Vec::new();
    while let Some(entry) = waiting.pop().filter(|_| found.len() < FILES) {
        if is(&entry, "isDirectory") {
            let mut inside = children(&entry).await.unwrap_or_default();
            inside.reverse();
            waiting.extend(inside);
        } else if let Ok(file) = ask(&entry, "file").await
            && let Ok(file) = file.dyn_into::<web_sys::File>()
            && !is_for_machines(&file.name())
        {
            found.push(file);
        }
    }
    found
}

/// The files that a chosen folder holds, without what is not meant for people.
pub fn without_hidden(files: Vec<web_sys::File>) -> Vec<web_sys::File> {
    files.into_iter().filter(|file| !is_for_machines(&file.name())).take(FILES).collect()
}

async fn children(folder: &JsValue) -> Result<Vec<JsValue>, JsValue> {
    let create: Function = Reflect::get(folder, &"createReader".into())?.dyn_into()?;
    let reader = create.call0(folder)?;
    let mut all = Vec::new();
    loop {
        // They come in portions; an empty one is the last.
        let portion: Array = ask(&reader, "readEntries").await?.unchecked_into();
        if portion.length() == 0 {
            return Ok(all);
        }
        all.extend(portion.iter());
    }
}

/// Calls a method that answers through two callbacks.
async fn ask(object: &JsValue, method: &str) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let promise = Promise::new(&mut |resolve, reject| {
        if let Err(error) = function.call2(object, &resolve, &reject) {
            // A promise is settled once: an error of this call is already the answer.
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        }
    });
    JsFuture::from(promise).await
}
