//! A backup is read: line by line, as its bytes come.

use super::{FORMAT, Line, VERSION};
use crate::input;
use crate::locale::Message;

/// The longest line: the largest text with every character escaped, and its record.
const LINE: usize = 6 * input::LIMIT + (1 << 20);

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
