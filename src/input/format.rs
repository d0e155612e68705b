//! Formats of files, told by their first bytes.

use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// A zip archive, perhaps a Word or Excel file.
    Zip,
    /// A Word or Excel file of before 2007.
    Old,
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
    /// What bytes are that start like one of the well-known formats.
    pub fn of_signature(bytes: &[u8]) -> Option<Self> {
        const SIGNATURES: &[(&[u8], Format)] = &[
            (b"%PDF-", Format::Pdf),
            (b"PK\x03\x04", Format::Zip),
            (b"PK\x05\x06", Format::Zip),
            (b"\xD0\xCF\x11\xE0", Format::Old),
            (b"{\\rtf", Format::Rtf),
            (b"\x89PNG", Format::Image),
            (b"\xFF\xD8\xFF", Format::Image),
            (b"GIF8", Format::Image),
            (b"Rar!", Format::Archive),
            (b"7z\xBC\xAF", Format::Archive),
            (b"\x1F\x8B", Format::Archive),
            (b"\x7FELF", Format::Program),
            (b"MZ\x90", Format::Program),
            (b"\0asm", Format::Program),
        ];
        SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, format)| format)
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Format::Pdf => " PDF 文件",
            Format::Zip => "压缩包或 Word／Excel 文件",
            Format::Old => "旧版 Word／Excel 文件",
            Format::Rtf => " RTF 文件",
            Format::Image => "图片",
            Format::Archive => "压缩包",
            Format::Program => "程序文件",
            Format::Binary => "二进制文件",
        }
    }

    /// The message that names it to a reader of the page.
    pub const fn key(self) -> &'static str {
        match self {
            Format::Pdf => "file-kind-pdf",
            Format::Zip => "file-kind-zip",
            Format::Old => "file-kind-old",
            Format::Rtf => "file-kind-rtf",
            Format::Image => "file-kind-image",
            Format::Archive => "file-kind-archive",
            Format::Program => "file-kind-program",
            Format::Binary => "file-kind-binary",
        }
    }
}
