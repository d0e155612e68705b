//! What exports are made of, and what they share.

use crate::analysis::{Analysis, Span};
use crate::text::{Offsets, Text};
use std::ops::Range;

/// A document with what was found in it; spans count code points.
#[derive(Debug)]
pub struct Source<'a> {
    /// What the document is called.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// What was found.
    pub analysis: &'a Analysis,
    /// The byte at which each code point starts, and the end.
    bytes: Vec<usize>,
}

impl<'a> Source<'a> {
    /// A document called `name`; the spans of `analysis` count code points.
    pub fn new(name: &'a str, text: &'a str, analysis: &'a Analysis) -> Self {
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { name, text, analysis, bytes }
    }

    /// The words of `span`; nothing where it is not of this text.
    pub fn words(&self, span: Span) -> &'a str {
        let at = |place: usize| self.bytes.get(place).copied().unwrap_or(self.text.len());
        self.text.get(at(span.start)..at(span.end)).unwrap_or_default()
    }

    /// How many code points the text has.
    pub fn len(&self) -> usize {
        self.bytes.len() - 1
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The paragraphs as stretches of code points, line ends left out.
    pub fn paragraphs(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = 0;
        let chars = self.text.chars().chain(['\n']);
        for (at, char) in chars.enumerate() {
            if char == '\n' {
                found.push(start..at);
                start = at + 1;
            }
        }
        found
    }

    /// The Analysis with offsets in UTF-16 code units, as JavaScript counts.
    pub fn in_utf16(&self) -> Analysis {
        let table = Text::new(self.text).offset_table(Offsets::Utf16);
        let mut analysis = self.analysis.clone();
        analysis.convert_offsets(|offset| table.get(offset).copied().unwrap_or_default());
        analysis
    }

    /// Every mention of every row, in the order of the text: what annotation formats hold.
    pub fn mentions(&self) -> Vec<Mention<'a>> {
        let analysis = self.analysis;
        let mut found: Vec<Mention<'a>> = Vec::new();
        let mut add = |label, spans: &[Span], row, name: &'a str, rule: &'a str| {
            found.extend(spans.iter().map(|&span| Mention { label, span, row, name, rule }));
        };
        macro_rules! many {
            ($($table:ident: $label:literal, $name:ident;)*) => {
                $(for (row, item) in analysis.$table.iter().enumerate() {
                    add($label, &item.spans, row, &item.$name, &item.rule);
                })*
            };
        }
        macro_rules! single {
            ($($table:ident: $label:literal, $name:ident;)*) => {
                $(for (row, item) in analysis.$table.iter().enumerate() {
                    add($label, &[item.span], row, &item.$name, &item.rule);
                })*
            };
        }
        many! {
            people: "person", name;
            places: "place", name;
            organizations: "organization", name;
            facilities: "facility", name;
            events: "event", name;
            codes: "code", text;
            programmes: "programme", text;
            keywords: "keyword", text;
        }
        single! {
            times: "time", text;
            indicators: "indicator", name;
            quotes: "quote", speaker;
            tasks: "task", action;
        }
        for (row, person) in analysis.people.iter().enumerate() {
            person.posts.iter().for_each(|post| add("post", &[post.span], row, &post.text, &post.rule));
        }
        found.retain(|mention| !mention.span.is_empty() && mention.span.end <= self.len());
        crate::sorted::by_key(&mut found, |mention| (mention.span.start, mention.span.end, mention.label));
        found
    }
}

/// One mention of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention<'a> {
    /// The kind: `person`, `indicator` …
    pub label: &'static str,
    /// Where it stands, in code points.
    pub span: Span,
    /// The row of its table.
    pub row: usize,
    /// What the row is called.
    pub name: &'a str,
    /// The rule that found it.
    pub rule: &'a str,
}

/// The labels of [`Source::mentions`].
pub const LABELS: [&str; 13] = [
    "person",
    "post",
    "place",
    "organization",
    "facility",
    "event",
    "time",
    "indicator",
    "code",
    "programme",
    "quote",
    "task",
    "keyword",
];
