//! What the tests of recognisers share.

use crate::Analyzer;
use crate::document::Document;
use crate::recognize::{self, Mentions};
use std::sync::LazyLock;

/// One analyzer for all tests of a process: the dictionary is read once.
pub static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

/// Reads `text` as a document of `date` (ISO 8601) and runs all recognisers over it.
pub fn recognize(text: &str, date: &str) -> (Document, Mentions) {
    let options = crate::Options { date: date.parse().ok(), ..Default::default() };
    let document = ANALYZER.read(text, &options);
    let mentions = recognize::recognize(&document);
    (document, mentions)
}

/// The rows of an examples file: columns cut at tabs, lines that begin with # left out.
pub fn examples(data: &'static str) -> Vec<Vec<&'static str>> {
    crate::lexicon::rows(data).collect()
}

/// Every row of an examples file reads as its second column says; all that do not are named.
pub fn check(data: &'static str, read: impl Fn(&str) -> String) {
    let wrong: Vec<String> = examples(data)
        .into_iter()
        .filter_map(|row| {
            let (read, expected) = (read(row[0]), row.get(1).copied().unwrap_or_default());
            (read != expected).then(|| format!("{}\n  expected {expected}\n  read     {read}", row[0]))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
