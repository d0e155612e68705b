//! Members that stand in the same passage as a term, told by what the term says of them: by its keys (一核两带三区:
//! 某某核心区, 某某带 …), by its parts (“3+2”: 以甲、乙、丙为主攻方向,以丁、戊为两翼), by the glossary (三大攻坚战).

use super::shape::{Form, Shape, numeral_at};
use super::{glossary, lists, members};
use crate::analysis::Span;
use crate::recognize::action::{self, Lead};
use crate::text::{Text, ends_sentence, is_among, structure};

/// So far before and behind a term its members are looked for.
const REACH: usize = 240;
/// A member is no longer than this.
const MAX_MEMBER: usize = 24;

/// The members of the term that stands at `code`, in the passage around it.
pub fn members(text: &Text, code: Span, core: Span, shape: Option<&Shape>) -> Option<Vec<Span>> {
    let around = Span::new(line_start(text, code.start), line_end(text, code.end));
    if let Some(entry) = glossary::entry(text.slice(core)) {
        return by_glossary(text, around, &entry);
    }
    let shape = shape?;
    let behind = Span::new(code.end, around.end);
    match shape.form {
        Form::Sum => by_parts(text, behind, shape),
        Form::Groups if bears_names(shape) => by_counts(text, behind, shape)
            .or_else(|| by_keys(text, behind, shape))
            .or_else(|| by_keys(text, Span::new(around.start, code.start), shape)),
        _ => None,
    }
}

/// Several keys, or one of two characters and more, can be told again in the names of members.
fn bears_names(shape: &Shape) -> bool {
    let count = shape.count.unwrap_or(0);
    (3..=12).contains(&count) && (shape.groups.len() >= 2 || shape.groups.iter().all(|group| group.key.len() >= 2))
}

fn line_start(text: &Text, at: usize) -> usize {
    let floor = at.saturating_sub(REACH);
    (floor..at).rev().find(|&at| text.at(at) == '\n').map_or(floor, |at| at + 1)
}

fn line_end(text: &Text, at: usize) -> usize {
    let limit = text.len().min(at + REACH);
    (at..limit).find(|&at| text.at(at) == '\n').unwrap_or(limit)
}

/// All members that the glossary knows, as one list.
fn by_glossary(text: &Text, around: Span, entry: &glossary::Entry) -> Option<Vec<Span>> {
    let mut at = around.start;
    let mut found = Vec::new();
    for member in entry.members() {
        let span = text.find(member, Span::new(at, around.end))?;
        if !found.is_empty() && span.start > at + 1 {
            return None;
        }
        at = span.end;
        found.push(span);
    }
    (found.len() >= 2).then_some(found)
}

/// Pieces between marks, verbs in front left out; quoted terms and the term's own parts (做强“两带”) are none.
fn pieces(text: &Text, within: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = within.start;
    for at in within.start..=within.end {
        let char = text.at(at);
        if at == within.end || matches!(char, ',' | '、' | ';' | ':' | '和' | '(' | ')') || ends_sentence(char) {
            // A long stretch without marks is no list; only its end can be a name.
            let piece = text.trim(Span::new(start.max(at.saturating_sub(MAX_MEMBER * 2)), at));
            let piece = named(text, piece);
            if (2..=MAX_MEMBER).contains(&piece.len()) && !text.slice(piece).contains(['“', '”']) {
                pieces.push(piece);
            }
            start = at + 1;
        }
    }
    pieces
}

/// The name in a piece: what stands behind its last verb of doing.
fn named(text: &Text, piece: Span) -> Span {
    let floor = piece.start;
    let verb = (floor + 2..piece.end.saturating_sub(1).max(floor + 2)).rev().find(|&end| {
        end < piece.end && matches!(action::lead_before(text, end, floor), Some((span, Lead::Verb)) if span.len() >= 2)
    });
    action::strip_leads(text, Span::new(verb.unwrap_or(floor), piece.end), usize::MAX)
}

/// “三主四新”: 做强甲、乙、丙三个|主导产业,壮大丁、戊、己、庚四个|新兴产业: for each group a list that its numeral counts.
fn by_counts(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    const KEY: usize = 6;
    if shape.groups.len() < 2 {
        return None;
    }
    let (mut at, mut found) = (within.start, Vec::new());
    for group in &shape.groups {
        let key = text.slice(group.key);
        let counts = |place: &usize| {
            let counted = numeral_at(text, *place, within.end).filter(|(number, _)| *number == group.number);
            let measured = counted.filter(|(_, behind)| is_among(text.at(*behind), "个大条项座片"));
            measured.is_some_and(|(_, behind)| {
                let counted = Span::new(behind + 1, within.end.min(behind + KEY).max(behind + 1));
                text.find(key, counted).is_some()
            })
        };
        let place = (at..within.end).find(counts)?;
        found.extend(members::before_from(text, place, Some(group.number), at)?);
        at = place;
    }
    (found.len() > 2).then_some(found)
}

/// For each group in order as many pieces as it counts, that bear its key.
fn by_keys(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    let pieces = pieces(text, within);
    let mut next = pieces.into_iter();
    let mut found: Vec<Span> = Vec::new();
    for group in &shape.groups {
        let key = text.slice(group.key);
        for _ in 0..group.number {
            let bears = |piece: &Span| {
                let words = text.slice(*piece);
                // 核 in 核心区: the key stands in the last word.
                let tail = Span::new(piece.end.saturating_sub(3).max(piece.start), piece.end);
                piece.len() > group.key.len()
                    && (words.ends_with(key) || group.key.len() == 1 && text.slice(tail).contains(key))
            };
            found.push(next.by_ref().find(bears)?);
        }
    }
    // A single key is told only by names that stand together.
    let close = found.windows(2).all(|pair| shape.groups.len() > 1 || pair[1].start <= pair[0].end + 2);
    close.then_some(found)
}

/// Neighbouring clauses whose lists are as long as the parts of the sum.
fn by_parts(text: &Text, within: Span, shape: &Shape) -> Option<Vec<Span>> {
    let parts: Vec<usize> = shape.groups.iter().map(|group| group.number as usize).collect();
    let end = (within.start..within.end).find(|&at| text.at(at) == '。').unwrap_or(within.end);
    let clauses = structure::clauses(text, Span::new(within.start, end));
    let lists: Vec<Vec<Span>> = clauses.iter().take(8).map(|&clause| listed(text, clause)).collect();
    let fits = |window: &&[Vec<Span>]| window.iter().map(Vec::len).eq(parts.iter().copied());
    (parts.len() >= 2 && !parts.contains(&0)).then_some(())?;
    Some(lists.windows(parts.len()).find(fits)?.concat())
}

/// The list in a clause: 以甲、乙为两翼, 统筹发展甲、乙、丙, 以甲为主体 alone.
fn listed(text: &Text, clause: Span) -> Vec<Span> {
    if text.at(clause.start) == '以' {
        let role = (clause.start + 2..clause.end).rev().find(|&at| text.at(at) == '为');
        let Some(role) = role else { return Vec::new() };
        let list = Span::new(clause.start + 1, role);
        return lists::split(text, list, None).unwrap_or_else(|| vec![list]);
    }
    let mut members = lists::split(text, clause, None).unwrap_or_default();
    lists::strip_first(text, &mut members);
    members
}
