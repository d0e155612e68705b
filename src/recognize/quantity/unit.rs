//! Units and measure words behind a number.

use super::words::CLASSES;
use crate::lexicon::Lexicon;
use crate::recognize::number::{is_number_char, scale};
use crate::text::Text;
use std::sync::LazyLock;

static UNITS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("units.tsv")));

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Money,
    Percent,
    Permille,
    Point,
    Multiple,
    /// Physical measures.
    Measure,
    /// Measure words of counted things.
    Count,
    /// Measure words of anything: 个, 项.
    Loose,
    /// Durations, ages, words that only begin like a unit.
    No,
}

/// A unit, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// How many code points it covers.
    pub length: usize,
    /// As shown: 元, 元/人.
    pub shown: String,
    /// What it measures.
    pub class: Class,
}

/// The unit at `at`, with what stands behind a stroke: 元/平方米, 人/万人.
pub fn at(text: &Text, at: usize) -> Option<Unit> {
    let mut unit = simple(text, at)?;
    if matches!(unit.class, Class::No) {
        return Some(unit);
    }
    while text.at(at + unit.length) == '/' && unit.length < 24 {
        let Some((shown, length)) = denominator(text, at + unit.length + 1) else { break };
        unit.shown = format!("{}/{shown}", unit.shown);
        unit.length += length + 1;
    }
    Some(unit)
}

fn simple(text: &Text, at: usize) -> Option<Unit> {
    let (length, row) = UNITS.longest_at(text, at, text.len())?;
    let latin = text.at(at).is_ascii_alphabetic() && text.at(at + length).is_ascii_alphanumeric();
    if latin {
        return None;
    }
    let class = match *row.get(2)? {
        "money" => Class::Money,
        "percent" => Class::Percent,
        "permille" => Class::Permille,
        "point" => Class::Point,
        "multiple" => Class::Multiple,
        "measure" => Class::Measure,
        "count" => Class::Count,
        "loose" => Class::Loose,
        _ => Class::No,
    };
    Some(Unit { length, shown: (*row.get(1)?).to_owned(), class })
}

/// What may stand behind the stroke: a unit, a unit of time, with a scale before it (元/百斤, 人/10万人).
fn denominator(text: &Text, at: usize) -> Option<(String, usize)> {
    let scaled = (at..at + 4).take_while(|&place| is_number_char(text.at(place))).count();
    let head: String = text.chars().get(at..at + scaled)?.iter().collect();
    let here = at + scaled;
    let known = simple(text, here).filter(|unit| unit.class != Class::No);
    if let Some(unit) = known {
        return Some((format!("{head}{}", unit.shown), scaled + unit.length));
    }
    if let Some(time) = CLASSES.time.iter().find(|time| text.starts_with(here, time)) {
        return Some((format!("{head}{time}"), scaled + time.chars().count()));
    }
    (scaled > 0 && scale(text.at(here - 1)).is_some()).then_some((head, scaled))
}

/// Whether a unit that begins with a scale character (千瓦, 千米, 百帕) stands at `at`.
pub fn begins_with_scale(text: &Text, at: usize) -> bool {
    scale(text.at(at)).is_some() && simple(text, at).is_some_and(|unit| unit.length > 1)
}
