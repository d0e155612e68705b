//! The fields of each table that a reader can set, and what may stand in them.

use super::row::Entry;
use super::{Fields, figures, people};
use crate::analysis::{
    Code, Event, Facility, Indicator, Keyword, Number, Organization, Person, Place, Programme, Quote, Task, Time,
};
use crate::view::kind::Kind;
use rust_decimal::Decimal;

/// The longest value that is taken, in characters.
const LONGEST: usize = 2_000;

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Words.
    Words,
    /// An exact number; 万 and 亿 are understood.
    Number,
    /// A count.
    Count,
    /// A day, ISO 8601.
    Day,
    /// A division code.
    Division,
    /// One of these.
    Choice(fn() -> Vec<&'static str>),
    /// Words, one entry a line.
    Lines,
    /// Posts, one a line; `|past` or `|coming` behind those that are not held now.
    Posts,
}

/// A field of a table.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in the Analysis.
    pub name: &'static str,
    /// What it holds.
    pub form: Form,
    /// Whether it must not be empty.
    pub required: bool,
    /// Whether it tells rows of one place apart, and is held fast once the reader has confirmed it.
    pub identity: bool,
    /// Whether it is copied from the text and not to be edited.
    pub fixed: bool,
}

impl Field {
    /// A field that may be empty.
    pub const fn new(name: &'static str, form: Form) -> Self {
        Self { name, form, required: false, identity: false, fixed: false }
    }

    /// A field that must be filled.
    pub const fn required(name: &'static str, form: Form) -> Self {
        Self { required: true, ..Self::new(name, form) }
    }

    /// A field that must be filled and tells rows apart.
    pub const fn identity(name: &'static str, form: Form) -> Self {
        Self { identity: true, ..Self::required(name, form) }
    }

    /// The words of the text.
    pub const fn fixed(name: &'static str) -> Self {
        Self { identity: true, fixed: true, ..Self::new(name, Form::Words) }
    }
}

/// Why a value cannot stand in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Problem {
    Missing(&'static str),
    TooLong(&'static str),
    NotANumber(&'static str),
    NotACount(&'static str),
    NotADay(&'static str),
    NotADivision(&'static str),
    NotAChoice(&'static str),
    /// The last day lies before the first.
    EndBeforeStart,
    /// The upper end of a range lies below the lower one.
    MaxBelowValue,
    /// A range without an upper end.
    RangeWithoutMax,
}

impl Problem {
    /// The field that it is about.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Missing(field)
            | Self::TooLong(field)
            | Self::NotANumber(field)
            | Self::NotACount(field)
            | Self::NotADay(field)
            | Self::NotADivision(field)
            | Self::NotAChoice(field) => field,
            Self::EndBeforeStart => "end",
            Self::MaxBelowValue | Self::RangeWithoutMax => "max",
        }
    }

    /// Its id, as messages are named after it.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::TooLong(_) => "too-long",
            Self::NotANumber(_) => "not-a-number",
            Self::NotACount(_) => "not-a-count",
            Self::NotADay(_) => "not-a-day",
            Self::NotADivision(_) => "not-a-division",
            Self::NotAChoice(_) => "not-a-choice",
            Self::EndBeforeStart => "end-before-start",
            Self::MaxBelowValue => "max-below-value",
            Self::RangeWithoutMax => "range-without-max",
        }
    }
}

/// The fields of the table `kind`, in the order of a form.
pub fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Person => Person::FIELDS,
        Kind::Place => Place::FIELDS,
        Kind::Organization => Organization::FIELDS,
        Kind::Facility => Facility::FIELDS,
        Kind::Event => Event::FIELDS,
        Kind::Time => Time::FIELDS,
        Kind::Indicator => Indicator::FIELDS,
        Kind::Code => Code::FIELDS,
        Kind::Programme => Programme::FIELDS,
        Kind::Quote => Quote::FIELDS,
        Kind::Task => Task::FIELDS,
        Kind::Keyword => Keyword::FIELDS,
    }
}

/// Everything that is wrong with `given` as a row of the table `kind`. Fields that are not given are left aside.
pub fn check(kind: Kind, given: &Fields) -> Vec<Problem> {
    let known = fields(kind).iter().filter(|field| !field.fixed);
    let mut problems: Vec<Problem> =
        known.filter_map(|field| check_field(field, given.get(field.name)?).err()).collect();
    let value = |name: &str| given.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
    if let (Some(start), Some(end)) = (value("start"), value("end"))
        && let (Some(start), Some(end)) = (crate::day::day(start), crate::day::day(end))
        && end < start
    {
        problems.push(Problem::EndBeforeStart);
    }
    if let (Some(least), Some(most)) = (value("value").and_then(number), value("max").and_then(number))
        && most.0 < least.0
    {
        problems.push(Problem::MaxBelowValue);
    }
    if value("comparator") == Some("range") && given.get("max").is_some_and(|max| max.trim().is_empty()) {
        problems.push(Problem::RangeWithoutMax);
    }
    problems
}

fn check_field(field: &Field, given: &str) -> Result<(), Problem> {
    let value = given.trim();
    if value.is_empty() {
        return if field.required { Err(Problem::Missing(field.name)) } else { Ok(()) };
    }
    if value.chars().count() > LONGEST {
        return Err(Problem::TooLong(field.name));
    }
    match field.form {
        Form::Words | Form::Lines => Ok(()),
        Form::Number => number(value).map(drop).ok_or(Problem::NotANumber(field.name)),
        Form::Count => value.parse::<u32>().map(drop).map_err(|_| Problem::NotACount(field.name)),
        Form::Day => day(value).map(drop).ok_or(Problem::NotADay(field.name)),
        Form::Division => {
            let digits = value.bytes().all(|byte| byte.is_ascii_digit());
            if digits && matches!(value.len(), 6 | 9) { Ok(()) } else { Err(Problem::NotADivision(field.name)) }
        }
        Form::Choice(choices) => {
            if choices().contains(&value) {
                Ok(())
            } else {
                Err(Problem::NotAChoice(field.name))
            }
        }
        Form::Posts => people::posts(value).map(drop).ok_or(Problem::NotAChoice(field.name)),
    }
}

/// A day as ISO 8601 writes it.
pub fn day(value: &str) -> Option<String> {
    crate::day::day(value.trim()).map(|day| day.to_string())
}

/// A number as readers write it: commas and full width are understood, 万 and 亿 multiply.
pub fn number(value: &str) -> Option<Number> {
    let plain: String = value.trim().chars().filter(|char| !matches!(char, ',' | '，' | ' ')).map(half_width).collect();
    let mut digits = plain.as_str();
    let mut factor = Decimal::ONE;
    while let Some((rest, times)) = figures::multiplier(digits) {
        digits = rest;
        factor = factor.checked_mul(times)?;
    }
    digits.parse::<Decimal>().ok()?.checked_mul(factor).map(|value| Number(value.normalize()))
}

fn half_width(char: char) -> char {
    match char {
        '０'..='９' => char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char),
        '．' => '.',
        '－' | '−' => '-',
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn numbers_are_exact_and_may_be_large() {
        let exact = |value: &str| number(value).map(|number| number.0.to_string());
        assert_eq!(exact("1,234.50").as_deref(), Some("1234.5"));
        assert_eq!(exact("3.6万亿").as_deref(), Some("3600000000000"));
        assert_eq!(exact("－2.6").as_deref(), Some("-2.6"));
        assert_eq!(exact("３８亿").as_deref(), Some("3800000000"));
        for wrong in ["", "万", "三成", "1.2.3", "1e9999", "∞", "9999999999999999999999999999万亿"] {
            assert_eq!(exact(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_a_field_cannot_hold_is_told() {
        let problems = |kind, pairs: &[(&str, &str)]| check(kind, &given(pairs));
        assert_eq!(problems(Kind::Indicator, &[("value", "8.2"), ("max", ""), ("kind", "growth")]), []);
        assert_eq!(problems(Kind::Indicator, &[("value", "很多")]), [Problem::NotANumber("value")]);
        assert_eq!(problems(Kind::Indicator, &[("name", " ")]), [Problem::Missing("name")]);
        assert_eq!(problems(Kind::Indicator, &[("kind", "speed")]), [Problem::NotAChoice("kind")]);
        assert_eq!(problems(Kind::Indicator, &[("value", "5"), ("max", "3")]), [Problem::MaxBelowValue]);
        assert_eq!(problems(Kind::Indicator, &[("comparator", "range"), ("max", "")]), [Problem::RangeWithoutMax]);
        assert_eq!(problems(Kind::Event, &[("start", "2024-13-01")]), [Problem::NotADay("start")]);
        let reversed = [("start", "2024-02-01"), ("end", "2024-01-31")];
        assert_eq!(problems(Kind::Event, &reversed), [Problem::EndBeforeStart]);
        assert_eq!(problems(Kind::Place, &[("code", "3203")]), [Problem::NotADivision("code")]);
        assert_eq!(problems(Kind::Place, &[("code", "320300"), ("level", "prefecture")]), []);
        assert_eq!(problems(Kind::Person, &[("posts", "市长|once")]), [Problem::NotAChoice("posts")]);
        assert_eq!(problems(Kind::Code, &[("count", "-1")]), [Problem::NotACount("count")]);
        let long = "长".repeat(LONGEST + 1);
        assert_eq!(problems(Kind::Facility, &[("name", &long)]), [Problem::TooLong("name")]);
    }

    #[test]
    fn every_required_field_is_checked() {
        for kind in Kind::ALL {
            for field in fields(kind).iter().filter(|field| field.required) {
                assert_eq!(check(kind, &given(&[(field.name, "")])), [Problem::Missing(field.name)]);
            }
        }
    }
}
