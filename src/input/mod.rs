//! Bytes to text: formats, encodings, limits, and what cannot be read at all.

pub mod encoding;
mod error;
mod format;

use serde::{Deserialize, Serialize};

pub use encoding::{CHOICES, Decoded, decode};
pub use error::InputError;
pub use format::Format;

/// A text out of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The text.
    pub text: String,
    /// The encoding it was in, where the format leaves that open.
    pub encoding: Option<String>,
    /// Whether the encoding was guessed: neither marked nor proven nor chosen.
    pub guessed: bool,
}

/// What became of a file, or of one file of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name; inside an archive with the path.
    pub name: String,
    /// Its text, or why there is none.
    pub result: Result<Opened, InputError>,
}

/// The largest file that is opened, whatever its format.
pub const FILE_LIMIT: usize = 64 * 1024 * 1024;

/// The largest text that is read: 2 MB in UTF-8, about 700,000 characters.
pub const LIMIT: usize = 2 * 1024 * 1024;

/// Reads a file, whatever its format; `encoding` is what the reader chose instead of the guess.
pub fn open(name: &str, bytes: &[u8], encoding: Option<&str>) -> Vec<Entry> {
    let decoded = match encoding {
        Some(label) => encoding::decode_as(bytes, label),
        None => decode(bytes),
    };
    let result = decoded.map(|decoded| Opened {
        text: decoded.text,
        encoding: Some(decoded.encoding.to_uppercase()),
        guessed: decoded.guessed,
    });
    vec![Entry { name: name.to_owned(), result }]
}

/// Checks a text that is already decoded (pasted, typed).
///
/// # Errors
/// [`InputError::Empty`] and [`InputError::TooLarge`].
pub fn check(text: &str) -> Result<(), InputError> {
    if text.len() > LIMIT {
        return Err(InputError::TooLarge(text.len()));
    }
    if text.chars().all(|char| char.is_whitespace() || char.is_control() || char == '\u{feff}') {
        return Err(InputError::Empty);
    }
    Ok(())
}
