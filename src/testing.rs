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
