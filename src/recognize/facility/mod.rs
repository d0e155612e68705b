//! Facilities and projects: lines, stations, parks, venues, plants, construction projects.
//!
//! Several readers propose, [`recognize`] keeps the longest: numbered lines ([`lines`]) and roads ([`roads`]), names by their last word
//! ([`suffixes`]), split names ([`split`]: 杨寿、方巷敬老院), projects by the list they stand in ([`lists`]).

mod edge;
mod lines;
mod lists;
mod output;
mod roads;
mod route;
mod split;
mod stations;
mod suffixes;
mod words;

use super::organization::walk::Walker;
use super::{Mentions, NameMention, alias};
use crate::analysis::Span;
use crate::document::Document;

/// Whether `words` behind a name mean a section or a phase of the same thing: 白石至云山段, 二期工程.
pub fn is_part(words: &str) -> bool {
    lines::is_phase(words) || words.ends_with('段') && words.chars().count() <= suffixes::LONGEST_SECTION
}

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let walker = Walker::with_bodies(document, found);
    let mut names = lines::recognize(&walker);
    names.extend(roads::recognize(&walker));
    names.extend(sites(&walker, found));
    let named = suffixes::recognize(&walker);
    names.extend(split::recognize(&walker, &named));
    names.extend(split::lettered(&walker, &named));
    names.extend(named);
    names.extend(suffixes::phases(&walker));
    names.extend(suffixes::quoted(&walker));
    names.extend(stations::recognize(&walker));
    let mut names = longest(names);
    let listed = lists::recognize(&walker, &names);
    names.extend(listed);
    found.facilities.extend(with_aliases(document, longest(names)));
}

/// `names` (in order) with the short forms that the text declares for them.
fn with_aliases(document: &Document, names: Vec<NameMention>) -> Vec<NameMention> {
    let name = |name: &NameMention| (name.span, name.full.clone());
    let mut short =
        alias::of(document, &names, name, |span, full, _| NameMention { span, full, rule: "facility/alias" });
    if short.is_empty() {
        return names;
    }
    let mut spans: Vec<Span> = short.iter().map(|name| name.span).collect();
    spans.sort_unstable();
    short.extend(names.into_iter().filter(|name| spans.binary_search(&name.span).is_err()));
    longest(short)
}

/// New sites of bodies: 县医院|迁建项目, 市中医院|新院区.
fn sites(walker: &Walker, found: &Mentions) -> Vec<NameMention> {
    let sites = found.organizations.iter().filter_map(|body| {
        let end = lines::phase(walker, body.span.end);
        let span = Span::new(body.span.start, end);
        (end > body.span.end).then_some(NameMention { span, full: None, rule: "facility/site" })
    });
    sites.collect()
}

/// The names that no longer one overlaps, in order; those that share one stretch all stay.
fn longest(mut names: Vec<NameMention>) -> Vec<NameMention> {
    crate::sorted::by_key(&mut names, |name| (name.span.start, std::cmp::Reverse(name.span.end)));
    let mut kept: Vec<NameMention> = Vec::new();
    for name in names {
        if kept.iter().rev().take_while(|last| last.span == name.span).any(|last| last.full == name.full) {
            continue;
        }
        let overlaps = kept.last().is_some_and(|last| last.span.overlaps(name.span) && last.span != name.span);
        if !overlaps {
            kept.push(name);
            continue;
        }
        if kept.last().is_some_and(|last| name.span.len() > last.span.len()) {
            let beaten = kept.last().map(|last| last.span);
            while kept.last().map(|last| last.span) == beaten {
                kept.pop();
            }
            kept.push(name);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use crate::testing;

    /// The facilities of a text as the examples write them.
    fn read(text: &str) -> String {
        let (document, found) = testing::recognize(text, "2024-06-01");
        let written = found.facilities.iter().map(|name| {
            let full = name.full.as_ref().map_or_else(String::new, |full| format!("={full}"));
            format!("{}{full}", document.text.slice(name.span))
        });
        written.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_example_reads_as_expected() {
        testing::check(include_str!("examples.tsv"), read);
    }
}
