//! Headings: numbered ones (第一章, 一、, (一), 1、, (1)), in lines of their own or run in before the text, also where a
//! text has lost its line breaks; and short lines without a final mark.

use super::structure::Heading;
use super::{Text, ends_sentence, is_han};
use crate::analysis::Span;
use crate::lexicon::Words;
use std::sync::LazyLock;

/// A title run in before its text is no longer than this.
const MAX_RUN_IN: usize = 60;
/// A numbered title in a line of its own is no longer than this.
const MAX_NUMBERED_LINE: usize = 80;
/// A short line that is a heading without a number is no longer than this.
const MAX_PLAIN: usize = 32;
/// From this length on a line is running text.
const BODY: usize = 45;
/// What begins a line that is neither heading nor text: by-lines, sources, page furniture.
static NO_HEADING: LazyLock<Words> = LazyLock::new(|| Words::of(include_str!("no_headings.tsv")));

/// The manner of numbering; the order is that of the levels from outer to inner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    /// 第一篇, 第一部分
    Part,
    /// 第一章
    Chapter,
    /// 第一节
    Section,
    /// 一、
    Han,
    /// (一)
    HanBracket,
    /// 1、 and 1.
    Digit,
    /// 1.1
    Decimal,
    /// (1)
    DigitBracket,
    /// A short line without a number.
    Plain,
}

/// A number that may open a heading.
struct Marker {
    style: Style,
    number: u32,
    /// Where the title begins.
    title: usize,
}

/// All headings of the text in order, with levels by the nesting of their styles.
pub fn headings(text: &Text, paragraphs: &[Span]) -> Vec<Heading> {
    let mut found: Vec<(Style, Span)> = Vec::new();
    let mut last_numbers = [0_u32; Style::Plain as usize + 1];
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        match line_heading(text, paragraphs, index) {
            Some((style, number, span)) => {
                last_numbers[style as usize] = number;
                found.push((style, span));
                inline_headings(text, Span::new(span.end, paragraph.end), &mut last_numbers, &mut found);
            }
            None => inline_headings(text, paragraph, &mut last_numbers, &mut found),
        }
    }
    with_levels(found)
}

/// The heading that opens the line `index`.
fn line_heading(text: &Text, paragraphs: &[Span], index: usize) -> Option<(Style, u32, Span)> {
    let line = paragraphs[index];
    if let Some(marker) = marker_at(text, line.start, line.end) {
        let whole = line.len() <= MAX_NUMBERED_LINE && !holds_final_mark(text, Span::new(marker.title, line.end));
        let end = if whole { Some(line.end) } else { run_in_end(text, marker.title, line.end) };
        return end
            .filter(|&end| is_title(text, marker.title, end))
            .map(|end| (marker.style, marker.number, Span::new(line.start, end)));
    }
    is_plain_heading(text, paragraphs, index).then_some((Style::Plain, 0, line))
}

/// Numbered headings inside a running line: after a blank or a sentence end, in sequence.
fn inline_headings(text: &Text, within: Span, last: &mut [u32], found: &mut Vec<(Style, Span)>) {
    let mut at = within.start;
    while at < within.end {
        let free = at > within.start && (text.before(at).is_whitespace() || ends_sentence(text.before(at)));
        let marker = if free { marker_at(text, at, within.end) } else { None };
        let heading = marker.and_then(|marker| {
            let follows = marker.number == 1 || marker.number == last[marker.style as usize] + 1;
            let end = run_in_end(text, marker.title, within.end).filter(|&end| is_title(text, marker.title, end))?;
            follows.then_some((marker, end))
        });
        match heading {
            Some((marker, end)) => {
                last[marker.style as usize] = marker.number;
                found.push((marker.style, Span::new(at, end)));
                at = end;
            }
            None => at += 1,
        }
    }
}

/// Where a title run in before its text ends: behind its sentence, or before the blank that took a line break's place.
fn run_in_end(text: &Text, title: usize, end: usize) -> Option<usize> {
    let limit = end.min(title + MAX_RUN_IN);
    for at in title..limit {
        match text.at(at) {
            '。' | '!' | '?' => return Some(at + 1),
            ';' | ':' => return None,
            char if char.is_whitespace() && at > title + 1 && !text.before(at).is_ascii() => return Some(at),
            _ => {}
        }
    }
    None
}

/// Whether a title has words of its own and is no list item (1、甲;2、乙).
fn is_title(text: &Text, title: usize, end: usize) -> bool {
    let words = text.trim(Span::new(title, end));
    let han = text.chars()[words.start..words.end].iter().filter(|&&char| is_han(char)).count();
    han >= 2 && !matches!(text.before(words.end), ';' | ',' | ':' | '、')
}

fn holds_final_mark(text: &Text, span: Span) -> bool {
    text.chars()[span.start..span.end].iter().any(|char| matches!(char, '。' | ';'))
}

/// A short line without a final mark before running text or before another heading.
fn is_plain_heading(text: &Text, paragraphs: &[Span], index: usize) -> bool {
    let looks_so = |line: Span| looks_like_heading(text, line);
    // The very first line is the title.
    if index == 0 || !looks_so(paragraphs[index]) {
        return false;
    }
    let passed = |line: Span| looks_so(line) || is_subtitle(text, line);
    let stacked = paragraphs[index + 1..].iter().take(3).take_while(|&&line| passed(line)).count();
    paragraphs.get(index + 1 + stacked).is_some_and(|&next| {
        next.len() >= BODY || text.before(next.end) == '。' || marker_at(text, next.start, next.end).is_some()
    })
}

/// ——访某区委书记 某某
fn is_subtitle(text: &Text, line: Span) -> bool {
    line.len() <= BODY && text.starts_with(line.start, "——") && !holds_final_mark(text, line)
}

fn looks_like_heading(text: &Text, line: Span) -> bool {
    if line.len() > MAX_PLAIN || line.len() < 3 || marker_at(text, line.start, line.end).is_some() {
        return false;
    }
    let chars = &text.chars()[line.start..line.end];
    let han = chars.iter().filter(|&&char| is_han(char)).count();
    let ends_open =
        is_han(chars[chars.len() - 1]) || matches!(chars[chars.len() - 1], '”' | '’' | ')' | '》' | '?' | '!');
    let inner_mark = chars.iter().any(|char| matches!(char, '。' | ';' | ':' | '|' | '\t' | '@'));
    let opening = is_han(chars[0]) || matches!(chars[0], '“' | '‘' | '《') || chars[0].is_ascii_digit();
    opening && ends_open && !inner_mark && han * 2 > chars.len() && han >= 3 && !NO_HEADING.starts(text, line.start)
}

/// The number that a heading may open with at `at`.
fn marker_at(text: &Text, at: usize, end: usize) -> Option<Marker> {
    match text.at(at) {
        '第' => ordinal_marker(text, at, end),
        '(' => bracket_marker(text, at, end),
        char if char.is_ascii_digit() => digit_marker(text, at, end),
        _ => han_marker(text, at, end),
    }
}

/// 第一章, 第二部分
fn ordinal_marker(text: &Text, at: usize, end: usize) -> Option<Marker> {
    let (number, behind) = any_number(text, at + 1, end)?;
    let (style, length) = match text.at(behind) {
        '篇' | '编' => (Style::Part, 1),
        '部' if text.at(behind + 1) == '分' => (Style::Part, 2),
        '章' => (Style::Chapter, 1),
        '节' => (Style::Section, 1),
        _ => return None,
    };
    let title = behind + length;
    let parted = matches!(text.at(title), ' ' | ':' | '、' | '.' | '\t');
    parted.then(|| Marker { style, number, title: skip_blanks(text, title + 1, end) })
}

/// (一) and (1)
fn bracket_marker(text: &Text, at: usize, end: usize) -> Option<Marker> {
    let (number, behind) = any_number(text, at + 1, end)?;
    if text.at(behind) != ')' {
        return None;
    }
    let style = if text.at(at + 1).is_ascii_digit() { Style::DigitBracket } else { Style::HanBracket };
    let past = if matches!(text.at(behind + 1), '、' | '.') { behind + 2 } else { behind + 1 };
    Some(Marker { style, number, title: skip_blanks(text, past, end) })
}

/// 一、 but not the enumeration 一、二、三产业
fn han_marker(text: &Text, at: usize, end: usize) -> Option<Marker> {
    let (number, behind) = han_number(text, at, end)?;
    let parted = text.at(behind) == '、' || text.at(behind) == '.';
    let enumeration = han_digit(text.at(behind + 1)).is_some() && matches!(text.at(behind + 2), '、' | '.');
    (parted && !enumeration).then(|| Marker { style: Style::Han, number, title: skip_blanks(text, behind + 1, end) })
}

/// 1、 and 1. and 1.1, but neither 1.5% nor 1、2号线
fn digit_marker(text: &Text, at: usize, end: usize) -> Option<Marker> {
    let (number, behind) = digit_number(text, at, end)?;
    if !matches!(text.at(behind), '、' | '.') {
        return None;
    }
    let title = behind + 1;
    if !text.at(title).is_ascii_digit() {
        return (number <= 99).then(|| Marker { style: Style::Digit, number, title: skip_blanks(text, title, end) });
    }
    // 1.1 needs a blank and words after it: 1.5 alone is a figure.
    let (inner, past) = digit_number(text, title, end)?;
    let words = skip_blanks(text, past, end);
    let is_decimal = text.at(behind) == '.' && words > past && is_han(text.at(words)) && number <= 20 && inner <= 30;
    is_decimal.then_some(Marker { style: Style::Decimal, number: inner, title: words })
}

fn skip_blanks(text: &Text, at: usize, end: usize) -> usize {
    (at..end).find(|&at| !text.at(at).is_whitespace()).unwrap_or(end).max(at.min(end))
}

fn any_number(text: &Text, at: usize, end: usize) -> Option<(u32, usize)> {
    digit_number(text, at, end).or_else(|| han_number(text, at, end))
}

/// Up to three digits: the number and where it ends.
fn digit_number(text: &Text, at: usize, end: usize) -> Option<(u32, usize)> {
    let behind = (at..end.min(at + 4)).find(|&at| !text.at(at).is_ascii_digit()).unwrap_or(end.min(at + 4));
    (at < behind && behind <= at + 3)
        .then(|| text.chars()[at..behind].iter().fold(0, |sum, char| sum * 10 + char.to_digit(10).unwrap_or(0)))
        .map(|number| (number, behind))
}

/// 一 to 九十九: the number and where it ends.
fn han_number(text: &Text, at: usize, end: usize) -> Option<(u32, usize)> {
    let (mut number, mut here) = (0, at);
    if let Some(digit) = han_digit(text.at(here)).filter(|_| here < end) {
        (number, here) = (digit, here + 1);
    }
    if here < end && text.at(here) == '十' {
        number = number.max(1) * 10;
        here += 1;
        if let Some(digit) = han_digit(text.at(here)).filter(|_| here < end) {
            (number, here) = (number + digit, here + 1);
        }
    }
    (here > at).then_some((number, here))
}

fn han_digit(char: char) -> Option<u32> {
    "一二三四五六七八九".chars().position(|digit| digit == char).map(|at| at as u32 + 1)
}

/// Gives levels: a heading stands below every open heading of an outer style; a style that comes again closes what
/// it had opened.
fn with_levels(found: Vec<(Style, Span)>) -> Vec<Heading> {
    let mut open: Vec<(Style, usize)> = Vec::new();
    let leveled = found.into_iter().enumerate().map(|(index, (style, span))| {
        let closes = |other: &Style| match (style, *other) {
            (Style::Plain, Style::Plain) => true,
            (Style::Plain, _) => false,
            // A chapter never stands under a line without a number; 一、 may (2024年重点工作 / 一、…).
            (_, Style::Plain) => style <= Style::Section,
            (_, other) => other >= style,
        };
        let keep = open.iter().position(|(other, _)| closes(other)).unwrap_or(open.len());
        open.truncate(keep);
        let parent = open.last().map(|(_, index)| *index);
        open.push((style, index));
        Heading { span, level: open.len() as u32, parent }
    });
    leveled.collect()
}

#[cfg(test)]
mod tests {
    use crate::text::Text;
    use crate::text::structure::Structure;

    fn outline(words: &str) -> Vec<(u32, String)> {
        let text = Text::new(words);
        let structure = Structure::new(&text);
        structure.headings.iter().map(|heading| (heading.level, text.slice(heading.span).to_owned())).collect()
    }

    #[test]
    fn numbered_lines_nest_by_style() {
        let words = "关于某事的意见\n一、总体要求\n(一)指导思想。全面落实各项部署,推动各项工作。\n1、打牢基础。抓好建设。\n二、重点任务\n(一)做强产业。实施若干项目。\n第一,要抓紧。";
        let expected = [
            (1, "一、总体要求"),
            (2, "(一)指导思想。"),
            (3, "1、打牢基础。"),
            (1, "二、重点任务"),
            (2, "(一)做强产业。"),
        ];
        assert_eq!(outline(words), expected.map(|(level, words)| (level, words.to_owned())));
    }

    #[test]
    fn headings_survive_lost_line_breaks() {
        let words = "就编制规划提出如下建议。 一、五年来的成就 五年来,全市上下团结奋斗。 1、过去五年,是投入最多的五年。建成一批项目。 二、总体思路 坚持稳中求进,抓好1、2号线建设,一、二、三产业齐头并进。";
        let expected = [(1, "一、五年来的成就"), (2, "1、过去五年,是投入最多的五年。"), (1, "二、总体思路")];
        assert_eq!(outline(words), expected.map(|(level, words)| (level, words.to_owned())));
    }

    #[test]
    fn short_lines_before_text_are_headings() {
        let words = "某市召开大会\n来源:某报\n做强产业链\n全市上下要聚焦主导产业,持续招引项目,不断增强发展后劲,推动工业经济稳中有进、稳中提质。\n记者 张三\n地区生产总值\n100\n200";
        assert_eq!(outline(words), [(1, "做强产业链".to_owned())]);
    }

    #[test]
    fn enumerations_and_figures_are_no_headings() {
        for words in
            ["全市增长\n1.5万人参加。", "一、二、三产业增加值增长。", "要做到:1、抓早;2、抓小;3、抓实。", "1.5 2.3"]
        {
            assert_eq!(outline(words), [], "{words}");
        }
    }
}
