//! Bodies: party and government, firms, schools, hospitals, media, associations.
//!
//! Several readers propose, [`recognize`] keeps the longest: well-known bodies ([`known`]), fields after a level or a
//! place ([`departments`]), names by their last word ([`suffixes`]), firms by the
//! list they stand in ([`lists`]); [`joined`] puts composite names together.

mod anchor;
mod brands;
mod builders;
mod departments;
mod joined;
mod known;
mod lists;
mod offices;
mod short;
mod suffixes;
pub mod walk;
mod words;

use super::{Mentions, OrganizationMention, alias};
use crate::analysis::OrganizationKind;
use crate::document::Document;
use crate::text::Text;
use walk::Walker;

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let walker = Walker::new(document, found);
    let mut bodies = Vec::new();
    known::recognize(&walker, &mut bodies);
    builders::recognize(&walker, &mut bodies);
    offices::recognize(&walker, &mut bodies);
    departments::recognize(&walker, &mut bodies);
    suffixes::recognize(&walker, &mut bodies);
    joined::recognize(&walker, &mut bodies);
    brands::recognize(&walker, &mut bodies);
    let mut bodies = joined::join(&walker, longest(bodies));
    let listed = lists::recognize(&walker, &bodies);
    bodies.extend(listed);
    let mut named = short::recognize(&walker, &bodies); // with the full name, before the same without
    named.append(&mut bodies);
    let bodies = named;
    found.organizations.extend(with_aliases(document, longest(bodies)));
}

/// `bodies` (in order, without overlap) with the short forms that the text declares for them.
fn with_aliases(document: &Document, bodies: Vec<OrganizationMention>) -> Vec<OrganizationMention> {
    let name = |body: &OrganizationMention| (body.span, body.full.clone());
    let mut named = alias::of(document, &bodies, name, |span, full, owner| OrganizationMention {
        span,
        full,
        kind: owner.kind,
        generic: false,
        rule: "organization/alias",
    });
    if named.is_empty() {
        return bodies;
    }
    named.extend(bodies);
    longest(named)
}

/// The name in the wording that its short forms share: 市发改委 and 市发展和改革委员会 are 市发展和改革委员会.
pub fn wording(name: &str) -> String {
    departments::wording(name)
}

/// The start of the level word or place that ends at `at`: 市 of 市|图书馆.
pub fn level_before(walker: &Walker, at: usize) -> Option<usize> {
    anchor::before(walker, at, false).filter(|anchor| !anchor.parent).map(|anchor| anchor.start)
}

/// The bodies that no longer one overlaps, in order.
fn longest(mut bodies: Vec<OrganizationMention>) -> Vec<OrganizationMention> {
    crate::sorted::by_key(&mut bodies, |body| (body.span.start, std::cmp::Reverse(body.span.end)));
    let mut kept: Vec<OrganizationMention> = Vec::new();
    for body in bodies {
        match kept.last_mut() {
            Some(last) if last.span.overlaps(body.span) => {
                if body.span.len() > last.span.len() {
                    *last = body;
                }
            }
            _ => kept.push(body),
        }
    }
    kept
}

/// Whether one of the comma-separated `words` follows at `end` and makes the name something else.
fn followed(walker: &Walker, end: usize, words: Option<&&str>) -> bool {
    let text = &walker.document().text;
    words.is_some_and(|words| words.split(',').filter(|word| !word.is_empty()).any(|word| text.starts_with(end, word)))
}

/// Whether a committee that ends at `end` is fused with its secretary: 纪委|书记 is a post, not a body.
fn fused(text: &Text, end: usize) -> bool {
    const POSTS: [&str; 4] = ["书记", "副书记", "常委", "委员"];
    let committee = matches!(text.before(end), '委' | '会') || text.ends_with(end, "党组");
    committee && POSTS.iter().any(|word| text.starts_with(end, word))
}

/// The kind that a list names.
fn kind(column: Option<&&str>) -> OrganizationKind {
    match column.copied().unwrap_or_default() {
        "party" => OrganizationKind::Party,
        "government" => OrganizationKind::Government,
        "congress" => OrganizationKind::Congress,
        "company" => OrganizationKind::Company,
        "education" => OrganizationKind::Education,
        "health" => OrganizationKind::Health,
        "research" => OrganizationKind::Research,
        "media" => OrganizationKind::Media,
        "bank" => OrganizationKind::Bank,
        "social" => OrganizationKind::Social,
        _ => OrganizationKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing;

    /// The bodies of a text as the examples write them.
    fn read(text: &str) -> String {
        let (document, found) = testing::recognize(text, "2024-06-01");
        let written = found.organizations.iter().map(|body| {
            let kind = format!("{:?}", body.kind).to_lowercase();
            let full = body.full.as_ref().map_or_else(String::new, |full| format!("={full}"));
            format!("{}:{kind}{full}", document.text.slice(body.span))
        });
        written.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_example_reads_as_expected() {
        testing::check(include_str!("examples.tsv"), read);
    }
}
