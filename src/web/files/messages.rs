//! What the page and the program for files say to each other.

use crate::Analysis;
use crate::export::Format;
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
        /// Absolute address of the script that takes PDFs apart.
        pdf: String,
    },
    /// Make a text of what was copied from a page.
    Paste {
        /// Number of the request.
        id: u32,
        /// What the document will be called.
        name: String,
        /// The markup.
        html: String,
    },
    /// Make a file of what was found.
    Export {
        /// What was found in which text.
        source: Box<Exported>,
        /// The form of the file.
        format: Format,
    },
    /// Make a table for the clipboard.
    Copy {
        /// Number of the request.
        id: u32,
        /// What was found in which text.
        source: Box<Exported>,
    },
}

/// What a file is made of.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Exported {
    /// What the document is called.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What was found; spans count bytes.
    pub analysis: Analysis,
    /// The table that alone is wanted.
    pub table: Option<String>,
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
    /// A file to be saved.
    File {
        /// What it is called.
        name: String,
        /// Its media type.
        media: String,
        /// Its content.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        bytes: Uint8Array,
    },
    /// A table for the clipboard.
    Copied {
        /// Number of the request.
        id: u32,
        /// As HTML.
        html: String,
        /// As lines of cells parted by tabs.
        text: String,
    },
    /// A file could not be made.
    NotMade {
        /// Why.
        reason: String,
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
