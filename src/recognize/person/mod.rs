//! Names of persons, and the posts that each mention is given.
//!
//! [`anchors`] collects places where names stand, [`evidence`] weighs them with the look of the words
//! ([`names`]), [`sweep`] adds the weights up over the document and finds every mention, [`attach`] gives posts.

mod anchors;
mod attach;
mod courtesy;
mod evidence;
pub mod names;
mod short;
mod sweep;
mod words;

use super::{Mentions, PersonMention};
use crate::analysis::Span;
use crate::document::Document;
use crate::taught::claim;
use rustc_hash::FxHashSet as HashSet;

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let votes = anchors::votes(document, found);
    let mut known = sweep::Known::from_votes(document, &votes);
    let byline = byline(document);
    for span in &byline {
        known.add(sweep::bare(document, *span), "person/byline");
    }
    let signed: HashSet<Span> = byline.iter().copied().collect();
    let mut people: Vec<PersonMention> = Vec::new();
    for occurrence in sweep::occurrences(document, &known, &votes) {
        let name = given_without_blanks(document, occurrence.span);
        let byline = signed.contains(&occurrence.span);
        people.push(PersonMention { span: occurrence.span, name, posts: Vec::new(), byline, rule: occurrence.rule });
    }
    for span in byline {
        if !people.iter().any(|person| person.span.overlaps(span)) {
            let name = given_without_blanks(document, span);
            people.push(PersonMention { span, name, posts: Vec::new(), byline: true, rule: "person/byline" });
        }
    }
    crate::sorted::by_key(&mut people, |person| person.span);
    claim::people(document, &mut people);
    leave_to_persons(document, found, &people);
    short::add(document, found, &mut people);
    attach::attach(document, found, &mut people);
    found.people = people;
}

/// A body does not begin with a person who is made something of it: 谷丰|为|青川市人民政府.
fn leave_to_persons(document: &Document, found: &mut Mentions, people: &[PersonMention]) {
    let text = &document.text;
    for body in &mut found.organizations {
        let at = people.partition_point(|person| person.span.start < body.span.start);
        let Some(person) = people.get(at).filter(|person| person.span.start == body.span.start) else { continue };
        let end = courtesy::after_courtesy(text, person.span.end);
        let tie = ["为", "任", "的", "兼", ""]
            .iter()
            .find(|tie| text.starts_with(end, tie))
            .map_or(0, |tie| tie.chars().count());
        if end + tie + 1 < body.span.end && (tie > 0 || end > person.span.end) {
            body.span.start = end + tie;
        }
    }
}

fn byline(document: &Document) -> Vec<Span> {
    let header = &document.header;
    header.reporters.iter().chain(&header.editors).copied().collect()
}

fn given_without_blanks(document: &Document, span: Span) -> String {
    document.text.given_slice(span).chars().filter(|char| !char.is_whitespace()).collect()
}

#[cfg(test)]
mod tests;
