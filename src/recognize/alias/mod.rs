//! Short forms that the text itself declares: 某某集团有限公司(以下简称“某某集团”).
//!
//! A declaration tells where the full name ends and which words stand for it from there on; the recognisers of bodies and
//! of facilities ask for the short forms of their names wherever the document has them.

use super::place::may_stand;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Words;
use crate::text::is_han;
use std::sync::LazyLock;

/// A declared short form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Alias {
    /// Where the full name ends.
    owner_end: usize,
    /// The short form where it is declared.
    short: Span,
}

/// The words that declare a short form.
const WORDS: [&str; 3] = ["简称", "下称", "合称"];

/// What may stand between the mark behind the full name and the word that declares.
static LEADS: LazyLock<Words> = LazyLock::new(|| Words::of(include_str!("leads.tsv")));

/// No more declarations than this are followed through a document.
const MOST: usize = 32;

/// How long a short form may be.
const LONGEST: usize = 14;

/// From this length on a short form needs no words cut around it.
const SURE: usize = 4;

/// The short forms of `names` (in order, without overlap) wherever `document` uses them: `name` tells where a name
/// stands and what it is in full, `make` makes the short form of it.
pub fn of<T>(
    document: &Document,
    names: &[T],
    name: impl Fn(&T) -> (Span, Option<String>),
    make: impl Fn(Span, Option<String>, &T) -> T,
) -> Vec<T> {
    let mut short = Vec::new();
    for alias in declared(document) {
        let at = names.partition_point(|other| name(other).0.end < alias.owner_end);
        let Some(owner) = names.get(at) else { continue };
        let (span, full) = name(owner);
        if span.end != alias.owner_end {
            continue;
        }
        let full = full.unwrap_or_else(|| document.text.slice(span).to_owned());
        short.extend(occurrences(document, &alias).into_iter().map(|span| make(span, Some(full.clone()), owner)));
    }
    short
}

/// The declarations of `document`, in order.
fn declared(document: &Document) -> Vec<Alias> {
    let text = &document.text;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() && found.len() < MOST {
        match WORDS.iter().find(|word| text.starts_with(at, word)) {
            Some(_) => {
                found.extend(declaration(document, at));
                at += 2;
            }
            None => at += 1,
        }
    }
    found
}

/// The declaration whose word stands at `at`.
fn declaration(document: &Document, at: usize) -> Option<Alias> {
    const LEAD: usize = 5;
    let text = &document.text;
    let mark = (at.saturating_sub(LEAD)..at).rev().find(|&mark| !is_han(text.at(mark)))?;
    let bracket = text.at(mark) == '(';
    let lead = text.slice(Span::new(mark + 1, at));
    if !(bracket || text.at(mark) == ',') || !(lead.is_empty() || LEADS.contains(lead)) {
        return None;
    }
    let mut start = at + 2;
    while matches!(text.at(start), ':' | '为' | ' ') {
        start += 1;
    }
    let quoted = text.at(start) == '“';
    start += usize::from(quoted);
    let closing = |char: char| if quoted { char == '”' } else { matches!(char, ')' | ',' | ';') };
    let end = (start..(start + LONGEST).min(text.len())).find(|&end| closing(text.at(end)))?;
    let short = Span::new(start, end);
    let worded = (start..end).all(|at| is_han(text.at(at)) || text.at(at).is_ascii_alphanumeric());
    (short.len() >= 2 && worded && (bracket || quoted)).then_some(Alias { owner_end: mark, short })
}

/// Every place from its declaration on where the short form stands.
fn occurrences(document: &Document, alias: &Alias) -> Vec<Span> {
    let text = &document.text;
    let Some(words) = text.chars().get(alias.short.start..alias.short.end) else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = alias.short.start;
    while at + words.len() <= text.len() {
        let span = Span::new(at, at + words.len());
        let same = text.chars().get(at..span.end).is_some_and(|here| here == words);
        if same && (words.len() >= SURE || may_stand(document, span)) {
            found.push(span);
            at = span.end;
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing;

    /// The bodies and facilities of a text as the examples write them.
    fn read(text: &str) -> String {
        let (document, found) = testing::recognize(text, "2024-06-01");
        let bodies = found.organizations.iter().filter(|body| body.rule == "organization/alias");
        let sites = found.facilities.iter().filter(|name| name.rule == "facility/alias");
        let named = bodies.map(|body| (body.span, &body.full)).chain(sites.map(|name| (name.span, &name.full)));
        let written =
            named.map(|(span, full)| format!("{}={}", document.text.slice(span), full.as_deref().unwrap_or_default()));
        written.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_example_reads_as_expected() {
        testing::check(include_str!("examples.tsv"), read);
    }
}
