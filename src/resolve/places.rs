//! The table of places.

use crate::analysis::Place;
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a place; places that stand only inside longer names have none.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Place> {
    let shown = mentions.places.iter().filter(|place| !place.nested);
    let groups = super::group(document, shown, |place| place.span, |place| Some(&place.full));
    let rows = groups.into_iter().map(|group| Place {
        name: super::as_given(document, &group),
        names: group.names,
        level: group.first.level,
        code: group.first.code.clone(),
        within: group.first.within.clone(),
        spans: group.spans,
        rule: group.first.rule.to_owned(),
    });
    rows.collect()
}
