//! The dictionary and other lists: fetched with progress, inflated by the browser where they are gzip data.
//!
//! They are kept for the next visit by the service worker and by the browser's own cache, whose names carry the
//! hash of the content. The dictionary is kept once more as it stands in memory, where unpacking it takes a third of a start.

use super::global;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, Request, Response};

/// Gzip data starts so; a server that inflates by itself delivers plain text.
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// The cache that holds the dictionary as it stands in memory, under a key that names dictionary and program; worker_loader.js
/// looks there first.
const OPENED: &str = "yaolan-opened";

/// Where a list comes from.
pub enum Source {
    /// An address.
    At(String),
    /// What worker_loader.js has asked for.
    Asked(Asked),
}

/// A request that is under way.
pub struct Asked {
    /// What the opened dictionary is kept under.
    pub key: String,
    address: String,
    /// An answer that an earlier start has kept, undefined where there is none.
    kept: Promise,
    /// That answer or the server's.
    answer: Promise,
}

/// A list.
pub struct Loaded {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where it is served.
    pub address: String,
    /// Whether the bytes are those that an earlier start has [kept](keep).
    pub kept: bool,
}

/// Gets a list, with calls of `progress` (bytes that came, bytes in all).
pub async fn load(source: Source, progress: impl Fn(u32, Option<u32>)) -> Result<Loaded, JsValue> {
    let (address, answer) = match source {
        Source::Asked(Asked { address, kept, answer, .. }) => {
            if JsFuture::from(kept).await?.is_truthy() {
                let bytes = async { body(JsFuture::from(answer).await?.dyn_into()?).await };
                // what was kept may be gone by now
                if let Ok(bytes) = bytes.await {
                    return Ok(Loaded { bytes, address, kept: true });
                }
                let answer = global().fetch_with_str(&address);
                (address, answer)
            } else {
                (address, answer)
            }
        }
        Source::At(address) => {
            let answer = global().fetch_with_str(&address);
            (address, answer)
        }
    };
    let answer: Response = JsFuture::from(answer).await?.dyn_into()?;
    let bytes = inflate(read(answer, progress).await?).await?;
    Ok(Loaded { bytes, address, kept: false })
}

/// All of an answer.
async fn body(answer: Response) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(answer.array_buffer()?).await?).to_vec())
}

/// Keeps `bytes`, the dictionary as it stands in memory, under `key` for later starts; those of other versions are let go.
pub async fn keep(key: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let cache: Cache = JsFuture::from(global().caches()?.open(OPENED)).await?.unchecked_into();
    let bytes = Uint8Array::from(bytes);
    JsFuture::from(cache.put_with_str(key, &Response::new_with_opt_buffer_source(Some(&bytes))?)).await?;
    for request in JsFuture::from(cache.keys()).await?.unchecked_into::<Array>().iter() {
        let request: Request = request.dyn_into()?;
        if request.url() != key {
            JsFuture::from(cache.delete_with_request(&request)).await?;
        }
    }
    Ok(())
}

/// What worker_loader.js has asked for; only once, a second try asks anew.
pub fn asked_early() -> Option<Asked> {
    let (global, name) = (JsValue::from(global()), JsValue::from_str("dictionary"));
    let asked = Reflect::get(&global, &name).ok().filter(JsValue::is_object)?;
    let _ = Reflect::delete_property(global.unchecked_ref::<js_sys::Object>(), &name);
    let part = |name: &str| Reflect::get(&asked, &name.into()).ok();
    let promise = |name| part(name)?.dyn_into().ok();
    let (address, key) = (part("address")?.as_string()?, part("key")?.as_string()?);
    Some(Asked { key, address, kept: promise("kept")?, answer: promise("answer")? })
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
