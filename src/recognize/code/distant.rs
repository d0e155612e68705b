//! Members that stand elsewhere in the document: in a quoted list whose words bear the keys of the term
//! (两争一前列: “争当表率、争做示范、走在前列”), in the items behind dashes, in counted lists that add up to a sum
//! (2+2+4: 两大主导产业 …, 两大新兴产业 …, 四大特色产业 …).

use super::shape::{self, Form, Shape};
use super::{glossary, head, lists, members, told};
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::{Filter, Lexicon};
use crate::recognize::CodeMention;
use crate::text::Text;
use std::sync::LazyLock;

/// Heads inside the marks of a term that explanations leave out.
static STEM_HEADS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("stem_heads.tsv")));

/// So many lists and terms are compared; more is no document.
const MAX_COMPARED: usize = 300;

/// Lists that add up stand within so many characters.
const MAX_APART: usize = 300;

/// An item behind a dash without its verbs has at least so many characters.
const SHORTEST_ITEM: usize = 4;

/// Fills in the members of codes that have none beside them.
pub fn fill(document: &Document, quoted: &[Span], codes: &mut [CodeMention]) {
    let text = &document.text;
    let mut enumerations: Vec<Vec<Span>> =
        quoted.iter().filter_map(|&inner| lists::split(text, inner, None)).take(MAX_COMPARED).collect();
    enumerations.extend(dash_items(document).into_iter().take(MAX_COMPARED));
    let counted: Vec<(u32, Vec<Span>)> = codes
        .iter()
        .filter(|code| code.rule == "code/counted-list")
        .filter_map(|code| Some((code.count?, code.members.clone())))
        .take(MAX_COMPARED)
        .collect();
    for code in codes.iter_mut().filter(|code| code.members.is_empty()).take(MAX_COMPARED) {
        let Some(shape) = shape::shape(text, code.core).filter(|_| !is_known(text, code.core)) else { continue };
        let by_keys = enumerations.iter().find(|list| bears_keys(text, &shape, list));
        if let Some(list) = by_keys {
            code.members.clone_from(list);
        } else if let Some(list) = adding_up(text, code.core, &shape, &counted) {
            code.members = list;
        } else if let Some(list) = told::elsewhere(text, &shape) {
            code.members = list;
        }
    }
}

/// Whether the glossary tells the members of a term: what happens to bear its keys is something else.
fn is_known(text: &Text, core: Span) -> bool {
    glossary::entry(text.slice(core)).is_some_and(|entry| !entry.members().is_empty())
}

/// So many terms are looked up among the explanations.
const MAX_EXPLAINED: usize = 40;

/// Fills in the members of codes that another place of the document explains: 名词解释:三新战略:甲、乙、丙; ‘三县战略’ ….
/// “三县”,就是甲、乙、丙.
pub fn explained(document: &Document, codes: &mut [CodeMention]) {
    let text = &document.text;
    let open = codes.iter().enumerate().filter(|(_, code)| code.members.is_empty() && code.count >= Some(2));
    let open: Vec<(usize, Span, u32)> = open
        .filter_map(|(index, code)| Some((index, stem(text, code.core), code.count?)))
        .take(MAX_EXPLAINED)
        .collect();
    let mut firsts: Filter = Filter::default();
    open.iter().for_each(|(_, stem, _)| firsts.add(text.at(stem.start) as u32));
    if open.is_empty() {
        return;
    }
    for at in (0..text.len()).filter(|&at| firsts.may_have(text.at(at) as u32)) {
        if crate::text::is_han(text.before(at)) {
            continue;
        }
        let fits = |stem: Span| stem.start != at && text.starts_with(at, text.slice(stem));
        // two terms may share one stem (三县, 三县战略): both are explained, by words that are read once
        let mut read: Option<(usize, u32, Vec<Span>)> = None;
        for &(index, stem, count) in open.iter().filter(|(_, stem, _)| fits(*stem)) {
            let Some(code) = codes.get_mut(index).filter(|code| code.members.is_empty()) else { continue };
            if read.as_ref().is_none_or(|read| (read.0, read.1) != (stem.len(), count)) {
                let members = explanation(document, at + stem.len(), count).unwrap_or_default();
                read = Some((stem.len(), count, members));
            }
            code.members = read.as_ref().map(|read| read.2.clone()).unwrap_or_default();
        }
    }
}

/// What follows the term whose stem ends at `end`, over its mark and its head.
fn explanation(document: &Document, end: usize, count: u32) -> Option<Vec<Span>> {
    let text = &document.text;
    let close = end + usize::from(text.at(end) == '”');
    let ends = [Some(close), head::listed_head_at(document, close).map(|head| head.end)];
    ends.into_iter().flatten().find_map(|end| {
        let end = end + usize::from(matches!(text.at(end), '”' | '’'));
        members::after(text, end, Some(count))
    })
}

/// The term without a head inside its marks: 三县|战略.
fn stem(text: &Text, core: Span) -> Span {
    let head = STEM_HEADS.longest_before(text, core.end, core.start + 2);
    Span::new(core.start, head.map_or(core.end, |(head, _)| head.start))
}

/// Whether the members of `list` bear the keys of the term, group by group.
fn bears_keys(text: &Text, shape: &Shape, list: &[Span]) -> bool {
    if shape.form != Form::Groups || shape.count != u32::try_from(list.len()).ok() || list.len() < 3 {
        return false;
    }
    let mut next = list.iter();
    shape.groups.iter().all(|group| {
        let key = text.slice(group.key);
        let bears =
            |member: &Span| key.chars().all(|char| text.slice(*member).contains(char)) && text.slice(*member) != key;
        !key.is_empty() && (0..group.number).all(|_| next.next().is_some_and(bears))
    })
}

/// Neighbouring counted lists whose counts are the parts of the term.
fn adding_up(text: &Text, code: Span, shape: &Shape, counted: &[(u32, Vec<Span>)]) -> Option<Vec<Span>> {
    let parts: Vec<u32> = shape.groups.iter().map(|group| group.number).collect();
    let in_digits = shape.form != Form::Groups || text.at(code.start).is_ascii_digit();
    if parts.len() < 2 || parts.contains(&0) || !in_digits {
        return None;
    }
    let close = |window: &&[(u32, Vec<Span>)]| {
        let spans = || window.iter().flat_map(|(_, members)| members);
        let (start, end) = (spans().map(|span| span.start).min(), spans().map(|span| span.end).max());
        start.zip(end).is_some_and(|(start, end)| end - start <= MAX_APART)
    };
    let adds_up = |window: &&[(u32, Vec<Span>)]| window.iter().map(|(count, _)| *count).eq(parts.iter().copied());
    let matching = counted.windows(parts.len()).filter(close).find(adds_up)?;
    Some(matching.iter().flat_map(|(_, members)| members.clone()).collect())
}

/// The first clauses of neighbouring items behind dashes, verbs left out.
fn dash_items(document: &Document) -> Vec<Vec<Span>> {
    let text = &document.text;
    let mut runs: Vec<Vec<Span>> = Vec::new();
    let headings = &document.structure.headings;
    let (mut last, mut part) = (0, 0);
    for sentence in &document.structure.sentences {
        if !text.starts_with(sentence.start, "——") {
            continue;
        }
        let start = sentence.start + 2;
        let limit = sentence.end.min(start + 60);
        let end = (start..limit).find(|&at| crate::text::ends_clause(text.at(at))).unwrap_or(limit);
        let item = members::without_leads(text, Span::new(start, end));
        // 高质量发展|走前列: what is left would say too little
        let item = if item.len() < SHORTEST_ITEM { Span::new(start, end) } else { item };
        let under = headings.partition_point(|heading| heading.span.start <= sentence.start);
        match runs.last_mut() {
            // Items of one run stand close together under one heading.
            Some(run) if sentence.start < last + 600 && run.len() < 12 && part == under => run.push(item),
            _ => runs.push(vec![item]),
        }
        part = under;
        last = sentence.end;
    }
    runs
}
