//! Cells of tables: numbers, units in heads, labels of rows.

use super::table::comparator;
use super::words::CLASSES;
use crate::analysis::{Comparator, Span};
use crate::text::{Text, is_among};
use rust_decimal::Decimal;

/// A number in a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Where the number stands.
    pub span: Span,
    /// The number as written.
    pub value: Decimal,
    /// From ≥, >, 以上.
    pub comparator: Comparator,
    /// A unit written in the cell.
    pub unit: Option<String>,
    /// It stands in the brackets that mark what several years add up to: 〔3.8〕, [3.8].
    pub total: bool,
}

/// Longer cells hold no single number.
const LONGEST: usize = 24;

/// Reads the number that `span` holds and nothing else.
pub fn read(text: &Text, span: Span) -> Option<Cell> {
    if span.is_empty() || span.len() > LONGEST {
        return None;
    }
    let mut at = span.start;
    let mut bound = Comparator::Equal;
    if let Some(found) = comparator(text.at(at)) {
        bound = found;
        at += 1;
    }
    let total = matches!(text.at(at), '[' | '〔');
    at += usize::from(total || text.at(at) == '(');
    let start = at;
    let mut digits = String::new();
    if matches!(text.at(at), '-' | '+') {
        if text.at(at) == '-' {
            digits.push('-');
        }
        at += 1;
    }
    while at < span.end && (text.at(at).is_ascii_digit() || matches!(text.at(at), '.' | ',')) {
        if text.at(at) != ',' {
            digits.push(text.at(at));
        }
        at += 1;
    }
    let value: Decimal = digits.parse().ok()?;
    let mut end = at;
    let mut rest = text.slice(Span::new(at, span.end)).trim();
    rest = rest.trim_start_matches([']', '〕', ')']).trim();
    for (word, found) in [
        ("左右", Comparator::About),
        ("以上", Comparator::AtLeast),
        ("以内", Comparator::AtMost),
        ("以下", Comparator::AtMost),
    ] {
        if let Some(before) = rest.strip_suffix(word) {
            (rest, bound, end) = (before.trim(), found, span.end);
        }
    }
    let unit = match rest {
        "" => None,
        _ if is_unit(rest) => Some(rest.to_owned()),
        _ => return None,
    };
    if unit.is_some() {
        end = span.end;
    }
    Some(Cell { span: Span::new(start, end), value, comparator: bound, unit, total })
}

/// Whether words behind a number in a cell can be its unit.
fn is_unit(words: &str) -> bool {
    let count = words.chars().count();
    let time = words.starts_with('年') || words.starts_with('月') || words.starts_with('日') || words.starts_with('时');
    (1..=6).contains(&count)
        && !time
        && !CLASSES.no_unit.contains(words)
        && words.chars().all(|char| {
            !char.is_ascii_digit() && !char.is_whitespace() && !matches!(char, '-' | '—' | '~' | ',' | '.' | ':')
        })
}

/// The unit that a head names in brackets: 年末数(万人), 增长(±%).
pub fn unit_in(words: &str) -> Option<String> {
    let close = words.rfind(')')?;
    let open = words.get(..close)?.rfind('(')?;
    let inside = words.get(open + 1..close)?.trim_start_matches(['±', '+', '-']).trim();
    let inside = inside.strip_prefix("单位:").unwrap_or(inside);
    let years = inside == "年" && words.get(..open)?.ends_with("年限"); // 平均受教育年限(年)
    (years || is_unit(inside) && !inside.contains('含')).then(|| inside.to_owned())
}

/// The unit of a caption: 单位:亿元.
pub fn unit_of_caption(words: &str) -> Option<String> {
    let at = words.find("单位:")?;
    let unit: String = words
        .get(at + "单位:".len()..)?
        .trim()
        .chars()
        .take_while(|char| !matches!(char, ',' | '、' | ')' | ';' | ' '))
        .collect();
    is_unit(&unit).then_some(unit)
}

/// The multiplier in front of a unit, and the unit that is left: 万人 is 10000 人, 亿千瓦时 10⁸ 千瓦时.
pub fn scale(unit: &str) -> (Decimal, String) {
    let mut scale = Decimal::ONE;
    let mut rest = unit.strip_prefix('个').filter(|rest| *rest == "百分点").unwrap_or(unit);
    for _ in 0..3 {
        if CLASSES.scaled_unit.iter().any(|whole| rest.starts_with(whole)) {
            break;
        }
        let factor: i64 = match rest.chars().next() {
            Some('亿') => 100_000_000,
            Some('万') => 10_000,
            Some('千') => 1_000,
            Some('百') => 100,
            _ => break,
        };
        let shorter: &str = rest.get(rest.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
        if shorter.is_empty() {
            break;
        }
        scale *= Decimal::from(factor);
        rest = shorter;
    }
    (scale, rest.to_owned())
}

/// The words of a column's head that say what is measured: without years, units and generic words.
pub fn measure_in(text: &Text, head: Span) -> Option<Span> {
    let open = (head.start..head.end).find(|at| text.at(*at) == '(').unwrap_or(head.end);
    let mut span = text.trim(Span::new(head.start, open));
    while span.start < span.end && (text.at(span.start).is_ascii_digit() || matches!(text.at(span.start), '年' | ' '))
    {
        span.start += 1;
    }
    let words = text.slice(span);
    let time = CLASSES.cell_time.iter().any(|word| words.starts_with(word));
    let growth = ["增长", "增速", "增减", "同比", "比上年", "比重增减"].iter().any(|word| words.contains(word));
    (!span.is_empty() && !time && !growth && !CLASSES.cell_generic.contains(words)).then_some(span)
}

/// The label of a row without number, 其中: and unit, and whether it belongs to the row above.
pub fn label(text: &Text, head: Span) -> (Span, bool) {
    let mut span = head;
    let mut child = false;
    for prefix in ["其中:", "其中、", "#", "＃", "其中"] {
        if text.starts_with(span.start, prefix) {
            span.start = (span.start + prefix.chars().count()).min(span.end);
            child = true;
        }
    }
    for mark in ['、', '.', ')'] {
        let found = (span.start..span.end.min(span.start + 4)).find(|at| text.at(*at) == mark);
        if let Some(at) =
            found.filter(|at| text.slice(Span::new(span.start, *at)).trim_start_matches('(').chars().all(is_number))
        {
            span.start = at + 1;
        }
    }
    if text.before(span.end) == ')'
        && let Some(open) = (span.start..span.end).rev().find(|at| text.at(*at) == '(')
        && unit_in(text.slice(span)).is_some()
        && open > span.start
    {
        span.end = open;
    }
    (text.trim(span), child)
}

fn is_number(char: char) -> bool {
    char.is_ascii_digit() || is_among(char, "一二三四五六七八九十")
}

/// 1, (1), 一: a running number.
pub fn is_ordinal(words: &str) -> bool {
    let inside = words.trim_matches(['(', ')', '.', '、']);
    !inside.is_empty() && inside.chars().count() <= 3 && inside.chars().all(is_number)
}
