//! Periods as short as they can be said.

use crate::locale::{Value, t_with};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale;

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
    fn periods_are_said_in_english() {
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
    }
}
