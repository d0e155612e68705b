//! The region or body that an indicator is about.
//!
//! [`owners`] lists whom figures may belong to, [`topics`] says of whom each stretch of the text speaks.

mod owners;
mod topics;

use super::name::{Name, Part};
use crate::analysis::PlaceLevel;
use crate::document::Document;
use crate::recognize::Mentions;
use owners::Owners;
use topics::Topics;

/// Finds subjects.
pub struct Subjects {
    owners: Owners,
    topics: Topics,
    /// The region that the document is about.
    own: Option<String>,
}

impl Subjects {
    /// Reads whom the document speaks of.
    pub fn new(document: &Document, mentions: &Mentions) -> Self {
        let owners = Owners::new(document, mentions);
        let topics = Topics::new(document, mentions, &owners);
        Self { owners, topics, own: own_region(document, mentions) }
    }

    /// The document's own region.
    pub fn own(&self) -> Option<&str> {
        self.own.as_deref()
    }

    /// Whose figure at `at` is that `name` names: the owner that the name begins with or follows, whom the text speaks
    /// of there, or the document's region.
    pub fn of(&self, document: &Document, at: usize, name: &Name) -> Option<String> {
        let named = name.parts.iter().find_map(|part| match part {
            Part::Text(span) => Some(*span),
            Part::Implied(_) => None,
        });
        let owner = named
            .and_then(|name| self.owners.leading(&document.text, name))
            .or_else(|| self.topics.at(at).and_then(|owner| self.owners.get(owner)));
        owner.map(|owner| owner.name.clone()).or_else(|| self.own.clone())
    }
}

/// The division named in the title, else the one that the reading of the places found, else one that the title begins with, else
/// the one named most.
fn own_region(document: &Document, mentions: &Mentions) -> Option<String> {
    let divisions = || {
        let wanted = [PlaceLevel::Prefecture, PlaceLevel::County, PlaceLevel::Province];
        mentions.places.iter().filter(move |place| wanted.contains(&place.level))
    };
    let title = document.header.title;
    if let Some(place) = divisions().find(|place| title.is_some_and(|title| title.contains(place.span))) {
        return Some(place.full.clone());
    }
    if let Some(own) = mentions.region.filter(|region| region.sure).and_then(|region| region.own()) {
        return Some(own.name.to_owned());
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
    const LONGEST: usize = 5; // 某某在部分县市区调研 begins with none
    let name: Vec<char> = title.chars().take(LONGEST).collect();
    let end = name.iter().position(|char| matches!(char, '市' | '县' | '縣' | '区' | '區' | '省' | '州' | '旗'))?;
    let proper = end >= 2 && name.iter().take(end).all(|char| crate::text::is_han(*char));
    let generic = matches!(name.first(), Some('全' | '我' | '本' | '各' | '在' | '关' | '省' | '国'));
    (proper && !generic).then(|| name.iter().take(end + 1).collect())
}
