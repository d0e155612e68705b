//! What the reader has filled in, and the correction that comes of it.

use super::Of;
use crate::analysis::Span;
use crate::correct::anchor::Anchor;
use crate::correct::{Correction, Fields, What, fields, read, rows_of};
use crate::taught;
use crate::view::kind::Kind;
use crate::web::app::correct::{correction, now, words};
use crate::web::app::state::Reading;

/// What the reader has filled in.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Draft {
    pub kind: Option<Kind>,
    pub fields: Fields,
    pub quote: String,
    pub note: String,
    pub everywhere: bool,
    pub always: bool,
    /// Whether the problems are shown.
    pub tried: bool,
}

/// What the form begins with.
pub(super) fn begin(reading: &Reading, of: Of) -> Draft {
    match of {
        Of::Row(row) => Draft { kind: Some(row.kind), fields: read(&reading.analysis, row), ..Draft::default() },
        Of::New(kind, span) => {
            let quote = span.map(|span| reading.words(span).to_owned()).unwrap_or_default();
            Draft { kind: Some(kind), fields: blank(kind, &quote), quote, everywhere: true, ..Draft::default() }
        }
    }
}

/// What a new row on `quote` begins with; the number and unit of a figure are taken from its words.
pub(super) fn blank(kind: Kind, quote: &str) -> Fields {
    let mut fields = rows_of(kind, quote, Span::new(0, quote.len()));
    if kind == Kind::Indicator {
        let digit = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',');
        let from = quote.find(|char: char| char.is_ascii_digit()).unwrap_or(quote.len());
        let rest = quote.get(from..).unwrap_or_default();
        let length = rest.find(|char| !digit(char)).unwrap_or(rest.len());
        let (number, unit) = rest.split_at(length);
        fields.insert("value".to_owned(), number.to_owned());
        fields.insert("unit".to_owned(), unit.to_owned());
        fields.insert("name".to_owned(), quote.get(..from).unwrap_or_default().to_owned());
    }
    fields
}

/// The first place of `words` in the text.
pub(super) fn find(reading: &Reading, words: &str) -> Option<Span> {
    let words = words.trim();
    let at = reading.text.find(words).filter(|_| !words.is_empty())?;
    Some(Span::new(at, at + words.len()))
}

/// The correction, and what the lexicon learns from it.
pub(super) fn make(
    reading: &Reading,
    of: Of,
    nth: usize,
    place: Option<Span>,
    draft: &Draft,
) -> Option<(Correction, Option<taught::Entry>)> {
    let kind = draft.kind?;
    let mut made = match of {
        Of::Row(row) => {
            let mut made = correction(reading, What::Edit, row, nth)?;
            let before = made.row.clone();
            let changed = draft.fields.iter().filter(|(name, value)| before.get(*name) != Some(*value));
            made.fields = changed.map(|(name, value)| (name.clone(), value.clone())).collect();
            if made.fields.is_empty() {
                made.what = What::Confirm;
            }
            made
        }
        Of::New(..) => Correction {
            what: What::Add,
            kind,
            anchor: Anchor::new(&reading.text, place?)?,
            row: Fields::new(),
            fields: fields(kind)
                .iter()
                .filter(|field| !field.fixed)
                .filter_map(|field| Some((field.name.to_owned(), draft.fields.get(field.name)?.clone())))
                .collect(),
            everywhere: draft.everywhere,
            at: now(),
            note: String::new(),
        },
    };
    made.note = draft.note.trim().to_owned();
    let name = draft.fields.get("name").or_else(|| draft.fields.get("text")).map(|name| name.trim().to_owned());
    let entry = words::teachable(kind).filter(|_| draft.always).zip(name).map(|(kind, name)| {
        let quote = made.anchor.quote.trim().to_owned();
        let aliases = if quote == name { Vec::new() } else { vec![quote] };
        taught::Entry { name, kind, aliases, note: made.note.clone() }
    });
    Some((made, entry))
}
