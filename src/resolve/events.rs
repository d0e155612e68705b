//! The table of events.

use super::{iso, words};
use crate::analysis::Event;
use crate::document::Document;
use crate::recognize::Mentions;

/// One row an event.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Event> {
    let groups = super::group(document, mentions.events.iter(), |event| event.span, |event| event.full.as_deref());
    let rows = groups.into_iter().map(|group| {
        let same = || mentions.events.iter().filter(|event| group.spans.contains(&event.span));
        let (start, end) = iso(same().find_map(|event| event.days));
        let place = same().find_map(|event| event.place).map(|span| words(document, span));
        let rule = group.first.rule.to_owned();
        Event { name: group.name, names: group.names, start, end, place, spans: group.spans, rule }
    });
    rows.collect()
}
