//! Values, periods and labels in the words that a reader expects.

use crate::analysis::{
    Comparator, Indicator, IndicatorKind, Number, OrganizationKind, PlaceLevel, QuoteKind, Status, Tenure,
};
use rust_decimal::Decimal;

/// `number` with groups of three digits: 845,800,000,000.
pub fn grouped(number: Number) -> String {
    let plain = number.0.normalize().to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// `number` with 万 or 亿 where it is large: 8458亿.
pub fn short(number: Number) -> String {
    let (scale, unit) = match number.0.abs() {
        size if size >= Decimal::from(1_000_000_000_000_i64) => (1_000_000_000_000_i64, "万亿"),
        size if size >= Decimal::from(100_000_000) => (100_000_000, "亿"),
        size if size >= Decimal::from(100_000) => (10_000, "万"),
        _ => (1, ""),
    };
    let scaled = number.0.checked_div(Decimal::from(scale)).unwrap_or(number.0).round_dp(4);
    format!("{}{unit}", grouped(Number(scaled)))
}

/// The whole value: comparator, number (or range) and unit, short.
pub fn compact(indicator: &Indicator) -> String {
    let sign = comparator_sign(indicator.comparator);
    match indicator.max {
        Some(max) => format!("{}–{}{}", short(indicator.value), short(max), indicator.unit),
        None => format!("{sign}{}{}", short(indicator.value), indicator.unit),
    }
}

/// The whole value written out in full.
pub fn full(indicator: &Indicator) -> String {
    match indicator.max {
        Some(max) => format!("{}–{} {}", grouped(indicator.value), grouped(max), indicator.unit),
        None => format!("{} {}", grouped(indicator.value), indicator.unit),
    }
}

/// The first `limit` characters of `words` on one line.
pub fn excerpt(words: &str, limit: usize) -> String {
    let mut out: String = words.chars().filter(|char| !char.is_control()).take(limit).collect();
    if words.chars().count() > limit {
        out.push('…');
    }
    out
}

/// The sign that stands before a value.
pub const fn comparator_sign(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equal | Comparator::Range => "",
        Comparator::Greater => ">",
        Comparator::AtLeast => "≥",
        Comparator::Less => "<",
        Comparator::AtMost => "≤",
        Comparator::About => "约",
    }
}

/// The comparator in words.
pub const fn comparator_label(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equal => "等于",
        Comparator::Greater => "超过",
        Comparator::AtLeast => "不低于",
        Comparator::Less => "低于",
        Comparator::AtMost => "不超过",
        Comparator::About => "约",
        Comparator::Range => "区间",
    }
}

/// The status in words.
pub const fn status_label(status: Status) -> &'static str {
    match status {
        Status::Actual => "结果",
        Status::Estimate => "预计",
        Status::Target => "目标",
    }
}

/// The name that style sheets use for a status.
pub const fn status_slug(status: Status) -> &'static str {
    match status {
        Status::Actual => "actual",
        Status::Estimate => "estimate",
        Status::Target => "target",
    }
}

/// The kind of figure in words.
pub const fn figure_label(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Level => "总量",
        IndicatorKind::Change => "增减量",
        IndicatorKind::Growth => "增速",
        IndicatorKind::Share => "比重",
        IndicatorKind::Multiple => "倍数",
        IndicatorKind::Rank => "位次",
    }
}

/// The tenure of a post in words.
pub const fn tenure_label(when: Tenure) -> &'static str {
    match when {
        Tenure::Current => "现任",
        Tenure::Past => "曾任",
        Tenure::Coming => "拟任",
    }
}

/// The level of a place in words.
pub const fn level_label(level: PlaceLevel) -> &'static str {
    match level {
        PlaceLevel::Country => "国家",
        PlaceLevel::Province => "省级",
        PlaceLevel::Prefecture => "地级",
        PlaceLevel::County => "县级",
        PlaceLevel::Township => "乡级",
        PlaceLevel::Village => "村",
        PlaceLevel::Other => "区域",
    }
}

/// The sort of body in words.
pub const fn organization_label(kind: OrganizationKind) -> &'static str {
    match kind {
        OrganizationKind::Party => "党的机构",
        OrganizationKind::Government => "政府部门",
        OrganizationKind::Congress => "人大政协",
        OrganizationKind::Company => "企业",
        OrganizationKind::Education => "教育",
        OrganizationKind::Health => "医疗卫生",
        OrganizationKind::Research => "科研",
        OrganizationKind::Media => "媒体",
        OrganizationKind::Bank => "银行",
        OrganizationKind::Social => "社会团体",
        OrganizationKind::Other => "其他",
    }
}

/// The sort of speech in words.
pub const fn quote_label(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "直接引语",
        QuoteKind::Reported => "转述",
    }
}

/// A period as short as it can be said: 2025年, 2025年3月, 2025年1–6月, 2021–2025年, or both days.
pub fn period(start: Option<&str>, end: Option<&str>) -> String {
    match (start.and_then(day), end.and_then(day)) {
        (Some(start), Some(end)) => between(start, end),
        (Some(start), None) => format!("{}起", one(start)),
        (None, Some(end)) => format!("至{}", one(end)),
        (None, None) => String::new(),
    }
}

/// Year, month and day.
type Day = (i32, u32, u32);

fn day(iso: &str) -> Option<Day> {
    let date: jiff::civil::Date = iso.parse().ok()?;
    Some((date.year().into(), date.month().unsigned_abs().into(), date.day().unsigned_abs().into()))
}

fn one((year, month, day): Day) -> String {
    format!("{year}年{month}月{day}日")
}

fn between(start: Day, end: Day) -> String {
    let whole_months = start.2 == 1 && end.2 == last_day(end.0, end.1);
    match (start, end) {
        _ if start == end => one(start),
        ((from, 1, 1), (to, 12, 31)) if from == to => format!("{from}年"),
        ((from, 1, 1), (to, 12, 31)) => format!("{from}–{to}年"),
        ((year, from, _), (to_year, to, _)) if whole_months && year == to_year && from == to => {
            format!("{year}年{from}月")
        }
        ((year, from, _), (to_year, to, _)) if whole_months && year == to_year => format!("{year}年{from}–{to}月"),
        ((year, from, _), (to_year, to, _)) if whole_months => format!("{year}年{from}月–{to_year}年{to}月"),
        ((year, month, from), (to_year, to_month, to)) if year == to_year && month == to_month => {
            format!("{year}年{month}月{from}–{to}日")
        }
        ((year, ..), (to_year, month, to)) if year == to_year => format!("{}–{month}月{to}日", one(start)),
        _ => format!("{}–{}", one(start), one(end)),
    }
}

fn last_day(year: i32, month: u32) -> u32 {
    let date = i16::try_from(year)
        .ok()
        .zip(i8::try_from(month).ok())
        .and_then(|(year, month)| jiff::civil::Date::new(year, month, 1).ok());
    date.map_or(0, |date| date.days_in_month().unsigned_abs().into())
}

/// How much of a bar a share or growth fills, 0 to 100; `None` for figures without a natural scale.
pub fn bar(indicator: &Indicator) -> Option<f64> {
    use rust_decimal::prelude::ToPrimitive;
    let percent = matches!(indicator.unit.as_str(), "%" | "百分点");
    let share = matches!(indicator.kind, IndicatorKind::Share | IndicatorKind::Growth);
    let size = indicator.value.0.abs().to_f64()?;
    (percent && share).then_some(size.min(100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number(text.parse().unwrap())
    }

    #[test]
    fn numbers_are_grouped_and_shortened() {
        for (plain, group, brief) in [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("12345.60", "12,345.6", "12,345.6"),
            ("845800000000", "845,800,000,000", "8,458亿"),
            ("1200000000000", "1,200,000,000,000", "1.2万亿"),
            ("-320000", "−320,000", "−32万"),
        ] {
            assert_eq!(grouped(number(plain)), group);
            assert_eq!(short(number(plain)), brief);
        }
    }

    #[test]
    fn periods_are_said_shortly() {
        for (start, end, said) in [
            ("2025-01-01", "2025-12-31", "2025年"),
            ("2021-01-01", "2025-12-31", "2021–2025年"),
            ("2024-02-01", "2024-02-29", "2024年2月"),
            ("2024-01-01", "2024-06-30", "2024年1–6月"),
            ("2023-01-21", "2023-01-27", "2023年1月21–27日"),
            ("2023-01-30", "2023-01-30", "2023年1月30日"),
            ("2023-12-30", "2024-01-02", "2023年12月30日–2024年1月2日"),
        ] {
            assert_eq!(period(Some(start), Some(end)), said);
        }
        assert_eq!(period(None, Some("2025-12-31")), "至2025年12月31日");
        assert_eq!(period(None, None), "");
    }
}
