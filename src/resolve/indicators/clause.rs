//! Clauses with the figures inside them.

use crate::analysis::Span;
use crate::document::Document;
use crate::recognize::quantity::Quantity;
use crate::recognize::time::TimeMention;
use crate::text::{Text, ends_clause, ends_sentence};
use std::ops::Range;

/// How far a bracket without figures may reach and still be read as part of the clause around it.
const BRACKET: usize = 60;

/// A clause: what stands between two marks.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Where it stands, blanks trimmed.
    pub span: Span,
    /// Running number of its sentence.
    pub sentence: usize,
    /// Running number of the part of a sentence between semicolons.
    pub segment: usize,
    /// Running number of its paragraph or item (a dash at the start of an item counts as one).
    pub group: usize,
    /// How many headings start at or before it.
    pub section: usize,
    /// Its figures, as a range of the list of figures.
    pub figures: Range<usize>,
}

/// What is read: the document with its figures, times and clauses, all in the text's order.
pub struct Scene<'a> {
    /// The document.
    pub document: &'a Document,
    /// Figures that may become indicators.
    pub figures: Vec<&'a Quantity>,
    /// All times.
    pub times: Vec<&'a TimeMention>,
    /// Places and bodies, sorted.
    pub places: Vec<Span>,
    /// All clauses.
    pub clauses: Vec<Clause>,
}

impl<'a> Scene<'a> {
    /// Cuts `document` into clauses around `figures`; paragraphs in `skip` are read elsewhere.
    pub fn new(
        document: &'a Document,
        figures: Vec<&'a Quantity>,
        times: Vec<&'a TimeMention>,
        places: Vec<Span>,
        skip: &[Span],
    ) -> Self {
        let mut cutter = Cutter { document, figures: &figures, clauses: Vec::new(), sentence: 0, segment: 0, group: 0 };
        let skipped = |paragraph: &Span| {
            let next = skip.partition_point(|span| span.end <= paragraph.start);
            skip.get(next).is_some_and(|span| span.contains(*paragraph))
        };
        for &paragraph in document.structure.paragraphs.iter().filter(|paragraph| !skipped(paragraph)) {
            cutter.paragraph(paragraph);
        }
        let clauses = cutter.clauses;
        Self { document, figures, times, places, clauses }
    }

    /// The text.
    pub fn text(&self) -> &'a Text {
        &self.document.text
    }

    /// The figures of a clause.
    pub fn figures_of(&self, clause: &Clause) -> &[&'a Quantity] {
        self.figures.get(clause.figures.clone()).unwrap_or_default()
    }

    /// Whether a figure follows that the words of clause number `index` may name: in its sentence or in the next clause.
    pub fn figures_follow(&self, index: usize) -> bool {
        let Some(clause) = self.clauses.get(index) else { return false };
        let Some(figure) = self.figures.get(clause.figures.end) else { return false };
        let next = self.clauses.partition_point(|clause| clause.span.end <= figure.span.start);
        next == index + 1 || self.clauses.get(next).is_some_and(|next| next.sentence == clause.sentence)
    }
}

struct Cutter<'a, 'b> {
    document: &'a Document,
    figures: &'b [&'a Quantity],
    clauses: Vec<Clause>,
    sentence: usize,
    segment: usize,
    group: usize,
}

impl Cutter<'_, '_> {
    fn paragraph(&mut self, paragraph: Span) {
        let text = &self.document.text;
        self.sentence += 1;
        self.segment += 1;
        self.group += 1;
        let (mut start, mut at, mut bracket) = (paragraph.start, paragraph.start, None);
        while at < paragraph.end {
            let char = text.at(at);
            if self.inside_figure(at) {
                at += 1;
                continue;
            }
            if self.heading_edge(at) {
                self.push(start, at);
                start = at;
            }
            match char {
                '(' => match self.bracket_end(at, paragraph.end) {
                    Some(end) if self.figure_between(at, end) => {
                        self.push(start, at);
                        (start, bracket) = (at + 1, Some(end));
                    }
                    Some(end) => {
                        at = end;
                    }
                    None => {}
                },
                ')' if bracket == Some(at) => {
                    self.push(start, at);
                    (start, bracket) = (at + 1, None);
                }
                '—' if text.at(at + 1) == '—' && (at == paragraph.start || self.opens_item(at)) => {
                    self.push(start, at);
                    self.sentence += 1;
                    self.segment += 1;
                    self.group += 1;
                    start = at + 2;
                    at += 1;
                }
                _ if ends_clause(char) || matches!(char, '\t' | '|') => {
                    let cut = !matches!(char, ',' | ':') || !between_digits(text, at);
                    if cut {
                        self.push(start, at);
                        self.sentence += usize::from(ends_sentence(char));
                        self.segment += usize::from(ends_sentence(char) || char == ';');
                        start = at + 1;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        self.push(start, paragraph.end);
    }

    /// Whether the dash at `at` opens an item of a list: it stands behind a sentence.
    fn opens_item(&self, at: usize) -> bool {
        let text = &self.document.text;
        let before = (at.saturating_sub(3)..at).rev().map(|place| text.at(place)).find(|char| !char.is_whitespace());
        before.is_some_and(|char| matches!(char, '。' | ';' | ':' | '”' | '\n'))
    }

    /// Whether a heading starts or ends at `at`: headings may stand inside a running line.
    fn heading_edge(&self, at: usize) -> bool {
        let headings = &self.document.structure.headings;
        let next = headings.partition_point(|heading| heading.span.start <= at);
        let last = next.checked_sub(1).and_then(|index| headings.get(index));
        last.is_some_and(|heading| heading.span.start == at || heading.span.end == at)
    }

    fn inside_figure(&self, at: usize) -> bool {
        let next = self.figures.partition_point(|figure| figure.span.end <= at);
        self.figures.get(next).is_some_and(|figure| figure.span.start < at && at < figure.span.end)
    }

    fn bracket_end(&self, at: usize, end: usize) -> Option<usize> {
        (at + 1..end.min(at + BRACKET)).find(|&place| self.document.text.at(place) == ')')
    }

    fn figure_between(&self, start: usize, end: usize) -> bool {
        let next = self.figures.partition_point(|figure| figure.span.start < start);
        self.figures.get(next).is_some_and(|figure| figure.span.start < end)
    }

    fn push(&mut self, start: usize, end: usize) {
        let span = self.document.text.trim(Span::new(start, end.max(start)));
        if span.is_empty() {
            return;
        }
        let within = |starts: &dyn Fn(usize) -> usize| starts(span.start)..starts(span.end);
        let figures = within(&|at| self.figures.partition_point(|figure| figure.span.start < at));
        let section = self.document.structure.headings.partition_point(|heading| heading.span.start <= span.start);
        if self.clauses.last().is_some_and(|last| last.section != section) {
            self.sentence += 1;
            self.segment += 1;
            self.group += 1;
        }
        let (sentence, segment, group) = (self.sentence, self.segment, self.group);
        self.clauses.push(Clause { span, sentence, segment, group, section, figures });
    }
}

/// Whether the mark at `at` stands between two digits: 1,000 or 09:45.
fn between_digits(text: &Text, at: usize) -> bool {
    text.before(at).is_ascii_digit() && text.at(at + 1).is_ascii_digit()
}
