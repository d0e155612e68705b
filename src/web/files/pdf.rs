//! PDFs are taken apart by PDF.js, in a worker that lives as long as one file.

use crate::input::pdf::Page;
use crate::input::{self, Format, InputError, Opened};
use js_sys::{Promise, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What `pdf_reader.js` says.
#[derive(Debug, Deserialize)]
enum Answer {
    /// It runs and waits for the file.
    Ready,
    Pages(Vec<Page>),
    Locked,
    Damaged,
}

/// Reads a PDF with the script at `address`.
pub async fn read(address: String, bytes: Uint8Array) -> Result<Opened, InputError> {
    let damaged = InputError::Damaged(Format::Pdf);
    let answer = JsFuture::from(ask(&address, &bytes)).await.map_err(|_| damaged.clone())?;
    match serde_wasm_bindgen::from_value(answer) {
        Ok(Answer::Pages(pages)) => input::open_pdf(&pages),
        Ok(Answer::Locked) => Err(InputError::Locked(Format::Pdf)),
        Ok(Answer::Ready | Answer::Damaged) | Err(_) => Err(damaged),
    }
}

/// Starts the worker, hands it the file, gives its answer and ends it.
fn ask(address: &str, bytes: &Uint8Array) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = match Worker::new_with_options(address, &options) {
            Ok(worker) => worker,
            Err(error) => {
                // A promise that was rejected once cannot be again: nothing more to do here.
                let _ = reject.call1(&JsValue::UNDEFINED, &error);
                return;
            }
        };
        let (source, bytes) = (worker.clone(), bytes.clone());
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            match serde_wasm_bindgen::from_value(data.clone()) {
                Ok(Answer::Ready) if source.post_message(&bytes).is_ok() => return,
                Ok(_) => source.terminate(),
                // PDF.js has words of its own for its own pages.
                Err(_) => return,
            }
            let _ = resolve.call1(&JsValue::UNDEFINED, &data);
        });
        let source = worker.clone();
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            source.terminate();
            let _ = reject.call1(&JsValue::UNDEFINED, &JsValue::UNDEFINED);
        });
        worker.set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
        worker.set_onerror(Some(on_error.into_js_value().unchecked_ref()));
    })
}
