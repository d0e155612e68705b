//! Values, periods and labels in the words that a reader expects.

use crate::analysis::{
    Comparator, Indicator, IndicatorKind, Number, OrganizationKind, PlaceLevel, QuoteKind, Status, Tenure,
};
use crate::locale::{self, Value, t, t_with};
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

/// `number` with a word for its scale where it is large: 8,458亿, 845.8bn.
pub fn short(number: Number) -> String {
    const WORDS: [&str; 3] = ["number-scale-1", "number-scale-2", "number-scale-3"];
    let scales = locale::language().scales().map(|power| 10_i64.pow(power));
    let size = number.0.abs();
    // 12,345 is read as easily as 1.2345万; the first scale starts a digit later.
    let fits = |at: &usize| size >= Decimal::from(if *at == 0 { scales[0] * 10 } else { scales[*at] });
    let Some(at) = (0..scales.len()).rev().find(fits) else { return grouped(Number(number.0.round_dp(4))) };
    let scaled = number.0.checked_div(Decimal::from(scales[at])).unwrap_or(number.0).round_dp(4);
    t_with(WORDS[at], &[("n", grouped(Number(scaled)).into())])
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
pub fn comparator_sign(comparator: Comparator) -> String {
    let sign = match comparator {
        Comparator::Equal | Comparator::Range => "",
        Comparator::Greater => ">",
        Comparator::AtLeast => "≥",
        Comparator::Less => "<",
        Comparator::AtMost => "≤",
        Comparator::About => return t("sign-about"),
    };
    sign.to_owned()
}

/// The comparator in words.
pub fn comparator_label(comparator: Comparator) -> String {
    t(match comparator {
        Comparator::Equal => "comparator-equal",
        Comparator::Greater => "comparator-greater",
        Comparator::AtLeast => "comparator-at-least",
        Comparator::Less => "comparator-less",
        Comparator::AtMost => "comparator-at-most",
        Comparator::About => "comparator-about",
        Comparator::Range => "comparator-range",
    })
}

/// The status in words.
pub fn status_label(status: Status) -> String {
    t(match status {
        Status::Actual => "status-actual",
        Status::Estimate => "status-estimate",
        Status::Target => "status-target",
    })
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
pub fn figure_label(kind: IndicatorKind) -> String {
    t(match kind {
        IndicatorKind::Level => "figure-level",
        IndicatorKind::Change => "figure-change",
        IndicatorKind::Growth => "figure-growth",
        IndicatorKind::Share => "figure-share",
        IndicatorKind::Multiple => "figure-multiple",
        IndicatorKind::Rank => "figure-rank",
    })
}

/// The tenure of a post in words.
pub fn tenure_label(when: Tenure) -> String {
    t(match when {
        Tenure::Current => "tenure-current",
        Tenure::Past => "tenure-past",
        Tenure::Coming => "tenure-coming",
    })
}

/// The level of a place in words.
pub fn level_label(level: PlaceLevel) -> String {
    t(match level {
        PlaceLevel::Country => "level-country",
        PlaceLevel::Province => "level-province",
        PlaceLevel::Prefecture => "level-prefecture",
        PlaceLevel::County => "level-county",
        PlaceLevel::Township => "level-township",
        PlaceLevel::Village => "level-village",
        PlaceLevel::Other => "level-other",
    })
}

/// The sort of body in words.
pub fn organization_label(kind: OrganizationKind) -> String {
    t(match kind {
        OrganizationKind::Party => "organization-party",
        OrganizationKind::Government => "organization-government",
        OrganizationKind::Congress => "organization-congress",
        OrganizationKind::Company => "organization-company",
        OrganizationKind::Education => "organization-education",
        OrganizationKind::Health => "organization-health",
        OrganizationKind::Research => "organization-research",
        OrganizationKind::Media => "organization-media",
        OrganizationKind::Bank => "organization-bank",
        OrganizationKind::Social => "organization-social",
        OrganizationKind::Other => "organization-other",
    })
}

/// The sort of speech in words.
pub fn quote_label(kind: QuoteKind) -> String {
    t(match kind {
        QuoteKind::Direct => "quote-direct",
        QuoteKind::Reported => "quote-reported",
    })
}

/// What a reader should check, in the language in use; a doubt that is not known here stays as the analyzer says it.
pub fn doubt_label(doubt: &str) -> String {
    t(match doubt {
        "名称未能确定" => "doubt-name-missing",
        "名称为推定" => "doubt-name-assumed",
        "期间为推定" => "doubt-period-assumed",
        "比重超过100%" => "doubt-share",
        "增长率异常" => "doubt-growth",
        "数值超出常见范围" => "doubt-range",
        other => return other.to_owned(),
    })
}

/// A period as short as it can be said: 2025年, 2025年3月, 2025年1–6月, 2021–2025年, or both days.
pub fn period(start: Option<&str>, end: Option<&str>) -> String {
    match (start.and_then(day), end.and_then(day)) {
        (Some(start), Some(end)) => between(start, end),
        (Some(start), None) => t_with("period-from", &[("day", one(start).into())]),
        (None, Some(end)) => t_with("period-until", &[("day", one(end).into())]),
        (None, None) => String::new(),
    }
}

/// Year, month and day.
type Day = (i32, u32, u32);

fn day(iso: &str) -> Option<Day> {
    let date = crate::day::day(iso)?;
    Some((date.year().into(), date.month().unsigned_abs().into(), date.day().unsigned_abs().into()))
}

/// A year as it is written, without a separator of thousands.
fn year_of(year: i32) -> Value<'static> {
    year.to_string().into()
}

fn one((year, month, day): Day) -> String {
    t_with("period-day", &[("year", year_of(year)), ("month", month.into()), ("day", day.into())])
}

fn span(from: String, to: String) -> String {
    t_with("period-span", &[("from", from.into()), ("to", to.into())])
}

fn month_of(year: i32, month: u32) -> String {
    t_with("period-month", &[("year", year_of(year)), ("month", month.into())])
}

fn between(start: Day, end: Day) -> String {
    let whole_months = start.2 == 1 && end.2 == last_day(end.0, end.1);
    match (start, end) {
        _ if start == end => one(start),
        ((from, 1, 1), (to, 12, 31)) if from == to => t_with("period-year", &[("year", year_of(from))]),
        ((from, 1, 1), (to, 12, 31)) => t_with("period-years", &[("from", year_of(from)), ("to", year_of(to))]),
        ((year, from, _), (to_year, to, _)) if whole_months && year == to_year && from == to => month_of(year, from),
        ((year, from, _), (to_year, to, _)) if whole_months && year == to_year => {
            t_with("period-months", &[("year", year_of(year)), ("from", from.into()), ("to", to.into())])
        }
        ((year, from, _), (to_year, to, _)) if whole_months => span(month_of(year, from), month_of(to_year, to)),
        ((year, month, from), (to_year, to_month, to)) if year == to_year && month == to_month => t_with(
            "period-days",
            &[("year", year_of(year)), ("month", month.into()), ("from", from.into()), ("to", to.into())],
        ),
        ((year, month, day), (to_year, to_month, to_day)) if year == to_year => t_with(
            "period-days-months",
            &[
                ("year", year_of(year)),
                ("month", month.into()),
                ("day", day.into()),
                ("to_month", to_month.into()),
                ("to_day", to_day.into()),
            ],
        ),
        _ => span(one(start), one(end)),
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

    #[test]
    fn values_and_periods_are_said_in_english() {
        locale::set_language(locale::Language::English);
        for (start, end, said) in [
            ("2025-01-01", "2025-12-31", "2025"),
            ("2021-01-01", "2025-12-31", "2021–2025"),
            ("2024-02-01", "2024-02-29", "Feb 2024"),
            ("2024-01-01", "2024-06-30", "Jan–Jun 2024"),
            ("2023-01-21", "2023-01-27", "21–27 Jan 2023"),
            ("2023-01-21", "2023-02-03", "21 Jan – 3 Feb 2023"),
            ("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
        ] {
            assert_eq!(period(Some(start), Some(end)), said);
        }
        for (plain, brief) in
            [("320000", "320,000"), ("12500000", "12.5m"), ("845800000000", "845.8bn"), ("-1200000000000", "−1.2tn")]
        {
            assert_eq!(short(number(plain)), brief);
        }
    }
}
