//! Members that bear the key of their term: a list of its one key (一个项目、一名领导), of its key (谋划一批、签约一批).

use super::shape::Shape;
use super::{definitions, lists};
use crate::analysis::Span;
use crate::text::{Text, is_among, is_han};

/// “四个一批”项目攻坚,谋划一批、签约一批…; “四个不”的要求:目标不变、任务不减…: a list whose members all bear the key.
pub fn list(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    const HEAD: usize = 8;
    const LONGEST: usize = 12;
    let [group] = shape.groups[..] else { return None };
    let mark = (within.start..within.end.min(within.start + HEAD)).find(|&at| !is_han(text.at(at)))?;
    if !matches!(text.at(mark), ',' | ':' | '(') || group.number < 2 {
        return None;
    }
    let start = definitions::behind_link(text, mark).unwrap_or(mark + 1);
    let stop = (start..within.end).find(|&at| is_among(text.at(at), ",。;:)”")).unwrap_or(within.end);
    let mut members = lists::split(text, Span::new(start, stop.max(start)), Some(group.number))?;
    let key = text.slice(group.key);
    // 建设|一流设施、一流生态…
    if let [first, rest @ ..] = &mut members[..]
        && rest.iter().all(|member| text.starts_with(member.start, key))
    {
        first.start = text.find(key, *first).map_or(first.start, |key| key.start);
    }
    let bears = |member: &Span| {
        let words = text.slice(*member);
        words.chars().count() > group.key.len() && member.len() <= LONGEST && words.contains(key)
    };
    (!key.is_empty() && members.iter().all(bears)).then_some(members)
}

/// “四链融合”,就是创新链、产业链、资金链、人才链|深度融合: what the key says is done to all members is no part of the last one.
pub fn without_deed(text: &Text, key: Span, members: &mut [Span]) {
    let Some((last, others)) = members.split_last_mut().filter(|(_, others)| !others.is_empty()) else { return };
    let thing = text.at(key.start);
    let deed = text.slice(Span::new((key.start + 1).min(key.end), key.end));
    let told = !deed.is_empty() && text.ends_with(last.end, deed);
    if told && others.iter().all(|member| text.before(member.end) == thing) {
        let end = (last.start + 1..last.end).rev().find(|&at| text.before(at) == thing);
        last.end = end.unwrap_or(last.end);
    }
}

/// “五抓五促”,即抓项目促投资、抓产业促转型…: a list as long as each of the numerals, whose members bear all keys in order.
pub fn of_all(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    const HEAD: usize = 8;
    const LONGEST: usize = 24;
    let (first, others) = shape.groups.split_first()?;
    let alike = !others.is_empty() && others.iter().all(|group| group.number == first.number);
    if !alike || first.number < 2 || shape.groups.iter().any(|group| group.key.is_empty()) {
        return None;
    }
    let mark = (within.start..within.end.min(within.start + HEAD)).find(|&at| !is_han(text.at(at)))?;
    let start = definitions::behind_link(text, mark).or_else(|| (text.at(mark) == ',').then_some(mark + 1))?;
    let stop = (start..within.end).find(|&at| is_among(text.at(at), "。;)”")).unwrap_or(within.end);
    let bears = |member: &Span| {
        let mut at = member.start;
        let keys = shape.groups.iter().all(|group| {
            let key = text.find(text.slice(group.key), Span::new(at, member.end));
            at = key.map_or(at, |key| key.end);
            key.is_some()
        });
        keys && member.len() <= LONGEST
    };
    let marks = |at: &usize| matches!(text.at(*at), '、' | ',');
    let (mut members, mut from) = (Vec::new(), start);
    while members.len() < first.number as usize && from < stop {
        let end = (from..stop).find(marks).unwrap_or(stop);
        members.push(Span::new(from, end));
        from = end + 1;
    }
    (members.len() == first.number as usize && members.iter().all(bears)).then_some(members)
}

/// “四个一”机制,一个项目、一名领导…: a list whose members all begin with the key.
pub fn of_one(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    let [group] = shape.groups[..] else { return None };
    // “三个一”的打算:…
    let owner = (within.start..within.end.min(within.start + 6)).find(|&at| text.at(at) == ':');
    let from = owner.filter(|_| text.at(within.start) == '的').unwrap_or(within.start);
    if text.slice(group.key) != "一" || !matches!(text.at(from), ',' | ':' | '(') {
        return None;
    }
    let within = Span::new(from, within.end);
    let start = within.start + 1 + usize::from(text.at(within.start + 1) == '即');
    let stop = (start..within.end).find(|&at| matches!(text.at(at), ',' | '。' | ')' | ';')).unwrap_or(within.end);
    if let Some(mut listed) = lists::split(text, Span::new(start, stop), Some(group.number)) {
        // 对每个项目实行|一名领导包联、…
        if let Some(first) = listed.first_mut()
            && let Some(at) = (first.start..first.end).find(|&at| text.at(at) == '一')
        {
            first.start = at;
        }
        return listed.iter().all(|member| text.at(member.start) == '一').then_some(listed);
    }
    one_each(text, Span::new(start, within.end), group.number)
}

/// “三个一”:做大一条甲,即…;办好一座乙,…;护好一片丙,…: the first clauses between semicolons.
fn one_each(text: &Text, within: Span, number: u32) -> Option<Vec<Span>> {
    let stop = (within.start..within.end).find(|&at| text.at(at) == '。').unwrap_or(within.end);
    let (mut found, mut start) = (Vec::new(), within.start);
    while start < stop && found.len() <= number as usize {
        let end = (start..stop).find(|&at| text.at(at) == ';').unwrap_or(stop);
        let clause = (start..end).find(|&at| text.at(at) == ',').unwrap_or(end);
        found.push(text.trim(Span::new(start, clause)));
        start = end + 1;
    }
    let fits = |member: &Span| (3..=20).contains(&member.len()) && text.slice(*member).contains('一');
    (found.len() == number as usize && found.iter().all(fits)).then_some(found)
}
