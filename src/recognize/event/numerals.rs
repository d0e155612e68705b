//! Small whole numbers in Chinese and Arabic figures, as sessions are counted.

/// Whether `char` is part of such a number.
pub fn is_numeral(char: char) -> bool {
    char.is_ascii_digit()
        || matches!(char, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// The number that `words` writes; None for what is no such number.
pub fn number(words: &str) -> Option<u32> {
    if words.is_empty() || words.chars().count() > 5 {
        return None;
    }
    if let Ok(number) = words.parse() {
        return Some(number);
    }
    let (mut sum, mut digit) = (0, None);
    for char in words.chars() {
        match char {
            '十' => sum += digit.take().unwrap_or(1) * 10,
            '百' => sum += digit.take().unwrap_or(1) * 100,
            _ => {
                digit = Some(
                    "零一二三四五六七八九".chars().position(|other| other == char).or((char == '〇').then_some(0))?
                        as u32,
                )
            }
        }
    }
    Some(sum + digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_of_sessions() {
        let read = |words| number(words).unwrap();
        assert_eq!([read("二十"), read("十三"), read("一百零二"), read("14"), read("七")], [20, 13, 102, 14, 7]);
        assert_eq!((number(""), number("届")), (None, None));
    }
}
