//! The date that a document prints for itself: header line, bracket under the title, signature, label.

use super::labels::{self, Kind};
use crate::analysis::Span;
use crate::text::{Text, han_digit, is_han, structure::Structure};
use jiff::civil::Date;

/// How many paragraphs from the top may belong to the header.
const HEAD_PARAGRAPHS: usize = 14;
/// From this weight on the line of the date is header or signature as a whole.
const SURE: u32 = 70;
/// Weight of a date of printing or issue: 2023年5月6日印发.
const PRINTING: u32 = 50;
/// How many characters from the top count as the opening.
const OPENING: usize = 200;
/// Longest line that can be a header or a signature line.
const LONGEST_LINE: usize = 120;
/// A full date in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// Where it stands.
    pub span: Span,
    /// The day.
    pub day: Date,
}

/// The document's own date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The date.
    pub printed: Printed,
    /// It stands in a line that is nothing but header or signature.
    pub line: bool,
}

/// The date that counts as the document's own, with the place where it is printed.
pub fn published(text: &Text, structure: &Structure) -> Option<Found> {
    let head = structure.paragraphs.iter().take(HEAD_PARAGRAPHS).copied();
    let mut best: Option<(u32, Printed)> = None;
    let mut offer = |weight: u32, printed: Printed| {
        if best.is_none_or(|(known, _)| weight > known) {
            best = Some((weight, printed));
        }
    };
    for (number, paragraph) in head.enumerate() {
        if let Some((weight, printed)) = in_head(text, paragraph, number) {
            offer(weight, printed);
        }
    }
    for &paragraph in &structure.paragraphs {
        if let Some((weight, printed)) = in_signature(text, paragraph) {
            offer(weight, printed);
        }
    }
    if let Some(printed) = structure.paragraphs.last().and_then(|&last| at_very_end(text, last)) {
        offer(30, printed);
    }
    let printed = best.map(|(weight, printed)| Found { printed, line: weight >= SURE || weight == PRINTING });
    printed.or_else(|| in_opening(text).map(|printed| Found { printed, line: false }))
}

/// The first full date of the opening words, where the document prints none for itself.
fn in_opening(text: &Text) -> Option<Printed> {
    first_in(text, Span::new(0, text.len().min(OPENING)))
}

/// A date of a header line: with a label, a clock time, a source, in brackets, or after a dash.
fn in_head(text: &Text, paragraph: Span, number: usize) -> Option<(u32, Printed)> {
    let line = Span::new(paragraph.start, paragraph.end.min(paragraph.start + LONGEST_LINE));
    let printed = first_in(text, line)?;
    if labelled(text, line.start, printed.span.start) {
        return Some((90, printed));
    }
    let opens = text.at(line.start);
    if matches!(opens, '(' | '〔') && printed.span.start <= line.start + 2 {
        return Some((80, printed));
    }
    if opens == '—' && printed.span.start <= line.start + 3 {
        return Some((75, printed));
    }
    if paragraph.len() > LONGEST_LINE || text.before(paragraph.end) == '。' {
        return None;
    }
    if clock_follows(text, printed.span.end) {
        return Some((85, printed));
    }
    if text.slice(line).contains("来源") {
        return Some((84, printed));
    }
    let rest = paragraph.len() - printed.span.len();
    if rest <= 30 && number > 0 && !text.slice(line).contains(',') { Some((60, printed)) } else { None }
}

/// Whether a label of a date stands before `at`.
fn labelled(text: &Text, from: usize, at: usize) -> bool {
    let mut end = at;
    while end > from && matches!(text.before(end), ':' | ' ' | '[' | '【' | ']' | '】') {
        end -= 1;
    }
    let label = labels::before(text, end, from).filter(|(_, kind)| *kind == Kind::Date);
    label.is_some_and(|(span, _)| !is_han(text.before(span.start)))
}

/// A line that is nothing but a date, or a date of printing (2023年5月6日印发).
fn in_signature(text: &Text, paragraph: Span) -> Option<(u32, Printed)> {
    if paragraph.len() > 60 {
        return None;
    }
    let printed = first_in(text, paragraph)?;
    let (before, after) = (printed.span.start - paragraph.start, paragraph.end - printed.span.end);
    if before <= 1 && after <= 1 {
        return Some((70, printed));
    }
    let tail = text.slice(Span::new(printed.span.end, paragraph.end));
    if after <= 4 && (tail.contains("印发") || tail.contains("发布") || tail.contains("公布")) {
        return Some((PRINTING, printed));
    }
    let signed = after <= 1 && text.before(printed.span.start) == ' ';
    if signed { Some((55, printed)) } else { None }
}

/// A date set off by a blank at the end of a text that lost its line breaks.
fn at_very_end(text: &Text, last: Span) -> Option<Printed> {
    let tail = Span::new(last.start.max(last.end.saturating_sub(24)), last.end);
    let printed = first_in(text, tail)?;
    let closes = last.end - printed.span.end <= 2;
    (closes && text.before(printed.span.start).is_whitespace()).then_some(printed)
}

fn clock_follows(text: &Text, at: usize) -> bool {
    let mut at = at;
    while at < text.len() && matches!(text.at(at), ' ' | 'T') {
        at += 1;
    }
    let digits = (at..at + 2).take_while(|&at| text.at(at).is_ascii_digit()).count();
    digits > 0 && matches!(text.at(at + digits), ':' | '时') && text.at(at + digits + 1).is_ascii_digit()
}

/// The first full date of `within`.
pub fn first_in(text: &Text, within: Span) -> Option<Printed> {
    (within.start..within.end).find_map(|at| date_at(text, at).filter(|printed| printed.span.end <= within.end))
}

/// The full date (year, month, day) that starts at `at`.
pub fn date_at(text: &Text, at: usize) -> Option<Printed> {
    let previous = text.before(at);
    if previous.is_ascii_digit() || digit(previous).is_some() && digit(text.at(at)).is_some() {
        return None;
    }
    let (year, mut end) = year_at(text, at)?;
    let mark = text.at(end);
    let written = mark == '年';
    if !written && !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    end = blanks(text, end + 1);
    let (month, after_month) = small_number(text, end)?;
    end = blanks(text, after_month);
    if text.at(end) != if written { '月' } else { mark } {
        return None;
    }
    end = blanks(text, end + 1);
    let (day, after_day) = small_number(text, end)?;
    end = after_day;
    if written {
        end = blanks(text, end);
        if !matches!(text.at(end), '日' | '号') {
            return None;
        }
        end += 1;
    }
    let day = Date::new(year, month, day).ok()?;
    Some(Printed { span: Span::new(at, end), day })
}

fn blanks(text: &Text, at: usize) -> usize {
    (at..at + 3).find(|&at| text.at(at) != ' ').unwrap_or(at)
}

/// Four digits, Arabic or Chinese, that make a year of this age.
fn year_at(text: &Text, at: usize) -> Option<(i16, usize)> {
    let mut year = 0;
    for offset in 0..4 {
        year = year * 10 + i16::from(digit(text.at(at + offset))?);
    }
    (1900..2100).contains(&year).then_some((year, at + 4))
}

/// A number up to 31, as 9, 09, 九, 十二, 二十八.
fn small_number(text: &Text, at: usize) -> Option<(i8, usize)> {
    let (mut value, mut end, mut ten) = (0i8, at, false);
    while end < at + 3 {
        let char = text.at(end);
        if char == '十' && !ten {
            value = if value == 0 { 10 } else { value.checked_mul(10)? };
            ten = true;
        } else if let Some(unit) = digit(char) {
            let arabic = char.is_ascii_digit();
            if !arabic && end > at && !ten {
                break;
            }
            value = if ten { value + unit } else { value.checked_mul(10)?.checked_add(unit)? };
        } else {
            break;
        }
        end += 1;
        if value > 31 {
            return None;
        }
    }
    (value > 0).then_some((value, end))
}

/// The value of an Arabic or Chinese digit.
fn digit(char: char) -> Option<i8> {
    let arabic = || char.to_digit(10).and_then(|value| u8::try_from(value).ok());
    han_digit(char).or_else(arabic).and_then(|value| i8::try_from(value).ok())
}
