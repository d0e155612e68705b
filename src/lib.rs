//! yaolan 要览 reads Chinese official articles: people with their posts, places, organisations, facilities,
//! events, dates, indicators, coded slogans, programmes, quotes, tasks.
//!
//! Data flows one way: bytes → [`input`] → text → [`document`] (text, structure, tokens, header) →
//! [`recognize`] (mentions) → [`resolve`] (entities, indicators, rows) → [`analysis`] → [`export`] and views.
//!
//! ```no_run
//! let analyzer = yaolan::Analyzer::new();
//! let analysis = analyzer.analyze("2025年,全市地区生产总值增长6.5%。", &yaolan::Options::default());
//! assert_eq!(analysis.indicators[0].text, "6.5%");
//! ```

pub mod analysis;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod compare;
#[cfg(not(target_arch = "wasm32"))]
pub mod corpus;
pub mod correct;
mod day;
pub mod document;
pub mod export;
pub mod fault;
pub mod header;
pub mod input;
pub mod lexicon;
pub mod library;
pub mod locale;
pub mod recognize;
pub mod resolve;
pub mod segment;
mod sorted;
pub mod taught;
pub mod text;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod web;

pub use analysis::Analysis;
pub use text::Offsets;

use document::Document;
use jiff::civil::Date;
use recognize::place::gazetteer::{Gazetteer, TownshipsError};
use segment::{DictionaryError, Segmenter};
use std::sync::Arc;

/// What the caller decides about one analysis.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The reference date; overrides the date that the document prints.
    pub date: Option<Date>,
    /// What offsets count.
    pub offsets: Offsets,
}

/// The analyzer: build it once, use it for any number of documents.
pub struct Analyzer {
    segmenter: Segmenter,
    gazetteer: Arc<Gazetteer>,
    taught: Arc<taught::Lexicon>,
}

impl Analyzer {
    /// The analyzer with the dictionary and the townships that the native build carries.
    #[cfg(not(target_arch = "wasm32"))]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self { segmenter: Segmenter::bundled(), gazetteer: Arc::new(Gazetteer::bundled()), taught: Arc::default() }
    }

    /// The analyzer with a [packed](segment::packed) dictionary, as yet without townships.
    ///
    /// # Errors
    /// [`DictionaryError`] where the bytes are not such a dictionary.
    pub fn with_dictionary(dictionary: &[u8]) -> Result<Self, DictionaryError> {
        let segmenter = Segmenter::with_dictionary(dictionary)?;
        Ok(Self { segmenter, gazetteer: Arc::default(), taught: Arc::default() })
    }

    /// Unpacks a piece of the dictionary before a text needs it, which takes less than a millisecond; returns whether
    /// there was one left. Nothing depends on it but how long the first texts take.
    pub fn unpack_more(&self) -> bool {
        self.segmenter.unpack_more()
    }

    /// Adds the townships of China, a file of the form of `townships.tsv`, for the documents read from now on.
    ///
    /// # Errors
    /// [`TownshipsError`] where the bytes are not such a list; the analyzer stays as it was.
    pub fn add_townships(&mut self, list: &[u8]) -> Result<(), TownshipsError> {
        self.gazetteer = Arc::new(Gazetteer::with_townships(list)?);
        Ok(())
    }

    /// Takes `entries` for the reader's lexicon, in place of what was taught before, for the documents read from now on.
    ///
    /// Tokens and mentions of the same text may be others afterwards: whatever keeps parts of an analysis for later must
    /// let go of them here, as after [`Analyzer::add_townships`].
    pub fn teach(&mut self, entries: &[taught::Entry]) {
        self.taught = Arc::new(taught::Lexicon::new(entries));
    }

    /// Reads `given` as a document without recognising anything: text, structure, tokens, header.
    pub fn read(&self, given: &str, options: &Options) -> Document {
        Document::new(given, options.date, &self.segmenter, &self.gazetteer, &self.taught)
    }

    /// Analyses `given`. Never fails; the same text and options give the same Analysis.
    pub fn analyze(&self, given: &str, options: &Options) -> Analysis {
        let document = self.read(given, options);
        let mentions = recognize::recognize(&document);
        let mut analysis = resolve::resolve(&document, mentions);
        let table = document.text.offset_table(options.offsets);
        analysis.convert_offsets(|offset| table[offset]);
        analysis
    }
}

#[cfg(test)]
pub(crate) mod testing;
