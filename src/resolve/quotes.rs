//! The table of quotes.

use crate::analysis::Quote;
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a stretch of speech.
pub fn rows(_document: &Document, mentions: &Mentions) -> Vec<Quote> {
    let rows = mentions.quotes.iter().map(|quote| Quote {
        speaker: quote.speaker.clone(),
        kind: quote.kind,
        span: quote.span,
        speaker_span: quote.speaker_span,
        rule: quote.rule.to_owned(),
    });
    rows.collect()
}
