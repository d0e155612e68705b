//! Mentions of taught names take the place of whatever else was read there.
//!
//! What stands inside a taught name, shares words with it or is the same stretch gives way; a longer name around it
//! stands (云川市公安局 around the taught place 云川), except that of a person.

use super::{Kind, Sighting, Taught};
use crate::analysis::{OrganizationKind, PlaceLevel, Span};
use crate::document::Document;
use crate::recognize::place::gazetteer::{DIVISIONS, Form};
use crate::recognize::{
    CodeMention, EventMention, Mentions, NameMention, OrganizationMention, PersonMention, PlaceMention,
};
use std::collections::HashMap;

/// The rule of all mentions that come from the reader's lexicon.
pub const RULE: &str = "reader/lexicon";

/// Puts taught persons into `people`, which is in order of the text.
pub fn people(document: &Document, people: &mut Vec<PersonMention>) {
    let sightings = &document.sightings;
    if sightings.is_empty() {
        return;
    }
    people.retain(|person| person.byline || !gives_way(document, person.span, Kind::Person));
    let known = by_span(people, |person| person.span);
    for (sighting, taught) in of_kind(document, Kind::Person) {
        match known.get(&sighting.span).and_then(|&at| people.get_mut(at)) {
            Some(known) => known.name.clone_from(&taught.name),
            None => people.push(PersonMention {
                span: sighting.span,
                name: taught.name.clone(),
                posts: Vec::new(),
                byline: false,
                rule: RULE,
            }),
        }
    }
    crate::sorted::by_key(people, |person| person.span);
}

/// Puts taught places and bodies into `found`, before posts and persons are read.
pub fn early(document: &Document, found: &mut Mentions) {
    if document.sightings.is_empty() {
        return;
    }
    found.places.retain(|place| !gives_way(document, place.span, Kind::Place));
    found.organizations.retain(|body| !gives_way(document, body.span, Kind::Organization));
    let known = by_span(&found.places, |place| place.span);
    for (sighting, taught) in of_kind(document, Kind::Place) {
        let span = sighting.span;
        match known.get(&span).and_then(|&at| found.places.get_mut(at)) {
            Some(known) => known.full.clone_from(&taught.normal),
            None => found.places.push(place(span, &taught.normal)),
        }
    }
    let known = by_span(&found.organizations, |body| body.span);
    for (sighting, taught) in of_kind(document, Kind::Organization) {
        let (span, full) = (sighting.span, Some(taught.normal.clone()));
        match known.get(&span).and_then(|&at| found.organizations.get_mut(at)) {
            Some(known) => (known.full, known.generic) = (full, false),
            None => {
                let kind = OrganizationKind::Other;
                found.organizations.push(OrganizationMention { span, full, kind, generic: false, rule: RULE });
            }
        }
    }
    crate::sorted::by_key(&mut found.places, |place| place.span);
    crate::sorted::by_key(&mut found.organizations, |body| body.span);
}

/// Puts the other taught names into `found`, before quotes and tasks are read.
pub fn late(document: &Document, found: &mut Mentions) {
    if document.sightings.is_empty() {
        return;
    }
    found.places.retain(|place| !gives_way(document, place.span, Kind::Place));
    found.organizations.retain(|body| !gives_way(document, body.span, Kind::Organization));
    found.facilities.retain(|name| !gives_way(document, name.span, Kind::Facility));
    found.events.retain(|event| !gives_way(document, event.span, Kind::Event));
    found.codes.retain(|code| !gives_way(document, code.span, Kind::Code));
    found.programmes.retain(|name| !gives_way(document, name.span, Kind::Programme));
    name_all(document, Kind::Facility, &mut found.facilities);
    name_all(document, Kind::Programme, &mut found.programmes);
    let known = by_span(&found.events, |event| event.span);
    for (sighting, taught) in of_kind(document, Kind::Event) {
        let (span, full) = (sighting.span, Some(taught.normal.clone()));
        match known.get(&span).and_then(|&at| found.events.get_mut(at)) {
            Some(known) => known.full = full,
            None => found.events.push(EventMention { span, full, days: None, place: None, rule: RULE }),
        }
    }
    let known = by_span(&found.codes, |code| code.span);
    for (sighting, _) in of_kind(document, Kind::Code) {
        let span = sighting.span;
        if !known.contains_key(&span) {
            let members = Vec::new();
            found.codes.push(CodeMention { span, core: span, head: None, count: None, members, rule: RULE });
        }
    }
}

fn name_all(document: &Document, kind: Kind, names: &mut Vec<NameMention>) {
    let known = by_span(names, |name| name.span);
    for (sighting, taught) in of_kind(document, kind) {
        let (span, full) = (sighting.span, Some(taught.normal.clone()));
        match known.get(&span).and_then(|&at| names.get_mut(at)) {
            Some(known) => known.full = full,
            None => names.push(NameMention { span, full, rule: RULE }),
        }
    }
}

/// Where in a list each stretch stands.
fn by_span<M>(list: &[M], span: impl Fn(&M) -> Span) -> HashMap<Span, usize> {
    list.iter().enumerate().map(|(at, mention)| (span(mention), at)).collect()
}

/// The sightings of one kind.
fn of_kind(document: &Document, kind: Kind) -> impl Iterator<Item = (&Sighting, &Taught)> {
    let all = document.sightings.iter().filter_map(|sighting| Some((sighting, document.taught.entry(sighting)?)));
    all.filter(move |(_, taught)| taught.kind == kind)
}

/// Whether a mention of `kind` at `span` gives way to a taught word.
fn gives_way(document: &Document, span: Span, kind: Kind) -> bool {
    let first = document.sightings.partition_point(|sighting| sighting.span.end <= span.start);
    let rest = document.sightings.get(first..).unwrap_or_default();
    rest.iter().take_while(|sighting| sighting.span.start < span.end).any(|sighting| {
        let Some(taught) = document.taught.entry(sighting) else { return false };
        match taught.kind {
            Kind::Nothing => sighting.span == span,
            // the name of an indicator is no name of anything else
            Kind::Indicator => sighting.span.contains(span),
            other if sighting.span == span => other != kind,
            _ if sighting.span.contains(span) => true,
            _ if span.contains(sighting.span) => kind == Kind::Person,
            _ => true,
        }
    })
}

/// A mention of the place `full`: the division that is called so, if there is but one.
fn place(span: Span, full: &str) -> PlaceMention {
    let mut divisions = DIVISIONS.named(full).filter(|(_, form)| *form == Form::Full).map(|(division, _)| division);
    let only = divisions.next().filter(|_| divisions.next().is_none());
    let full = full.to_owned();
    if let Some(division) = only {
        let (code, within) = (division.code.to_owned(), division.parent().map(|parent| parent.name.to_owned()));
        let (level, code) = (division.level, Some(code));
        return PlaceMention { span, full, level, code, within, nested: false, rule: RULE };
    }
    let level = match full.chars().next_back() {
        Some('省') => PlaceLevel::Province,
        Some('市' | '州' | '盟') => PlaceLevel::Prefecture,
        Some('县' | '区' | '旗') => PlaceLevel::County,
        Some('镇' | '乡') => PlaceLevel::Township,
        Some('村') => PlaceLevel::Village,
        _ if full.ends_with("街道") => PlaceLevel::Township,
        _ => PlaceLevel::Other,
    };
    PlaceMention { span, full, level, code: None, within: None, nested: false, rule: RULE }
}
