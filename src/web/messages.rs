//! What the page and the worker say to each other.

use crate::Analysis;
use crate::correct::Correction;
use crate::library::entry::Digest;
use gloo_worker::Codec;
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use std::marker::PhantomData;
use wasm_bindgen::JsValue;

/// What the page asks for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Request {
    /// Fetch the dictionary and build the analyzer; fetch what can wait after that.
    Prepare {
        /// Absolute address of the dictionary.
        dictionary: String,
        /// Absolute address of the list of townships.
        townships: Option<String>,
    },
    /// Analyse a text; supersedes what was asked before for the same document.
    Analyze {
        /// Number of the request.
        id: u32,
        /// Number of the document.
        document: u32,
        /// The text.
        text: String,
        /// The date that the reader set, ISO 8601.
        date: Option<String>,
    },
    /// Take these names for the reader's lexicon, in place of what was taught before.
    Teach {
        /// Its entries.
        lexicon: Vec<crate::taught::Entry>,
    },
    /// Analyse a text for the library, at once; only where the analyzer is ready.
    Digest {
        /// Number of the request.
        id: u32,
        /// The text.
        text: String,
        /// The date that the reader set, ISO 8601.
        date: Option<String>,
        /// What the reader has corrected.
        corrections: Vec<Correction>,
    },
    /// Forget a request that has not started.
    Cancel {
        /// Number of the request.
        id: u32,
    },
}

/// What the worker answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Response {
    /// The dictionary is on its way.
    Loading {
        /// Bytes that came.
        loaded: u32,
        /// Bytes in all, as far as the server says.
        total: Option<u32>,
    },
    /// The dictionary is here; the analyzer is being built.
    Building,
    /// The analyzer is ready.
    Ready,
    /// The analyzer knows the townships now: texts that were analysed before may give more.
    Enriched,
    /// The dictionary could not be had.
    NoDictionary {
        /// Why.
        reason: String,
    },
    /// A request has come and waits for its turn.
    Reading {
        /// Number of the request.
        id: u32,
    },
    /// A request is being worked on.
    Analyzing {
        /// Number of the request.
        id: u32,
    },
    /// A request is done.
    Done {
        /// Number of the request.
        id: u32,
        /// What was found; spans count bytes.
        analysis: Carried<Analysis>,
        /// How long it took.
        milliseconds: u32,
    },
    /// What the library keeps of a document, ready to be put away.
    Digested {
        /// Number of the request.
        id: u32,
        /// What the list shows.
        digest: Digest,
        /// The Analysis as JSON; spans count bytes.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        analysis: Uint8Array,
        /// Which words it may hold.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        filter: Uint8Array,
        /// Its rows as they are searched, as JSON.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        lines: Uint8Array,
    },
    /// A request was superseded or cancelled.
    Dropped {
        /// Number of the request.
        id: u32,
    },
    /// The worker cannot go on and closes itself.
    Crashed {
        /// What it said last.
        reason: String,
    },
}

/// Something large on its way: one text of JSON. Thousands of small JavaScript objects would take the browser far
/// longer to build, to copy and to take apart again.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Carried<T> {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    json: Uint8Array,
    #[serde(skip)]
    content: PhantomData<T>,
}

impl<T: Serialize + for<'de> Deserialize<'de>> Carried<T> {
    /// Packs `content`.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn pack(content: &T) -> serde_json::Result<Self> {
        let json = Uint8Array::from(crate::export::json::bytes(content)?.as_slice());
        Ok(Self { json, content: PhantomData })
    }

    /// Unpacks what was packed.
    ///
    /// # Errors
    /// Where it is no such thing.
    pub fn unpack(&self) -> serde_json::Result<T> {
        serde_json::from_slice(&self.json.to_vec())
    }
}

/// What is spoken with a worker.
pub trait Protocol: 'static {
    /// What the page asks.
    type Request: Serialize + for<'de> Deserialize<'de> + 'static;
    /// What the worker answers.
    type Response: Serialize + for<'de> Deserialize<'de> + 'static;

    /// What the page is told of a worker whose script cannot be loaded or that has died.
    fn crashed(reason: String) -> Self::Response;
}

/// What is spoken with the worker that holds the analyzer.
pub struct Analyzing;

impl Protocol for Analyzing {
    type Request = Request;
    type Response = Response;

    fn crashed(reason: String) -> Response {
        Response::Crashed { reason }
    }
}

/// Messages as plain JavaScript objects. What is wrong with one that is none stays unsaid: it may quote the document.
pub struct Objects;

impl Codec for Objects {
    fn encode<I: Serialize>(input: I) -> JsValue {
        serde_wasm_bindgen::to_value(&input).unwrap_or_else(|_| panic!("a message that cannot be written"))
    }

    fn decode<O: for<'de> Deserialize<'de>>(input: JsValue) -> O {
        serde_wasm_bindgen::from_value(input).unwrap_or_else(|_| panic!("a message that cannot be read"))
    }
}
