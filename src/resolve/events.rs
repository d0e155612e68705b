//! The table of events.

use super::{iso, words};
use crate::analysis::{Event, Span};
use crate::document::Document;
use crate::recognize::{EventMention, Mentions};
use rustc_hash::FxHashMap as HashMap;

/// One row an event.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Event> {
    let mut details: HashMap<Span, Vec<&EventMention>> = HashMap::default();
    for event in &mentions.events {
        details.entry(event.span).or_default().push(event);
    }
    let groups = super::group(document, mentions.events.iter(), |event| event.span, |event| event.full.as_deref());
    let rows = groups.into_iter().map(|group| {
        let same = || group.spans.iter().filter_map(|span| details.get(span)).flatten();
        let (start, end) = iso(same().find_map(|event| event.days));
        let place = same().find_map(|event| event.place).map(|span| words(document, span));
        let rule = group.first.rule.to_owned();
        let name = super::as_given(document, &group);
        Event { name, names: group.names, start, end, place, spans: group.spans, rule }
    });
    rows.collect()
}
