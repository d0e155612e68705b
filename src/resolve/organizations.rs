//! The table of bodies.

use crate::analysis::Organization;
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a body.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Organization> {
    let groups = super::group(document, mentions.organizations.iter(), |body| body.span, |body| body.full.as_deref());
    let rows = groups.into_iter().map(|group| Organization {
        name: group.name,
        names: group.names,
        kind: group.first.kind,
        spans: group.spans,
        rule: group.first.rule.to_owned(),
    });
    rows.collect()
}
