//! Paragraphs, sentences, clauses and headings of a text.

use super::headings::headings;
use super::tables::{Table, tables};
use super::{Text, ends_clause, ends_sentence};
use crate::analysis::Span;

/// How the text is built. All spans are code points, in order, without overlap within one list.
#[derive(Debug, Default)]
pub struct Structure {
    /// Lines with something in them, without the blanks around them.
    pub paragraphs: Vec<Span>,
    /// Sentences, their final mark and closing quotation marks included.
    pub sentences: Vec<Span>,
    /// Headings, in lines of their own or numbered inside a running line.
    pub headings: Vec<Heading>,
    /// Tables.
    pub tables: Vec<Table>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Number and title.
    pub span: Span,
    /// 1 for the outermost.
    pub level: u32,
    /// Index of the heading it stands under.
    pub parent: Option<usize>,
}

impl Structure {
    /// Reads the structure of `text`.
    pub fn new(text: &Text) -> Self {
        let paragraphs = paragraphs(text);
        let tables = tables(text);
        let headings = headings(text, &outside(&paragraphs, &tables));
        let sentences = sentences(text, &paragraphs, &headings);
        Self { paragraphs, sentences, headings, tables }
    }

    /// The paragraph that holds `at`; an empty span at `at` where none does.
    pub fn paragraph_of(&self, at: usize) -> Span {
        holding(&self.paragraphs, at)
    }

    /// The sentence that holds `at`; an empty span at `at` where none does.
    pub fn sentence_of(&self, at: usize) -> Span {
        holding(&self.sentences, at)
    }

    /// The table that holds `at`.
    pub fn table_of(&self, at: usize) -> Option<&Table> {
        let next = self.tables.partition_point(|table| table.span.end <= at);
        self.tables.get(next).filter(|table| table.span.holds(at))
    }

    /// The headings that `at` stands under, outermost first.
    pub fn heading_path(&self, at: usize) -> Vec<&Heading> {
        let mut path: Vec<&Heading> = Vec::new();
        let mut next = self.headings.partition_point(|heading| heading.span.start <= at).checked_sub(1);
        while let Some(heading) = next.and_then(|index| self.headings.get(index)) {
            path.push(heading);
            next = heading.parent;
        }
        path.reverse();
        path
    }
}

/// The paragraphs that are no rows of a table: 1.地区生产总值 there is no heading.
fn outside(paragraphs: &[Span], tables: &[Table]) -> Vec<Span> {
    let mut next = tables.iter().peekable();
    let free = |paragraph: &&Span| {
        while next.next_if(|table| table.span.end <= paragraph.start).is_some() {}
        next.peek().is_none_or(|table| !table.span.overlaps(**paragraph))
    };
    paragraphs.iter().filter(free).copied().collect()
}

/// The clauses of `within`: the stretches between , ; : and sentence ends, marks left out, blanks trimmed.
pub fn clauses(text: &Text, within: Span) -> Vec<Span> {
    let mut clauses = Vec::new();
    let mut start = within.start;
    for at in within.start..=within.end {
        let cut = at == within.end || (ends_clause(text.at(at)) && !between_digits(text, at));
        if cut {
            let clause = text.trim(Span::new(start, at));
            if !clause.is_empty() {
                clauses.push(clause);
            }
            start = at + 1;
        }
    }
    clauses
}

/// Whether the mark at `at` stands between two digits: 1,000 or 09:45.
fn between_digits(text: &Text, at: usize) -> bool {
    matches!(text.at(at), ',' | ':') && text.before(at).is_ascii_digit() && text.at(at + 1).is_ascii_digit()
}

fn holding(spans: &[Span], at: usize) -> Span {
    let next = spans.partition_point(|span| span.end <= at);
    match spans.get(next) {
        Some(span) if span.start <= at => *span,
        _ => Span::new(at, at),
    }
}

fn paragraphs(text: &Text) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for at in 0..=text.len() {
        if at == text.len() || matches!(text.at(at), '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            let paragraph = text.trim(Span::new(start, at));
            if !paragraph.is_empty() {
                paragraphs.push(paragraph);
            }
            start = at + 1;
        }
    }
    paragraphs
}

/// The sentences of all paragraphs; a heading run in before its text is a sentence of its own.
fn sentences(text: &Text, paragraphs: &[Span], headings: &[Heading]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut headings = headings.iter().map(|heading| heading.span).peekable();
    for &paragraph in paragraphs {
        let mut start = paragraph.start;
        while let Some(heading) = headings.next_if(|heading| heading.start < paragraph.end) {
            sentences_within(text, Span::new(start, heading.start), &mut found);
            found.push(heading);
            start = heading.end;
        }
        sentences_within(text, Span::new(start, paragraph.end), &mut found);
    }
    found
}

fn sentences_within(text: &Text, within: Span, found: &mut Vec<Span>) {
    let (mut start, mut at) = (within.start, within.start);
    while at < within.end {
        let ends = ends_sentence(text.at(at));
        at += 1;
        if !ends {
            continue;
        }
        while at < within.end && (ends_sentence(text.at(at)) || matches!(text.at(at), '”' | '’' | ')' | '》')) {
            at += 1;
        }
        let sentence = text.trim(Span::new(start, at));
        if !sentence.is_empty() {
            found.push(sentence);
        }
        start = at;
    }
    let rest = text.trim(Span::new(start.min(within.end), within.end));
    if !rest.is_empty() {
        found.push(rest);
    }
}
