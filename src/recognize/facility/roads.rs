//! Roads known by their number: 312国道, G312国道, 国道312线, 省道S204线, S204; split lists of them: 国道211线、326线.

use super::lines::{number_start, phase};
use super::suffixes::section;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::NameMention;
use crate::recognize::organization::walk::Walker;
use crate::text::{Text, is_among, is_han};
use std::sync::LazyLock;

/// What stands before 路 in figures of speech and sorts of roads.
static WAYS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("ways.tsv")));
/// Characters that make another word of 路: 铁路, 思路.
static SORTS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("sorts.tsv")));

/// 汾水路、燕北路: streets that stand side by side around the mark at `mark`.
fn streets(walker: &Walker, mark: usize, into: &mut Vec<NameMention>) {
    const LONGEST: usize = 5;
    let text = &walker.document().text;
    let tokens = &walker.document().tokens;
    if !is_street(text, mark) {
        return;
    }
    let reach = (mark + 3..=mark + 1 + LONGEST).find(|&end| is_street(text, end) && tokens.is_boundary(end));
    let Some(end) = reach.filter(|&end| (mark + 1..end).all(|at| is_han(text.at(at)))) else { return };
    let floor = mark.saturating_sub(LONGEST);
    let opens = |at: &usize| {
        !is_han(text.before(*at))
            || walker.word_before(*at).is_some_and(|(word, tag)| word.len() >= 2 && tag.starts_with('v'))
    };
    let start =
        (floor..mark - 2).rev().take_while(|&at| is_han(text.at(at))).find(|at| tokens.is_boundary(*at) && opens(at));
    let Some(start) = start else { return };
    // 走好赶考路、奋进路: a verb, no name; 致富路、产业路: ways and sorts of roads
    let verb = tokens.at(start).is_some_and(|token| token.tag.starts_with('v') && token.span.end < mark);
    let way = |end: usize| WAYS.longest_before(text, end - 1, end.saturating_sub(LONGEST)).is_some();
    if verb || way(mark) || way(end) {
        return;
    }
    into.push(named(Span::new(start, mark), None));
    into.push(named(Span::new(mark + 1, phase(walker, end)), None));
}

/// Whether the name of a street may end at `end`.
fn is_street(text: &Text, end: usize) -> bool {
    text.ends_with(end, "大道") && end >= 4
        || text.before(end) == '路'
            && end >= 3
            && is_han(text.before(end - 1))
            && (!SORTS.contains(text.slice(Span::new(end - 2, end - 1))) || is_set_off(text, end))
}

/// What is done with a way: 修马路, 走水路.
const TAKEN: &str = "找走谋修通架铺寻问探引开出上过改拓";

/// 。汾水|路、: three characters between marks are a name, whatever the last two are alone.
fn is_set_off(text: &Text, end: usize) -> bool {
    const NAME: usize = 3;
    let set_off = end > NAME && !is_han(text.before(end - NAME)) && (end - NAME..end).all(|at| is_han(text.at(at)));
    // 水路 and 马路 may end a name; 门路 and 新路 are rather looked for and taken: 找门路、走新路
    let name = matches!(text.before(end - 1), '水' | '马' | '高' | '陆' | '正');
    set_off && name && !is_among(text.at(end - NAME), TAKEN)
}

/// Classes that stand behind a number.
const ROADS: [&str; 4] = ["国道", "省道", "县道", "高速"];

/// Classes that stand before a number.
const LEADING: [&str; 4] = ["国道", "省道", "县道", "乡道"];

/// How many digits a road's number has.
const DIGITS: std::ops::RangeInclusive<usize> = 2..=4;

/// No list of numbers is longer.
const MOST: usize = 8;

/// The numbered roads of the text.
pub fn recognize(walker: &Walker) -> Vec<NameMention> {
    let text = &walker.document().text;
    let mut found = Vec::new();
    for at in 0..text.len() {
        if text.at(at) == '、' {
            streets(walker, at, &mut found);
            continue;
        }
        if matches!(text.at(at), 'G' | 'S') {
            found.extend(lettered(walker, at));
            continue;
        }
        if !matches!(text.at(at), '国' | '省' | '县' | '乡' | '高') {
            continue;
        }
        let Some(road) = ROADS.iter().chain(&LEADING).find(|road| text.starts_with(at, road)) else { continue };
        let behind = at + road.chars().count();
        let start = number_start(walker, at);
        if ROADS.contains(road) && text.chars()[start..at].iter().any(char::is_ascii_digit) {
            found.push(named(Span::new(start, section(walker, behind)), None));
        } else if LEADING.contains(road) {
            listed(walker, Span::new(at, behind), &mut found);
        }
    }
    found
}

fn named(span: Span, full: Option<String>) -> NameMention {
    NameMention { span, full, rule: "facility/road" }
}

/// The numbers behind the class over `class`: 国道|211线、326线.
fn listed(walker: &Walker, class: Span, into: &mut Vec<NameMention>) {
    let text = &walker.document().text;
    let mut at = class.end;
    for place in 0..MOST {
        let Some(end) = number_end(walker, at).or_else(|| number_end(walker, at + 1).filter(|_| letter(text.at(at))))
        else {
            break;
        };
        let line = text.at(end) == '线' && text.at(end + 1) != '路';
        // 省道30公里 is a length: without 线 only a number of three digits or with its letter names a road
        let sure = line || letter(text.at(at)) || place == 0 && end - at == 3 && ends_number(text.at(end));
        if !sure {
            break;
        }
        let end = end + usize::from(line);
        let first = place == 0;
        let start = if first { class.start } else { at };
        let full = (!first && !letter(text.at(at)))
            .then(|| format!("{}{}", text.slice(class), text.slice(Span::new(at, end))));
        let end = route(walker, end).unwrap_or_else(|| section(walker, end));
        into.push(named(Span::new(start, end), full));
        if !matches!(text.at(end), '、' | '和' | '及' | '与') {
            break;
        }
        at = end + 1;
    }
}

/// The end of the road's own name behind its number: 国道316线|白石至云岭公路.
fn route(walker: &Walker, end: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    const WORDS: [&str; 3] = ["高速公路", "公路", "高速"];
    let text = &walker.document().text;
    let mut behind = (end..end + LONGEST).take_while(|&at| crate::text::is_han(text.at(at)));
    let joint = behind.by_ref().skip(1).find(|&at| text.at(at) == '至')?;
    let (at, word) = behind.find_map(|at| Some((at, WORDS.iter().find(|word| text.starts_with(at, word))?)))?;
    (joint + 2 <= at).then(|| at + word.chars().count())
}

/// A road by its letter and number alone: S204, G206; not G20, S500型.
fn lettered(walker: &Walker, at: usize) -> Option<NameMention> {
    let text = &walker.document().text;
    let end = number_end(walker, at + 1)?;
    let listed =
        LEADING.iter().any(|road| text.ends_with(at, road)) || text.before(at) == '、' && text.before(at - 1) == '线';
    let apart = !listed && !text.before(at).is_ascii_alphanumeric() && !matches!(text.before(at), '-' | '.' | '—');
    let line = text.at(end) == '线' && text.at(end + 1) != '路';
    let long = match text.at(at) {
        'G' => end - at > 3,
        _ => end - at == 4,
    };
    (apart && (long && ends_number(text.at(end)) || line))
        .then(|| named(Span::new(at, section(walker, end + usize::from(line))), None))
}

fn letter(char: char) -> bool {
    matches!(char, 'G' | 'S' | 'X' | 'Y')
}

/// Where the number that starts at `at` ends.
fn number_end(walker: &Walker, at: usize) -> Option<usize> {
    let text = &walker.document().text;
    let digits = (at..at + DIGITS.end() + 1).take_while(|&at| text.at(at).is_ascii_digit()).count();
    let whole = !matches!(text.at(at + digits), '.' | '%' | '-' | '+') && !text.at(at + digits).is_ascii_alphabetic();
    (DIGITS.contains(&digits) && whole).then_some(at + digits)
}

/// Whether a number may end before `char`: what counts or types things makes it something else.
fn ends_number(char: char) -> bool {
    !matches!(
        char,
        '型' | '系'
            | '款'
            | '级'
            | '号'
            | '车'
            | '机'
            | '公'
            | '千'
            | '米'
            | '个'
            | '条'
            | '亿'
            | '万'
            | '元'
            | '多'
            | '余'
            | '里'
            | '座'
            | '处'
            | '年'
            | '芯'
            | '手'
            | '航'
            | '次'
            | '峰'
            | '城'
            | '人'
            | '家'
            | '吨'
            | '项'
    )
}
