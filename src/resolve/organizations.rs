//! The table of bodies.

use super::join;
use crate::analysis::Organization;
use crate::document::Document;
use crate::lexicon::Words;
use crate::recognize::organization::wording;
use crate::recognize::{Mentions, OrganizationMention};
use std::sync::LazyLock;

/// Words for the level of a division that the name of a body may begin with.
static LEVELS: LazyLock<Words> = LazyLock::new(|| Words::of(include_str!("levels.tsv")));

/// One row a body; generic references (市委) have one only where the text writes them out as well.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Organization> {
    let named = mentions.organizations.iter().filter(|body| !body.generic);
    let groups = super::group(document, named, |body| body.span, |body| body.full.as_deref());
    let wordings: Vec<String> = groups.iter().map(|group| wording(&normal_name(document, group))).collect();
    let owners = join::owners(&wordings, |index| groups[index].first.kind);
    let rows = join::merge(groups, &owners).into_iter().map(|group| Organization {
        name: written_out(document, mentions, &group),
        names: group.names,
        kind: group.first.kind,
        spans: group.spans,
        rule: group.first.rule.to_owned(),
    });
    rows.collect()
}

/// The name in the normalised words of the twin: the full form where it is known.
fn normal_name(document: &Document, group: &super::Group<OrganizationMention>) -> String {
    group.first.full.clone().unwrap_or_else(|| document.text.slice(group.first.span).to_owned())
}

/// 市发改委 with the document's own region before it: 徐州市发改委.
fn written_out(document: &Document, mentions: &Mentions, group: &super::Group<OrganizationMention>) -> String {
    let name = normal_name(document, group);
    let level = LEVELS.iter().find(|level| name.starts_with(**level));
    let region =
        level.zip(mentions.region.filter(|region| region.sure)).and_then(|(level, region)| region.of_class(level));
    match (level, region) {
        (Some(level), Some(region)) => match group.name.strip_prefix(level).or_else(|| group.name.strip_prefix('縣')) {
            Some(rest) => format!("{}{rest}", region.name),
            None => group.name.clone(),
        },
        _ => group.name.clone(),
    }
}
