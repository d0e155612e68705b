//! What the document says about one person besides the posts: words spoken, and who is named nearby.

use crate::Analysis;
use std::collections::BTreeMap;

/// Two people stand together when their mentions are at most this many bytes apart (about forty characters).
const NEAR: usize = 120;

/// People named near person `index`, nearest company first: position in the table and how often.
pub fn company(analysis: &Analysis, index: usize) -> Vec<(usize, usize)> {
    let mut mentions: Vec<(usize, usize)> = Vec::new();
    for (at, person) in analysis.people.iter().enumerate().filter(|(_, person)| !person.byline) {
        mentions.extend(person.spans.iter().map(|span| (span.start, at)));
    }
    mentions.sort_unstable();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for (position, &(start, _)) in mentions.iter().enumerate().filter(|(_, mention)| mention.1 == index) {
        let before = mentions[..position].iter().rev().take_while(|other| start - other.0 <= NEAR);
        let after = mentions[position + 1..].iter().take_while(|other| other.0 - start <= NEAR);
        for other in before.chain(after).filter(|other| other.1 != index) {
            *counts.entry(other.1).or_default() += 1;
        }
    }
    let mut company: Vec<(usize, usize)> = counts.into_iter().collect();
    crate::sorted::by_key(&mut company, |&(at, count)| (std::cmp::Reverse(count), at));
    company
}

/// Positions in the quotes table of what person `index` says.
pub fn quotes(analysis: &Analysis, index: usize) -> Vec<usize> {
    let Some(person) = analysis.people.get(index) else { return Vec::new() };
    let speaks = |quote: &crate::analysis::Quote| {
        quote.speaker == person.name
            || quote.speaker_span.is_some_and(|named| person.spans.iter().any(|span| span.overlaps(named)))
    };
    let quotes = analysis.quotes.iter().enumerate();
    quotes.filter(|(_, quote)| speaks(quote)).map(|(at, _)| at).collect()
}
