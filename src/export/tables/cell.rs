//! The values of tables, of whatever kind, and how what an Analysis holds becomes one.

use crate::analysis::Number;
use crate::export::words::Word;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Words of a fixed set, never from a document: safe as they are.
    Word,
    /// A whole number.
    Integer,
    /// An exact decimal.
    Decimal,
    /// A floating-point number.
    Float,
    /// True or false.
    Boolean,
    /// A day.
    Date,
    /// A list of words.
    Texts,
    /// A list of whole numbers.
    Integers,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Cell<'a> {
    /// The document does not say.
    Empty,
    Text(Cow<'a, str>),
    Word(&'static str),
    Integer(i64),
    Decimal(Decimal),
    Float(f64),
    Boolean(bool),
    Date(Date),
    Texts(Cow<'a, [String]>),
    Integers(Vec<i64>),
}

impl Cell<'_> {
    /// What it is; nothing where it is empty.
    pub const fn kind(&self) -> Option<Kind> {
        Some(match self {
            Cell::Empty => return None,
            Cell::Text(_) => Kind::Text,
            Cell::Word(_) => Kind::Word,
            Cell::Integer(_) => Kind::Integer,
            Cell::Decimal(_) => Kind::Decimal,
            Cell::Float(_) => Kind::Float,
            Cell::Boolean(_) => Kind::Boolean,
            Cell::Date(_) => Kind::Date,
            Cell::Texts(_) => Kind::Texts,
            Cell::Integers(_) => Kind::Integers,
        })
    }
}

macro_rules! cells {
    ($($from:ty => |$value:ident| $cell:expr;)*) => {
        $(impl<'a> From<$from> for Cell<'a> {
            fn from($value: $from) -> Self {
                $cell
            }
        })*
    };
}

cells! {
    &'a String => |words| Cell::Text(Cow::Borrowed(words));
    &'a Vec<String> => |list| Cell::Texts(Cow::Borrowed(list));
    Vec<String> => |list| Cell::Texts(Cow::Owned(list));
    Vec<i64> => |list| Cell::Integers(list);
    usize => |number| Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX));
    u32 => |number| Cell::Integer(number.into());
    f64 => |number| Cell::Float(number);
    bool => |truth| Cell::Boolean(truth);
    Number => |number| Cell::Decimal(number.0.normalize());
    Date => |day| Cell::Date(day);
}

impl<'a> From<&'a Option<String>> for Cell<'a> {
    fn from(words: &'a Option<String>) -> Self {
        words.as_ref().map_or(Cell::Empty, Cell::from)
    }
}

impl<'a, Value: Into<Cell<'a>>> From<Option<Value>> for Cell<'a> {
    fn from(value: Option<Value>) -> Self {
        value.map_or(Cell::Empty, Into::into)
    }
}

impl<Set: Word> From<Set> for Cell<'_> {
    fn from(word: Set) -> Self {
        Cell::Word(word.word())
    }
}
