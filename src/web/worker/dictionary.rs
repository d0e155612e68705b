//! The dictionary and other lists: fetched with progress, inflated by the browser where they are gzip data.
//!
//! They are kept for the next visit by the service worker and by the browser's own cache, whose names carry the
//! hash of the content.

use super::global;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, Response};

/// Gzip data starts so; a server that inflates by itself delivers plain text.
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// Where a list comes from.
pub enum Source {
    /// An address.
    At(String),
    /// What worker_loader.js has asked for.
    Asked(Promise),
}

/// Gets a list, with calls of `progress` (bytes that came, bytes in all).
pub async fn load(source: Source, progress: impl Fn(u32, Option<u32>)) -> Result<Vec<u8>, JsValue> {
    let answer = match source {
        Source::Asked(answer) => answer,
        Source::At(address) => global().fetch_with_str(&address),
    };
    inflate(read(JsFuture::from(answer).await?.dyn_into()?, progress).await?).await
}

/// The answer that worker_loader.js has asked for; only once, a second try asks anew.
pub fn asked_early() -> Option<Promise> {
    let (global, name) = (JsValue::from(global()), JsValue::from_str("dictionary"));
    let asked = Reflect::get(&global, &name).ok()?.dyn_into().ok()?;
    let _ = Reflect::delete_property(global.unchecked_ref::<js_sys::Object>(), &name);
    Some(asked)
}

/// What an error says, for people.
pub fn reason(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_else(|| "unknown error".to_owned())
}

async fn read(response: Response, progress: impl Fn(u32, Option<u32>)) -> Result<Vec<u8>, JsValue> {
    if !response.ok() {
        return Err(format!("HTTP {}", response.status()).into());
    }
    let total = response.headers().get("content-length")?.and_then(|length| length.parse().ok());
    let body = response.body().ok_or("empty answer")?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    progress(0, total);
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &"done".into())?.is_truthy() {
            return Ok(bytes);
        }
        let value: Uint8Array = Reflect::get(&chunk, &"value".into())?.unchecked_into();
        bytes.extend(value.to_vec());
        progress(bytes.len() as u32, total);
    }
}

/// Inflates gzip data with the browser's own DecompressionStream; other data is returned as it is.
async fn inflate(bytes: Vec<u8>) -> Result<Vec<u8>, JsValue> {
    if !bytes.starts_with(&GZIP) {
        return Ok(bytes);
    }
    let class = Reflect::get(&global(), &"DecompressionStream".into())?;
    let class: &Function = class.dyn_ref().ok_or("no DecompressionStream")?;
    let stream = Reflect::construct(class, &Array::of1(&"gzip".into()))?;
    let mut bytes = bytes;
    let packed = Response::new_with_opt_u8_array(Some(&mut bytes))?;
    let body: ReadableStream = packed.body().ok_or("empty answer")?;
    let plain = body.pipe_through(stream.unchecked_ref::<ReadableWritablePair>());
    let buffer = JsFuture::from(Response::new_with_opt_readable_stream(Some(&plain))?.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
