//! Members that the text defines right behind a term: part by part (“三区”指甲、乙、丙,“两带”是丁和戊), by counted classes
//! (即甲、乙两个主导产业,丙一个特色产业), by roles (以甲为主,以乙、丙为辅).

use super::shape::{Form, Group, Shape, numeral_at};
use super::words::CLASSES;
use super::{bearing, lists, told};
use crate::analysis::Span;
use crate::recognize::action;
use crate::text::{Text, is_among};

/// So far behind a term its parts are defined.
const REACH: usize = 320;
/// A part in quotation marks is no longer than this.
const PART: usize = 8;
/// Clauses that are members stand within so many characters, each no longer than this.
const CLAUSES: usize = 160;
const MEMBER: usize = 30;
/// What introduces classes that are counted.
const INTRODUCES: [&str; 7] = [",即", "即", "(即", ",包括", ":", "(", "——"];
/// Classifiers between a numeral and the class it counts.
const CLASSIFIERS: &str = "大个项类条座家件";

/// The members of a term of this `shape` that ends at `end`, its head included.
pub fn members(text: &Text, end: usize, shape: Option<&Shape>, count: Option<u32>) -> Option<Vec<Span>> {
    let limit = text.len().min(end + REACH);
    let line = (end..limit).find(|&at| text.at(at) == '\n').unwrap_or(limit);
    let within = Span::new(end, line);
    let wide = Span::new(end, lines_of_parts(text, within, limit, shape?));
    parts(text, wide, shape?)
        .or_else(|| tasks(text, within, shape?))
        .or_else(|| classes(text, within, count))
        .or_else(|| roles(text, within, count))
        .or_else(|| bearing::of_one(text, within, shape?))
        .or_else(|| bearing::list(text, within, shape?))
        .or_else(|| bearing::of_all(text, within, shape?))
        .or_else(|| {
            shape.filter(|shape| shape.form != Form::Groups).and_then(|shape| told::repeated(text, within, shape))
        })
}

/// The end of the lines behind `within` that each tell of a part: 一核,即甲。⏎两翼,….
fn lines_of_parts(text: &Text, within: Span, limit: usize, shape: &Shape) -> usize {
    let mut end = within.end;
    for group in &shape.groups {
        let start = (end..limit).find(|&at| !text.at(at).is_whitespace()).unwrap_or(limit);
        let start = start + usize::from(text.at(start) == '“');
        let words = counted_key(text, group.key);
        if group.key.is_empty() || !text.starts_with(start, text.slice(words)) {
            break;
        }
        end = (start..limit).find(|&at| text.at(at) == '\n').unwrap_or(limit);
    }
    end
}

/// “三区”指甲、乙、丙,“两带”是丁和戊: each part of the term with as many members as it counts.
fn parts(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    if shape.groups.len() < 2 {
        return None;
    }
    if shape.form != Form::Groups {
        return told::one_by_one(text, within, shape);
    }
    let (mut found, mut at) = (Vec::new(), within.start);
    for group in &shape.groups {
        let start = quoted_part(text, Span::new(at, within.end), group.number)
            .or_else(|| bare_part(text, Span::new(at, within.end), group.key))?;
        let stop = (start..within.end).find(|&at| ends_part(text, at)).unwrap_or(within.end);
        if stop <= start {
            return None; // the text was cut inside the link, or nothing stands behind it
        }
        let list = without_class(text, Span::new(start, stop)).map_or(Span::new(start, stop), |(list, _)| list);
        let (members, stop) = match of_number(text, list, group.number).or_else(|| of_parts(text, list, group.number)) {
            Some(members) => (members, stop),
            None => of_clauses(text, Span::new(start, within.end), group.number)?,
        };
        found.extend(members);
        at = stop;
    }
    Some(found)
}

/// “一核”即由甲、乙组成的|中心城区: one member, which lists what it is made of.
fn of_parts(text: &Text, list: Span, number: u32) -> Option<Vec<Span>> {
    let member = without_makeup(text, list);
    (number == 1 && member != list).then(|| vec![member])
}

/// 由甲、乙组成的|主城, 北部以丙、丁为重点的|示范区: a member without what it is made of.
fn without_makeup(text: &Text, member: Span) -> Span {
    const SHORTEST: usize = 3;
    let closes = |at: &usize| text.at(*at) == '的' && CLASSES.makeup.ends(text, *at);
    let end = (member.start..member.end).rev().find(closes).filter(|at| at + 1 + SHORTEST <= member.end);
    end.map_or(member, |at| Span::new(at + 1, member.end))
}

/// “四城”分别为甲、乙组成的主城,丙、丁两座新城,以及…; 两翼,西翼为甲,东翼为乙: as many clauses as the part counts.
fn of_clauses(text: &Text, within: Span, number: u32) -> Option<(Vec<Span>, usize)> {
    let limit = within.end.min(within.start + CLAUSES);
    let stop = (within.start..limit).find(|&at| matches!(text.at(at), '。' | ';' | ')' | '\n'))?;
    let bare = |clause: Span| {
        let start = clause.start + if text.starts_with(clause.start, "以及") { 2 } else { 0 };
        let named = (start + 1..clause.end.min(start + 4)).find(|&at| text.at(at) == '为' && text.at(at + 1) != '主');
        without_makeup(text, Span::new(named.map_or(start, |at| at + 1), clause.end))
    };
    let clauses = crate::text::structure::clauses(text, Span::new(within.start, stop));
    let members: Vec<Span> = clauses.into_iter().map(bare).collect();
    let fits = number >= 2 && members.len() == number as usize;
    (fits && members.iter().all(|member| (2..=MEMBER).contains(&member.len()))).then_some((members, stop))
}

/// Where the list behind the next part in quotation marks begins, if it counts `number`: “两带”是….
fn quoted_part(text: &Text, within: Span, number: u32) -> Option<usize> {
    let open = (within.start..within.end).find(|&at| text.at(at) == '“')?;
    let close = (open + 1..within.end.min(open + PART + 2)).find(|&at| text.at(at) == '”')?;
    let counted = numeral_at(text, open + 1, close).map_or(0, |(number, _)| number);
    if counted == number { behind_part(text, close + 1, true) } else { None } // “两带”,甲、乙;
}

/// Where the list behind the next part without marks begins: 两翼,即….
fn bare_part(text: &Text, within: Span, key: Span) -> Option<usize> {
    if key.is_empty() {
        return None; // 1+3 counts without words
    }
    let words = text.slice(counted_key(text, key));
    let opens =
        |at: usize| matches!(text.before(at), ':' | ';' | ',' | '。' | '”' | '(' | '—') || text.ends_with(at, ",其中");
    let line = |at: usize| text.before(at).is_whitespace();
    (within.start..within.end)
        .filter(|&at| (opens(at) || line(at)) && text.starts_with(at, words))
        .find_map(|at| behind_part(text, at + words.chars().count(), line(at))) // a line of its own: 两翼,西翼为…
}

/// Where the list behind the part that ends at `end` begins: behind a link, or behind no more than a comma if the part stands `alone`.
fn behind_part(text: &Text, end: usize, alone: bool) -> Option<usize> {
    behind_link(text, end).or_else(|| (alone && text.at(end) == ',').then_some(end + 1))
}

/// The key with its numeral, over a measure word between them: 一核, 四|大|片区.
fn counted_key(text: &Text, key: Span) -> Span {
    let before = key.start.saturating_sub(1);
    let counted = |start: usize, end: usize| numeral_at(text, start, end).is_some();
    let measured = before > 0 && !counted(before, key.start) && counted(before - 1, before);
    Span::new(before - usize::from(measured), key.end)
}

/// Where the words behind the link at `at` begin.
pub fn behind_link(text: &Text, at: usize) -> Option<usize> {
    let mark = at + usize::from(text.at(at) == ',');
    let link = CLASSES.link.iter().find(|link| text.starts_with(mark, link))?;
    Some(mark + link.chars().count())
}

/// The members of a part's list, `number` of them (0: any number): at every mark, or for two at 和 alone (甲、乙东翼和丙、丁西翼).
pub fn of_number(text: &Text, list: Span, number: u32) -> Option<Vec<Span>> {
    let mut members = listed(text, list);
    if number == 0 && text.starts_with(list.start, "重点") {
        lists::strip_first(text, &mut members);
    }
    let open = text.before(list.end) == '等' && (2..number as usize).contains(&members.len());
    if open || number == 0 || members.len() == number as usize {
        return Some(members);
    }
    let joint = (list.start + 2..list.end).find(|&at| text.at(at) == '和').filter(|_| number == 2)?;
    let halves = vec![Span::new(list.start, joint), Span::new(joint + 1, list.end)];
    halves.iter().all(|half| half.len() >= 2).then_some(halves)
}

/// Whether a part's list ends at `at`: at a full stop or a semicolon, at a bracket's end, before the next part.
fn ends_part(text: &Text, at: usize) -> bool {
    match text.at(at) {
        '。' | ';' | ')' => true,
        ',' => !text.starts_with(at + 1, "以及"),
        '、' => text.at(at + 1) == '“',
        _ => false,
    }
}

/// Where the words begin that the start of `within` introduces.
pub fn introduced(text: &Text, within: Span) -> Option<usize> {
    let link = INTRODUCES.iter().find(|link| text.starts_with(within.start, link))?;
    Some(within.start + link.chars().count())
}

/// “135”工作思路,即咬定…一个目标,做强…三大集群,实施…五大行动: a clause of doing for every numeral.
fn tasks(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    const LEAST: usize = 3;
    let bare = (text.at(within.start) == ',').then_some(within.start + 1);
    let start = introduced(text, within).or_else(|| introduced_late(text, within)).or(bare)?;
    let stop = end_of(text, start, within.end);
    let clauses = crate::text::structure::clauses(text, Span::new(start, stop));
    let found = clauses.get(..shape.groups.len()).filter(|clauses| clauses.len() >= LEAST)?;
    let counts = |(clause, group): (&Span, &Group)| {
        without_class(text, *clause).is_some_and(|(_, number)| number == group.number)
    };
    let verbs = found.iter().filter(|clause| action::is_verb_at(text, clause.start, clause.end)).count();
    (verbs * 2 >= found.len() && found.iter().zip(&shape.groups).all(counts)).then(|| found.to_vec())
}

/// Where the words begin that 即 introduces behind a few words on the term: “135”工作思路的推进情况,即….
fn introduced_late(text: &Text, within: Span) -> Option<usize> {
    const WORDS: usize = 10;
    let mark = (within.start..within.end.min(within.start + WORDS)).find(|&at| !crate::text::is_han(text.at(at)))?;
    (text.at(within.start) == '的' && text.starts_with(mark, ",即")).then_some(mark + 2)
}

/// 即甲、乙两个主导产业,丙一个特色产业: clauses that close with the number of what they list.
fn classes(text: &Text, within: Span, count: Option<u32>) -> Option<Vec<Span>> {
    let start = introduced(text, within)?;
    let stop = end_of(text, start, within.end);
    let mut found = Vec::new();
    let mut clauses = 0;
    for clause in crate::text::structure::clauses(text, Span::new(start, stop)) {
        let Some((list, number)) = without_class(text, clause) else { break };
        let members = listed(text, list);
        if members.len() != number as usize {
            return None;
        }
        found.extend(members);
        clauses += 1;
    }
    (clauses >= 2 && count.is_none_or(|count| count as usize == found.len())).then_some(found)
}

/// Where a definition that starts at `start` ends.
fn end_of(text: &Text, start: usize, limit: usize) -> usize {
    (start..limit).find(|&at| matches!(text.at(at), '。' | ')' | ';')).unwrap_or(limit)
}

/// The members of `list`, which is one itself where nothing parts it.
fn listed(text: &Text, list: Span) -> Vec<Span> {
    lists::split(text, list, None).unwrap_or_else(|| vec![list])
}

/// 甲、乙|两大主导产业: the list and the number that closes it.
pub fn without_class(text: &Text, clause: Span) -> Option<(Span, u32)> {
    let from = clause.end.saturating_sub(12).max(clause.start + 1);
    (from..clause.end).rev().find_map(|at| {
        let (number, behind) = numeral_at(text, at, clause.end)?;
        let whole = behind + 2 <= clause.end && is_among(text.at(behind), CLASSIFIERS) && text.before(at) != '第';
        let list = text.trim(Span::new(clause.start, at));
        (whole && number > 0 && !list.is_empty()).then_some((list, number))
    })
}

/// (以甲为主,以乙、丙为辅): the lists of the clauses of roles.
fn roles(text: &Text, within: Span, count: Option<u32>) -> Option<Vec<Span>> {
    let count = count.filter(|&count| count >= 2)?;
    let start = within.start + usize::from(matches!(text.at(within.start), '(' | ',' | ':'));
    if start == within.start || !(text.at(start) == '以' || text.starts_with(start, "即以")) {
        return None;
    }
    let stop = end_of(text, start, within.end);
    let mut found = Vec::new();
    for clause in crate::text::structure::clauses(text, Span::new(start, stop)) {
        let from = clause.start + usize::from(text.at(clause.start) == '即');
        let from = from + usize::from(text.at(from) == '以');
        let takes = |at: &usize| text.at(*at) == '为' && matches!(text.at(at + 1), '主' | '辅' | '副' | '补');
        let Some(role) = (from + 1..clause.end).rev().find(takes) else { break };
        let list = Span::new(from, role);
        found.extend(listed(text, list));
    }
    (found.len() == count as usize).then_some(found)
}
