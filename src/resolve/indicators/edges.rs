//! Words at the edges of a name that say nothing of what is measured.

use super::clause::Scene;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::text::{Text, is_among};

/// Whether the mark that `piece` starts with is closed inside it.
pub(super) fn closes(text: &Text, piece: Span) -> bool {
    let closing = match text.at(piece.start) {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        _ => ')',
    };
    (piece.start..piece.end).any(|at| text.at(at) == closing)
}

/// How long the word at the end of `chars` (which end at `end`) is that says nothing of what is measured.
pub(super) fn tail_length(scene: &Scene, chars: &[char], end: usize) -> usize {
    let duration = duration_before(chars);
    if duration > 0 {
        return duration;
    }
    let tokens = &scene.document.tokens;
    let fits = |&length: &usize| {
        length > 1
            || matches!(chars.last(), Some('为' | '由')) && chars.len() > 1 && after_measure(chars)
            || matches!(chars.last(), Some('达' | '超' | '约' | '近' | '逾' | '的' | '了' | '将'))
            || tokens.is_boundary(end - length)
    };
    // 亩均增收, 户均年增收 are what is measured
    let bound = |length: &usize| {
        let (rest, word) = chars.split_at(chars.len() - length);
        word == ['增', '收'] && rest.strip_suffix(&['年']).unwrap_or(rest).ends_with(&['均'])
    };
    CLASSES.tail.all_at_end(chars).filter(|length| !bound(length)).find(fits).unwrap_or(0)
}

/// 为 and 由 behind 率, 额, 量 … are no part of it, however the words were cut.
fn after_measure(chars: &[char]) -> bool {
    let before = chars.len().checked_sub(2).and_then(|at| chars.get(at));
    matches!(
        before,
        Some(
            '率' | '额'
                | '量'
                | '数'
                | '值'
                | '重'
                | '度'
                | '比'
                | '积'
                | '口'
                | '入'
                | '出'
                | '程'
                | '人'
                | '例'
                | '面'
        )
    )
}

/// How long the word at the front of `chars` (which start at `start`) is that says nothing of what is measured.
pub(super) fn front_length(scene: &Scene, chars: &[char], start: usize) -> usize {
    let duration = duration_at(chars);
    if duration > 0 {
        return duration;
    }
    const ON: &str = "孵建校园册岗编营线运途库职读学用"; // 在孵企业, 在建项目
    if chars.first() == Some(&'在') && chars.get(1).is_some_and(|char| is_among(*char, ON)) {
        return 0;
    }
    const ABLE: &str = "再持视回燃降"; // 可再生能源
    if chars.first() == Some(&'可') && chars.get(1).is_some_and(|char| is_among(*char, ABLE)) {
        return 0;
    }
    let length = CLASSES.lead.at_start(chars);
    let tokens = &scene.document.tokens;
    let joined =
        || length > 1 && tokens.at(start).is_some_and(|token| token.span.len() >= 4 && token.span.start == start);
    let whole = tokens.is_boundary(start + length) || joined();
    if length > 0 && whole && chars.len() != length + 1 { length } else { 0 }
}

fn is_numeral(char: char) -> bool {
    char.is_ascii_digit()
        || matches!(char, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '两' | '几' | '多')
}

/// 五年, 10年, 五年来, 三年间 at the front.
fn duration_at(chars: &[char]) -> usize {
    let digits = chars.iter().take(6).take_while(|char| is_numeral(**char)).count();
    if digits == 0 || chars.get(digits) != Some(&'年') {
        return 0;
    }
    digits + 1 + usize::from(matches!(chars.get(digits + 1), Some('来' | '间' | '内')))
}

/// 五年, 两年间, 个月 at the end.
fn duration_before(chars: &[char]) -> usize {
    let mut rest = chars;
    if let [before @ .., '来' | '间' | '内'] = rest {
        rest = before;
    }
    rest = match rest {
        [before @ .., '个', '月'] => before,
        [before @ .., '年'] => before,
        _ => return 0,
    };
    let digits = rest.iter().rev().take(6).take_while(|char| is_numeral(**char)).count();
    if digits == 0 { 0 } else { chars.len() - rest.len() + digits }
}

/// A time with the words that only close it: 2023年内, 春节期间, 2025年底前.
pub(super) fn with_time_tail(scene: &Scene, time: Span, end: usize) -> Span {
    let text = scene.text();
    // 2023/|2024年|榨季
    let digits = |from: usize| (from..from + 4).all(|at| text.at(at).is_ascii_digit());
    let years = time.start.checked_sub(5).filter(|&from| text.before(time.start) == '/' && digits(from));
    let time = Span::new(years.unwrap_or(time.start), time.end);
    let closing = CLASSES.closes_time.iter().find(|word| text.starts_with(time.end, word));
    let length = closing.map_or(0, |word| word.chars().count());
    let stop = time.end + length;
    if length > 0 && stop <= end && scene.document.tokens.is_boundary(stop) {
        Span::new(time.start, stop)
    } else {
        time
    }
}
