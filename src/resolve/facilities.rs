//! The table of facilities and projects.

use crate::analysis::Facility;
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a facility.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Facility> {
    let groups = super::group(document, mentions.facilities.iter(), |name| name.span, |name| name.full.as_deref());
    let wordings: Vec<String> = groups.iter().map(|group| group.name.clone()).collect();
    let owners = super::join::owners(&wordings, |_| ());
    let rows = super::join::merge(groups, &owners).into_iter().map(|group| Facility {
        name: group.name,
        names: group.names,
        spans: group.spans,
        rule: group.first.rule.to_owned(),
    });
    rows.collect()
}
