//! Everything is packed into one file.

use super::{AT_ONCE, Report, gzip};
use crate::library::backup::Line;
use crate::library::entry::{Entry, Item};
use crate::web::app::store::{Store, Table};
use js_sys::{Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, Response, WritableStream};

/// Packs everything into one file; `None` where it was stopped.
pub(super) async fn write(
    store: &Store,
    lines: Vec<Line>,
    items: Vec<Rc<Item>>,
    report: &Report,
) -> Result<Option<Blob>, JsValue> {
    let stream = gzip("CompressionStream")?;
    let writer = Reflect::get(&stream, &"writable".into())?.dyn_into::<WritableStream>()?.get_writer()?;
    let readable = Reflect::get(&stream, &"readable".into())?.dyn_into::<ReadableStream>()?;
    let packed = Response::new_with_opt_readable_stream(Some(&readable))?.blob()?;
    let put = async |line: &Line| -> Result<(), JsValue> {
        let bytes = line.write().map_err(|error| JsValue::from_str(&error.to_string()))?;
        JsFuture::from(writer.write_with_chunk(&Uint8Array::from(bytes.as_slice()))).await.map(drop)
    };
    for line in &lines {
        put(line).await?;
    }
    let mut documents = 0;
    for (at, items) in items.chunks(AT_ONCE).enumerate() {
        if !report.at(at * AT_ONCE) {
            JsFuture::from(writer.abort()).await?;
            return Ok(None);
        }
        let keys: Vec<Rc<str>> = items.iter().map(|item| Rc::from(item.entry.key.as_str())).collect();
        for (item, text) in items.iter().zip(store.get_many(Table::Texts, &keys).await) {
            let Some(text) = text.and_then(|text| text.as_string()) else { continue };
            let entry = Box::new(Entry { size: text.len(), ..item.entry.clone() });
            put(&Line::Document { entry, text }).await?;
            documents += 1;
        }
    }
    put(&Line::End { documents }).await?;
    JsFuture::from(writer.close()).await?;
    Ok(Some(JsFuture::from(packed).await?.dyn_into()?))
}
