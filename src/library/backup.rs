//! Everything that is kept, in one file: JSON lines, packed with gzip by whoever writes it.
//!
//! The first line says what the file is, the last one how much it holds, so that a file that was cut is told from
//! a whole one. Results are not in it: the analyzer gives the same again.

use super::entry::Entry;
use crate::input;
use crate::locale::Message;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the first line calls the file.
const FORMAT: &str = "yaolan-backup";

/// The form that is written.
const VERSION: u32 = 1;

/// The longest line: the largest text with every character escaped, and its record.
const LINE: usize = 6 * input::LIMIT + (1 << 20);

/// A line of a backup.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Line {
    /// What the file is; the first line.
    Head {
        /// [`FORMAT`].
        format: String,
        /// Of this form.
        version: u32,
    },
    /// The reader's choices for the page, by name, as JSON.
    Settings(BTreeMap<String, String>),
    /// The reader's lexicon as its own file.
    Lexicon(String),
    /// A document with its tags and corrections.
    Document {
        /// The record.
        entry: Box<Entry>,
        /// The text.
        text: String,
    },
    /// The last line.
    End {
        /// Documents in the file.
        documents: usize,
    },
}

impl Line {
    /// The first line.
    pub fn head() -> Self {
        Line::Head { format: FORMAT.to_owned(), version: VERSION }
    }

    /// The line as it is written, with its end.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn write(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// Why a backup is not read, or not to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupError {
    /// It is something else.
    Foreign,
    /// A later version of the page made it.
    Newer(u32),
    /// It was changed on its way, or cannot be unpacked.
    Damaged,
    /// It was cut.
    Cut,
}

impl BackupError {
    /// The message for a reader of the page.
    pub fn message(self) -> Message {
        Message::new(match self {
            BackupError::Foreign => "backup-foreign",
            BackupError::Newer(_) => "backup-newer",
            BackupError::Damaged => "backup-damaged",
            BackupError::Cut => "backup-cut",
        })
    }
}

/// Reads a backup piece by piece, holding no more than a line of it.
#[derive(Debug, Default)]
pub struct Reader {
    rest: Vec<u8>,
    begun: bool,
    documents: usize,
    ended: bool,
}

impl Reader {
    /// Takes the next bytes; `visit` gets every line that they complete, except the first and the last one.
    ///
    /// # Errors
    /// [`BackupError`] says what is wrong with the file; the lines before that were visited.
    pub fn push(&mut self, bytes: &[u8], mut visit: impl FnMut(Line)) -> Result<(), BackupError> {
        let mut bytes = bytes;
        while let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
            self.rest.extend(&bytes[..end]);
            bytes = &bytes[end + 1..];
            let line = std::mem::take(&mut self.rest);
            self.line(&line, &mut visit)?;
        }
        self.rest.extend(bytes);
        if self.rest.len() > LINE { Err(self.wrong()) } else { Ok(()) }
    }

    /// The bytes have come to their end: tells whether that is the file's.
    ///
    /// # Errors
    /// [`BackupError::Cut`] or [`BackupError::Foreign`].
    pub fn finish(&self) -> Result<(), BackupError> {
        match (self.ended, self.begun) {
            (true, _) => Ok(()),
            (false, true) => Err(BackupError::Cut),
            (false, false) => Err(BackupError::Foreign),
        }
    }

    /// Documents that were read.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// What is wrong where bytes are not what they should be.
    pub fn wrong(&self) -> BackupError {
        if self.begun { BackupError::Damaged } else { BackupError::Foreign }
    }

    fn line(&mut self, line: &[u8], visit: &mut impl FnMut(Line)) -> Result<(), BackupError> {
        if self.ended {
            return Err(BackupError::Damaged);
        }
        if !self.begun {
            return self.first(line);
        }
        match serde_json::from_slice(line).map_err(|_| BackupError::Damaged)? {
            Line::Head { .. } => Err(BackupError::Damaged),
            Line::End { documents } if documents == self.documents => {
                self.ended = true;
                Ok(())
            }
            Line::End { .. } => Err(BackupError::Damaged),
            Line::Document { entry, text } => {
                let sound = entry.size == text.len() && !entry.key.is_empty() && !entry.stamp.is_empty();
                if !sound || text.len() > input::LIMIT {
                    return Err(BackupError::Damaged);
                }
                self.documents += 1;
                visit(Line::Document { entry, text });
                Ok(())
            }
            other @ (Line::Settings(_) | Line::Lexicon(_)) => {
                visit(other);
                Ok(())
            }
        }
    }

    fn first(&mut self, line: &[u8]) -> Result<(), BackupError> {
        match serde_json::from_slice(line) {
            Ok(Line::Head { format, version }) if format == FORMAT => {
                if version > VERSION {
                    return Err(BackupError::Newer(version));
                }
                self.begun = true;
                Ok(())
            }
            _ => Err(BackupError::Foreign),
        }
    }
}

/// What becomes of a document of a backup.
#[derive(Debug, Clone, PartialEq)]
pub enum Merged {
    /// It is not there: it comes as it is.
    New(Entry),
    /// This very state is there: its record with what the backup knows besides.
    There(Entry),
    /// Another state of it is there: both are kept.
    Beside,
}

/// What becomes of `entry`, where `same` is the record of its very state, in whichever document, and `key` the record
/// of its document.
pub fn merge(entry: &Entry, same: Option<&Entry>, key: Option<&Entry>) -> Merged {
    if let Some(same) = same {
        let mut union = same.clone();
        union.tags.extend(entry.tags.iter().filter(|tag| !same.tags.contains(tag)).cloned());
        if !same.named && entry.named {
            union.named = true;
            union.name.clone_from(&entry.name);
        }
        // What is brought back is wanted.
        union.deleted = same.deleted.and(entry.deleted);
        return Merged::There(union);
    }
    match key {
        None => Merged::New(entry.clone()),
        Some(_) => Merged::Beside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(key: &str, stamp: &str, tags: &[&str]) -> Entry {
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        Entry { key: key.into(), stamp: stamp.into(), tags, ..Entry::default() }
    }

    fn document(key: &str, text: &str) -> Line {
        let entry = Entry { size: text.len(), ..entry(key, "s", &["年报"]) };
        Line::Document { entry: Box::new(entry), text: text.to_owned() }
    }

    fn body() -> Vec<Line> {
        let settings = BTreeMap::from([("yaolan.scheme".to_owned(), "\"dark\"".to_owned())]);
        vec![
            Line::Settings(settings),
            Line::Lexicon("澜州论坛\tevent\n".to_owned()),
            document("a", "第一行\n第二行\u{2028}"),
            document("b", "𠮷"),
        ]
    }

    fn file() -> Vec<u8> {
        let mut lines = vec![Line::head()];
        lines.extend(body());
        lines.push(Line::End { documents: 2 });
        lines.iter().flat_map(|line| line.write().unwrap()).collect()
    }

    fn read(bytes: &[u8], piece: usize) -> (Vec<Line>, Result<(), BackupError>) {
        let (mut reader, mut lines) = (Reader::default(), Vec::new());
        for bytes in bytes.chunks(piece) {
            if let Err(error) = reader.push(bytes, |line| lines.push(line)) {
                return (lines, Err(error));
            }
        }
        (lines, reader.finish())
    }

    #[test]
    fn what_is_written_is_read_again() {
        for piece in [1, 7, 1 << 20] {
            assert_eq!(read(&file(), piece), (body(), Ok(())));
        }
    }

    #[test]
    fn other_files_are_told() {
        let head = |version: u32| format!("{{\"head\":{{\"format\":\"yaolan-backup\",\"version\":{version}}}}}\n");
        for (bytes, error) in [
            (String::new(), BackupError::Foreign),
            ("要闻\n".to_owned(), BackupError::Foreign),
            (r#"{"head":{"format":"other","version":1}}"#.to_owned() + "\n", BackupError::Foreign),
            (head(2), BackupError::Newer(2)),
            (head(1), BackupError::Cut),
            (head(1) + "{}\n", BackupError::Damaged),
            (head(1) + &head(1), BackupError::Damaged),
            (head(1) + "{\"end\":{\"documents\":1}}\n", BackupError::Damaged),
            (
                head(1) + "{\"document\":{\"entry\":{\"key\":\"a\",\"stamp\":\"b\",\"size\":9},\"text\":\"短\"}}\n",
                BackupError::Damaged,
            ),
        ] {
            assert_eq!(read(bytes.as_bytes(), 64).1, Err(error), "{bytes}");
        }
    }

    #[test]
    fn nothing_is_overwritten() {
        let new = entry("k", "1", &["甲"]);
        assert_eq!(merge(&new, None, None), Merged::New(new.clone()));
        assert_eq!(merge(&new, None, Some(&entry("k", "2", &[]))), Merged::Beside);
        let there = Entry { deleted: Some(1.0), ..entry("k", "1", &["乙"]) };
        assert_eq!(merge(&new, Some(&there), Some(&there)), Merged::There(entry("k", "1", &["乙", "甲"])));
    }

    proptest! {
        #[test]
        fn a_file_that_was_cut_is_never_whole(at in 0usize..10_000) {
            let whole = file();
            let cut = &whole[..at % (whole.len() - 1)];
            prop_assert!(read(cut, 50).1.is_err());
        }

        #[test]
        fn other_bytes_never_panic(at in 0usize..10_000, byte: u8) {
            let mut bytes = file();
            let at = at % bytes.len();
            bytes[at] = byte;
            let _ = read(&bytes, 50);
        }
    }
}
