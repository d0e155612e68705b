//! A number with a unit behind it, or two numbers as a range.

use super::guard;
use super::implied;
use super::unit::{self, Class, Unit};
use super::words::CLASSES;
use super::{Form, Quantity};
use crate::analysis::{Comparator, Span};
use crate::document::Document;
use crate::recognize::number::{self, Number, is_number_char};
use crate::text::{Text, is_han};
use rust_decimal::Decimal;

/// Signs of money that stand before the number.
const SIGNS: [(char, &str); 5] = [('$', "美元"), ('￥', "元"), ('¥', "元"), ('€', "欧元"), ('£', "英镑")];

/// Reads the quantity whose number starts at `at`.
pub fn read(document: &Document, at: usize) -> Option<Quantity> {
    let text = &document.text;
    let sign = SIGNS.iter().find(|(sign, _)| *sign == text.at(at)).map(|(_, unit)| *unit);
    let start = if sign.is_some() { blanks(text, at + 1) } else { at };
    let first = number_at(text, start)?;
    let behind = start + first.length;
    if let Some(shown) = sign {
        let (shown, letters) = dollar(text, at).unwrap_or((shown, 0));
        let unit = Unit { length: 0, shown: shown.to_owned(), class: Class::Money };
        return Some(quantity(Span::new(at - letters, behind), &first, unit, "quantity/currency-sign"));
    }
    // 人数十分庞大 holds no 数十.
    let inside_word = matches!(text.at(at), '数' | '几') && !document.tokens.is_boundary(at);
    if inside_word || !guard::number(document, Span::new(at, behind)) {
        return None;
    }
    if let Some(range) = range(document, at, &first) {
        return Some(range);
    }
    // 100+家
    let plus = text.at(behind) == '+' && !text.at(behind + 1).is_ascii_alphanumeric();
    let first = if plus { Number { comparator: Some(Comparator::Greater), ..first } } else { first };
    let place = blanks(text, behind + usize::from(plus));
    let unit = unit::at(text, place).map(|unit| if measures_time(text, at, &unit) { counted(unit) } else { unit });
    let Some(unit) = unit.filter(|unit| unit.class != Class::No) else {
        return implied::read(document, at, &first);
    };
    let end = place + unit.length;
    if !guard::unit(document, Span::new(at, end), &first, &unit) {
        return None;
    }
    // 两倍半
    let half = unit.class == Class::Multiple && text.at(end) == '半';
    let unit = if unit.shown == "块" && speaks_of_money(text, at, end) { money(unit) } else { unit };
    let mut made = quantity(Span::new(at, end + usize::from(half)), &first, unit, "quantity/number-unit");
    made.value += if half { Decimal::new(5, 1) } else { Decimal::ZERO };
    Some(signed(text, made))
}

/// Whether 块 at the end of a phrase means money: 租金800块, 一天挣120块.
fn speaks_of_money(text: &Text, at: usize, end: usize) -> bool {
    let before = text.slice(Span::new(at.saturating_sub(10), at));
    !is_han(text.at(end)) && CLASSES.money.iter().any(|word| before.contains(word))
}

/// 优良天数达到|320天, 平均受教育年限提高到|11.2年, 人均预期寿命由…|78岁: time is measured where the words before say so.
fn measures_time(text: &Text, at: usize, unit: &Unit) -> bool {
    const MEASURES: [(&str, &str); 3] = [("天", "天数"), ("年", "教育年限"), ("岁", "寿命")];
    const REACH: usize = 24;
    let Some((_, measure)) = MEASURES.iter().find(|(shown, _)| unit.shown == *shown) else { return false };
    let from = at.saturating_sub(REACH);
    // 优良天数262天,同比增加|11天: more of what a clause before measured
    let gained = CLASSES.gained.ends(text, at);
    let start =
        (from..at).filter(|_| !gained).rev().find(|&at| matches!(text.at(at), ',' | '。' | ';' | '\n')).unwrap_or(from);
    let Some(named) = text.find(measure, Span::new(start, at)) else { return false };
    let led = gained || text.before(at) == '的' || CLASSES.reached.ends(text, at);
    named.end == at || led
}

fn counted(unit: Unit) -> Unit {
    Unit { class: Class::Count, ..unit }
}

fn money(unit: Unit) -> Unit {
    Unit { shown: "元".to_owned(), class: Class::Money, ..unit }
}

/// US$, HK$: the letters before the sign tell whose dollar it is.
fn dollar(text: &Text, at: usize) -> Option<(&'static str, usize)> {
    const DOLLARS: [(&str, &str); 6] =
        [("US", "美元"), ("HK", "港元"), ("NT", "新台币"), ("A", "澳元"), ("C", "加元"), ("S", "新加坡元")];
    let (letters, unit) = DOLLARS.iter().find(|(letters, _)| text.at(at) == '$' && text.ends_with(at, letters))?;
    Some((unit, letters.len()))
}

/// The number at `at`, leaving 千 to a unit such as 千瓦.
pub fn number_at(text: &Text, at: usize) -> Option<Number> {
    number::read(text, at, |place| unit::begins_with_scale(text, place))
}

/// 3-5家, 3~5%, 5%—6%, 8万至10万元.
fn range(document: &Document, at: usize, first: &Number) -> Option<Quantity> {
    let text = &document.text;
    let behind = at + first.length;
    let own = unit::at(text, blanks(text, behind)).filter(|unit| unit.class != Class::No);
    let own_end = own.as_ref().map_or(behind, |unit| blanks(text, behind) + unit.length);
    let (second, second_at, own) = match upper(text, behind) {
        Some((number, place)) => (number, place, None),
        None => upper(text, own_end).map(|(number, place)| (number, place, own))?,
    };
    let place = blanks(text, second_at + second.length);
    let unit = unit::at(text, place)?;
    if unit.class == Class::No || own.as_ref().is_some_and(|own| own.shown != unit.shown) {
        return None;
    }
    // 5-10万元: the scale belongs to both.
    let shared = own.is_none() && first.last_scale < second.last_scale && !first.scaled;
    let lower = if shared { first.value.checked_mul(second.last_scale)? } else { first.value };
    let top = second.max.unwrap_or(second.value);
    let lower = if lower < top { lower } else { first.value };
    if lower >= top {
        return None;
    }
    let whole = Number { value: lower, max: Some(top), comparator: None, ..first.clone() };
    let span = Span::new(at, place + unit.length);
    guard::unit(document, span, &whole, &unit).then(|| quantity(span, &whole, unit, "quantity/range"))
}

/// The second number of a range whose joining mark stands at `at`.
fn upper(text: &Text, at: usize) -> Option<(Number, usize)> {
    let mark = blanks(text, at);
    if !matches!(text.at(mark), '-' | '—' | '~' | '至' | '到') || matches!(text.at(mark + 1), '-' | '—') {
        return None;
    }
    let place = blanks(text, mark + 1);
    if !is_number_char(text.at(place)) {
        return None;
    }
    Some((number_at(text, place)?, place))
}

/// Where the next character that is no blank stands; at most two blanks are passed.
pub fn blanks(text: &Text, at: usize) -> usize {
    (at..at + 2).find(|&place| text.at(place) != ' ').unwrap_or(at + 2)
}

/// A minus before the number belongs to it, unless it joins two things.
fn signed(text: &Text, mut quantity: Quantity) -> Quantity {
    let start = quantity.span.start;
    let sign = text.before(start);
    let words = usize::from(sign == '负' || sign == '-') + 2 * usize::from(text.ends_with(start, "零下"));
    let before = if start > words { text.at(start - words - 1) } else { '\0' };
    // 增长率-1.64‰ is negative, 甲区-3个 is not.
    let rate = matches!(quantity.form, Form::Percent | Form::PercentPoint) && is_han(before) && !is_number_char(before);
    let joins = sign == '-' && (before.is_alphanumeric() && !rate || before == '-' || before == '%');
    if words > 0 && !joins {
        quantity.value = -quantity.value;
        quantity.span.start -= words;
    }
    quantity
}

/// The quantity of `number` with `unit` over `span`.
pub fn quantity(span: Span, number: &Number, unit: Unit, rule: &'static str) -> Quantity {
    let form = match unit.class {
        Class::Money => Form::Money,
        Class::Percent | Class::Permille => Form::Percent,
        Class::Point => Form::PercentPoint,
        Class::Multiple => Form::Multiple,
        _ => Form::Count,
    };
    let comparator = match number.max {
        Some(_) => Comparator::Range,
        None => number.comparator.unwrap_or_default(),
    };
    let max: Option<Decimal> = number.max;
    Quantity {
        span,
        value: number.value,
        max,
        unit: unit.shown,
        form,
        comparator,
        vague: number.vague,
        class_name: false,
        rule,
    }
}
