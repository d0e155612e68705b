//! What the page and the program for files say to each other.

use crate::input::Entry;
use crate::web::messages::Protocol;
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Request {
    /// Make texts of the bytes of a file.
    Read {
        /// Number of the request.
        id: u32,
        /// Name of the file.
        name: String,
        /// Its content.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        bytes: Uint8Array,
        /// The encoding that the reader chose instead of the guess.
        encoding: Option<String>,
    },
}

/// What the program answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Response {
    /// A file was read, or could not be.
    Read {
        /// Number of the request.
        id: u32,
        /// What was in it: one text mostly, several in an archive.
        entries: Vec<Entry>,
    },
    /// The program cannot go on and closes itself.
    Crashed {
        /// What it said last.
        reason: String,
    },
}

/// What is spoken with the program for files.
pub struct Filing;

impl Protocol for Filing {
    type Request = Request;
    type Response = Response;

    fn crashed(reason: String) -> Response {
        Response::Crashed { reason }
    }
}
