//! The table of programmes.

use crate::analysis::Programme;
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a programme.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Programme> {
    let groups = super::group(document, mentions.programmes.iter(), |name| name.span, |name| name.full.as_deref());
    let rows = groups.into_iter().map(|group| Programme {
        text: group.name,
        spans: group.spans,
        rule: group.first.rule.to_owned(),
    });
    rows.collect()
}
