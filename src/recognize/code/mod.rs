//! Coded slogans (缩略提法): terms whose numerals count or code their members.
//!
//! A term in quotation marks is a code where its shape says so ([`shape`]); outside of them it has to be known: from
//! the national glossary, from quotation marks elsewhere in the document, or by the list that stands before it
//! (蓝天、碧水、净土三大保卫战). [`definitions`] and [`members`] find what the document lists beside a term, [`distant`] what it
//! lists elsewhere.

mod bearing;
mod definitions;
mod distant;
pub mod glossary;
mod head;
mod layout;
mod lists;
mod members;
mod nearby;
mod numeral;
mod plain;
mod shape;
mod steps;
mod told;

use super::{CodeMention, Mentions, Rule, action};
use crate::analysis::Span;
use crate::document::Document;
use shape::{Form, Shape};

/// A quotation that may be a term is no longer than this.
const MAX_QUOTED: usize = 26;

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let mut taken = Taken::new(document.text.len());
    let mut codes: Vec<CodeMention> = Vec::new();
    let quoted = quotations(document);
    for &inner in &quoted {
        if let Some(code) = quoted_code(document, inner) {
            taken.claim(Span::new(code.span.start.min(inner.start - 1), code.span.end.max(inner.end + 1)));
            codes.push(code);
        }
    }
    plain::recognize(document, &mut taken, &mut codes);
    codes.retain(|code| !document.header.is_furniture(code.span.start));
    crate::sorted::by_key(&mut codes, |code| code.span);
    for code in codes.iter_mut().filter(|code| code.members.is_empty()) {
        let shape = shape::shape(&document.text, code.core);
        code.members = nearby::members(&document.text, code.span, code.core, shape.as_ref()).unwrap_or_default();
    }
    distant::fill(document, &quoted, &mut codes);
    distant::explained(document, &mut codes);
    found.codes.extend(codes);
}

/// Which characters a code holds already.
struct Taken(Vec<bool>);

impl Taken {
    fn new(length: usize) -> Self {
        Self(vec![false; length])
    }

    fn claim(&mut self, span: Span) {
        let end = span.end.min(self.0.len());
        self.0[span.start.min(end)..end].fill(true);
    }

    fn is_free(&self, span: Span) -> bool {
        (span.start..span.end).all(|at| !self.0.get(at).copied().unwrap_or(true))
    }
}

/// What stands inside quotation marks and may be a term, the marks left out.
fn quotations(document: &Document) -> Vec<Span> {
    let text = &document.text;
    let mut found = Vec::new();
    for at in 0..text.len() {
        let close = match text.at(at) {
            '“' => '”',
            '‘' => '’',
            _ => continue,
        };
        let limit = text.len().min(at + 1 + MAX_QUOTED * 3);
        if let Some(end) = (at + 1..limit).take_while(|&at| text.at(at) != '\n').find(|&end| text.at(end) == close)
            && end > at + 1
        {
            found.push(Span::new(at + 1, end));
        }
    }
    found
}

/// The code that stands in these quotation marks.
fn quoted_code(document: &Document, inner: Span) -> Option<CodeMention> {
    let text = &document.text;
    let known = glossary::entry(text.slice(inner));
    let shape = shape::shape(text, inner);
    if inner.len() < 2 || inner.len() > MAX_QUOTED || known.is_none() && shape.is_none() || is_spoken(document, inner) {
        return None;
    }
    let behind = inner.end + 1;
    let owned = text.at(behind) == '的';
    let head = head::head_at(document, behind + usize::from(owned)).filter(|head| known.is_none() || head.len() <= 5);
    let bare_number = shape.as_ref().is_some_and(|shape| shape.form == Form::Digits && inner.len() <= 5);
    if bare_number
        && head.is_none()
        && text.chars()[inner.start..inner.end].iter().all(char::is_ascii_digit)
        && !is_listed(document, inner)
        && action::lead_before(text, inner.start - 1, 0).is_none()
    {
        return None;
    }
    let count = known.and_then(|entry| entry.count).or_else(|| shape.as_ref().and_then(|shape| shape.count));
    let end = head.map_or(behind, |head| head.end);
    let mut members = members_beside(document, inner.start - 1, end, behind, shape.as_ref(), count);
    if known.is_some_and(|entry| !entry.resembles(text, &members)) {
        members.clear();
    }
    if let Some([group]) = shape.as_ref().map(|shape| &shape.groups[..]) {
        bearing::without_deed(text, group.key, &mut members);
    }
    if let Some(shape) = &shape {
        layout::bare(text, shape, &mut members);
    }
    // “135”, told by three clauses, announces three
    let parts = shape.as_ref().filter(|shape| shape.form == Form::Digits && shape.groups.len() == members.len());
    // “五抓五促”, told by five members that bear both keys, announces five
    let paired = shape.as_ref().filter(|shape| {
        shape.groups.len() > 1 && shape.groups.iter().all(|group| group.number as usize == members.len())
    });
    let count = if (parts.is_some() || paired.is_some()) && members.len() > 2 {
        u32::try_from(members.len()).ok()
    } else {
        count
    };
    let span = head.map_or(inner, |head| Span::new(inner.start - 1, head.end));
    let rule: Rule = match shape.as_ref().map(|shape| shape.form) {
        Some(Form::Sum) => "code/quoted-sum",
        Some(Form::Digits) => "code/quoted-digits",
        Some(Form::Articles) => "code/quoted-articles",
        Some(Form::Groups) => "code/quoted-numerals",
        None => "code/quoted-glossary",
    };
    Some(CodeMention { span, core: inner, head, count, members, rule })
}

/// A quotation with a final mark, or right behind a colon or a comma of speech, is said, no term.
fn is_spoken(document: &Document, inner: Span) -> bool {
    matches!(document.text.before(inner.end), '。' | '!' | '?' | ',' | ';')
}

/// Whether other terms stand beside it: “四个新”和“4+1”, “343”“561”.
fn is_listed(document: &Document, inner: Span) -> bool {
    let text = &document.text;
    let before = text.before(inner.start - 1);
    matches!(before, '”' | '、') || text.at(inner.end + 1) == '“'
}

/// The members listed right before or right behind a term.
fn members_beside(
    document: &Document,
    start: usize,
    end: usize,
    behind_core: usize,
    shape: Option<&Shape>,
    count: Option<u32>,
) -> Vec<Span> {
    let text = &document.text;
    let coded = shape.is_some_and(|shape| shape.form != Form::Groups);
    let want = if coded { None } else { count };
    // behind the head, and behind the bare term where it has one
    let ends = [Some(end), (end != behind_core).then_some(behind_core)];
    let defined = ends.into_iter().flatten().find_map(|end| definitions::members(text, end, shape, count));
    if let Some(members) = defined {
        return members;
    }
    if let Some(members) = shape.and_then(|shape| steps::members(text, end, shape)) {
        return members;
    }
    let after = ends.into_iter().flatten().find_map(|end| members::after(text, end, want.or(count)));
    after.or_else(|| members::before(text, start, want)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
mod words;
