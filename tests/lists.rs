//! Word lists are data: each names its source and licence, and is sorted and free of doubles.

#![cfg(not(target_arch = "wasm32"))]

use std::path::{Path, PathBuf};

fn lists(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            lists(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "tsv") {
            found.push(path);
        }
    }
}

#[test]
fn every_list_is_sorted_and_says_where_it_comes_from() {
    let mut found = Vec::new();
    lists(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(!found.is_empty());
    let mut faults = Vec::new();
    for path in found {
        let text = std::fs::read_to_string(&path).unwrap();
        let (header, rows): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with('#'));
        let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string();
        if name.ends_with("examples.tsv") {
            continue; // examples stand in the order in which they explain
        }
        let header = header.join("\n").to_lowercase();
        if !(header.contains("source") || header.contains("compiled"))
            || !["licence", "license", "mit"].iter().any(|word| header.contains(word))
        {
            faults.push(format!("{name}: the header names no source or no licence"));
        }
        for pair in rows.windows(2) {
            if pair[0] >= pair[1] {
                faults.push(format!("{name}: not sorted, or double: {} before {}", pair[0], pair[1]));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
