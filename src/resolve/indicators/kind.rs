//! Kind and sign of a figure.

use super::words::CLASSES;
use crate::analysis::{IndicatorKind, Span};
use crate::recognize::quantity::{Form, Quantity};
use crate::text::Text;

/// What the words around a figure say of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The kind.
    pub kind: IndicatorKind,
    /// The figure is a decline.
    pub negative: bool,
}

/// Which way the verb before a figure points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// 增长, 提高.
    Up,
    /// 下降, 减少.
    Down,
}

/// Names that end so measure decline.
const DECLINE_NAMES: [&str; 4] = ["降幅", "减幅", "跌幅", "下降率"];

/// The way that the verb nearest before a figure points; `tail` holds the words before it, the nearest first.
pub fn trend(text: &Text, tail: &[Span]) -> Option<Trend> {
    for word in tail {
        let chars = text.chars().get(word.start..word.end).unwrap_or_default();
        if CLASSES.growth.has(chars) {
            return Some(Trend::Up);
        }
        if CLASSES.decline.has(chars) {
            return Some(Trend::Down);
        }
        let ends = matches!(chars.last(), Some('到' | '至' | '由' | '从' | '为'));
        if ends && chars.first() != Some(&'达') {
            return None;
        }
    }
    None
}

/// 比上年多16天, 比十年前少了1.1万人, 比传统工艺低15%: more or less than what it is compared with.
fn against(text: &Text, at: usize) -> Option<Trend> {
    const REACH: usize = 14;
    let end = at - usize::from(at > 0 && text.before(at) == '了');
    let trend = match text.before(end) {
        '多' | '高' | '快' => Trend::Up,
        '少' | '低' | '慢' => Trend::Down,
        _ => return None,
    };
    let mut before = (end.saturating_sub(REACH)..end)
        .rev()
        .take_while(|&at| crate::text::is_han(text.at(at)) || text.at(at).is_ascii_digit());
    before.any(|at| matches!(text.at(at), '比' | '较')).then_some(trend)
}

/// 比上年改善6.1%: of a burden less, of anything else more.
fn improved(text: &Text, tail: &[Span], figure: &Quantity, name: &str) -> Option<Trend> {
    const BURDENS: [&str; 5] = ["浓度", "指数", "能耗", "排放", "PM"];
    let rate = matches!(figure.form, Form::Percent | Form::PercentPoint);
    let said = rate && tail.iter().any(|word| text.slice(*word) == "改善");
    let burden = BURDENS.iter().any(|burden| name.contains(burden));
    said.then_some(if burden { Trend::Down } else { Trend::Up })
}

/// Kind and sign of `figure`; `name` is its name, normalised, `before` the part of the name that stands before it.
pub fn read(text: &Text, figure: &Quantity, tail: &[Span], name: &str, before: &str) -> Reading {
    let trend = trend(text, tail).or_else(|| against(text, figure.span.start));
    let trend = trend.or_else(|| improved(text, tail, figure, name));
    let counted = matches!(figure.form, Form::Money | Form::Count);
    let cut = counted && trend.is_none() && is_cut(before);
    let negative = trend == Some(Trend::Down) || cut;
    let kind = match figure.form {
        Form::Rank => return Reading { kind: IndicatorKind::Rank, negative: false },
        Form::Multiple => return Reading { kind: IndicatorKind::Multiple, negative: false },
        Form::PercentPoint => IndicatorKind::Change,
        Form::Percent if trend.is_some() => IndicatorKind::Growth,
        Form::Percent => return rate(text, figure, name),
        Form::Money | Form::Count if trend.is_some() || cut => IndicatorKind::Change,
        Form::Money | Form::Count if is_new(before) || name.ends_with("增收") => IndicatorKind::Change,
        Form::Money | Form::Count => IndicatorKind::Level,
    };
    Reading { kind, negative }
}

/// A percentage without a verb of growth: the name or the words behind it tell growth from share.
fn rate(text: &Text, figure: &Quantity, name: &str) -> Reading {
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let behind = CLASSES.growth_behind.starts(text, figure.span.end);
    let kind = |kind, negative| Reading { kind, negative };
    if ["PMI", "经理指数", "景气指数", "信心指数"].iter().any(|index| name.contains(index)) {
        kind(IndicatorKind::Level, false)
    } else if ends(&DECLINE_NAMES) {
        kind(IndicatorKind::Growth, true)
    } else if !ends(&["自然增长率"]) && (ends(CLASSES.growth_name.list()) || behind) {
        kind(IndicatorKind::Growth, false)
    } else {
        kind(IndicatorKind::Share, false)
    }
}

/// Whether the words before a count make it a gain: 新增, 净增.
pub fn is_new(before: &str) -> bool {
    let chars: Vec<char> = before.chars().collect();
    let gains = |rest: &[char]| {
        let length = CLASSES.new.at_start(rest);
        length > 0 && rest.get(length) != Some(&'长') // 新增长点
    };
    (0..chars.len()).any(|at| chars.get(at..).is_some_and(gains))
}

/// Whether the words before a count make it a loss: 减少煤炭产能416万吨; 减税降费 is done, nothing that is lost.
pub fn is_cut(before: &str) -> bool {
    let chars: Vec<char> = before.chars().collect();
    CLASSES.decline.at_start(&chars) > 1
}

/// Whether `name` itself says which way it goes: 能耗降低, 工资增长.
pub fn is_moving(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    CLASSES.decline.at_end(&chars) > 0 || CLASSES.growth.at_end(&chars) > 0
}

/// Whether `name` measures what is earned or made in the course of a period.
pub fn is_turnover(name: &str) -> bool {
    CLASSES.flow.iter().any(|measure| name.ends_with(measure))
}

/// Whether `name` measures what holds at a point of time, money and rates among it: 住户存款, 综合覆盖率, 低保标准.
pub fn is_standing(name: &str) -> bool {
    const MEASURES: [&str; 6] = ["存款", "贷款", "标准", "覆盖率", "参保率", "普及率"];
    MEASURES.iter().any(|measure| name.ends_with(measure))
}
