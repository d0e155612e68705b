//! What the words around a quantity say of it: 不少于, 超过, 约 before; 以上, 左右 behind; class names.

use super::{Form, Quantity};
use crate::analysis::Comparator;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::{Text, is_among, is_han};
use std::sync::LazyLock;

static BEFORE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("before.tsv")));
static AFTER: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("after.tsv")));
/// What a threshold before it sorts into classes: 企业, 项目.
static CLASSED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("classed.tsv")));

/// How many code points the longest word before a number has.
const LONGEST_WORD: usize = 7;
/// How far behind 以上 the classed noun may end.
const CLASS_REACH: usize = 10;

/// Sets comparator, span end and class name of `quantity` from the words around it; `last` is the one before.
pub fn apply(document: &Document, quantity: &mut Quantity, last: Option<&Quantity>) {
    let text = &document.text;
    let behind = after(text, quantity);
    if quantity.form != Form::Rank {
        compare(text, quantity, last, behind);
    }
    class_name(text, quantity);
}

fn compare(text: &Text, quantity: &mut Quantity, last: Option<&Quantity>, behind: Option<Comparator>) {
    if quantity.max.is_some() {
        return;
    }
    let open = matches!(quantity.comparator, Comparator::Equal | Comparator::About);
    let around = || before(text, quantity).or_else(|| inherited(text, quantity, last));
    let found = behind.or_else(|| if open { around() } else { None });
    quantity.comparator = found.unwrap_or(quantity.comparator);
    quantity.vague |= is_vague(text, quantity.span.start);
}

/// 以上, 左右 … behind the unit: taken into the span.
fn after(text: &Text, quantity: &mut Quantity) -> Option<Comparator> {
    let end = quantity.span.end;
    let (length, row) = AFTER.longest_at(text, end, text.len())?;
    let needs_end = row.get(2) == Some(&"end");
    if needs_end && is_han(text.at(end + length)) && text.at(end + length) != '的' {
        return None;
    }
    quantity.span.end += length;
    comparator(row.get(1)?)
}

fn before(text: &Text, quantity: &Quantity) -> Option<Comparator> {
    let mut end = quantity.span.start;
    while end > 0 && quantity.span.start - end < 2 && matches!(text.before(end), ' ' | '了') {
        end -= 1;
    }
    let bare = super::plain::number_at(text, quantity.span.start).is_some_and(|number| number.bare);
    let previous = |at: usize| if at == 0 { '\0' } else { text.before(at) };
    if is_vague(text, end) {
        return Some(Comparator::AtLeast);
    }
    if bare && text.before(end) == '过' && !matches!(previous(end - 1), '通' | '超' | '经' | '不') {
        return Some(Comparator::Greater);
    }
    let (span, row) = BEFORE.longest_before(text, end, end.saturating_sub(LONGEST_WORD))?;
    let first = previous(span.start);
    let part_of_word = match row[0] {
        "近" => matches!(first, '附' | '最' | '临' | '靠' | '邻' | '亲' | '新' | '周' | '就'),
        "破" => matches!(first, '打' | '攻' | '爆' | '残' | '侦'),
        "超" => matches!(first, '赶' | '反'),
        "约" => matches!(first, '签' | '节' | '集' | '制' | '合' | '条' | '预' | '公' | '契'),
        _ => false,
    };
    if part_of_word { None } else { comparator(row.get(1)?) }
}

/// 上百家, 上千人; but not 迈上百亿.
fn is_vague(text: &Text, at: usize) -> bool {
    let bare = super::plain::number_at(text, at).is_some_and(|number| number.bare);
    bare && text.before(at) == '上' && !(at > 1 && is_among(text.at(at - 2), "迈跃站登冲跨以"))
}

/// 超过6000亿和7000亿: what bounds the first number of a pair bounds the second.
fn inherited(text: &Text, quantity: &Quantity, last: Option<&Quantity>) -> Option<Comparator> {
    let last =
        last.filter(|last| last.span.end < quantity.span.start && last.form == quantity.form && last.max.is_none())?;
    let between = &text.chars()[last.span.end..quantity.span.start];
    let joined = between.len() <= 2 && between.iter().all(|char| matches!(char, '和' | '与' | '及' | '、' | ' '));
    let touching = super::plain::number_at(text, last.span.start).and_then(|number| number.comparator);
    let closed = AFTER.longest_before(text, last.span.end, last.span.end.saturating_sub(4)).is_some();
    (joined && touching.is_none() && !closed).then_some(last.comparator)
}

/// Thresholds and class names: 20亿元以上项目, 百亿级, 亿元企业.
fn class_name(text: &Text, quantity: &mut Quantity) {
    if text.at(quantity.span.end) == '级' && matches!(quantity.form, Form::Money | Form::Count) {
        quantity.span.end += 1;
        quantity.class_name = true;
        if quantity.comparator == Comparator::Equal {
            quantity.comparator = Comparator::AtLeast;
        }
        return;
    }
    let measured =
        quantity.form == Form::Money || matches!(quantity.unit.as_str(), "亩" | "平方米" | "吨" | "千瓦" | "人");
    let bounded = text.ends_with(quantity.span.end, "以上") || text.ends_with(quantity.span.end, "以下");
    let bare = super::plain::number_at(text, quantity.span.start).is_some_and(|number| number.bare);
    if !measured || !(bounded || bare) {
        return;
    }
    // 万元地区生产总值能耗, 亿元GDP: what is measured is measured per so much.
    let next = text.at(quantity.span.end);
    let runs_on = is_han(next) && !is_among(next, "的大和与及、级以") || next.is_ascii_alphabetic();
    if bare && quantity.comparator == Comparator::Equal && quantity.form == Form::Money && runs_on {
        quantity.class_name = true;
        return;
    }
    let start = quantity.span.end;
    for at in start..start + CLASS_REACH {
        let char = text.at(at);
        if !(is_han(char) || at == start && char == '的') || char == '的' && at > start + 1 {
            return;
        }
        if at <= start + if bounded { CLASS_REACH } else { 1 } && classed(text, at) {
            quantity.class_name = true;
            return;
        }
    }
}

/// Whether a noun that thresholds sort stands at `at`.
pub fn classed(text: &Text, at: usize) -> bool {
    CLASSED.longest_at(text, at, text.len()).is_some()
}

fn comparator(mark: &str) -> Option<Comparator> {
    Some(match mark {
        "=" => Comparator::Equal,
        ">" => Comparator::Greater,
        ">=" => Comparator::AtLeast,
        "<" => Comparator::Less,
        "<=" => Comparator::AtMost,
        "~" => Comparator::About,
        _ => return None,
    })
}
