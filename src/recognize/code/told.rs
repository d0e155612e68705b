//! Terms of digits whose digits are told one by one (“1”是一个目标,…;“3”是三大产业,…) or that a list repeats digit by digit
//! (“135”工作思路,即锚定一个目标、建设三个基地、实施五大工程).

use super::shape::{Form, Shape, numeral_at};
use super::{definitions, lists};
use crate::analysis::Span;
use crate::text::Text;

/// A list that repeats the digits is no longer than this.
const MAX_LIST: usize = 120;
/// A member is no longer than this.
const MAX_MEMBER: usize = 40;
/// What a digit stands for may list more: “8”就是实施甲、乙、丙……八大行动.
const MAX_TOLD: usize = 80;

/// Each digit in quotation marks with what it stands for; the members of a sum where the lists add up (“3+2”).
pub fn one_by_one(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    let (mut told, mut at) = (Vec::new(), within.start);
    for group in &shape.groups {
        let (start, stop) = digit(text, Span::new(at, within.end), group.number)?;
        told.push((group.number, Span::new(start, stop)));
        at = stop;
    }
    let listed = || -> Option<Vec<Span>> {
        let lists: Option<Vec<Vec<Span>>> =
            told.iter().map(|&(number, list)| definitions::of_number(text, unclassed(text, list), number)).collect();
        Some(lists?.concat())
    };
    let whole = || {
        let heads: Vec<Span> = told.iter().map(|&(_, list)| first_clause(text, list)).collect();
        heads.iter().all(|head| (2..=MAX_TOLD).contains(&head.len())).then_some(heads)
    };
    let sum = shape.form == Form::Sum;
    if sum { listed() } else { None }.or_else(whole)
}

/// 甲、乙、丙|三大产业 without the class.
fn unclassed(text: &Text, list: Span) -> Span {
    definitions::without_class(text, list).map_or(list, |(list, _)| list)
}

/// What the next digit in quotation marks stands for: where the words begin and where they end.
fn digit(text: &Text, within: Span, number: u32) -> Option<(usize, usize)> {
    let opens = |at: &usize| text.at(*at) == '“' && text.at(at + 2) == '”' && is_digit(text, at + 1, number);
    let open = (within.start..within.end).find(opens)?;
    let start = definitions::behind_link(text, open + 3)?;
    let stop = (start..within.end).find(|&at| ends(text, at)).unwrap_or(within.end);
    (stop > start).then_some((start, stop))
}

/// Whether `number` stands at `at`: 3, 三; 0 for a letter.
fn is_digit(text: &Text, at: usize, number: u32) -> bool {
    let letter = number == 0 && matches!(text.at(at), 'N' | 'X' | 'n' | 'x');
    letter || numeral_at(text, at, at + 1).is_some_and(|(digit, _)| digit == number)
}

/// Whether what a digit stands for ends at `at`: the sentence or its part does, or the next digit is told.
fn ends(text: &Text, at: usize) -> bool {
    match text.at(at) {
        '。' | ';' | ')' | '\n' => true,
        ',' | '、' => {
            let next = (at + 1..at + 6).find(|&at| !crate::text::is_han(text.at(at))).filter(|&at| text.at(at) == '“');
            next.is_some_and(|open| text.at(open + 2) == '”' && is_one(text, open + 1))
        }
        _ => false,
    }
}

/// Whether a digit or a letter for any stands at `at`.
fn is_one(text: &Text, at: usize) -> bool {
    text.at(at).is_ascii_alphanumeric() || numeral_at(text, at, at + 1).is_some()
}

/// The digits told one by one somewhere else: in the next paragraph, in the answer to a question.
pub fn elsewhere(text: &Text, shape: &Shape) -> Option<Vec<Span>> {
    const LEAST: usize = 3;
    const REACH: usize = 600;
    let bare = shape.groups.len() >= LEAST && shape.groups.iter().all(|group| group.key.is_empty());
    let first = shape.groups.first().filter(|_| bare)?.number;
    let opens = |at: &usize| {
        text.at(*at) == '“'
            && text.at(at + 2) == '”'
            && is_digit(text, at + 1, first)
            && definitions::behind_link(text, at + 3).is_some()
    };
    let at = (0..text.len()).find(opens)?;
    one_by_one(text, Span::new(at, text.len().min(at + REACH)), shape)
}

fn first_clause(text: &Text, list: Span) -> Span {
    let end = (list.start..list.end).find(|&at| matches!(text.at(at), ',' | ':')).unwrap_or(list.end);
    text.trim(Span::new(list.start, end))
}

/// 即锚定一个目标、建设三个基地、实施五大工程: a list in which each member counts what the digit counts.
pub fn repeated(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    let start = definitions::introduced(text, within)?;
    let limit = within.end.min(start + MAX_LIST);
    let stop = (start..limit).find(|&at| matches!(text.at(at), '。' | ';' | ')' | '\n')).unwrap_or(limit);
    let clause = (start..stop).find(|&at| text.at(at) == ',').unwrap_or(stop);
    let marked = lists::split(text, Span::new(start, clause), Some(u32::try_from(shape.groups.len()).ok()?));
    let members = marked.unwrap_or_else(|| crate::text::structure::clauses(text, Span::new(start, stop)));
    let counts = |member: &Span, number: u32| {
        (member.start..member.end)
            .any(|at| numeral_at(text, at, member.end).is_some_and(|(counted, _)| counted == number))
    };
    // 4个主导产业、3个新兴产业 only counts what it does not name
    if members.iter().all(|member| text.at(member.start).is_ascii_digit() && text.at(member.start + 1) == '个') {
        return None;
    }
    // further clauses go on with the sentence
    let fits = members.len() >= shape.groups.len() && !shape.groups.iter().any(|group| group.number == 0);
    let members: Vec<Span> = members.into_iter().take(shape.groups.len()).collect();
    let each = members.iter().zip(&shape.groups).all(|(member, group)| counts(member, group.number));
    (fits && each && members.iter().all(|member| (2..=MAX_MEMBER).contains(&member.len()))).then_some(members)
}
