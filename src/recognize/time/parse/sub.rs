//! Parts of a year: months, days, quarters, halves, seasons, festivals, beginning and end.

use super::super::calendar::{FESTIVAL_NAMES, FESTIVALS};
use super::super::expression::{Edge, Part};
use super::{blanks, pair, whole};
use crate::recognize::number::is_number_char;
use crate::recognize::time::words::CLASSES;
use crate::text::{Text, is_among, is_han};

/// The thirds of a month, alone and two together, as [`calendar::third`](super::super::calendar::third) counts them.
pub const THIRDS: [(&str, u32); 5] = [("上中旬", 4), ("中下旬", 5), ("上旬", 1), ("中旬", 2), ("下旬", 3)];

/// What was read: the part, which end of it, and where it ends.
type Sub = (Part, Edge, usize);

/// The part of a year at `at`; `dated` if a year stands before it.
pub fn part(text: &Text, at: usize, dated: bool) -> Option<Sub> {
    edge_of_year(text, at, dated)
        .or_else(|| quarter(text, at))
        .or_else(|| first_months(text, at, dated))
        .or_else(|| month(text, at))
        .or_else(|| half(text, at))
        .or_else(|| season(text, at, dated))
        .or_else(|| festival(text, at, dated))
        .or_else(|| same_period(text, at, dated))
}

/// 全年, 年内, 年末, 年底, 年初; behind a year also 末, 底, 初, 度.
fn edge_of_year(text: &Text, at: usize, dated: bool) -> Option<Sub> {
    let word =
        |words: &[&str]| words.iter().find(|word| text.starts_with(at, word)).map(|word| at + word.chars().count());
    if let Some(end) = word(&["全年"]) {
        return (dated || !matches!(text.at(end), '龄' | '无')).then_some((Part::Whole, Edge::None, end));
    }
    if !dated && (is_number_char(text.before(at)) || matches!(text.before(at), '几' | '数' | '余' | '多' | '周' | '成'))
    {
        return None;
    }
    if dated && let Some(end) = word(&["年度", "度", "内"]) {
        return Some((Part::Whole, Edge::None, end));
    }
    let loose: &[&str] = if dated { &["年末", "年底", "末", "底"] } else { &["年末", "年底"] };
    if let Some(end) = word(loose) {
        return Some((Part::Whole, Edge::Last, end));
    }
    let loose: &[&str] = if dated { &["年初", "初"] } else { &["年初"] };
    if let Some(end) = word(loose) {
        return Some((Part::Beginning, Edge::None, end));
    }
    word(&["年内"]).filter(|_| text.before(at) != '当').map(|end| (Part::Whole, Edge::None, end))
}

/// 一季度, 第3季度, 首季, 前三季度, 一至三季度.
fn quarter(text: &Text, at: usize) -> Option<Sub> {
    let ordinal = at + usize::from(text.at(at) == '第');
    for (word, part) in [("首季度", 1), ("首季", 1), ("末季度", 4)] {
        if text.starts_with(at, word) {
            let end = at + word.chars().count();
            return Some(with_edge(text, Part::Quarters(part, part), end));
        }
    }
    if text.at(at) == '前' {
        let number = whole(text, at + 1, 2, 4)?;
        let end = at + 1 + number.length;
        let end = end + usize::from(text.at(end) == '个');
        return text.starts_with(end, "季度").then(|| with_edge(text, Part::Quarters(1, number.value), end + 2));
    }
    if let Some((first, last)) = pair(text, at).filter(|(_, last)| *last <= 4 && text.starts_with(at + 2, "季度")) {
        return Some(with_edge(text, Part::Quarters(first, last), at + 4));
    }
    let first = whole(text, ordinal, 1, 4)?;
    let end = ordinal + first.length;
    if text.starts_with(end, "季度") {
        return Some(with_edge(text, Part::Quarters(first.value, first.value), end + 2));
    }
    if !matches!(text.at(end), '至' | '到' | '—' | '-' | '~' | '、') {
        return None;
    }
    let second = whole(text, end + 1, first.value + 1, 4)?;
    let end = end + 1 + second.length;
    text.starts_with(end, "季度").then(|| with_edge(text, Part::Quarters(first.value, second.value), end + 2))
}

/// 前8个月, 前三个月, 1至8月 is read by [`month`].
fn first_months(text: &Text, at: usize, dated: bool) -> Option<Sub> {
    let lead = usize::from(matches!(text.at(at), '前' | '头'));
    if lead == 0 {
        return None;
    }
    let number = whole(text, at + 1, 2, 11)?;
    let end = at + 1 + number.length;
    let end = end + usize::from(text.at(end) == '个');
    let measured = dated || text.at(at) == '前';
    (measured && text.at(end) == '月').then_some((Part::Months(1, number.value), Edge::None, end + 1))
}

/// 9月, 1—8月份, 5月上旬, 1月28日, 10月1日.
fn month(text: &Text, at: usize) -> Option<Sub> {
    if let Some((first, last)) = pair(text, at).filter(|(_, last)| *last <= 12 && text.at(at + 2) == '月') {
        let end = at + 3 + usize::from(text.at(at + 3) == '份');
        return Some((Part::Months(first, last), Edge::None, end));
    }
    let first = whole(text, at, 1, 12)?;
    let mut end = blanks(text, at + first.length);
    let mut last = first;
    let next = || whole(text, end + 1, first.value + 1, first.value + 1).is_some();
    if matches!(text.at(end), '至' | '到' | '—' | '-' | '~') || text.at(end) == '、' && next() {
        let place = blanks(text, end + 1 + usize::from(text.at(end + 1) == '—'));
        last = whole(text, place, first.value + 1, 12)?;
        end = blanks(text, place + last.length);
    }
    if text.at(end) != '月' {
        return None;
    }
    end += 1;
    if last.value != first.value {
        end += usize::from(text.at(end) == '份');
        return Some(with_edge(text, Part::Months(first.value, last.value), end));
    }
    if let Some(sub) = day_of(text, end, first.value) {
        return Some(sub);
    }
    for (word, number) in THIRDS {
        if text.starts_with(end, word) {
            return Some((Part::Third(first.value, number), Edge::None, end + word.chars().count()));
        }
    }
    end += usize::from(text.at(end) == '份');
    Some(with_edge(text, Part::Months(first.value, first.value), end))
}

/// The day behind a month: 28日, 28号, 二十八日.
fn day_of(text: &Text, at: usize, month: u32) -> Option<Sub> {
    let place = blanks(text, at);
    let day = whole(text, place, 1, 31)?;
    let end = blanks(text, place + day.length);
    if matches!(text.at(end), '日' | '号') {
        return Some((Part::Day(month, day.value), Edge::None, end + 1));
    }
    // 11月8—10日: the range is read by the caller.
    let mark_end = end + 1 + usize::from(text.at(end) == '—' && text.at(end + 1) == '—');
    let upper = matches!(text.at(end), '至' | '到' | '—' | '-' | '~')
        && whole(text, blanks(text, mark_end), day.value + 1, 31)
            .is_some_and(|upper| matches!(text.at(blanks(text, mark_end) + upper.length), '日' | '号'));
    let bare = !day.han
        && !is_han(text.at(end))
        && !text.at(end).is_ascii_alphanumeric()
        && !is_among(text.at(end), "%‰.、:/~-—");
    (upper || bare).then_some((Part::Day(month, day.value), Edge::None, place + day.length))
}

/// 上半年, 下半年.
fn half(text: &Text, at: usize) -> Option<Sub> {
    let number = match text.at(at) {
        '上' => 1,
        '下' => 2,
        _ => return None,
    };
    text.starts_with(at + 1, "半年").then(|| with_edge(text, Part::Half(number), at + 3))
}

/// 春季, 秋天; only behind a year.
fn season(text: &Text, at: usize, dated: bool) -> Option<Sub> {
    let number = match text.at(at) {
        '春' => 1,
        '夏' => 2,
        '秋' => 3,
        '冬' => 4,
        _ => return None,
    };
    let named = matches!(text.at(at + 1), '季' | '天');
    (dated && named).then_some((Part::Season(number), Edge::None, at + 2))
}

/// 国庆节, 春节期间, “五一”假期.
fn festival(text: &Text, at: usize, dated: bool) -> Option<Sub> {
    let quoted = text.at(at) == '“';
    let start = at + usize::from(quoted);
    let (length, row) = FESTIVAL_NAMES.longest_at(text, start, text.len())?;
    let (number, festival) = FESTIVALS.iter().enumerate().find(|(_, festival)| festival.name == row[0])?;
    let mut end = start + length;
    // 青年节约用水 holds no 青年节.
    if festival.name.ends_with('节') && is_among(text.at(end), "约能省点目水制电俭余奏") {
        return None;
    }
    if quoted {
        if text.at(end) != '”' {
            return None;
        }
        end += 1;
    }
    if let Some(word) = CLASSES.holiday.iter().find(|word| text.starts_with(end, word)) {
        return Some((Part::Festival(number, true), Edge::None, end + word.chars().count()));
    }
    let weak = festival.weak && !(dated || quoted);
    (!weak).then_some((Part::Festival(number, false), Edge::None, end))
}

/// 去年同期: the stretch that the passage speaks of, in that year.
fn same_period(text: &Text, at: usize, dated: bool) -> Option<Sub> {
    (dated && text.starts_with(at, "同期")).then_some((Part::SamePeriod, Edge::None, at + 2))
}

/// 末 and 底 behind a month, a quarter or a half.
fn with_edge(text: &Text, part: Part, end: usize) -> Sub {
    match text.at(end) {
        '末' | '底' => (part, Edge::Last, end + 1),
        _ => (part, Edge::None, end),
    }
}
