//! What becomes of a document that a backup brings.

use crate::library::entry::Entry;

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

    fn entry(key: &str, stamp: &str, tags: &[&str]) -> Entry {
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        Entry { key: key.into(), stamp: stamp.into(), tags, ..Entry::default() }
    }

    #[test]
    fn nothing_is_overwritten() {
        let new = entry("k", "1", &["甲"]);
        assert_eq!(merge(&new, None, None), Merged::New(new.clone()));
        assert_eq!(merge(&new, None, Some(&entry("k", "2", &[]))), Merged::Beside);
        let there = Entry { deleted: Some(1.0), ..entry("k", "1", &["乙"]) };
        assert_eq!(merge(&new, Some(&there), Some(&there)), Merged::There(entry("k", "1", &["乙", "甲"])));
    }
}
