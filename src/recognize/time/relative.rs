//! Words that count from the document's date or from the passage's time: 昨天, 上月, 本周三, 同年.

use super::Rule;
use super::expression::{Edge, Expression, Part, Year};
use super::parse::{Read, whole};
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::number::is_number_char;
use crate::text::{Text, is_among, is_han};
use std::sync::LazyLock;

static RELATIVE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("relative.tsv")));

/// All words of the list.
pub fn words() -> impl Iterator<Item = &'static str> {
    RELATIVE.rows().iter().filter_map(|row| row.first().copied())
}

fn word(text: &Text, at: usize) -> Option<(usize, &'static str, i32)> {
    let (length, row) = RELATIVE.longest_at(text, at, text.len())?;
    Some((length, row.get(1)?, row.get(2)?.parse().ok()?))
}

/// A word for a year: 今年, 上年, 同年.
pub fn year(text: &Text, at: usize) -> Option<(Year, usize, Rule)> {
    let (length, kind, count) = word(text, at)?;
    let harvest = kind == "year-passage" && count == 0 && matches!(text.at(at + length), '的' | '价' | '龄' | '级');
    // 建成后年处理污水3600万吨, 此前年均: 后 and 前 belong to what stands before
    let divided = kind == "year"
        && matches!(text.at(at), '前' | '后')
        && (matches!(text.before(at), '成' | '产' | '用' | '工' | '营' | '效')
            || matches!(text.at(at + length), '均' | '产'));
    if is_number_char(text.before(at)) || harvest || divided {
        return None;
    }
    let year = match kind {
        "year" => Year::Relative(count),
        "year-passage" => Year::Passage(count),
        _ => return None,
    };
    Some((year, at + length, "time/relative-year"))
}

/// A word for a day, a week, a month or a quarter, with what follows it: 本周三, 上月底, 本月5日.
pub fn read(document: &Document, at: usize) -> Option<Read> {
    let text = &document.text;
    if let Some(read) = weekday(document, at) {
        return Some(read);
    }
    let (length, kind, count) = word(text, at)?;
    if figurative(text, at, length) {
        return None;
    }
    let end = at + length;
    let open = |part, end, rule| Some(Read::new(at, end, Expression::new(Year::Open, part), rule));
    match kind {
        "day" => open(Part::DayRelative(count.into()), end, "time/relative-day"),
        "day-passage" => open(Part::DayPassage(count.into()), end, "time/passage-day"),
        "week" => {
            let weekday = weekday_number(text.at(end));
            open(Part::Week(count.into(), weekday.unwrap_or(0)), end + usize::from(weekday.is_some()), "time/week")
        }
        "month-end" => Some(Read::new(
            at,
            end,
            Expression { edge: Edge::Last, ..Expression::new(Year::Open, Part::MonthRelative(count, false)) },
            "time/relative-month",
        )),
        "years" => open(Part::YearsRelative(count, count + 1), end, "time/relative-years"),
        "quarter" => open(Part::QuarterRelative(count), end, "time/relative-quarter"),
        "month" | "month-passage" => month(text, at, end, count, kind == "month-passage"),
        _ => None,
    }
}

fn month(text: &Text, at: usize, end: usize, count: i32, passage: bool) -> Option<Read> {
    let open = |part, edge, end| {
        Some(Read::new(at, end, Expression { edge, ..Expression::new(Year::Open, part) }, "time/relative-month"))
    };
    for (word, number) in [("上旬", 1), ("中旬", 2), ("下旬", 3)] {
        if text.starts_with(end, word) && !passage {
            return open(Part::ThirdRelative(count, number), Edge::None, end + 2);
        }
    }
    let of = end + usize::from(text.at(end) == '的');
    if let Some(day) = whole(text, of, 1, 31).filter(|day| matches!(text.at(of + day.length), '日' | '号')) {
        return open(Part::DayOfRelative(count, day.value), Edge::None, of + day.length + 1);
    }
    let edge = if matches!(text.at(end), '末' | '底') { Edge::Last } else { Edge::None };
    open(Part::MonthRelative(count, passage), edge, end + usize::from(edge == Edge::Last))
}

/// 周三, 星期天 without 本, 上, 下: only where no counting stands around it.
fn weekday(document: &Document, at: usize) -> Option<Read> {
    let text = &document.text;
    let length = ["星期", "礼拜", "周"].iter().find(|word| text.starts_with(at, word))?.chars().count();
    let number = weekday_number(text.at(at + length)).filter(|number| *number < 8)?;
    let end = at + length + 1;
    let before = text.before(at);
    let generic = is_number_char(before) || matches!(before, '每' | '个' | '至' | '到' | '逢' | '—' | '-');
    let follows = text.at(end);
    let named = is_han(follows) && !is_among(follows, "上下中晚早凌的在将举召公发表宣起前后和")
        || matches!(follows, '至' | '到');
    let before_named = length == 1 && is_han(before) && !is_among(before, "于在是(为午前近");
    let expression = Expression::new(Year::Open, Part::Week(0, number));
    let token = document.tokens.at(at).is_some_and(|token| token.span == Span::new(at, end));
    let recurs = matches!(follows, '至' | '到');
    (!generic && !recurs && (token || !named && !before_named)).then(|| Read::new(at, end, expression, "time/weekday"))
}

fn weekday_number(char: char) -> Option<u32> {
    Some(match char {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '日' | '天' => 7,
        '末' => 8,
        _ => return None,
    })
}

/// 更加美好的明天, 走到今天: no day of the calendar.
fn figurative(text: &Text, at: usize, length: usize) -> bool {
    let before = text.before(at);
    let tomorrow = text.at(at) == '明' && (matches!(before, '的' | '好' | '更') || text.at(at + length) == '会');
    let word = text.slice(Span::new(at, at + length));
    const SAID: [&str; 5] = ["新闻", "提问", "采访", "交流", "记者"];
    let meeting = is_among(text.at(at + length + 1), "会大活仪发座论比培签开报")
        || SAID.iter().any(|word| text.starts_with(at + length + 1, word));
    let image = matches!(word, "今天" | "昨天" | "明天") && text.at(at + length) == '的' && !meeting;
    let anniversary = text.ends_with(at, "前的");
    let today = text.at(at) == '今' && (matches!(before, '至' | '到') || text.starts_with(at + length, "头条"));
    let harvest = text.at(at) == '当' && matches!(text.at(at + length), '的' | '价');
    let cycle = text.at(at + length - 1) == '周' && is_among(text.at(at + length), "期年边到全转");
    tomorrow || image || anniversary || today || harvest || cycle
}
