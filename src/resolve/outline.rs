//! The outline: headings in order.

use super::words;
use crate::analysis::OutlineItem;
use crate::document::Document;

/// One row a heading; the headline and page furniture are none.
pub fn rows(document: &Document) -> Vec<OutlineItem> {
    let header = &document.header;
    let headings = document.structure.headings.iter().filter(|heading| {
        !header.is_furniture(heading.span.start) && header.title.is_none_or(|title| !title.overlaps(heading.span))
    });
    headings
        .map(|heading| OutlineItem { text: words(document, heading.span), level: heading.level, span: heading.span })
        .collect()
}
