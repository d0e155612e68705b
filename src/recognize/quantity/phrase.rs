//! Quantities that words express: 百分之三点五, 三分之一, 三成, 一半, 翻一番.

use super::plain::number_at;
use super::{Form, Quantity};
use crate::analysis::{Comparator, Span};
use crate::document::Document;
use crate::recognize::number::{Number, han_digit};
use crate::text::{Text, is_among};
use rust_decimal::Decimal;

/// Reads the phrase at `at`.
pub fn read(document: &Document, at: usize) -> Option<Quantity> {
    let text = &document.text;
    if text.at(at) == '翻' {
        return doubling(text, at);
    }
    if text.at(at) == '倍' {
        return multiplied(text, at);
    }
    part_of(text, at).or_else(|| fraction(text, at)).or_else(|| tenths(text, at)).or_else(|| half(text, at))
}

/// 百分之三, 千分之五, 三分之二, 百分之三到五.
fn part_of(text: &Text, at: usize) -> Option<Quantity> {
    let whole = (1..6).find(|length| text.starts_with(at + length, "分之"))?;
    let base = number_at(text, at).filter(|base| base.length == whole && base.value > Decimal::ZERO)?;
    let start = at + whole + 2;
    let part = number_at(text, start)?;
    let mut end = start + part.length;
    let mut upper = part.max;
    if matches!(text.at(end), '至' | '到' | '-' | '—' | '~') {
        let again = end + 1 + if text.starts_with(end + 1, "百分之") { 3 } else { 0 };
        if let Some(second) = number_at(text, again).filter(|second| second.value > part.value) {
            upper = Some(second.value);
            end = again + second.length;
        }
    }
    let (unit, factor) = if base.value == Decimal::ONE_HUNDRED {
        ("%", Decimal::ONE)
    } else if base.value == Decimal::ONE_THOUSAND {
        ("‰", Decimal::ONE)
    } else {
        ("%", Decimal::ONE_HUNDRED.checked_div(base.value)?)
    };
    let scaled = |value: Decimal| {
        if base.value >= Decimal::ONE_HUNDRED && factor == Decimal::ONE {
            Some(value)
        } else {
            Some(value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(base.value)?.round_dp(12))
        }
    };
    let negative = text.before(at) == '负';
    let value = scaled(part.value)?;
    let mut made =
        percent(Span::new(at - usize::from(negative), end), value, upper.and_then(scaled), "quantity/part-of");
    made.value = if negative { -made.value } else { made.value };
    made.unit = unit.to_owned();
    made.comparator = if made.max.is_some() { Comparator::Range } else { part.comparator.unwrap_or_default() };
    Some(made)
}

/// 1/3 where a share is spoken of: 占2/3, 1/3以上.
fn fraction(text: &Text, at: usize) -> Option<Quantity> {
    let digits = |at: usize| (at..at + 3).take_while(|&place| text.at(place).is_ascii_digit()).count();
    let read = |at: usize, length: usize| text.slice(Span::new(at, at + length)).parse::<u32>().ok();
    let above = digits(at);
    if text.at(at + above) != '/' || above == 0 || matches!(text.before(at), '/' | '.' | '-') {
        return None;
    }
    let below = digits(at + above + 1);
    let end = at + above + 1 + below;
    let (part, whole) = (read(at, above)?, read(at + above + 1, below)?);
    let share = matches!(text.before(at), '占' | '约' | '近' | '过' | '达' | '足' | '为' | '超' | '的')
        || ["以上", "左右", "的", "强", "多", "以内"].iter().any(|word| text.starts_with(end, word));
    if !(share && 0 < part && part < whole && whole <= 100) || matches!(text.at(end), '/' | '.' | '-' | '日' | '月') {
        return None;
    }
    let value = Decimal::from(part * 100).checked_div(whole.into())?.round_dp(12);
    Some(percent(Span::new(at, end), value, None, "quantity/fraction"))
}

/// 三成, 七成五, 两三成.
fn tenths(text: &Text, at: usize) -> Option<Quantity> {
    let number: Number = number_at(text, at)?;
    let mark = at + number.length;
    let small = number.value <= Decimal::TEN && !number.scaled;
    if text.at(mark) != '成' || !small || matches!(text.before(at), '第' | '“') {
        return None;
    }
    let half = han_digit(text.at(mark + 1)).filter(|digit| *digit > 0).or((text.at(mark + 1) == '半').then_some(5));
    let next = text.at(mark + 1 + usize::from(half.is_some()));
    const WORDS: &str = "立为员本果功熟长绩都效品分型套就交片不人年因像语";
    if is_among(next, WORDS) {
        return None;
    }
    let ten = |value: Decimal| value.checked_mul(Decimal::TEN)?.checked_add(Decimal::from(half.unwrap_or(0)));
    let end = mark + 1 + usize::from(half.is_some());
    let more = half.is_none() && next == '多' && !matches!(text.at(end + 1), '少' | '次' | '种' | '样');
    let span = Span::new(at, end + usize::from(more));
    let mut made = percent(span, ten(number.value)?, number.max.and_then(ten), "quantity/tenths");
    if let Some(comparator) = number.comparator.or(more.then_some(Comparator::Greater)) {
        made.comparator = comparator;
    }
    Some(made)
}

/// 一半 of something, where it is measured: 占一半, 超过一半, 一半以上.
fn half(text: &Text, at: usize) -> Option<Quantity> {
    if !text.starts_with(at, "一半") {
        return None;
    }
    let measured = matches!(text.before(at), '占' | '过' | '近' | '达' | '约' | '超' | '足' | '到' | '于' | '的')
        || text.starts_with(at + 2, "以上")
        || text.starts_with(at + 2, "左右");
    measured.then(|| percent(Span::new(at, at + 2), Decimal::from(50), None, "quantity/half"))
}

/// 较2025年实现|倍增: as much again; not 倍增计划.
fn multiplied(text: &Text, at: usize) -> Option<Quantity> {
    let end = at + 2;
    let alone = !crate::text::is_han(text.at(end)) || text.starts_with(end, "目标");
    let reached = ["实现", "实现了"].iter().any(|verb| text.ends_with(at, verb));
    (text.starts_with(at, "倍增") && alone && reached).then(|| Quantity {
        unit: "倍".to_owned(),
        form: Form::Multiple,
        ..percent(Span::new(at, end), Decimal::TWO, None, "quantity/doubling")
    })
}

/// 翻番, 翻一番, 翻了两番, 翻了近一番.
fn doubling(text: &Text, at: usize) -> Option<Quantity> {
    let mut here = at + 1;
    here += usize::from(text.at(here) == '了');
    let about = ["将近", "接近", "近", "约"].iter().find(|word| text.starts_with(here, word));
    here += about.map_or(0, |word| word.chars().count());
    let times = han_digit(text.at(here)).or(text.at(here).to_digit(10)).filter(|times| (1..=6).contains(times));
    here += usize::from(times.is_some());
    here += usize::from(times.is_some() && text.at(here) == '个');
    if text.at(here) != '番' || text.at(here + 1) == '茄' {
        return None;
    }
    let value = Decimal::from(2u32.pow(times.unwrap_or(1)));
    Some(Quantity {
        unit: "倍".to_owned(),
        form: Form::Multiple,
        comparator: if about.is_some() { Comparator::About } else { Comparator::Equal },
        ..percent(Span::new(at, here + 1), value, None, "quantity/doubling")
    })
}

fn percent(span: Span, value: Decimal, max: Option<Decimal>, rule: &'static str) -> Quantity {
    Quantity {
        span,
        value,
        max,
        unit: "%".to_owned(),
        form: Form::Percent,
        comparator: if max.is_some() { Comparator::Range } else { Comparator::Equal },
        vague: false,
        class_name: false,
        rule,
    }
}
