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
}
