//! Ranks: 前20强, 第27位, 居全省第3, 百强.

use super::words::CLASSES;
use super::{Form, Quantity};
use crate::analysis::{Comparator, Span};
use crate::document::Document;
use crate::recognize::number::{self, Number};
use crate::text::{Text, is_among, is_han};
use rust_decimal::Decimal;

/// How far before 第一 the verb of ranking may stand.
const REACH: usize = 10;

/// Reads the rank at `at`.
pub fn read(document: &Document, at: usize) -> Option<Quantity> {
    let text = &document.text;
    match text.at(at) {
        '前' => top(text, at),
        '第' => place(text, at),
        '首' => first(text, at),
        _ => class(text, at),
    }
}

/// 前20强, 前十.
fn top(text: &Text, at: usize) -> Option<Quantity> {
    let number = whole(text, at + 1)?;
    let end = at + 1 + number.length;
    let suffix = matches!(text.at(end), '强' | '位' | '名' | '列' | '席');
    let alone =
        !is_han(text.at(end)) && !text.at(end).is_ascii_alphanumeric() && !matches!(text.at(end), '%' | '‰' | '.')
            || matches!(text.at(end), '的' | '之' | '行' | '方');
    if !(suffix || alone && (ranked(text, at) || CLASSES.field.ends(text, at))) {
        return None;
    }
    let end = end + usize::from(suffix);
    Some(rank(Span::new(at, end), &number, Comparator::AtMost, "quantity/rank-top"))
}

/// 第27位, 第3名, 居全省第一.
fn place(text: &Text, at: usize) -> Option<Quantity> {
    let number = whole(text, at + 1)?;
    let end = at + 1 + number.length;
    let suffix = matches!(text.at(end), '位' | '名');
    let closed = !is_han(text.at(end)) && !text.at(end).is_ascii_alphanumeric() || text.at(end) == '的';
    let by_verb = ranked(text, at);
    let prose = number.value == Decimal::ONE && !by_verb;
    let in_field = closed && CLASSES.field.ends(text, at); // 规模全国第一,
    if !(suffix && !prose || closed && by_verb || in_field) {
        return None;
    }
    let end = end + usize::from(suffix);
    Some(rank(Span::new(at, end), &number, Comparator::Equal, "quantity/rank-place"))
}

/// 居全省首位.
fn first(text: &Text, at: usize) -> Option<Quantity> {
    const FIELD: usize = 18;
    let told = || {
        let start = at.saturating_sub(FIELD);
        let before = (start..at).rev().take_while(|&place| !matches!(text.at(place), ',' | ';' | '。' | '\n'));
        before.into_iter().any(|place| is_held(text, place))
    };
    let held = text.at(at + 1) == '位' && !matches!(text.before(at), '在' | '放' | '为') && !is_han(text.at(at + 2));
    (held && told()).then(|| Quantity {
        span: Span::new(at, at + 2),
        value: Decimal::ONE,
        max: None,
        unit: "位".to_owned(),
        form: Form::Rank,
        comparator: Comparator::Equal,
        vague: false,
        class_name: false,
        rule: "quantity/rank-first",
    })
}

/// Whether 居, 列 or 排 at `at` says which place is held: not in 居民, 列车, 系列.
fn is_held(text: &Text, at: usize) -> bool {
    let (before, behind) = (text.before(at), text.at(at + 1));
    match text.at(at) {
        '居' => !is_among(before, "民安宜") && !is_among(behind, "民住家室委"),
        '列' => !is_among(before, "队系陈序一行") && !is_among(behind, "车入为席举"),
        '排' => !is_among(before, "安减") && !is_among(behind, "放污水查序队练"),
        _ => false,
    }
}

/// 百强, 500强: the name of a class.
fn class(text: &Text, at: usize) -> Option<Quantity> {
    let number = whole(text, at)?;
    let end = at + number.length;
    let round = number.value >= Decimal::TEN && (number.value % Decimal::TEN).is_zero();
    if text.at(end) != '强' || !round || text.before(at) == '前' {
        return None;
    }
    let mut made = rank(Span::new(at, end + 1), &number, Comparator::AtMost, "quantity/rank-class");
    made.class_name = true;
    Some(made)
}

fn whole(text: &Text, at: usize) -> Option<Number> {
    let number = number::read(text, at, |_| false)?;
    (number.value.is_integer() && number.comparator.is_none() && number.max.is_none()).then_some(number)
}

/// Whether a word of ranking stands shortly before, in the same clause.
fn ranked(text: &Text, at: usize) -> bool {
    let start = at.saturating_sub(REACH);
    let start = (start..at)
        .rev()
        .find(|&place| matches!(text.at(place), ',' | ';' | '。' | '\n'))
        .map_or(start, |mark| mark + 1);
    let before = text.slice(Span::new(start, at));
    CLASSES.ranking.iter().any(|word| before.contains(word))
}

fn rank(span: Span, number: &Number, comparator: Comparator, rule: &'static str) -> Quantity {
    Quantity {
        span,
        value: number.value,
        max: None,
        unit: "位".to_owned(),
        form: Form::Rank,
        comparator,
        vague: false,
        class_name: false,
        rule,
    }
}
