//! What only looks like a quantity: codes, names, ordinals, small numerals of everyday prose.

use super::unit::{Class, Unit};
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::number::{Number, Script};
use crate::text::{Text, is_among, is_han};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// Words that make the small numeral behind them a count: 新增, 累计, 荣获.
static COUNTING: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("counting.tsv")));

/// How long a name in quotation marks may be.
const SHORT_QUOTE: usize = 15;

/// Whether the number over `span` may be a quantity, by what touches it.
pub fn number(document: &Document, span: Span) -> bool {
    let text = &document.text;
    let (before, behind) = (text.before(span.start), text.at(span.end));
    let second_before = if span.start > 1 { text.at(span.start - 2) } else { '\0' };
    let named =
        before.is_ascii_alphabetic() && !text.ends_with(span.start, "GDP") && !text.ends_with(span.start, "R&D");
    let joined = matches!(before, '-' | '_' | '.' | '·') && second_before.is_ascii_alphanumeric();
    let ordinal = matches!(before, '第' | '〔' | '+' | '#' | '@' | '—') && !(before == '—' && second_before == '—');
    let ratio =
        before == ':' && second_before.is_ascii_digit() || behind == ':' && text.at(span.end + 1).is_ascii_digit();
    let sum = behind == '+' && text.at(span.end + 1).is_ascii_digit();
    if named || joined || ordinal || ratio || sum {
        return false;
    }
    !in_short_quotes(text, span)
}

/// Right behind an opening mark whose closing mark is near: “15分钟文化圈”, “百千万工程”.
fn in_short_quotes(text: &Text, span: Span) -> bool {
    if !matches!(text.before(span.start), '“' | '‘' | '《' | '〈') {
        return false;
    }
    (span.end..span.end + SHORT_QUOTE).any(|at| matches!(text.at(at), '”' | '’' | '》' | '〉'))
}

/// Whether `number` with `unit` over `span` is a measured quantity.
pub fn unit(document: &Document, span: Span, number: &Number, unit: &Unit) -> bool {
    let text = &document.text;
    if unit.class == Class::No {
        return false;
    }
    let last = unit.class == Class::Measure && text.ends_with(span.start, "最后"); // 打通“最后一公里”
    if last || number.bare && names_a_unit(text, span) {
        return false;
    }
    match number.script {
        Script::Arabic => arabic(text, span, number, unit),
        Script::Positional => false,
        Script::Han => han(document, span, number, unit),
    }
}

fn arabic(text: &Text, span: Span, number: &Number, unit: &Unit) -> bool {
    match unit.shown.as_str() {
        // 8时30分, 3点 are clock times; index points are large.
        "分" => !matches!(text.before(span.start), '时' | '点' | ':'),
        "点" => number.value >= Decimal::ONE_HUNDRED || !number.value.is_integer(),
        _ => true,
    }
}

fn han(document: &Document, span: Span, number: &Number, unit: &Unit) -> bool {
    let text = &document.text;
    if number.bare {
        return bare(text, span, number, unit);
    }
    if number.scaled || number.vague {
        return true;
    }
    if unit.shown == "倍" && text.starts_with(span.end, "子") {
        return false; // 五倍子
    }
    if announces(text, span, number) {
        return false;
    }
    // 六户镇, 三门峡 are places.
    if is_among(text.at(span.end), "镇村乡县市区店庄峡山河湖桥路街巷")
        && matches!(unit.class, Class::Count | Class::Loose)
        && unit.length == 1
        && !counted(text, span, false)
    {
        return false;
    }
    let one = number.value == Decimal::ONE;
    let approximate = number.max.is_some() && !one;
    match unit.class {
        Class::Money | Class::Percent | Class::Permille | Class::Point | Class::Multiple => {
            // 二元结构, 三角, 五分 are words.
            let coin = unit.length == 1 && matches!(unit.shown.as_str(), "元" | "角" | "分");
            !coin || number.value >= Decimal::TEN
        }
        Class::Measure => {
            let single = unit.length == 1;
            let degrees =
                unit.shown == "度" && ["零下", "摄氏", "华氏"].iter().any(|word| text.ends_with(span.start, word));
            let article = one && text.at(span.start + 1) == '吨'; // 一吨煤, 一吨粮
            degrees || !article && !(single && (one || !matches!(unit.shown.as_str(), "亩" | "吨" | "米" | "斤")))
        }
        Class::Count | Class::Loose if one || unit.shown == "分" || unit.shown == "点" => false,
        Class::Count => approximate || firm(text, span, unit) || counted(text, span, false),
        Class::Loose => approximate || counted(text, span, true),
        Class::No => false,
    }
}

/// 甲公司、乙公司|两家企业, 甲县、乙县和丙县|三县: the number counts the list right before it.
fn announces(text: &Text, span: Span, number: &Number) -> bool {
    const REACH: usize = 60;
    const FEW: i64 = 9;
    if number.max.is_some()
        || number.value < Decimal::TWO
        || number.value > Decimal::from(FEW)
        || !is_han(text.before(span.start))
    {
        return false;
    }
    let list = (span.start.saturating_sub(REACH)..span.start).rev().map(|at| text.at(at));
    let (mut marks, mut joined) = (0, 0);
    for char in list.take_while(|char| {
        is_han(*char) || char.is_ascii_alphanumeric() || matches!(char, '、' | '(' | ')' | '“' | '”')
    }) {
        marks += i64::from(char == '、');
        joined += i64::from(matches!(char, '和' | '与') && joined == 0);
    }
    marks > 0 && (number.value == Decimal::from(marks + 1) || number.value == Decimal::from(marks + joined + 1))
}

/// 单位:亿元, 产值(万元): the unit of a table or a column.
fn names_a_unit(text: &Text, span: Span) -> bool {
    let closed = text.before(span.start) == '(' && matches!(text.at(span.end), ')' | ',');
    closed || text.ends_with(span.start, "单位:") || text.ends_with(span.start, "单位为")
}

/// Measure words whose counts are facts even in small Chinese numerals.
fn firm(text: &Text, span: Span, unit: &Unit) -> bool {
    let firm = matches!(unit.shown.as_str(), "次" | "场" | "所" | "座" | "户" | "辆" | "艘" | "例" | "起" | "宗");
    firm && !(unit.shown == "次" && text.at(span.start) == '二')
}

/// 百亿, 万亩, 千余 without a digit: only where a word bounds it or money follows.
fn bare(text: &Text, span: Span, number: &Number, unit: &Unit) -> bool {
    let large = number.value >= Decimal::from(10_000);
    let bound =
        matches!(text.before(span.start), '超' | '破' | '过' | '近' | '达' | '逾' | '约' | '上' | '有' | '于' | '数')
            || number.comparator.is_some();
    match unit.class {
        Class::Money => large,
        Class::No => false,
        _ => bound || number.value >= Decimal::from(100_000_000),
    }
}

/// Whether a word of counting (one that counts anything, if `loose`) stands right before, 了 and 共 aside.
fn counted(text: &Text, span: Span, loose: bool) -> bool {
    let mut end = span.start;
    while end > 0 && span.start - end < 2 && matches!(text.before(end), '了' | ' ' | '共' | '出') {
        end -= 1;
    }
    let word = COUNTING.longest_before(text, end, end.saturating_sub(4));
    word.is_some_and(|(_, row)| !loose || row.get(1) == Some(&"all"))
}
