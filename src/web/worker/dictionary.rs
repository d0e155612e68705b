//! The dictionary and other lists: fetched with progress, kept in the browser's cache, inflated by the browser.

use super::global;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, Response};

/// The cache that holds the dictionary as it was fetched.
const CACHE: &str = "yaolan-data";

/// Gzip data starts so; a server that inflates by itself delivers plain text.
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// Gets the dictionary at `address`: from the cache, or over the network with calls of `progress` (bytes that
/// came, bytes in all).
pub async fn load(address: &str, progress: impl Fn(u32, Option<u32>)) -> Result<Vec<u8>, JsValue> {
    let cache = open_cache().await;
    if let Some(cache) = &cache
        && let Some(bytes) = cached(cache, address).await
        && let Ok(plain) = inflate(bytes).await
    {
        return Ok(plain);
    }
    let bytes = fetch(address, progress).await?;
    let plain = inflate(bytes.clone()).await?;
    if let Some(cache) = &cache {
        // Keeping it is a convenience: a full or forbidden store must not stop the analysis.
        let _ = keep(cache, address, bytes).await;
    }
    Ok(plain)
}

/// What an error says, for people.
pub fn reason(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_else(|| "unknown error".to_owned())
}

/// The cache; `None` where the browser has none (no secure context, private mode).
async fn open_cache() -> Option<Cache> {
    let caches = Reflect::get(&global(), &"caches".into()).ok().filter(JsValue::is_object)?;
    let caches: web_sys::CacheStorage = caches.unchecked_into();
    JsFuture::from(caches.open(CACHE)).await.ok().map(JsCast::unchecked_into)
}

async fn cached(cache: &Cache, address: &str) -> Option<Vec<u8>> {
    let hit = JsFuture::from(cache.match_with_str(address)).await.ok()?;
    let response: Response = hit.dyn_into().ok()?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The address without the hash that the build puts into the name: `…/dictionary-0a1b2c.bin` → `…/dictionary`.
fn stem(address: &str) -> &str {
    let end = address.rfind('/').map_or(0, |slash| slash + 1);
    let name = address[end..].find(['-', '.']).map_or(address.len(), |dash| end + dash);
    &address[..name]
}

/// Puts `bytes` into the cache in place of every earlier version of the same file.
async fn keep(cache: &Cache, address: &str, bytes: Vec<u8>) -> Result<(), JsValue> {
    let keys: Array = JsFuture::from(cache.keys()).await?.unchecked_into();
    for key in keys.iter() {
        let old: web_sys::Request = key.unchecked_into();
        if stem(&old.url()) == stem(address) {
            JsFuture::from(cache.delete_with_request(&old)).await?;
        }
    }
    let mut bytes = bytes;
    let response = Response::new_with_opt_u8_array(Some(&mut bytes))?;
    JsFuture::from(cache.put_with_str(address, &response)).await?;
    Ok(())
}

async fn fetch(address: &str, progress: impl Fn(u32, Option<u32>)) -> Result<Vec<u8>, JsValue> {
    let response: Response = JsFuture::from(global().fetch_with_str(address)).await?.unchecked_into();
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
