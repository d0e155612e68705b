//! Bytes to text: formats, encodings, limits, and what cannot be read at all.

mod archive;
mod bundle;
mod delimited;
mod docx;
pub mod encoding;
mod error;
mod format;
mod grid;
mod html;
mod markdown;
pub mod pdf;
mod xlsx;
mod xml;

use archive::Archive;
use serde::{Deserialize, Serialize};

pub use bundle::is_for_machines;
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

/// Reads a file, whatever its format; `encoding` is what the reader chose instead of the guess. An archive gives
/// an entry a file.
pub fn open(name: &str, bytes: &[u8], encoding: Option<&str>) -> Vec<Entry> {
    let one = |result| vec![Entry { name: name.to_owned(), result }];
    if bytes.len() > FILE_LIMIT {
        return one(Err(InputError::TooLarge(bytes.len())));
    }
    match Format::of(name, bytes) {
        _ if encoding.is_some() => one(text(name, bytes, encoding)),
        None => one(text(name, bytes, None)),
        Some(Format::Zip) => match packed(name, bytes) {
            Ok(entries) => entries,
            Err(error) => one(Err(error)),
        },
        // Old containers with the name of a new format: its content is encrypted.
        Some(format @ (Format::Word | Format::Excel)) => one(Err(InputError::Locked(format))),
        Some(format) => one(Err(InputError::Unsupported(format))),
    }
}

/// Reads a zip archive: a document of its own, or an archive of documents.
fn packed(name: &str, bytes: &[u8]) -> Result<Vec<Entry>, InputError> {
    let mut archive = Archive::open(bytes, Format::of_zip_name(name))?;
    let document = if archive.holds(docx::MAIN) {
        docx::read(&mut archive)
    } else if archive.holds(xlsx::MAIN) {
        xlsx::read(bytes, &mut archive)
    } else if archive.holds("ppt/presentation.xml") {
        Err(InputError::Unsupported(Format::Slides))
    } else if Format::of_zip_name(name) != Format::Zip {
        Err(InputError::Damaged(Format::of_zip_name(name)))
    } else {
        return bundle::read(&mut archive);
    };
    Ok(vec![Entry { name: name.to_owned(), result: document.and_then(plain) }])
}

/// A text whose format leaves no question of its encoding.
fn plain(text: String) -> Result<Opened, InputError> {
    check(&text)?;
    Ok(Opened { text, encoding: None, guessed: false })
}

/// The text of the pages of a PDF, as [`pdf::read`] gives it.
///
/// # Errors
/// [`InputError`] says why not.
pub fn open_pdf(pages: &[pdf::Page]) -> Result<Opened, InputError> {
    pdf::read(pages).and_then(plain)
}

/// Reads a file of text: plain, Markdown, a page or a table of values.
fn text(name: &str, bytes: &[u8], encoding: Option<&str>) -> Result<Opened, InputError> {
    let name = name.to_ascii_lowercase();
    let named = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    let page = named(&[".html", ".htm", ".xhtml", ".shtml"]);
    let decoded = match encoding {
        Some(label) => encoding::decode_as(bytes, label)?,
        None if page => html::decode(bytes)?,
        None => decode(bytes)?,
    };
    let text = if page || html::is_page(&decoded.text) {
        html::read(&decoded.text)
    } else if named(&[".md", ".markdown"]) {
        markdown::read(&decoded.text)
    } else if named(&[".csv", ".tsv"]) {
        delimited::read(&decoded.text)
    } else {
        decoded.text
    };
    check(&text)?;
    Ok(Opened { text, encoding: Some(decoded.encoding.to_uppercase()), guessed: decoded.guessed })
}

/// The text of a piece of a web page, as the clipboard holds it.
///
/// # Errors
/// [`InputError`] says why not.
pub fn paste(html: &str) -> Result<Opened, InputError> {
    plain(html::read_fragment(html))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn only(name: &str, bytes: &[u8]) -> Result<Opened, InputError> {
        let mut entries = open(name, bytes, None);
        assert_eq!(entries.len(), 1);
        entries.remove(0).result
    }

    #[test]
    fn the_name_and_the_content_choose_the_reader() {
        for (name, content, text) in [
            ("甲.txt", "# 一、标题", "# 一、标题"),
            ("甲.md", "# 一、标题", "一、标题"),
            ("甲.csv", "指标,值\n粮食,12.5", "指标\t值\n粮食\t12.5"),
            ("甲.html", "<p>正文<p>二段", "正文\n二段"),
            ("甲.txt", "<!DOCTYPE html><html><body><p>正文</body></html>", "正文"),
        ] {
            assert_eq!(only(name, content.as_bytes()).unwrap().text, text, "{name}");
        }
    }

    #[test]
    fn an_archive_gives_its_documents_and_says_what_it_does_not_read() {
        let inner = zip(&[("word/document.xml", "<d><p><t>内文</t></p></d>".as_bytes())]);
        let bytes = zip(&[
            ("甲.txt", "甲文".as_bytes()),
            ("文件夹/", b""),
            ("文件夹/乙.docx", &inner),
            ("__MACOSX/._甲.txt", b"x"),
            ("夹/desktop.ini", b"x"),
            ("图.png", b"\x89PNG\r\n"),
        ]);
        let entries = open("全部.zip", &bytes, None);
        let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["甲.txt", "文件夹/乙.docx", "图.png"]);
        assert_eq!(entries[1].result.as_ref().unwrap().text, "内文");
        assert_eq!(entries[2].result, Err(InputError::Unsupported(Format::Image)));
        // An archive in an archive is not gone into.
        let nested = zip(&[("内.zip", &bytes)]);
        assert_eq!(open("外.zip", &nested, None)[0].result, Err(InputError::Unsupported(Format::Archive)));
    }

    #[test]
    fn formats_that_are_not_read_are_named() {
        for (name, bytes, format) in [
            ("a.doc", &b"\xD0\xCF\x11\xE0rest"[..], Format::OldWord),
            ("a.xls", b"\xD0\xCF\x11\xE0rest", Format::OldExcel),
            ("a.rtf", b"{\\rtf1 x}", Format::Rtf),
            ("a.png", b"\x89PNG\r\n", Format::Image),
            ("a.rar", b"Rar!\x1a", Format::Archive),
        ] {
            assert_eq!(only(name, bytes), Err(InputError::Unsupported(format)), "{name}");
        }
        assert_eq!(only("a.docx", b"\xD0\xCF\x11\xE0rest"), Err(InputError::Locked(Format::Word)));
        assert_eq!(only("a.docx", b"PK\x03\x04whatever"), Err(InputError::Damaged(Format::Word)));
        assert_eq!(only("a.xlsx", &zip(&[("x", b"y")])), Err(InputError::Damaged(Format::Excel)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_bytes_under_any_name_are_read_or_refused(
            bytes in proptest::collection::vec(any::<u8>(), 0..600),
            end in proptest::sample::select(vec!["txt", "md", "html", "csv", "docx", "xlsx", "zip"]),
            zipped in any::<bool>(),
        ) {
            let bytes = if zipped { zip(&[("word/document.xml", &bytes), ("xl/workbook.xml", &bytes)]) } else { bytes };
            let entries = open(&format!("a.{end}"), &bytes, None);
            prop_assert!(!entries.is_empty());
        }

        #[test]
        fn any_markup_is_read(text in "[<>a-z/&;#|`*_\\-\" \n0-9一指标]{0,300}") {
            for end in ["md", "html", "csv"] {
                let _ = open(&format!("a.{end}"), text.as_bytes(), None);
            }
            let xml = zip(&[("word/document.xml", format!("<w:p>{text}</w:p>").as_bytes())]);
            let _ = open("a.docx", &xml, None);
        }
    }
}
