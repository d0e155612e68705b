//! Days as the Analysis writes them: 2023-01-31.

use jiff::civil::Date;

/// The day that `words` write so. A page that reads whatever else a date may look like would have to load all of that.
pub fn day(words: &str) -> Option<Date> {
    let bytes = words.as_bytes();
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| i16::from(byte - b'0'));
    let number = |bytes: &[u8]| bytes.iter().try_fold(0, |number, byte| Some(number * 10 + digit(byte)?));
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = bytes else { return None };
    if year.len() != 4 {
        return None;
    }
    let small = |number: i16| i8::try_from(number).ok();
    Date::new(number(year)?, small(number(&[*m1, *m2])?)?, small(number(&[*d1, *d2])?)?).ok()
}

/// `date`, so many days later. Reckoned by eras of 400 years, which are all equally long and here begin in March, so that
/// a leap day is the last of its year.
pub fn shift(date: Date, days: i64) -> Option<Date> {
    const ERA: i64 = 146_097;
    let march = |month: i64| (month + 9) % 12;
    let (year, month) = (i64::from(date.year()), i64::from(date.month()));
    let year = if month > 2 { year } else { year - 1 };
    let of_era = year.rem_euclid(400);
    let of_year = (153 * march(month) + 2) / 5 + i64::from(date.day()) - 1;
    let day = year.div_euclid(400) * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    let day = day.checked_add(days)?;
    let of_era = day.rem_euclid(ERA);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day_of_month = of_year - (153 * month + 2) / 5 + 1;
    let year = day.div_euclid(ERA) * 400 + year + i64::from(month >= 10);
    let month = (month + 2) % 12 + 1;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day_of_month).ok()?).ok()
}

/// `date`, so many months later, or the last day of that month where it is shorter.
pub fn shift_months(date: Date, months: i32) -> Option<Date> {
    let number = (i32::from(date.year()) * 12 + i32::from(date.month()) - 1).checked_add(months)?;
    let (year, month) = (i16::try_from(number.div_euclid(12)).ok()?, i8::try_from(number.rem_euclid(12) + 1).ok()?);
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, date.day().min(first.days_in_month())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar_and_no_others() {
        for words in ["2023-01-31", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(day(words).map(|day| day.to_string()).as_deref(), Some(words));
        }
        for words in [
            "",
            "2023-02-29",
            "2023-13-01",
            "2023-1-1",
            "20230101",
            "2023-01-00",
            "二〇二三-01-01",
            "2023-01-01T",
            "-023-01-01",
        ] {
            assert_eq!(day(words), None, "{words}");
        }
    }

    #[test]
    fn days_are_shifted_as_jiff_shifts_them() {
        let first = Date::new(1895, 12, 30).unwrap();
        for step in 0..800 {
            let date = first.checked_add(jiff::Span::new().days(step * 97)).unwrap();
            for days in [-146_098, -366, -59, -1, 0, 1, 28, 31, 365, 1_461, 40_000] {
                assert_eq!(shift(date, days), date.checked_add(jiff::Span::new().days(days)).ok(), "{date} {days}");
            }
            for months in [-1_213, -12, -1, 0, 1, 2, 11, 25] {
                let wanted = date.checked_add(jiff::Span::new().months(months)).ok();
                assert_eq!(shift_months(date, months), wanted, "{date} {months}");
            }
        }
        assert_eq!(shift(Date::MAX, 1), None);
        assert_eq!(shift(Date::MIN, -1), None);
        assert_eq!(shift(Date::MAX, i64::MAX), None);
        assert_eq!(shift_months(Date::MAX, 1), None);
    }
}
