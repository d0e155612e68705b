//! Commitments and demands.

use super::Mentions;
use crate::document::Document;

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let _ = (document, found);
}
