//! Formats of files, told by their first bytes and, where those leave it open, by their name.

use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// A Word document (.docx).
    Word,
    /// An Excel workbook (.xlsx).
    Excel,
    /// A presentation.
    Slides,
    /// A zip archive.
    Zip,
    /// A Word document of before 2007.
    OldWord,
    /// An Excel workbook of before 2007.
    OldExcel,
    /// Rich Text Format.
    Rtf,
    /// A picture.
    Image,
    /// An archive of another kind than zip.
    Archive,
    /// A program.
    Program,
    /// Bytes that are no text.
    Binary,
}

impl Format {
    /// What bytes are that start like one of the well-known formats; a zip archive may be more than that.
    pub fn of_signature(bytes: &[u8]) -> Option<Self> {
        const SIGNATURES: &[(&[u8], Format)] = &[
            (b"%PDF-", Format::Pdf),
            (b"PK\x03\x04", Format::Zip),
            (b"PK\x05\x06", Format::Zip),
            (b"\xD0\xCF\x11\xE0", Format::OldWord),
            (b"{\\rtf", Format::Rtf),
            (b"\x89PNG", Format::Image),
            (b"\xFF\xD8\xFF", Format::Image),
            (b"GIF8", Format::Image),
            (b"BM", Format::Image),
            (b"II*\0", Format::Image),
            (b"MM\0*", Format::Image),
            (b"Rar!", Format::Archive),
            (b"7z\xBC\xAF", Format::Archive),
            (b"\x1F\x8B", Format::Archive),
            (b"\x7FELF", Format::Program),
            (b"MZ\x90", Format::Program),
            (b"\0asm", Format::Program),
        ];
        let found = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, format)| format)?;
        // Two letters are also how a text may begin: a picture has zeros behind them.
        let text = found == Format::Image && bytes.starts_with(b"BM") && !bytes.iter().take(64).any(|&byte| byte == 0);
        (!text).then_some(found)
    }

    /// The same with what the file is called.
    pub fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let found = Self::of_signature(bytes)?;
        let name = name.to_ascii_lowercase();
        Some(match found {
            Format::OldWord if [".xls", ".xlt", ".et"].iter().any(|end| name.ends_with(end)) => Format::OldExcel,
            // A locked .docx is wrapped in the container of old files.
            Format::OldWord if name.ends_with(".docx") => Format::Word,
            Format::OldWord if name.ends_with(".xlsx") => Format::Excel,
            Format::OldWord if name.ends_with(".ppt") => Format::Slides,
            found => found,
        })
    }

    /// What a zip archive of this name should be.
    pub fn of_zip_name(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        match name.rsplit_once('.').map_or("", |(_, end)| end) {
            "docx" | "docm" | "dotx" => Format::Word,
            "xlsx" | "xlsm" => Format::Excel,
            "pptx" => Format::Slides,
            _ => Format::Zip,
        }
    }

    /// The message that names it to people.
    pub const fn key(self) -> &'static str {
        match self {
            Format::Pdf => "file-kind-pdf",
            Format::Word | Format::OldWord => "file-kind-word",
            Format::Excel | Format::OldExcel => "file-kind-excel",
            Format::Slides => "file-kind-slides",
            Format::Zip | Format::Archive => "file-kind-archive",
            Format::Rtf => "file-kind-rtf",
            Format::Image => "file-kind-image",
            Format::Program => "file-kind-program",
            Format::Binary => "file-kind-binary",
        }
    }
}
