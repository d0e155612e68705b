//! The document that recognisers read: text, structure, tokens, header.

use crate::header::Header;
use crate::recognize::place::gazetteer::Gazetteer;
use crate::segment::{Segmenter, Tokens};
use crate::taught::{Lexicon, Sighting};
use crate::text::{Text, structure::Structure};
use jiff::civil::Date;
use std::sync::Arc;

/// A document, read and segmented.
#[derive(Debug)]
pub struct Document {
    /// The text and its normalised twin.
    pub text: Text,
    /// Paragraphs, sentences, headings.
    pub structure: Structure,
    /// Tokens with part of speech.
    pub tokens: Tokens,
    /// Title, source, date, by-line.
    pub header: Header,
    /// The date that relative times are resolved against: the caller's, or the header's.
    pub date: Option<Date>,
    /// The divisions that the analyzer knows.
    pub gazetteer: Arc<Gazetteer>,
    /// What the reader has taught.
    pub taught: Arc<Lexicon>,
    /// Where words of it stand, in order.
    pub sightings: Vec<Sighting>,
}

impl Document {
    /// Reads `given`; `date` overrides the date that the text prints.
    pub fn new(
        given: &str,
        date: Option<Date>,
        segmenter: &Segmenter,
        gazetteer: &Arc<Gazetteer>,
        taught: &Arc<Lexicon>,
    ) -> Self {
        let text = Text::new(given);
        let structure = Structure::new(&text);
        let mut tokens = segmenter.segment(&text);
        let sightings = taught.sightings(&text, &tokens);
        tokens.keep_whole(&taught.words(&sightings));
        let header = Header::read(&text, &structure);
        let date = date.or(header.published);
        Self {
            text,
            structure,
            tokens,
            header,
            date,
            gazetteer: Arc::clone(gazetteer),
            taught: Arc::clone(taught),
            sightings,
        }
    }
}
