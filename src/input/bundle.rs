//! An archive of documents: every file in it is opened, except what archives hold for machines.

use super::archive::Archive;
use super::{Entry, Format, InputError, open};

/// How many documents of an archive are opened.
const DOCUMENTS: usize = 500;

/// What is in `archive`.
///
/// # Errors
/// Where it is damaged, locked or unpacks to too much.
pub fn read(archive: &mut Archive<'_>) -> Result<Vec<Entry>, InputError> {
    let mut entries = Vec::new();
    for (index, name) in archive.files() {
        if is_for_machines(&name) {
            continue;
        }
        if entries.len() >= DOCUMENTS {
            return Err(InputError::TooMuch);
        }
        let bytes = match archive.unpack(index) {
            Err(InputError::Bomb) => return Err(InputError::Bomb),
            other => other,
        };
        match bytes {
            Ok(bytes) if is_bundle(&name, &bytes) => {
                entries.push(Entry { name, result: Err(InputError::Unsupported(Format::Archive)) });
            }
            Ok(bytes) => entries.extend(open(&name, &bytes, None)),
            Err(error) => entries.push(Entry { name, result: Err(error) }),
        }
    }
    if entries.is_empty() { Err(InputError::Empty) } else { Ok(entries) }
}

/// An archive inside the archive: going into it would have no end.
fn is_bundle(name: &str, bytes: &[u8]) -> bool {
    Format::of_signature(bytes) == Some(Format::Zip) && Format::of_zip_name(name) == Format::Zip
}

/// Whether the file at the path `name` is one of those that systems and programs leave in folders.
pub fn is_for_machines(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    name.ends_with('/')
        || name.starts_with("__MACOSX/")
        || last.starts_with('.')
        || last.starts_with("~$")
        || matches!(last, "Thumbs.db" | "desktop.ini")
}
