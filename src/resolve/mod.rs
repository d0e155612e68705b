//! Mentions compete, join and become the rows of the Analysis.
//!
//! One module a table. [`conflict`] is the one place where mentions that overlap are decided.

mod codes;
mod conflict;
mod events;
mod facilities;
mod indicators;
mod join;
mod keywords;
mod organizations;
mod outline;
mod people;
mod places;
mod programmes;
mod quotes;
mod tasks;
mod times;

use crate::analysis::{Analysis, DocumentInfo, Span};
use crate::document::Document;
use crate::recognize::Mentions;
use rustc_hash::FxHashMap as HashMap;

/// Makes the Analysis of `document` from its mentions; spans count code points.
pub fn resolve(document: &Document, mentions: Mentions) -> Analysis {
    let mentions = &conflict::settle(document, mentions);
    // before there are rows: while words are ranked they take as much room as all rows
    let keywords = keywords::rows(document, mentions);
    let indicators = indicators::rows(document, mentions);
    let tasks = tasks::rows(document, mentions, &indicators);
    let mut analysis = Analysis {
        version: 1,
        document: info(document),
        people: people::rows(document, mentions),
        places: places::rows(document, mentions),
        organizations: organizations::rows(document, mentions),
        facilities: facilities::rows(document, mentions),
        events: events::rows(document, mentions),
        times: times::rows(document, mentions),
        codes: codes::rows(document, mentions),
        programmes: programmes::rows(document, mentions),
        quotes: quotes::rows(document, mentions),
        keywords,
        outline: outline::rows(document),
        indicators,
        tasks,
        reviews: Vec::new(),
    };
    crate::taught::refine(document, &mut analysis);
    analysis
}

fn info(document: &Document) -> DocumentInfo {
    let words = |span: &Span| words(document, *span);
    DocumentInfo {
        title: document.header.title.as_ref().map(words),
        title_span: document.header.title,
        source: document.header.source.as_ref().map(words),
        published: document.date.map(|date| date.to_string()),
        reporters: once(document.header.reporters.iter().map(words).map(without_blanks)),
        editors: once(document.header.editors.iter().map(words).map(without_blanks)),
        script: document.text.script(),
        characters: document.text.len(),
    }
}

/// Each of `names` once, in their order: a by-line may stand above the text and below it.
fn once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = rustc_hash::FxHashSet::default();
    names.filter(|name| seen.insert(name.clone())).collect()
}

/// The words of `span` as given.
fn words(document: &Document, span: Span) -> String {
    document.text.given_slice(span).to_owned()
}

fn without_blanks(words: String) -> String {
    words.chars().filter(|char| !char.is_whitespace()).collect()
}

/// ISO 8601 strings of the first and last day.
fn iso(days: Option<(jiff::civil::Date, jiff::civil::Date)>) -> (Option<String>, Option<String>) {
    (days.map(|(start, _)| start.to_string()), days.map(|(_, end)| end.to_string()))
}

/// An entity in the making: mentions that share a key.
struct Group<'a, M> {
    /// The fullest name.
    name: String,
    /// Every surface form, in order of first use.
    names: Vec<String>,
    spans: Vec<Span>,
    first: &'a M,
}

/// The name of `group` in the words of the document (traditional ones too) where one of its mentions writes it out.
fn as_given<M>(document: &Document, group: &Group<'_, M>) -> String {
    const LOOKED_AT: usize = 64;
    let written = group.spans.iter().take(LOOKED_AT).find(|span| document.text.slice(**span) == group.name);
    written.map_or_else(|| group.name.clone(), |span| words(document, *span))
}

/// Joins mentions with the same key (normalised full name) into entities, in order of first mention.
fn group<'a, M>(
    document: &Document,
    mentions: impl Iterator<Item = &'a M>,
    span_of: impl Fn(&M) -> Span,
    full_of: impl Fn(&M) -> Option<&str>,
) -> Vec<Group<'a, M>> {
    let mut places: HashMap<String, usize> = HashMap::default();
    let mut groups: Vec<Group<'a, M>> = Vec::new();
    for mention in mentions {
        let span = span_of(mention);
        let surface = words(document, span);
        let key = full_of(mention).map_or_else(|| document.text.slice(span).to_owned(), str::to_owned);
        let at = *places.entry(key).or_insert_with(|| {
            let name = full_of(mention).map_or_else(|| surface.clone(), str::to_owned);
            groups.push(Group { name, names: Vec::new(), spans: Vec::new(), first: mention });
            groups.len() - 1
        });
        let group = &mut groups[at];
        if !group.names.contains(&surface) {
            group.names.push(surface);
        }
        // mentions come in the text's order: the same stretch comes twice only in a row
        if group.spans.last() != Some(&span) {
            group.spans.push(span);
        }
    }
    groups
}
