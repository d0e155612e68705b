//! Numbers whose unit the text does not write: 总量突破7000亿, 就业人数超过35万, 惠及3万群众.

use super::plain::{blanks, quantity};
use super::unit::{Class, Unit};
use super::words::CLASSES;
use super::{Form, Quantity};
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::number::{Number, Script};
use crate::text::{Text, ends_sentence, is_among, is_han};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// Nouns with the unit they are counted in: 总量 元, 人数 人.
static IMPLIED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("implied.tsv")));

/// How far before the number its noun may stand.
const REACH: usize = 30;

/// The quantity of the `number` at `at` that no unit follows, if it has 万 or 亿 and its unit is implied.
pub fn read(document: &Document, at: usize, number: &Number) -> Option<Quantity> {
    let text = &document.text;
    let end = at + number.length;
    let large = number.value >= Decimal::from(10_000) && number.scaled && number.script != Script::Positional;
    if !large || text.at(end).is_ascii_alphanumeric() {
        return None;
    }
    let span = Span::new(at, end);
    if let Some((_, row)) = IMPLIED.longest_at(text, blanks(text, end), text.len()) {
        let behind = row.get(2).filter(|unit| **unit != "-");
        if let Some(unit) = behind {
            return (!number.bare).then(|| made(span, number, unit));
        }
    }
    if !number.bare && counts_people(text, end) {
        return Some(made(span, number, "人"));
    }
    let huge = number.value >= Decimal::from(100_000_000);
    let bounded = matches!(text.before(at), '过' | '超' | '破' | '近' | '逾');
    if number.bare && !huge && !bounded {
        return None;
    }
    let closes = !is_han(text.at(end)) || starts_closing(text, end) || text.at(end) == '级';
    let class = huge && number.bare && super::bounds::classed(text, end);
    if !closes && !class {
        return None;
    }
    let unit = noun_before(text, at).or(huge.then_some("元"))?;
    Some(made(span, number, unit))
}

/// 3.4万|易地搬迁群众: a few words that tell which people stand before the noun.
fn counts_people(text: &Text, end: usize) -> bool {
    const TELLING: usize = 7;
    let stop = (end..end + TELLING).find(|&at| !is_han(text.at(at)) || is_among(text.at(at), "的了元在投用建被为"));
    (end..=stop.unwrap_or(end + TELLING)).skip(1).any(|at| {
        let found = IMPLIED.longest_at(text, at, text.len());
        found.is_some_and(|(_, row)| row.get(2) == Some(&"人"))
    })
}

fn made(span: Span, number: &Number, unit: &str) -> Quantity {
    let class = if unit == "元" { Class::Money } else { Class::Count };
    let made = quantity(span, number, Unit { length: 0, shown: unit.to_owned(), class }, "quantity/implied-unit");
    debug_assert!(matches!(made.form, Form::Money | Form::Count));
    made
}

/// Words that may follow a number without a unit.
fn starts_closing(text: &Text, at: usize) -> bool {
    CLASSES.behind_figure.starts(text, at)
}

/// The unit of the nearest noun before the number that implies one.
fn noun_before(text: &Text, at: usize) -> Option<&'static str> {
    let from = at.saturating_sub(REACH);
    let from = (from..at).rev().find(|&place| ends_sentence(text.at(place))).map_or(from, |mark| mark + 1);
    (from..at).rev().find_map(|place| {
        let (_, row) = IMPLIED.longest_at(text, place, at)?;
        row.get(1).filter(|unit| **unit != "-").copied()
    })
}
