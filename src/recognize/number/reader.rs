//! One reader for Arabic digits, Chinese numerals and both mixed.

use super::{LONGEST, Number, Script, arabic, han_digit, is_number_char, scale};
use crate::analysis::Comparator;
use crate::text::Text;
use rust_decimal::Decimal;

/// Reads the number at `at`. Digits before 千 in 5千瓦 are read without it when `keep_unit` says that a unit
/// starts there.
pub fn read(text: &Text, at: usize, keep_unit: impl Fn(usize) -> bool) -> Option<Number> {
    let limit = (at + LONGEST).min(text.len());
    if (at..limit).all(|place| is_number_char(text.at(place))) && limit == at + LONGEST {
        return None;
    }
    if let Some(number) = positional(text, at, limit) {
        return Some(number);
    }
    let lower = Reader::new(text, at, limit, false).run(&keep_unit)?;
    let number = lower.number()?;
    if lower.pair {
        let upper = Reader::new(text, at, limit, true).run(&keep_unit)?.number()?;
        return Some(Number { max: Some(upper.value), ..number });
    }
    Some(number)
}

/// Three or more Chinese digits one by one, or two with a 〇: 二〇二五, 一〇.
fn positional(text: &Text, at: usize, limit: usize) -> Option<Number> {
    let is_digit = |place: &usize| han_digit(text.at(*place)).is_some() && text.at(*place) != '两';
    let length = (at..limit).take_while(is_digit).count();
    let round = (at..at + length).any(|place| text.at(place) == '〇');
    let scaled = scale(text.at(at + length)).is_some();
    if scaled || text.at(at + length) == '点' || !(length >= 3 || (length == 2 && round)) {
        return None;
    }
    let digits: String =
        (at..at + length).filter_map(|place| char::from_digit(han_digit(text.at(place))?, 10)).collect();
    Some(Number {
        length,
        value: digits.parse().ok()?,
        max: None,
        comparator: None,
        vague: false,
        script: Script::Positional,
        bare: false,
        scaled: false,
        last_scale: Decimal::ONE,
    })
}

/// 多样, 多元化: no 多 behind a number.
fn many_sided(text: &Text, at: usize) -> bool {
    matches!(text.at(at + 1), '样' | '于' | '为')
        || text.at(at + 1) == '元' && matches!(text.at(at + 2), '化' | '共' | '发' | '纠' | '投' | '文')
}

/// The state of reading: what stands above 亿, above 万, below 万, and the digits not yet multiplied.
struct Reader<'a> {
    text: &'a Text,
    start: usize,
    at: usize,
    limit: usize,
    /// Which of two neighbouring digits (八九千) counts.
    upper: bool,
    high: Decimal,
    middle: Decimal,
    section: Decimal,
    digit: Option<Decimal>,
    /// The lowest scale so far within the section.
    lowest: u64,
    /// The scale read last, 1 if none.
    last: u64,
    zero: bool,
    pair: bool,
    arabic: bool,
    bare: bool,
    scaled: bool,
    vague: bool,
    comparator: Option<Comparator>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a Text, at: usize, limit: usize, upper: bool) -> Self {
        Self {
            text,
            start: at,
            at,
            limit,
            upper,
            high: Decimal::ZERO,
            middle: Decimal::ZERO,
            section: Decimal::ZERO,
            digit: None,
            lowest: u64::MAX,
            last: 1,
            zero: false,
            pair: false,
            arabic: false,
            bare: false,
            scaled: false,
            vague: false,
            comparator: None,
        }
    }

    fn run(mut self, keep_unit: &impl Fn(usize) -> bool) -> Option<Self> {
        self.vague_prefix();
        while self.at < self.limit {
            let more = self.literal()? || self.digits() || self.scale(keep_unit)? || self.approximate();
            if !more {
                break;
            }
        }
        (self.at > self.start && (self.digit.is_some() || self.last > 1)).then_some(self)
    }

    /// 数十, 几百: the numeral itself counts as one.
    fn vague_prefix(&mut self) {
        if matches!(self.text.at(self.at), '数' | '几') && scale(self.text.at(self.at + 1)).is_some() {
            self.vague = true;
            self.comparator = Some(Comparator::AtLeast);
            self.digit = Some(Decimal::ONE);
            self.at += 1;
        }
    }

    /// Arabic digits: at the start, or behind a scale as in 12万5千.
    fn literal(&mut self) -> Option<bool> {
        let Some((value, length)) = arabic::read(self.text, self.at, self.limit) else { return Some(false) };
        if self.at > self.start {
            let behind = self.at + length;
            let next = scale(self.text.at(behind)).unwrap_or(1);
            let continues = self.arabic && self.last >= 1000 && self.digit.is_none() && self.comparator.is_none();
            let smaller = next < self.last && value.checked_mul(next.into())? < self.last.into();
            let full =
                next > 1 || (value * Decimal::TEN >= self.last.into() && !matches!(self.text.at(behind), '年' | '.'));
            if !(continues && smaller && full) {
                return Some(false);
            }
        }
        self.arabic = true;
        self.digit = Some(value);
        self.at += length;
        Some(true)
    }

    /// A Chinese digit, a pair of neighbours (八九), a decimal part (三点五), 廿 and 卅.
    fn digits(&mut self) -> bool {
        let char = self.text.at(self.at);
        if self.arabic || self.comparator == Some(Comparator::Greater) {
            return false;
        }
        if matches!(char, '廿' | '卅') && self.at == self.start {
            self.section = Decimal::from(if char == '廿' { 20 } else { 30 });
            (self.lowest, self.last) = (10, 10);
            self.at += 1;
            return true;
        }
        if char == '点' {
            return self.fraction();
        }
        let Some(digit) = han_digit(char) else { return false };
        // 三千亿、四千亿|两个台阶: 两 is no last digit
        if char == '两' && self.at > self.start && scale(self.text.at(self.at + 1)).is_none() {
            return false;
        }
        if self.digit.is_some() {
            return false;
        }
        if digit == 0 && self.at > self.start {
            self.zero = true;
            self.at += 1;
            return han_digit(self.text.at(self.at)).is_some()
                || matches!(self.text.at(self.at), '十')
                || self.undo_zero();
        }
        let next = han_digit(self.text.at(self.at + 1)).unwrap_or(0);
        let neighbours = (digit > 0 && next == digit + 1) || (digit == 3 && next == 5);
        if neighbours && han_digit(self.text.at(self.at + 2)).is_none() {
            self.pair = true;
            self.digit = Some(Decimal::from(if self.upper { next } else { digit }));
            self.at += 2;
        } else {
            self.digit = Some(Decimal::from(digit));
            self.at += 1;
        }
        true
    }

    fn undo_zero(&mut self) -> bool {
        self.at -= 1;
        false
    }

    fn fraction(&mut self) -> bool {
        let whole = self.section + self.digit.unwrap_or(Decimal::ZERO);
        let known = self.digit.is_some() || self.section > Decimal::ZERO;
        if !known || self.pair || self.middle > Decimal::ZERO || self.high > Decimal::ZERO {
            return false;
        }
        let mut written = whole.to_string();
        written.push('.');
        let mut last = self.at + 1;
        while last < self.limit
            && let Some(digit) = han_digit(self.text.at(last)).filter(|_| self.text.at(last) != '两')
        {
            written.extend(char::from_digit(digit, 10));
            last += 1;
        }
        let Ok(value) = written.parse() else { return false };
        if last == self.at + 1 {
            return false;
        }
        self.digit = Some(value);
        self.section = Decimal::ZERO;
        self.lowest = u64::MAX;
        self.at = last;
        true
    }

    /// 十 百 千 万 亿.
    fn scale(&mut self, keep_unit: &impl Fn(usize) -> bool) -> Option<bool> {
        // 25 万亩: a blank between the digits and the scale.
        let blank = self.arabic && self.text.at(self.at) == ' ' && matches!(self.text.at(self.at + 1), '万' | '亿');
        let at = self.at + usize::from(blank);
        let Some(by) = scale(self.text.at(at)) else { return Some(false) };
        let digits = self.digit.is_some() || [self.section, self.middle, self.high].iter().any(|part| !part.is_zero());
        if digits && keep_unit(at) {
            return Some(false);
        }
        let factor = Decimal::from(by);
        match by {
            10 | 100 | 1000 => {
                // 三十 and 百 after 万 need a digit; 百亿 may begin without one.
                let first = self.at == self.start;
                let naked = self.digit.is_none() && !first && !(by == 10 && (self.lowest < u64::MAX || self.zero));
                if by >= self.lowest || naked {
                    return Some(false);
                }
                self.bare |= first && by > 10;
                self.section += self.digit.take().unwrap_or(Decimal::ONE).checked_mul(factor)?;
                self.lowest = by;
            }
            10_000 => {
                let part = self.section + self.digit.take().unwrap_or(Decimal::ZERO);
                if self.middle > Decimal::ZERO || (part.is_zero() && self.at > self.start) {
                    return Some(false);
                }
                self.bare |= part.is_zero();
                self.middle = if part.is_zero() { factor } else { part.checked_mul(factor)? };
                (self.section, self.lowest) = (Decimal::ZERO, u64::MAX);
            }
            _ => {
                let part = self.middle + self.section + self.digit.take().unwrap_or(Decimal::ZERO);
                if self.high > Decimal::ZERO || (part.is_zero() && self.at > self.start) {
                    return Some(false);
                }
                self.bare |= part.is_zero();
                self.high = if part.is_zero() { factor } else { part.checked_mul(factor)? };
                (self.middle, self.section, self.lowest) = (Decimal::ZERO, Decimal::ZERO, u64::MAX);
            }
        }
        self.scaled |= by > 10;
        self.zero = false;
        self.last = by;
        self.at = at + 1;
        Some(true)
    }

    /// 余 and 多 before a scale or at the end; 几 and 来 behind 十.
    fn approximate(&mut self) -> bool {
        if self.at == self.start || self.comparator.is_some() {
            return false;
        }
        // 三个亿, 2个多亿
        let behind = self.at + 1 + usize::from(self.text.at(self.at + 1) == '多');
        let class = ["亿元以上", "亿元级", "亿元项目"].iter().any(|word| self.text.starts_with(behind, word)); // 86个|亿元以上项目
        if self.text.at(self.at) == '个' && self.text.at(behind) == '亿' && self.digit.is_some() && !class {
            self.at += 1;
            return true;
        }
        let (comparator, vague) = match self.text.at(self.at) {
            '余' => (Comparator::Greater, false),
            '多' if !many_sided(self.text, self.at) => (Comparator::Greater, false),
            '几' if self.last >= 10 && self.digit.is_none() => (Comparator::Greater, true),
            '来' if self.last >= 10 && self.digit.is_none() && !self.arabic => (Comparator::About, false),
            // 240来只, 30来户
            '来' if self.arabic && self.tens() && counts_things(self.text.at(self.at + 1)) => {
                (Comparator::About, false)
            }
            _ => return false,
        };
        self.comparator = Some(comparator);
        self.vague |= vague;
        self.at += 1;
        true
    }

    /// Whether the digits so far are a round number of tens: 30来户.
    fn tens(&self) -> bool {
        self.last <= 1 && self.digit.is_some_and(|digit| digit >= Decimal::TEN && (digit % Decimal::TEN).is_zero())
    }

    fn number(&self) -> Option<Number> {
        let mut value = self.high.checked_add(self.middle)?.checked_add(self.section)?;
        if let Some(digit) = self.digit {
            // 两千三 is 2300, 一万二 is 12000.
            let short = !self.arabic && !self.zero && self.last >= 100 && self.lowest_is_last();
            let by = if short { Decimal::from(self.last / 10) } else { Decimal::ONE };
            value = value.checked_add(digit.checked_mul(by)?)?;
        }
        Some(Number {
            length: self.at - self.start,
            value,
            max: None,
            comparator: self.comparator,
            vague: self.vague,
            script: if self.arabic { Script::Arabic } else { Script::Han },
            bare: self.bare,
            scaled: self.scaled,
            last_scale: Decimal::from(self.last),
        })
    }

    fn lowest_is_last(&self) -> bool {
        self.lowest == self.last || (self.lowest == u64::MAX && self.last >= 10_000)
    }
}

/// Measure words that 来 may stand before.
fn counts_things(char: char) -> bool {
    matches!(
        char,
        '个' | '只'
            | '户'
            | '名'
            | '人'
            | '头'
            | '亩'
            | '家'
            | '块'
            | '斤'
            | '条'
            | '辆'
            | '台'
            | '间'
            | '次'
            | '种'
            | '位'
            | '张'
            | '吨'
    )
}
