//! Zip archives with limits: a file that unpacks to far more than any document needs is refused before it is unpacked.

use super::{Format, InputError};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// How many files an archive may hold.
const ENTRIES: usize = 10_000;
/// How many bytes may be unpacked out of one archive.
const UNPACKED: u64 = 160 * 1024 * 1024;

/// An opened archive that keeps count of what is unpacked.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    format: Format,
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens the archive in `bytes`; `format` is what errors call it.
    ///
    /// # Errors
    /// Where it is damaged, locked or holds too much.
    pub fn open(bytes: &'a [u8], format: Format) -> Result<Self, InputError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| InputError::Damaged(format))?;
        if zip.len() > ENTRIES {
            return Err(InputError::Bomb);
        }
        Ok(Self { zip, format, left: UNPACKED })
    }

    /// Place and name of every file inside. Names that are marked as nothing else are in the encoding that
    /// Windows writes in China.
    pub fn files(&self) -> Vec<(usize, String)> {
        let name = |raw: &[u8]| match std::str::from_utf8(raw) {
            Ok(name) => name.to_owned(),
            Err(_) => encoding_rs::GB18030.decode_without_bom_handling(raw).0.into_owned(),
        };
        self.zip.file_names_raw().map(name).enumerate().collect()
    }

    /// Whether a file of this name is inside.
    pub fn holds(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Unpacks the file `name`; `None` where there is none.
    ///
    /// # Errors
    /// Where it is damaged, locked or unpacks to too much.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, InputError> {
        match self.zip.index_for_name(name) {
            Some(index) => self.unpack(index).map(Some),
            None => Ok(None),
        }
    }

    /// Unpacks the file `name` as XML in UTF-8 or UTF-16; `None` where there is none.
    ///
    /// # Errors
    /// As [`Archive::part`].
    pub fn xml(&mut self, name: &str) -> Result<Option<String>, InputError> {
        let text = |bytes: Vec<u8>| {
            let (encoding, mark) = encoding_rs::Encoding::for_bom(&bytes).unwrap_or((encoding_rs::UTF_8, 0));
            encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
        };
        Ok(self.part(name)?.map(text))
    }

    /// Unpacks the file at `index`.
    ///
    /// # Errors
    /// As [`Archive::part`].
    pub fn unpack(&mut self, index: usize) -> Result<Vec<u8>, InputError> {
        let format = self.format;
        let file = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(words) if words == ZipError::PASSWORD_REQUIRED => InputError::Locked(format),
            _ => InputError::Damaged(format),
        })?;
        // The size that the archive declares may lie: what counts is what comes out.
        if file.size() > self.left {
            return Err(InputError::Bomb);
        }
        let mut bytes = Vec::new();
        let read = file.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| InputError::Damaged(format))?;
        self.left = self.left.checked_sub(read as u64).ok_or(InputError::Bomb)?;
        Ok(bytes)
    }
}
