//! Members that are told one after the other, each with sentences of its own: 以“三个突破”带动全局。一是甲求突破,….二是乙求突破,…

use super::shape::{Form, Shape};
use crate::analysis::Span;
use crate::text::Text;

/// The first step begins so near behind the term.
const NEAR: usize = 40;
/// From one step to the next there are no more characters than this.
const REACH: usize = 500;
/// A member is no longer than this.
const MAX_MEMBER: usize = 30;
/// What leads from a numeral to a step, and what stands before it.
const MARKS: [(&str, &str); 5] = [("", "是"), ("", "要"), ("第", ","), ("第", "是"), ("第", "、")];

/// The first clauses of the steps that follow a term ending at `end`; each of them bears the key of the term.
pub fn members(text: &Text, end: usize, shape: &Shape) -> Option<Vec<Span>> {
    let [group] = shape.groups[..] else { return None };
    if shape.form != Form::Groups || group.key.is_empty() || !(2..=9).contains(&group.number) {
        return None;
    }
    MARKS.iter().find_map(|marks| steps(text, end, group.number, *marks)).filter(|found| {
        let key = text.slice(group.key);
        found.iter().all(|member| key.chars().all(|char| text.slice(*member).contains(char)))
    })
}

fn steps(text: &Text, end: usize, number: u32, marks: (&str, &str)) -> Option<Vec<Span>> {
    let (mut found, mut at, mut reach) = (Vec::new(), end, NEAR);
    for numeral in "一二三四五六七八九".chars().take(number as usize) {
        let start = step(text, at, reach, numeral, marks)?;
        let limit = text.len().min(start + MAX_MEMBER);
        let stop = (start..limit).find(|&at| crate::text::ends_clause(text.at(at)))?;
        let member = text.trim(Span::new(start, stop));
        if member.len() < 2 {
            return None;
        }
        found.push(member);
        (at, reach) = (stop, REACH);
    }
    Some(found)
}

/// Where the words of the step of `numeral` begin.
fn step(text: &Text, from: usize, reach: usize, numeral: char, (before, behind): (&str, &str)) -> Option<usize> {
    let limit = text.len().min(from + reach);
    let lead = before.chars().count();
    (from..limit).take_while(|&at| text.at(at) != '\n').find_map(|at| {
        let opens = !crate::text::is_han(text.before(at)) && text.starts_with(at, before);
        let found = opens && text.at(at + lead) == numeral && text.starts_with(at + lead + 1, behind);
        found.then(|| at + lead + 1 + behind.chars().count())
    })
}
