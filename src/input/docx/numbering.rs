//! Automatic numbers of paragraphs: 一、 （一） 1. as Word would print them.

use super::super::xml::attribute;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// How many levels a list has.
const LEVELS: usize = 9;

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    /// The text around the numbers: %1 is that of the first level.
    text: String,
}

type Levels = [Level; LEVELS];

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    kinds: HashMap<String, Levels>,
    lists: HashMap<String, String>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// Reads `word/numbering.xml`; what cannot be read is left out.
    pub fn read(xml: &str) -> Self {
        let mut numbering = Self::default();
        let mut reader = Reader::from_str(xml);
        let (mut kind, mut list, mut level) = (String::new(), String::new(), 0);
        while let Ok(event) = reader.read_event() {
            let (Event::Start(element) | Event::Empty(element)) = &event else {
                if matches!(event, Event::Eof) {
                    break;
                }
                continue;
            };
            let value = || attribute(element, "val").unwrap_or_default();
            match element.local_name().as_ref() {
                "abstractNum" => {
                    (kind, list) = (attribute(element, "abstractNumId").unwrap_or_default(), String::new());
                    numbering.kinds.insert(kind.clone(), Levels::default());
                }
                "num" => (list, kind) = (attribute(element, "numId").unwrap_or_default(), String::new()),
                "abstractNumId" if !list.is_empty() => {
                    numbering.lists.insert(list.clone(), value());
                }
                "lvl" => {
                    level = attribute(element, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
                    if let Some(level) = numbering.level(&kind, level) {
                        level.start = 1;
                    }
                }
                name @ ("start" | "numFmt" | "lvlText") => {
                    let value = value();
                    if let Some(level) = numbering.level(&kind, level) {
                        match name {
                            "start" => level.start = value.parse().unwrap_or(1),
                            "numFmt" => level.format = value,
                            _ => level.text = value,
                        }
                    }
                }
                _ => {}
            }
        }
        numbering
    }

    fn level(&mut self, kind: &str, level: usize) -> Option<&mut Level> {
        self.kinds.get_mut(kind)?.get_mut(level)
    }

    /// The number of the next paragraph of `level` in `list`; nothing for bullets and unknown lists.
    pub fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let kind = self.lists.get(list)?;
        let levels = self.kinds.get(kind)?;
        let own = levels.get(level)?;
        // Lists of one kind count on together.
        let counts = self.counts.entry(kind.clone()).or_default();
        counts[level] = Some(counts[level].map_or(own.start, |count| count.saturating_add(1)));
        counts.iter_mut().skip(level + 1).for_each(|count| *count = None);
        if matches!(own.format.as_str(), "bullet" | "none" | "") {
            return None;
        }
        let mut text = own.text.clone();
        for (at, format) in levels.iter().enumerate() {
            let mark = format!("%{}", at + 1);
            if text.contains(&mark) {
                let count = counts[at].unwrap_or(format.start);
                text = text.replace(&mark, &written(count, &format.format));
            }
        }
        Some(text)
    }
}

/// `number` as Word writes it in `format`.
fn written(number: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital" => chinese(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32(0x2460 + number - 1).map(String::from).unwrap_or_default()
        }
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" | "upperLetter" => {
            let first = if format == "lowerLetter" { b'a' } else { b'A' };
            let letter = first + u8::try_from(number.saturating_sub(1) % 26).unwrap_or(0);
            char::from(letter).to_string()
        }
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        _ => number.to_string(),
    }
}

/// Chinese numerals up to 9999; beyond, digits.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number == 0 || number > 9999 {
        return if number == 0 { "〇".to_owned() } else { number.to_string() };
    }
    let mut out = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / unit % 10;
        if digit == 0 {
            gap |= !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push('零');
        }
        if !(unit == 10 && digit == 1 && out.is_empty()) {
            out.push_str(DIGITS[digit as usize]);
        }
        out.push_str(name);
    }
    out
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (number, text) in [
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (101, "一百零一"),
            (110, "一百一十"),
            (1005, "一千零五"),
        ] {
            assert_eq!(chinese(number), text);
        }
        assert_eq!((written(4, "upperRoman").as_str(), written(3, "decimalEnclosedCircle").as_str()), ("IV", "③"));
        assert_eq!((written(27, "lowerLetter").as_str(), written(7, "decimal").as_str()), ("a", "7"));
    }
}
