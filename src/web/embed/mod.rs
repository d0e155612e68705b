//! What the npm package and the embedded views call: text in, JSON out, refusals with a code.
//!
//! The scripts beside this file are the package; `build.mjs` puts it together.

use crate::{Analyzer, Offsets, Options, export};
use js_sys::{Error, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// The longest text, in bytes of UTF-8: what is larger would not fit the memory that a worker gets.
const LIMIT: usize = 16 * 1024 * 1024;

thread_local! {
    static LAST_WORDS: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Why a call was refused.
#[derive(Debug)]
pub struct Refusal {
    code: &'static str,
    message: String,
}

impl Refusal {
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

impl From<Refusal> for JsValue {
    fn from(refusal: Refusal) -> Self {
        let error = Error::new(&refusal.message);
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&error, &"code".into(), &refusal.code.into());
        error.into()
    }
}

/// The analyzer with its lists.
pub struct Engine(Analyzer);

impl Engine {
    /// Builds the analyzer from the inflated lists.
    ///
    /// # Errors
    /// [`Refusal`] where the bytes are not such lists.
    pub fn new(dictionary: &[u8], townships: Option<&[u8]>) -> Result<Self, Refusal> {
        std::panic::set_hook(Box::new(|panic| {
            // The place alone: a panic's message may quote the text.
            let place = panic.location().map(ToString::to_string);
            LAST_WORDS.with(|words| {
                if let Ok(mut words) = words.try_borrow_mut() {
                    *words = place;
                }
            });
        }));
        let mut analyzer =
            Analyzer::with_dictionary(dictionary).map_err(|error| Refusal::new("bad-assets", error.to_string()))?;
        if let Some(list) = townships {
            analyzer.add_townships(list).map_err(|error| Refusal::new("bad-assets", error.to_string()))?;
        }
        Ok(Self(analyzer))
    }

    /// The Analysis of `text` as JSON, the same bytes as the command line prints for one document a line.
    ///
    /// # Errors
    /// [`Refusal`] where an option has no such value or the text is too large.
    pub fn analyze(&self, text: &str, date: Option<&str>, offsets: &str) -> Result<String, Refusal> {
        if text.len() > LIMIT {
            let message = format!("the text has {} bytes, the limit is {LIMIT}", text.len());
            return Err(Refusal::new("too-large", message));
        }
        let options = Options { date: date.map(day).transpose()?, offsets: counting(offsets)? };
        export::json::line(&self.0.analyze(text, &options)).map_err(|error| Refusal::new("crashed", error.to_string()))
    }
}

/// Where the last panic happened.
pub fn last_words() -> Option<String> {
    LAST_WORDS.with(|words| words.try_borrow().ok()?.clone())
}

fn day(date: &str) -> Result<jiff::civil::Date, Refusal> {
    crate::day::day(date)
        .ok_or_else(|| Refusal::new("invalid-date", format!("{date:?} is not a day such as 2023-01-31")))
}

fn counting(offsets: &str) -> Result<Offsets, Refusal> {
    match offsets {
        "utf16" => Ok(Offsets::Utf16),
        "codepoint" => Ok(Offsets::Codepoint),
        "byte" => Ok(Offsets::Byte),
        other => Err(Refusal::new("invalid-offsets", format!("{other:?} is none of utf16, codepoint, byte"))),
    }
}
