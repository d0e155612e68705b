//! Years, ISO dates, spans of years, decades.

use super::super::Rule;
use super::super::expression::{Expression, Part, Year};
use super::{Read, blanks, whole};
use crate::recognize::number::small;
use crate::text::{Text, is_among, is_han};

/// 2023年, 二〇二三年, 98年5月, 二三五年.
pub fn year(text: &Text, at: usize) -> Option<(Year, usize, Rule)> {
    let number = small(text, at)?;
    let mark = blanks(text, at + number.length);
    // 2021、2022年
    let listed = matches!(text.at(mark), '、' | '和' | '与' | '及')
        && whole(text, mark + 1, 1900, 2100).is_some_and(|next| next.digits == 4 && text.at(mark + 5) == '年');
    if listed && number.digits == 4 && (1900..2100).contains(&number.value) {
        return Some((Year::Written(number.value as i32, false), at + number.length, "time/year"));
    }
    if text.at(mark) != '年' || text.before(at) == '.' {
        return None;
    }
    let month = || {
        whole(text, blanks(text, mark + 1), 1, 12)
            .is_some_and(|month| text.at(blanks(text, blanks(text, mark + 1) + month.length)) == '月')
    };
    let value = number.value as i32;
    let (value, guessed) = match number.digits {
        4 if (1000..3000).contains(&value) => (value, false),
        // The 〇 of 二〇三五 gets lost.
        3 if number.han && (200..=299).contains(&value) => (2000 + value % 100, true),
        2 if month() || number.han && century_plain(value) || matches!(text.at(at), '0' | '零' | '〇') => {
            (if value >= 50 { 1900 + value } else { 2000 + value }, true)
        }
        _ => return None,
    };
    Some((Year::Written(value, guessed), mark + 1, "time/year"))
}

/// Two Chinese digits that are a year and no 三四年: the second is not the next of the first.
fn century_plain(value: i32) -> bool {
    value >= 60 && value % 10 != value / 10 + 1
}

/// Whether a year without a month may stand: not 1500年历史, not a duration.
pub fn stands_alone(text: &Text, at: usize, end: usize, year: Year) -> bool {
    let Year::Written(value, _) = year else { return !matches!(text.at(end), '龄' | '级') };
    let old = ["历史", "的历史", "前", "树龄", "以上", "左右"].iter().any(|word| text.starts_with(end, word));
    let age = value % 100 == 0 && ["历史", "的历史", "的文明", "文明"].iter().any(|word| text.starts_with(end, word));
    let counted = matches!(text.before(at), '近' | '约' | '过' | '有' | '距' | '已' | '余');
    !age && !(old && (value < 1900 || counted) || value < 1800 && counted)
}

/// 2023-01-31, 2023/1/31, 2023.01.31.
pub fn iso(text: &Text, at: usize) -> Option<Read> {
    let year = whole(text, at, 1900, 2100).filter(|year| year.digits == 4 && !year.han)?;
    let mark = text.at(at + 4);
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let month = whole(text, at + 5, 1, 12).filter(|month| !month.han && month.digits <= 2)?;
    let second = at + 5 + month.length;
    if text.at(second) != mark {
        return None;
    }
    let day = whole(text, second + 1, 1, 31).filter(|day| !day.han && day.digits <= 2)?;
    let end = second + 1 + day.length;
    if text.at(end).is_ascii_digit() || text.at(end) == mark || matches!(text.before(at), '-' | '/' | '.') {
        return None;
    }
    let expression = Expression::new(Year::Written(year.value as i32, false), Part::Day(month.value, day.value));
    Some(Read::new(at, end, expression, "time/iso"))
}

/// 2016—2020年, 2021至2025年.
pub fn years(text: &Text, at: usize) -> Option<Read> {
    let first = whole(text, at, 1900, 2999).filter(|year| year.digits == 4)?;
    let mark = blanks(text, at + first.length);
    if !matches!(text.at(mark), '-' | '—' | '~' | '至' | '到') {
        return None;
    }
    let place = blanks(text, mark + 1 + usize::from(text.at(mark + 1) == '—'));
    let second = whole(text, place, 1900, 2999).filter(|year| year.digits == 4 && year.value > first.value)?;
    let end = blanks(text, place + second.length);
    if text.at(end) != '年' || super::sub::part(text, blanks(text, end + 1), true).is_some() {
        return None;
    }
    let end = end + 1 + usize::from(text.at(end + 1) == '度');
    let part = Part::Years(first.value as i32, second.value as i32);
    Some(Read::new(at, end, Expression::new(Year::Open, part), "time/years"))
}

/// 90年代, 二十世纪九十年代, 上世纪80年代.
pub fn decade(text: &Text, at: usize) -> Option<Read> {
    let (century, place) = century(text, at);
    let number = small(text, place)?;
    let end = place + number.length;
    if !text.starts_with(end, "年代") {
        return None;
    }
    let value = number.value as i32;
    let first = match (century, number.value) {
        (Some(century), 10..=90) => century + value,
        (None, 1900..=2090) => value,
        (None, 30..=90) => 1900 + value,
        _ => return None,
    };
    let round = first % 10 == 0;
    let part = Part::Years(first, first + 9);
    round.then(|| Read::new(at, end + 2, Expression::new(Year::Open, part), "time/decade"))
}

fn century(text: &Text, at: usize) -> (Option<i32>, usize) {
    if text.starts_with(at, "上个世纪") {
        return (Some(1900), at + 4);
    }
    if text.starts_with(at, "上世纪") || text.starts_with(at, "本世纪") {
        return (Some(if text.at(at) == '上' { 1900 } else { 2000 }), at + 3);
    }
    match whole(text, at, 10, 30) {
        Some(number) if text.starts_with(at + number.length, "世纪") => {
            (Some((number.value as i32 - 1) * 100), at + number.length + 2)
        }
        _ => (None, at),
    }
}

/// 1998.07, as résumés write a month: always two digits, nothing counted behind it.
pub fn year_month(text: &Text, at: usize) -> Option<Read> {
    let year = whole(text, at, 1900, 2100).filter(|year| year.digits == 4 && !year.han)?;
    let month = whole(text, at + 5, 1, 12).filter(|month| !month.han && month.digits == 2)?;
    let end = at + 7;
    let open = !text.at(end).is_ascii_alphanumeric()
        && !is_among(text.at(end), "%‰.,万亿元千百倍个/:")
        && text.before(at) != '.';
    let joined = !is_han(text.before(at)) && !text.before(at).is_ascii_alphanumeric()
        || matches!(text.at(blanks(text, end)), '-' | '—' | '~' | '至' | '年' | '\n');
    let part = Part::Months(month.value, month.value);
    let expression = Expression::new(Year::Written(year.value as i32, false), part);
    (text.at(at + 4) == '.' && open && joined).then(|| Read::new(at, end, expression, "time/year-month"))
}

/// 2017-03: a year and a month joined by a dash or a stroke, standing free.
pub fn year_dash_month(text: &Text, at: usize) -> Option<Read> {
    let year = whole(text, at, 1900, 2100).filter(|year| year.digits == 4 && !year.han)?;
    let mark = text.at(at + 4);
    let month = whole(text, at + 5, 1, 12).filter(|month| !month.han && (month.digits == 2 || mark == '/'))?;
    let end = at + 5 + month.length;
    let part_of_code = |char: char| char.is_ascii_alphanumeric() || is_among(char, "-—/.号期年月%〔〕个万亿");
    if !matches!(mark, '-' | '/') || part_of_code(text.at(end)) || part_of_code(text.before(at)) {
        return None;
    }
    let part = Part::Months(month.value, month.value);
    Some(Read::new(at, end, Expression::new(Year::Written(year.value as i32, false), part), "time/year-month"))
}

/// 30日 alone, as newspapers write the day of this or the last month.
pub fn day_alone(text: &Text, at: usize) -> Option<Read> {
    let day = whole(text, at, 1, 31).filter(|day| day.digits < 3)?;
    let end = at + day.length;
    // 3月5日、8日
    let listed =
        matches!(text.before(at), '、' | '和' | '及' | '与') && at > 1 && matches!(text.at(at - 2), '日' | '号');
    let leads = listed
        || !is_han(text.before(at))
            && !text.before(at).is_ascii_alphanumeric()
            && !is_among(text.before(at), "-—~.、/:")
        || is_among(text.before(at), "于在至从自到");
    let follows = text.at(end + 1);
    let free = listed && !matches!(follows, '内' | '游' | '后' | '以' | '之' | '间')
        || !is_han(follows)
        || is_among(follows, "上下中晚凌清早举召,从起在至到");
    if !(text.at(end) == '日' && leads && free) || matches!(follows, '-' | '—' | '~' | '/' | '、') {
        return None;
    }
    Some(Read::new(at, end + 1, Expression::new(Year::Open, Part::DayOnly(day.value)), "time/day-alone"))
}
