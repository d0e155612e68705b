//! The analyzer as WebAssembly: the page's worker, and what the npm package calls; built for wasm32 by trunk.
//!
//! Exports stand here and not in the library, or the page's app would carry the analyzer too.

#[cfg(target_arch = "wasm32")]
mod boundary {
    use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
    use yaolan::web::{embed, worker};

    /// Serves the page from this worker.
    #[wasm_bindgen]
    pub fn serve() {
        worker::main();
    }

    /// The analyzer behind the package's `createAnalyzer`.
    #[wasm_bindgen]
    pub struct Engine(embed::Engine);

    #[wasm_bindgen]
    impl Engine {
        /// Takes the inflated dictionary and the inflated list of townships.
        #[wasm_bindgen(constructor)]
        pub fn new(dictionary: &[u8], townships: Option<Vec<u8>>) -> Result<Self, JsValue> {
            Ok(Self(embed::Engine::new(dictionary, townships.as_deref())?))
        }

        /// The Analysis of `text` as JSON.
        pub fn analyze(&self, text: &str, date: Option<String>, offsets: &str) -> Result<String, JsValue> {
            Ok(self.0.analyze(text, date.as_deref(), offsets)?)
        }
    }

    /// Where the analyzer stopped, after a call that ended in a trap.
    #[wasm_bindgen(js_name = lastWords)]
    pub fn last_words() -> Option<String> {
        embed::last_words()
    }
}

fn main() {}
