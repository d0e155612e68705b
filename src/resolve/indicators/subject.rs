//! The region or body that an indicator is about.

use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::recognize::{Mentions, PlaceMention};

/// How far back in a clause the owner is looked for.
const REACH: usize = 120;

/// Finds subjects.
pub struct Subjects {
    /// Places and bodies in order: where they stand and their full names.
    owners: Vec<(Span, String)>,
    /// The region that the document is about.
    own: Option<String>,
}

impl Subjects {
    /// Reads the places and bodies of the document.
    pub fn new(document: &Document, mentions: &Mentions) -> Self {
        let mut owners: Vec<(Span, String)> = Vec::new();
        let named = |place: &&PlaceMention| !place.nested && place.level != PlaceLevel::Country && place.span.len() > 1;
        for place in mentions.places.iter().filter(named) {
            owners.push((place.span, place.full.clone()));
        }
        for body in mentions.organizations.iter().filter(|body| !body.generic) {
            let name = body.full.clone().unwrap_or_else(|| document.text.given_slice(body.span).to_owned());
            owners.push((body.span, name));
        }
        owners.sort();
        Self { own: own_region(document, mentions), owners }
    }

    /// The document's own region.
    pub fn own(&self) -> Option<&str> {
        self.own.as_deref()
    }

    /// The owner of the figure at `at` in the clause that starts at `start`: named in the clause, in a heading of its own
    /// (`section`), or the document's region.
    pub fn of(&self, start: usize, at: usize, section: Option<Span>) -> Option<String> {
        let start = start.max(at.saturating_sub(REACH));
        let inside = |from: usize, to: usize| {
            let next = self.owners.partition_point(|(span, _)| span.start < from);
            self.owners.get(next).filter(|(span, _)| span.end <= to).map(|(_, name)| name.clone())
        };
        inside(start, at)
            .or_else(|| section.and_then(|section| inside(section.start, section.end)))
            .or_else(|| self.own.clone())
    }
}

/// The division named in the title, else the one named most.
fn own_region(document: &Document, mentions: &Mentions) -> Option<String> {
    let divisions = || {
        let wanted = [PlaceLevel::Prefecture, PlaceLevel::County, PlaceLevel::Province];
        mentions.places.iter().filter(move |place| wanted.contains(&place.level))
    };
    let title = document.header.title;
    if let Some(place) = divisions().find(|place| title.is_some_and(|title| title.contains(place.span))) {
        return Some(place.full.clone());
    }
    if let Some(name) = title.and_then(|title| division_at_start(document.text.given_slice(title))) {
        return Some(name);
    }
    let mut counts: std::collections::BTreeMap<&str, (usize, usize)> = std::collections::BTreeMap::new();
    for place in divisions().filter(|place| place.span.len() > 1) {
        let entry = counts.entry(&place.full).or_insert((0, place.span.start));
        entry.0 += 1;
    }
    let best = counts.into_iter().max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
    best.map(|(name, _)| name.to_owned())
}

/// The division that a title starts with, also one that no gazetteer knows: 某某市2023年….
fn division_at_start(title: &str) -> Option<String> {
    let name: Vec<char> = title.chars().take(8).collect();
    let end = name.iter().position(|char| matches!(char, '市' | '县' | '縣' | '区' | '區' | '省' | '州' | '旗'))?;
    let proper = end >= 2 && name.iter().take(end).all(|char| crate::text::is_han(*char));
    let generic = matches!(name.first(), Some('全' | '我' | '本' | '各' | '在' | '关' | '省' | '国'));
    (proper && !generic).then(|| name.iter().take(end + 1).collect())
}
