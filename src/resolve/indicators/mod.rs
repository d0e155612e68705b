//! From figure to indicator: name, kind, status, period, baseline, subject.

use crate::analysis::Indicator;
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a measured or promised quantity, in the text's order.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Indicator> {
    let _ = (document, mentions);
    Vec::new()
}
