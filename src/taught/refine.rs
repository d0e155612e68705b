//! What the lexicon says of whole rows: keys of indicators, codes that are one, words that are no keywords.

use super::Kind;
use crate::analysis::{Analysis, Span};
use crate::document::Document;
use std::collections::{HashMap, HashSet};

/// Brings the rows of `analysis` (spans in code points) into line with what is taught.
pub fn refine(document: &Document, analysis: &mut Analysis) {
    if document.sightings.is_empty() {
        return;
    }
    indicators(document, analysis);
    join_codes(document, analysis);
    let nothing: HashSet<&str> = document
        .sightings
        .iter()
        .filter_map(|sighting| document.taught.entry(sighting).filter(|taught| taught.kind == Kind::Nothing))
        .map(|taught| taught.name.as_str())
        .collect();
    analysis.keywords.retain(|keyword| !nothing.contains(keyword.text.as_str()));
}

/// An indicator whose name is a taught one, or ends in one, has its key.
fn indicators(document: &Document, analysis: &mut Analysis) {
    for row in &mut analysis.indicators {
        let Some(name) = row.name_span else { continue };
        let first = document.sightings.partition_point(|sighting| sighting.span.end <= name.start);
        let rest = document.sightings.get(first..).unwrap_or_default();
        let inside = rest.iter().take_while(|sighting| sighting.span.start < name.end);
        let known = inside.filter_map(|sighting| Some((sighting.span, document.taught.entry(sighting)?)));
        let named = known.filter(|(_, taught)| taught.kind == Kind::Indicator);
        let Some((span, taught)) = named.last() else { continue };
        let whole = span.contains(name);
        if whole && span != name && !span.overlaps(row.span) {
            row.name = document.text.given_slice(span).to_owned();
            row.name_span = Some(span);
        }
        if whole || name.end == span.end {
            row.key = Some(taught.name.clone());
        }
    }
}

/// Codes under different words of one entry are one row.
fn join_codes(document: &Document, analysis: &mut Analysis) {
    let of_span: HashMap<Span, usize> = document
        .sightings
        .iter()
        .filter(|sighting| document.taught.entry(sighting).is_some_and(|taught| taught.kind == Kind::Code))
        .map(|sighting| (sighting.span, sighting.entry))
        .collect();
    if of_span.is_empty() {
        return;
    }
    let mut first: HashMap<usize, usize> = HashMap::new();
    let mut kept: Vec<crate::analysis::Code> = Vec::new();
    for code in std::mem::take(&mut analysis.codes) {
        let Some(entry) = code.spans.iter().find_map(|span| of_span.get(span)) else {
            kept.push(code);
            continue;
        };
        match first.get(entry).and_then(|at| kept.get_mut(*at)) {
            Some(known) => {
                known.spans.extend(code.spans);
                known.spans.sort_unstable();
                if known.members.is_empty() {
                    (known.members, known.member_spans) = (code.members, code.member_spans);
                    known.complete = known.count.is_some_and(|count| count as usize == known.members.len());
                }
            }
            None => {
                first.insert(*entry, kept.len());
                kept.push(code);
            }
        }
    }
    analysis.codes = kept;
}
