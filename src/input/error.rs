//! Why bytes are not read as a text.

use super::Format;
use crate::locale::Message;
use serde::{Deserialize, Serialize};

/// Why bytes are not read as a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum InputError {
    /// Nothing, or nothing but blanks.
    Empty,
    /// Larger than what is read of its kind; its size in bytes.
    TooLarge(usize),
    /// A format that is not read.
    Unsupported(Format),
    /// No encoding fits.
    Undecodable,
    /// A file of this format that is broken or cut short.
    Damaged(Format),
    /// Its content is encrypted: a password would be needed.
    Locked(Format),
    /// Unpacked, it is larger than any document: perhaps made to do harm.
    Bomb,
    /// More text than is read at once.
    TooMuch,
    /// A PDF of pictures: no text layer.
    Scanned,
    /// A PDF whose fonts do not say which characters they show.
    Garbled,
}

impl std::fmt::Display for InputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().text())
    }
}

impl std::error::Error for InputError {}

impl InputError {
    /// The message for people, in whichever language is set.
    pub fn message(&self) -> Message {
        let of = |key, format: &Format| Message::new(key).with("what", Message::new(format.key()));
        match self {
            InputError::Empty => Message::new("input-empty"),
            InputError::TooLarge(size) => {
                Message::new("input-too-large").with("size", format!("{:.1}", *size as f64 / 1_048_576.0))
            }
            InputError::Unsupported(format) => Message::new(match format {
                Format::OldWord => "input-old-word",
                Format::OldExcel => "input-old-excel",
                Format::Rtf => "input-rtf",
                Format::Image => "input-image",
                Format::Slides => "input-slides",
                Format::Archive | Format::Zip => "input-archive",
                Format::Program => "input-program",
                Format::Pdf => "input-pdf",
                Format::Word | Format::Excel | Format::Binary => "input-binary",
            }),
            InputError::Undecodable => Message::new("input-undecodable"),
            InputError::Damaged(format) => of("input-damaged", format),
            InputError::Locked(format) => of("input-locked", format),
            InputError::Bomb => Message::new("input-bomb"),
            InputError::TooMuch => Message::new("input-too-much"),
            InputError::Scanned => Message::new("input-scanned"),
            InputError::Garbled => Message::new("input-garbled"),
        }
    }
}
