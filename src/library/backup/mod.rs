//! Everything that is kept, in one file: JSON lines, packed with gzip by whoever writes it.
//!
//! The first line says what the file is, the last one how much it holds, so that a file that was cut is told from
//! a whole one. Results are not in it: the analyzer gives the same again.

mod merge;
mod reader;

use super::entry::Entry;
pub use merge::{Merged, merge};
pub use reader::{BackupError, Reader};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the first line calls the file.
const FORMAT: &str = "yaolan-backup";

/// The form that is written.
const VERSION: u32 = 1;

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn document(key: &str, text: &str) -> Line {
        let (key, stamp, tags) = (key.into(), "s".into(), vec!["年报".to_owned()]);
        let entry = Entry { key, stamp, tags, size: text.len(), ..Entry::default() };
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
