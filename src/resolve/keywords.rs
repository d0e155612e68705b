//! The document's weightiest phrases (提法).

use crate::analysis::Keyword;
use crate::document::Document;
use crate::recognize::Mentions;

/// The phrases, weightiest first.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Keyword> {
    let _ = (document, mentions);
    Vec::new()
}
