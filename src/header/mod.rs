//! The header and the by-line: title, source, date, reporters, editors.

mod byline;
mod date;
mod furniture;
mod labels;
mod source;
mod title;

use crate::analysis::Span;
use crate::text::{Text, structure::Structure};
use jiff::civil::Date;

/// What the header and the by-line say.
#[derive(Debug, Default)]
pub struct Header {
    /// The headline.
    pub title: Option<Span>,
    /// The line of dashes right below it: ——某某区2024年发展综述.
    pub subtitle: Option<Span>,
    /// Who published it.
    pub source: Option<Span>,
    /// The printed date.
    pub published: Option<Date>,
    /// Where the printed date stands.
    pub published_span: Option<Span>,
    /// Names of reporters; blanks inside a name may be part of the span.
    pub reporters: Vec<Span>,
    /// Names of editors.
    pub editors: Vec<Span>,
    /// Stretches that are header, by-line or page furniture (相关阅读, 声明, 来源 …), not running text; in order.
    pub furniture: Vec<Span>,
}

impl Header {
    /// Reads header and by-line of `text`.
    pub fn read(text: &Text, structure: &Structure) -> Self {
        let title = title::title(text, structure);
        let source = source::source(text, structure);
        let found = date::published(text, structure);
        let printed = found.map(|found| found.printed);
        let mut furniture = furniture::furniture(text, structure);
        let byline = byline::byline(text, structure);
        furniture.extend(byline.stretches);
        // A text of one line is an article, not a header.
        let headed = structure.paragraphs.len() > 1;
        let dated = found.filter(|found| found.line && headed).map(|found| found.printed.span);
        let lines = [source, dated].into_iter().flatten();
        furniture.extend(lines.map(|span| structure.paragraph_of(span.start)).filter(|line| line.len() <= 120));
        Self {
            title,
            subtitle: title.and_then(|title| title::subtitle(text, title)),
            source,
            published: printed.map(|printed| printed.day),
            published_span: printed.map(|printed| printed.span),
            reporters: byline.reporters,
            editors: byline.editors,
            furniture: joined(furniture, title),
        }
    }

    /// Whether `at` stands in the header, the by-line or page furniture.
    pub fn is_furniture(&self, at: usize) -> bool {
        let next = self.furniture.partition_point(|span| span.end <= at);
        self.furniture.get(next).is_some_and(|span| span.holds(at))
    }
}

/// `spans` in order, without overlap, the title taken out.
fn joined(mut spans: Vec<Span>, title: Option<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        if title.is_some_and(|title| title.overlaps(span)) {
            continue;
        }
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
