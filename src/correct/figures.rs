//! Times and indicators.

use super::form::{Field, Form, Problem, number};
use super::row::{Choices, Entry, RULE, chosen, name_of, names_of, optional, optional_day, required};
use crate::analysis::{Comparator, Indicator, IndicatorKind, Number, Span, Status, Time};
use crate::view::kind::Kind;
use rust_decimal::Decimal;

const COMPARATORS: Choices<Comparator> = &[
    ("=", Comparator::Equal),
    (">", Comparator::Greater),
    (">=", Comparator::AtLeast),
    ("<", Comparator::Less),
    ("<=", Comparator::AtMost),
    ("~", Comparator::About),
    ("range", Comparator::Range),
];

const KINDS: Choices<IndicatorKind> = &[
    ("level", IndicatorKind::Level),
    ("change", IndicatorKind::Change),
    ("growth", IndicatorKind::Growth),
    ("share", IndicatorKind::Share),
    ("multiple", IndicatorKind::Multiple),
    ("rank", IndicatorKind::Rank),
];

/// Whether something happened, as the Analysis names it.
pub const STATUSES: Choices<Status> =
    &[("actual", Status::Actual), ("estimate", Status::Estimate), ("target", Status::Target)];

/// How far before a figure its name is looked for, in bytes.
const NAME_WITHIN: usize = 300;

impl Entry for Time {
    const KIND: Kind = Kind::Time;
    const FIELDS: &'static [Field] =
        &[Field::fixed("text"), Field::new("start", Form::Day), Field::new("end", Form::Day)];
    const MANY: bool = false;

    fn places(&self) -> &[Span] {
        std::slice::from_ref(&self.span)
    }

    fn name(&self) -> &str {
        &self.text
    }

    fn get(&self, field: &str) -> String {
        match field {
            "text" => self.text.clone(),
            "start" => self.start.clone().unwrap_or_default(),
            "end" => self.end.clone().unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn set(&mut self, field: &str, value: &str, _: &str) -> Result<(), Problem> {
        match field {
            "start" => self.start = optional_day("start", value)?,
            "end" => self.end = optional_day("end", value)?,
            _ => {}
        }
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        Self { text: words.to_owned(), start: None, end: None, span, rule: RULE.to_owned() }
    }
}

impl Entry for Indicator {
    const KIND: Kind = Kind::Indicator;
    const FIELDS: &'static [Field] = &[
        Field::fixed("text"),
        Field::identity("name", Form::Words),
        Field::identity("value", Form::Number),
        Field { identity: true, ..Field::new("max", Form::Number) },
        Field { identity: true, ..Field::new("unit", Form::Words) },
        Field::required("comparator", Form::Choice(|| names_of(COMPARATORS))),
        Field::required("kind", Form::Choice(|| names_of(KINDS))),
        Field::required("status", Form::Choice(|| names_of(STATUSES))),
        Field::new("subject", Form::Words),
        Field::new("start", Form::Day),
        Field::new("end", Form::Day),
        Field::new("baseline", Form::Words),
    ];
    const MANY: bool = false;

    fn places(&self) -> &[Span] {
        std::slice::from_ref(&self.span)
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn get(&self, field: &str) -> String {
        let optional = |value: &Option<String>| value.clone().unwrap_or_default();
        match field {
            "text" => self.text.clone(),
            "name" => self.name.clone(),
            "value" => self.value.0.normalize().to_string(),
            "max" => self.max.map(|max| max.0.normalize().to_string()).unwrap_or_default(),
            "unit" => self.unit.clone(),
            "comparator" => name_of(COMPARATORS, self.comparator),
            "kind" => name_of(KINDS, self.kind),
            "status" => name_of(STATUSES, self.status),
            "subject" => optional(&self.subject),
            "start" => optional(&self.start),
            "end" => optional(&self.end),
            "baseline" => optional(&self.baseline),
            _ => String::new(),
        }
    }

    fn set(&mut self, field: &str, value: &str, text: &str) -> Result<(), Problem> {
        match field {
            "name" => self.rename(required("name", value)?, text),
            "value" => self.value = number(value).ok_or(Problem::NotANumber("value"))?,
            "max" => {
                let max = optional(value).map(|max| number(&max).ok_or(Problem::NotANumber("max")));
                self.max = max.transpose()?;
            }
            "unit" => self.unit = value.trim().to_owned(),
            "comparator" => self.comparator = chosen(COMPARATORS, "comparator", value)?,
            "kind" => self.kind = chosen(KINDS, "kind", value)?,
            "status" => self.status = chosen(STATUSES, "status", value)?,
            "subject" => self.subject = optional(value),
            "start" => self.set_period(optional_day("start", value)?, true),
            "end" => self.set_period(optional_day("end", value)?, false),
            "baseline" => self.baseline = optional(value),
            _ => {}
        }
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        Self {
            text: words.to_owned(),
            name: words.to_owned(),
            value: Number(Decimal::ZERO),
            max: None,
            unit: String::new(),
            comparator: Comparator::default(),
            kind: IndicatorKind::Level,
            status: Status::default(),
            subject: None,
            start: None,
            end: None,
            baseline: None,
            key: None,
            doubts: Vec::new(),
            derivation: Vec::new(),
            span,
            name_span: None,
            period_span: None,
            rule: RULE.to_owned(),
        }
    }

    /// What a reader has looked at is not doubted any more.
    fn seen(&mut self) {
        self.doubts.clear();
    }
}

impl Indicator {
    /// Another name is another indicator: its canonical key is unknown, its place is where the words stand before.
    fn rename(&mut self, name: String, text: &str) {
        if name == self.name {
            return;
        }
        let window = (self.span.start.saturating_sub(NAME_WITHIN)..=self.span.start).find_map(|from| {
            let head = text.get(from..self.span.start)?;
            Some((from, head))
        });
        let at = window.and_then(|(from, head)| Some(from + head.rfind(name.as_str())?));
        self.name_span = at.map(|at| Span::new(at, at + name.len()));
        self.key = None;
        self.name = name;
    }

    /// The time in the text no longer sets a period that the reader has changed.
    fn set_period(&mut self, day: Option<String>, first: bool) {
        let held = if first { &mut self.start } else { &mut self.end };
        if *held != day {
            *held = day;
            self.period_span = None;
        }
    }
}

/// A multiplier that closes a number, what is left before it and how much it is.
pub fn multiplier(digits: &str) -> Option<(&str, Decimal)> {
    let known: [(&str, i64); 6] =
        [("万", 10_000), ("萬", 10_000), ("亿", 100_000_000), ("億", 100_000_000), ("千", 1_000), ("百", 100)];
    known.iter().find_map(|(word, times)| Some((digits.strip_suffix(word)?, Decimal::from(*times))))
}
