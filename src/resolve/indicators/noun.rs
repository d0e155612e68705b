//! The noun behind a counted number: 实施175项|积水点治理工程.

use super::clause::Scene;
use super::name::measure_length;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::text::is_han;

/// How far the noun may reach.
const LONGEST: usize = 40;
/// A noun up to this length takes the short predicate behind it along: 企业成功上市.
const SHORT: usize = 3;
const PREDICATE: usize = 6;

/// The noun phrase that starts right at `from`, not going beyond `end`; `figure` where the next figure starts.
pub fn behind(scene: &Scene, from: usize, end: usize, figure: Option<usize>) -> Option<Span> {
    let text = scene.text();
    let mut start = from;
    if text.at(start) == '的' {
        start += 1;
    }
    let limit = end.min(start + LONGEST).min(figure.unwrap_or(end));
    if start >= limit || !opens(text.at(start)) {
        return None;
    }
    const BARRIERS: [&str; 8] = ["大关", "台阶", "行列", "门槛", "关口", "俱乐部", "规模", "以上规模"]; // 突破4000亿元|大关
    if BARRIERS.iter().any(|word| text.starts_with(start, word)) {
        return None;
    }
    let ahead = text.chars().get(start..limit).unwrap_or_default();
    let moves = CLASSES.growth.at_start(ahead).max(CLASSES.decline.at_start(ahead));
    let reaches = CLASSES.tail.at_start(ahead);
    let reaches = reaches > 1 && matches!(ahead.get(reaches - 1), Some('到' | '至'));
    if moves > 1 && scene.document.tokens.is_boundary(start + moves) && !ahead.starts_with(&['新', '增']) || reaches {
        return None;
    }
    let mut stop = (start..limit).find(|&at| !inside(text.at(at))).unwrap_or(limit);
    if let Some(time) = scene.times.get(scene.times.partition_point(|time| time.span.start < start)) {
        stop = stop.min(time.span.start.max(start));
    }
    if figure == Some(stop) {
        stop = before_next(scene, start, stop);
    }
    if stop == limit && limit < end && figure != Some(limit) {
        stop = word_edge(scene, stop); // cut by length
    }
    let noun = without_predicate(scene, Span::new(start, stop), figure.is_none_or(|figure| figure > stop));
    let noun = text.trim(noun);
    (!noun.is_empty()).then_some(noun)
}

fn opens(char: char) -> bool {
    is_han(char) || char.is_ascii_alphanumeric() || matches!(char, '“' | '《' | '‘')
}

fn inside(char: char) -> bool {
    opens(char) || matches!(char, '”' | '》' | '’' | '、' | '·' | '-' | '—' | '/' | '+' | '(' | ')' | '%' | '.' | ' ')
}

fn word_edge(scene: &Scene, at: usize) -> usize {
    scene.document.tokens.at(at).map_or(at, |token| token.span.start)
}

/// Where the noun ends when the next figure follows in the same clause: before the mark that joins the two or before the
/// measure that belongs to the next.
fn before_next(scene: &Scene, start: usize, stop: usize) -> usize {
    let text = scene.text();
    if let Some(mark) = (start..stop).rev().find(|at| text.at(*at) == '、') {
        return mark;
    }
    let mut stop = stop;
    for _ in 0..6 {
        let chars = text.chars().get(start..stop).unwrap_or_default();
        let length = CLASSES
            .tail
            .all_at_end(chars)
            .find(|&length| length > 1 || scene.document.tokens.is_boundary(stop - length));
        match length {
            Some(length) if length < chars.len() => stop -= length,
            _ => break,
        }
    }
    const EACH: [&str; 6] = ["户均", "人均", "亩均", "年均", "日均", "月均"];
    if EACH.iter().any(|word| text.ends_with(stop, word)) && stop - start > 2 {
        return stop - 2;
    }
    let measure = measure_length(text, Span::new(start, stop));
    if measure >= 2 && measure < stop - start { stop - measure } else { stop }
}

/// `span` up to the predicate in it: 重大改革课题|开展调研.
fn without_predicate(scene: &Scene, span: Span, last: bool) -> Span {
    let text = scene.text();
    let mut named = false;
    for token in scene.document.tokens.inside(span) {
        let words = text.chars().get(token.span.start..token.span.end).unwrap_or_default();
        let predicate = CLASSES.predicate.has(words);
        if token.span.start == span.start && predicate && !matches!(&*token.tag, "vn" | "n") {
            if words.len() == 1 || matches!(text.slice(token.span), "以上" | "以下" | "左右" | "增长" | "下降" | "同比")
            {
                return Span::new(span.start, span.start);
            }
            continue;
        }
        if named && predicate {
            let noun = text.trim(Span::new(span.start, token.span.start));
            let rest = span.end - token.span.start;
            let short = noun.len() <= SHORT && rest <= PREDICATE && last && words.len() > 1;
            return if short { span } else { noun };
        }
        named |= !matches!(token.tag.as_ref(), "d" | "p" | "c" | "u" | "uj" | "ul" | "v" | "x" | "f")
            || words.iter().any(char::is_ascii_alphabetic);
    }
    if text.ends_with(span.end, "中") && span.len() > 2 && scene.document.tokens.is_boundary(span.end - 1) {
        return Span::new(span.start, span.end - 1);
    }
    span
}
