//! Plan periods and stretches counted from the document's date.

use super::super::expression::{Edge, Expression, Part, Year};
use super::{Read, whole};
use crate::recognize::number::{han_digit, is_number_char};
use crate::recognize::time::words::CLASSES;
use crate::text::Text;

/// Words for before and after.
const SIDES: [(&str, i32); 6] = [("以前", -1), ("之前", -1), ("前", -1), ("以后", 1), ("之后", 1), ("后", 1)];

/// “十四五”时期, “十三五”, 十四五末, “八五”.
pub fn plan(text: &Text, at: usize) -> Option<Read> {
    let closing = match text.at(at) {
        '“' => '”',
        '‘' => '’',
        _ => '\0',
    };
    let quoted = closing != '\0';
    let mut end = at + usize::from(quoted);
    let ten = text.at(end) == '十';
    end += usize::from(ten);
    // the tenth plan is “十五”, the eleventh “十一五”
    let tenth = quoted && ten && text.at(end) == '五' && text.at(end + 1) == closing;
    let digit = han_digit(text.at(end)).filter(|digit| *digit >= 1)?;
    if !tenth && text.at(end + 1) != '五' || !(quoted || ten) || text.at(end) == '两' {
        return None;
    }
    end += if tenth { 1 } else { 2 };
    if quoted {
        if text.at(end) != closing {
            return None;
        }
        end += 1;
    }
    let number = if tenth { 10 } else { digit as i32 + if ten { 10 } else { 0 } };
    let first = 1951 + 5 * number;
    let plan = Part::Years(first, first + 4);
    let last = Part::Years(first + 4, first + 4);
    const TAILS: [(&str, bool); 9] = [
        ("时期末", true),
        ("期末", true),
        ("末期", true),
        ("末", true),
        ("收官之年", true),
        ("时期", false),
        ("期间", false),
        ("以内", false),
        ("内", false),
    ];
    let tail = TAILS.iter().find(|(word, _)| text.starts_with(end, word));
    if !quoted && tail.is_none() && !text.starts_with(end, "以来") && !names_plan(text, end) {
        return None;
    }
    if let Some((part, end)) = share_of_plan(text, end, first) {
        return Some(Read::new(at, end, Expression::new(Year::Open, part), "time/plan-years"));
    }
    let part = if tail.is_some_and(|(_, at_end)| *at_end) { last } else { plan };
    end += tail.map_or(0, |(word, _)| word.chars().count());
    Some(Read::new(at, end, Expression::new(Year::Open, part), "time/plan-period"))
}

/// “十四五”前三年, “十四五”开局之年.
fn share_of_plan(text: &Text, at: usize, first: i32) -> Option<(Part, usize)> {
    if let Some(word) = ["开局之年", "开局年", "首年", "第一年"].iter().find(|word| text.starts_with(at, word))
    {
        return Some((Part::Years(first, first), at + word.chars().count()));
    }
    let number = whole(text, at + 1, 2, 4)?;
    let end = at + 1 + number.length;
    let count = number.value as i32;
    let part = match text.at(at) {
        '前' | '头' => Part::Years(first, first + count - 1),
        '后' => Part::Years(first + 5 - count, first + 4),
        _ => return None,
    };
    (text.at(end) == '年').then_some((part, end + 1))
}

fn names_plan(text: &Text, at: usize) -> bool {
    CLASSES.of_plan.starts(text, at)
}

/// 过去五年, 近三年, 未来两周, 五年来.
pub fn around(text: &Text, at: usize) -> Option<Read> {
    const LEADS: [(&str, i32); 13] = [
        ("过去的", -1),
        ("过去", -1),
        ("最近的", -1),
        ("最近", -1),
        ("近", -1),
        ("未来的", 1),
        ("未来", 1),
        ("今后的", 1),
        ("今后", 1),
        ("接下来的", 1),
        ("接下来", 1),
        ("往后", 1),
        ("此前", -1),
    ];
    let lead = LEADS.iter().find(|(word, _)| text.starts_with(at, word));
    let place = at + lead.map_or(0, |(word, _)| word.chars().count());
    let number = whole(text, place, 1, 100)?;
    let mut end = place + number.length;
    if lead.is_none() {
        // 五年来: the stretch up to now.
        let years = text.starts_with(end, "年来") && number.value <= 10;
        let part = Part::YearsAround(-(number.value as i32));
        return years.then(|| Read::new(at, end + 2, Expression::new(Year::Open, part), "time/years-around"));
    }
    let sign = lead.map_or(-1, |(_, sign)| *sign);
    let count = number.value as i32 * sign;
    end += usize::from(text.at(end) == '个');
    const UNITS: [(&str, i64); 6] = [("星期", 7), ("礼拜", 7), ("周", 7), ("天", 1), ("日", 1), ("工作日", 0)];
    if text.at(end) == '年' && number.value <= 50 {
        end += 1 + usize::from(text.at(end + 1) == '来');
        return Some(Read::new(at, end, Expression::new(Year::Open, Part::YearsAround(count)), "time/years-around"));
    }
    if text.at(end) == '月' {
        return Some(Read::new(
            at,
            end + 1,
            Expression::new(Year::Open, Part::MonthsAround(count)),
            "time/months-around",
        ));
    }
    let (word, days) = UNITS.iter().find(|(word, days)| *days > 0 && text.starts_with(end, word))?;
    let part = Part::DaysAround(i64::from(count) * days);
    Some(Read::new(at, end + word.chars().count(), Expression::new(Year::Open, part), "time/days-around"))
}

/// 半年前, 半个月后.
fn half_away(text: &Text, at: usize) -> Option<Read> {
    const HALVES: [(&str, bool); 2] = [("半年", true), ("半个月", false)];
    let (word, year) = HALVES.iter().find(|(word, _)| text.starts_with(at, word))?;
    let end = at + word.chars().count();
    let (side, sign) = SIDES.iter().find(|(side, _)| text.starts_with(end, side))?;
    let part = if *year { Part::MonthsAway(6 * sign) } else { Part::DayRelative(i64::from(15 * sign)) };
    let free = !is_number_char(text.before(at)) && !matches!(text.before(at), '上' | '下' | '个' | '年' | '月');
    free.then(|| Read::new(at, end + side.chars().count(), Expression::new(Year::Open, part), "time/away"))
}

/// 三天前, 两周后, 3个月前, 五年前.
pub fn away(text: &Text, at: usize) -> Option<Read> {
    if let Some(read) = half_away(text, at) {
        return Some(read);
    }
    let number = whole(text, at, 1, 100)?;
    let mut end = at + number.length;
    end += usize::from(text.at(end) == '个');
    const UNITS: [(&str, i64); 7] =
        [("星期", 7), ("礼拜", 7), ("周", 7), ("天", 1), ("日", 1), ("月", 31), ("年", 365)];
    let (word, days) = UNITS.iter().find(|(word, _)| text.starts_with(end, word))?;
    end += word.chars().count();
    let (side, sign) = SIDES.iter().find(|(side, _)| text.starts_with(end, side))?;
    end += side.chars().count();
    let count = number.value as i32 * sign;
    let (year, part) = match days {
        31 => (Year::Open, Part::MonthsAway(count)),
        365 if number.value <= 20 => (Year::Relative(count), Part::Whole),
        365 => return None,
        _ => (Year::Open, Part::DayRelative(i64::from(count) * days)),
    };
    let touching = matches!(text.before(at), '近' | '满' | '每' | '约' | '至' | '到' | '-' | '—' | '~' | '.');
    (!touching).then(|| Read::new(at, end, Expression { edge: Edge::None, ..Expression::new(year, part) }, "time/away"))
}
