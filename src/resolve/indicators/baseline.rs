//! What a figure is compared with: 同比, 较2015年, 上年春节期间.

use super::clause::Scene;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::text::{Text, is_among, is_han};

/// How far back a comparison is looked for, and how long it may be.
const REACH: usize = 60;
const LONGEST: usize = 24;
/// How long a multiple may be: 2.5倍.
const MULTIPLE: usize = 6;

/// A comparison before a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Baseline {
    /// The whole stretch that is no part of the name: 较上年春节期间.
    pub span: Span,
    /// The words to show.
    pub words: Span,
}

/// The comparison that stands last in `span`, the words before a figure.
pub fn read(scene: &Scene, span: Span) -> Option<Baseline> {
    let text = scene.text();
    let start = span.start.max(span.end.saturating_sub(REACH));
    (start..span.end).rev().find_map(|at| at_word(scene, at, span.end)).or_else(|| multiple_of(scene, text, span))
}

/// 高于全国0.9个百分点、|全省|0.5个百分点: another one that the figure is compared with as the one before it was with `last`.
pub fn again(scene: &Scene, span: Span, last: Option<Span>) -> Option<Baseline> {
    let text = scene.text();
    let last = last.filter(|last| last.end < span.start && span.start - last.end <= LONGEST)?;
    let joined = matches!(text.at(span.start), '、' | '和' | '与');
    let words = Span::new(span.start + 1, span.end);
    let average = CLASSES.known_baseline.contains(text.slice(last));
    let fits = joined && average && !words.is_empty() && CLASSES.known_baseline.contains(text.slice(words));
    fits.then_some(Baseline { span: words, words })
}

fn at_word(scene: &Scene, at: usize, end: usize) -> Option<Baseline> {
    let text = scene.text();
    let plain = |length: usize| Some(Baseline { span: Span::new(at, at + length), words: Span::new(at, at + length) });
    match text.at(at) {
        '同' | '环' if text.at(at + 1) == '比' && at + 2 <= end => plain(2),
        '比' | '较' if !matches!(text.before(at), '占' | '对' | '同' | '环' | '相' | '之' | '倍') => {
            compared(scene, at, at + 1, end)
        }
        '相' if text.starts_with(at, "相比") || text.starts_with(at, "相较") => compared(scene, at, at + 2, end),
        '与' if text.at(at + 1) != '同' => with(text, at, end),
        '在' => on_the_ground_of(text, at, end),
        '高' | '低' | '快' | '好' | '优' | '多' if text.at(at + 1) == '于' => average(text, at, at + 2, end),
        '高' if text.starts_with(at, "高出") => average(text, at, at + 2, end),
        '超' if scene.document.tokens.is_boundary(at) => beyond(text, at, end), // not in 大型超市
        _ => None,
    }
}

/// 比上年, 较2015年, 比上年末: a time or a known reference behind the word.
fn compared(scene: &Scene, at: usize, from: usize, end: usize) -> Option<Baseline> {
    let text = scene.text();
    let from = from + usize::from(text.at(from) == '于' || text.at(from) == '之');
    let next = scene.times.partition_point(|time| time.span.start < from);
    let time = scene.times.get(next).filter(|time| time.span.start == from && time.span.end <= end);
    let known = time.is_some() || CLASSES.reference.starts(text, from);
    if !known {
        return thing_compared(scene, at, from, end);
    }
    let stop = verb_at(scene, time.map_or(from, |time| time.span.end), end.min(from + LONGEST));
    let span = Span::new(at, stop);
    (stop > from).then_some(Baseline { span, words: span })
}

/// 较|传统工艺|下降, 比|时序进度|快: a thing and nothing else between the word and the verb of the comparison.
fn thing_compared(scene: &Scene, at: usize, from: usize, end: usize) -> Option<Baseline> {
    const SHORTEST: usize = 2;
    const LONGEST_THING: usize = 10;
    let tokens = &scene.document.tokens;
    if !tokens.is_boundary(at) || !tokens.is_boundary(from) {
        return None; // 比例, 比亚迪, 较好
    }
    let stop = verb_at(scene, from, end.min(from + LONGEST_THING));
    let thing = Span::new(from, stop);
    let inside = tokens.inside(thing);
    let names = |token: &crate::segment::Token| {
        matches!(&*token.tag, "n" | "vn" | "b" | "a" | "ns" | "nz" | "nt" | "f" | "uj" | "r" | "t")
    };
    let progress = scene.text().ends_with(stop, "进度"); // jieba calls it an adverb
    let last = inside.last().filter(|token| token.span.end == stop);
    let named = last.is_some_and(|token| token.tag.starts_with(['n', 't']) || progress);
    let doubles = scene.text().at(end) == '翻'; // 较运营首月|翻了近两番
    let fits = thing.len() >= SHORTEST
        && (stop < end || doubles)
        && named
        && inside.iter().all(|token| names(token) || progress);
    let mut rest = scene.text().chars().get(stop..end)?;
    while let [before @ .., '约' | '近' | '超' | '达' | '逾' | '了'] = rest {
        rest = before;
    }
    let moves = CLASSES.tail.at_start(rest) == rest.len() || matches!(rest, ['高' | '低' | '快' | '慢' | '多' | '少']);
    let span = Span::new(at, stop);
    (fits && moves).then_some(Baseline { span, words: span })
}

/// Where the verb of the comparison starts: 比上年|增长.
fn verb_at(scene: &Scene, from: usize, end: usize) -> usize {
    let text = scene.text();
    let verb = |at: &usize| {
        let rest = text.chars().get(*at..(*at + 6).min(text.len())).unwrap_or_default();
        let length = CLASSES.growth.at_start(rest).max(CLASSES.decline.at_start(rest));
        length > 0 && scene.document.tokens.is_boundary(*at)
            || matches!(
                text.at(*at),
                '分' | '实' | '净' | '累' | '翻' | '下' | '上' | '加' | '放' | '多' | '少' | '新' | '前' | '同'
            ) && scene.document.tokens.is_boundary(*at)
    };
    let stop = (from..end).find(verb).unwrap_or(end);
    let degree = stop == end && matches!(text.before(end), '高' | '低' | '快' | '慢' | '多' | '少' | '增' | '降');
    if degree && end > from + 1 { end - 1 } else { stop }
}

/// 与上年相比.
fn with(text: &Text, at: usize, end: usize) -> Option<Baseline> {
    let stop = (at + 2..end.min(at + LONGEST))
        .find(|&place| text.starts_with(place, "相比") || text.starts_with(place, "比较"))?;
    let span = Span::new(at, stop + 2);
    (span.end <= end).then_some(Baseline { span, words: span })
}

/// 在2025年基础上.
fn on_the_ground_of(text: &Text, at: usize, end: usize) -> Option<Baseline> {
    let stop = (at + 1..end.min(at + LONGEST)).find(|&place| text.starts_with(place, "基础上"))? + 3;
    let span = Span::new(at, stop);
    (stop <= end).then_some(Baseline { span, words: span })
}

/// 高于全省平均水平: compared with the average behind the word.
fn average(text: &Text, at: usize, from: usize, end: usize) -> Option<Baseline> {
    let span = Span::new(at, end);
    let words = Span::new(from.min(end), end);
    let inside = text.slice(words);
    let fits = (2..=LONGEST).contains(&words.len()) && CLASSES.known_baseline.iter().any(|word| inside.contains(word));
    (fits
        && text
            .chars()
            .get(words.start..words.end)?
            .iter()
            .all(|char| is_han(*char) || char.is_alphanumeric() || matches!(char, '、' | '“' | '”')))
    .then_some(Baseline { span, words })
}

/// 超时序进度6.6个百分点, 超过年初目标0.3个百分点.
fn beyond(text: &Text, at: usize, end: usize) -> Option<Baseline> {
    const MARKS: [&str; 4] = ["进度", "目标", "平均水平", "平均"];
    const PLANS: [&str; 4] = ["年度计划", "年度目标", "年初计划", "序时进度"];
    let from = at + 1 + usize::from(text.at(at + 1) == '过');
    let word = is_among(text.at(at + 1), "低高大额强级长短声薄标"); // 超低能耗, 超额
    let marked = !word && from < end && MARKS.iter().any(|mark| text.ends_with(end, mark));
    if PLANS.contains(&text.slice(Span::new(from.min(end), end))) {
        return Some(Baseline { span: Span::new(at, end), words: Span::new(at, end) });
    }
    average(text, at, from, end).filter(|_| marked)
}

/// 为2015年的4倍, 仅为全省平均水平的78%: only where the words end right before the figure.
fn multiple_of(scene: &Scene, text: &Text, span: Span) -> Option<Baseline> {
    const VERBS: [&str; 8] = ["仅为", "只有", "仅有", "相当于", "仅相当于", "为", "是", "达到"];
    if text.before(span.end) != '的' {
        return None;
    }
    let end = span.end - 1;
    let next = scene.times.partition_point(|time| time.span.end < end);
    if let Some(time) = scene.times.get(next).filter(|time| time.span.end == end && time.span.start >= span.start) {
        let from = time.span.start;
        let recovered = ["恢复到", "恢复至", "达到"].iter().any(|word| text.ends_with(from, word));
        let another = text.before(from) == '为' && !super::shape::is_part(scene, span.end); // 调整为2020年的9.8:43.2:47.0
        if another || matches!(text.before(from), '到' | '至' | '由' | '从') && !recovered {
            return None; // 由2015年的44.2%提高到2020年的51.3%
        }
        return Some(Baseline { span: Span::new(time.span.start, span.end), words: time.span });
    }
    let verb = (span.start.max(end.saturating_sub(LONGEST))..end).find_map(|at| {
        let length = VERBS.iter().filter(|verb| text.starts_with(at, verb)).map(|verb| verb.chars().count()).max()?;
        scene.document.tokens.is_boundary(at).then_some((at, at + length))
    });
    let (start, from) = verb.filter(|(_, from)| *from < end)?;
    let words = Span::new(from, end);
    // …550万人次,为|现有能力|的2.5倍: whatever a multiple is of
    let multiple = || {
        scene
            .text()
            .slice(Span::new(span.end, scene.text().len().min(span.end + MULTIPLE)))
            .contains(['倍', '分', '成', '%'])
    };
    let measures = ["只有", "仅有", "相当于"].iter().any(|verb| text.ends_with(from, verb)); // 用水量|只有|传统种植|的三分之一
    let known = CLASSES.compared.starts(text, from) || (start == span.start || measures) && multiple();
    known.then_some(Baseline { span: Span::new(start, span.end), words })
}
