//! The outline: headings in order.

use super::words;
use crate::analysis::OutlineItem;
use crate::document::Document;

/// One row a heading.
pub fn rows(document: &Document) -> Vec<OutlineItem> {
    let headings = document.structure.headings.iter();
    headings
        .map(|heading| OutlineItem { text: words(document, heading.span), level: heading.level, span: heading.span })
        .collect()
}
