//! What the rows of all tables have in common for who corrects them.

use super::form::{Field, Problem};
use crate::analysis::Span;
use crate::view::kind::Kind;
use std::any::Any;

/// The rule of rows that the reader added, or that the analyzer does not find any more.
pub const RULE: &str = "reader/added";

/// A row that can be corrected.
pub trait Entry: Clone + 'static {
    /// Its table.
    const KIND: Kind;
    /// Its fields.
    const FIELDS: &'static [Field];
    /// Whether it stands in several places and is known by its name.
    const MANY: bool;

    /// What it is known by: its name, or the words of its place.
    fn name(&self) -> &str;

    /// Where it stands.
    fn places(&self) -> &[Span];

    /// The value of a field as a reader would type it; empty for an unknown one.
    fn get(&self, field: &str) -> String;

    /// Sets a field.
    ///
    /// # Errors
    /// The [`Problem`] with the value; the row stays as it was. Unknown and fixed fields are left alone.
    fn set(&mut self, field: &str, value: &str, text: &str) -> Result<(), Problem>;

    /// A row with nothing but the words of `span`.
    fn blank(words: &str, span: Span) -> Self;

    /// Adds a place with these words.
    fn add_place(&mut self, _words: &str, _span: Span) {}

    /// Takes a place away.
    fn drop_place(&mut self, _span: Span) {}

    /// Takes over the places of a row with the same name.
    fn absorb(&mut self, _other: Self) {}

    /// The reader has looked at it.
    fn seen(&mut self) {}
}

/// What tables differ in.
#[derive(Clone, Copy)]
pub struct Sort {
    /// [`Entry::KIND`].
    pub kind: Kind,
    /// [`Entry::FIELDS`].
    pub fields: &'static [Field],
    /// [`Entry::MANY`].
    pub many: bool,
    /// [`Entry::blank`].
    pub blank: fn(&str, Span) -> Box<dyn AnyRow>,
}

impl Sort {
    /// That of the table of these rows.
    pub fn of<R: Entry>() -> Self {
        Self { kind: R::KIND, fields: R::FIELDS, many: R::MANY, blank: |words, span| Box::new(R::blank(words, span)) }
    }
}

/// A row of any table; see [`Entry`].
#[allow(missing_docs)]
pub trait AnyRow {
    fn name(&self) -> &str;
    fn places(&self) -> &[Span];
    fn get(&self, field: &str) -> String;
    /// # Errors
    /// Those of [`Entry::set`].
    fn set(&mut self, field: &str, value: &str, text: &str) -> Result<(), Problem>;
    fn add_place(&mut self, words: &str, span: Span);
    fn drop_place(&mut self, span: Span);
    /// [`Entry::absorb`]; a row of another table is left alone.
    fn absorb(&mut self, other: Box<dyn AnyRow>);
    fn seen(&mut self);
    fn copy(&self) -> Box<dyn AnyRow>;
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

impl<R: Entry> AnyRow for R {
    fn name(&self) -> &str {
        Entry::name(self)
    }

    fn places(&self) -> &[Span] {
        Entry::places(self)
    }

    fn get(&self, field: &str) -> String {
        Entry::get(self, field)
    }

    fn set(&mut self, field: &str, value: &str, text: &str) -> Result<(), Problem> {
        Entry::set(self, field, value, text)
    }

    fn add_place(&mut self, words: &str, span: Span) {
        Entry::add_place(self, words, span);
    }

    fn drop_place(&mut self, span: Span) {
        Entry::drop_place(self, span);
    }

    fn absorb(&mut self, other: Box<dyn AnyRow>) {
        if let Ok(other) = other.into_any().downcast() {
            Entry::absorb(self, *other);
        }
    }

    fn seen(&mut self) {
        Entry::seen(self);
    }

    fn copy(&self) -> Box<dyn AnyRow> {
        Box::new(self.clone())
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

/// Adds `span` to sorted places.
pub fn insert(spans: &mut Vec<Span>, span: Span) {
    if let Err(at) = spans.binary_search(&span) {
        spans.insert(at, span);
    }
}

/// Adds the surface form `words`.
pub fn insert_name(names: &mut Vec<String>, words: &str) {
    if !names.iter().any(|name| name == words) {
        names.push(words.to_owned());
    }
}

/// Words, or nothing.
pub fn optional(value: &str) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// The lines of a list.
pub fn lines(value: &str) -> Vec<String> {
    value.lines().filter_map(optional).collect()
}

/// A value with a name in a closed list.
pub type Choices<T> = &'static [(&'static str, T)];

/// The value that `name` stands for.
pub fn chosen<T: Copy>(choices: Choices<T>, field: &'static str, name: &str) -> Result<T, Problem> {
    let found = choices.iter().find(|(known, _)| *known == name.trim());
    found.map(|(_, value)| *value).ok_or(Problem::NotAChoice(field))
}

/// The name of `value`.
pub fn name_of<T: Copy + PartialEq>(choices: Choices<T>, value: T) -> String {
    choices.iter().find(|(_, known)| *known == value).map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

/// All names of a closed list.
pub fn names_of<T>(choices: Choices<T>) -> Vec<&'static str> {
    choices.iter().map(|(name, _)| *name).collect()
}

/// A day, or nothing.
pub fn optional_day(field: &'static str, value: &str) -> Result<Option<String>, Problem> {
    if value.trim().is_empty() {
        return Ok(None);
    }
    super::form::day(value).map(Some).ok_or(Problem::NotADay(field))
}

/// Words that must be there.
pub fn required(field: &'static str, value: &str) -> Result<String, Problem> {
    optional(value).ok_or(Problem::Missing(field))
}

/// The place of `words` in `text` that is nearest to `near`.
pub fn nearest(text: &str, words: &str, near: Span) -> Option<Span> {
    if words.is_empty() {
        return None;
    }
    let before = text.get(..near.end).and_then(|head| head.rfind(words));
    let after = text.get(near.start..).and_then(|tail| tail.find(words)).map(|at| near.start + at);
    let distance = |at: &usize| at.abs_diff(near.start);
    let at = before.into_iter().chain(after).min_by_key(distance)?;
    Some(Span::new(at, at + words.len()))
}
