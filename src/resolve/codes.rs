//! The table of coded slogans.

use super::words;
use crate::analysis::{Code, Span};
use crate::document::Document;
use crate::recognize::code::glossary;
use crate::recognize::{CodeMention, Mentions};
use std::collections::BTreeMap;

/// So many head nouns of one term are told apart.
const MAX_HEADS: usize = 8;

/// One row a term: mentions share it where their coded words agree and their head nouns do not contradict.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Code> {
    let mut of_core: BTreeMap<&str, Vec<&CodeMention>> = BTreeMap::new();
    for code in &mentions.codes {
        of_core.entry(document.text.slice(code.core)).or_default().push(code);
    }
    let mut rows: Vec<Code> = of_core
        .into_values()
        .flat_map(|mentions| by_head(document, &mentions))
        .map(|group| row(document, &group))
        .collect();
    crate::sorted::by_key(&mut rows, |row| row.spans.first().copied());
    rows
}

/// Parts mentions of one term whose head nouns differ (“五位一体”总体布局, “五位一体”综合管护); those without one
/// go with the first.
fn by_head<'a>(document: &Document, mentions: &[&'a CodeMention]) -> Vec<Vec<&'a CodeMention>> {
    let head_of = |code: &CodeMention| code.head.map(|head| document.text.slice(head)).unwrap_or_default();
    let mut groups: Vec<(&str, Vec<&CodeMention>)> = Vec::new();
    let (headed, bare): (Vec<&CodeMention>, Vec<&CodeMention>) = mentions.iter().partition(|code| code.head.is_some());
    for code in headed {
        let opening: String = head_of(code).chars().take(2).collect();
        match groups.iter().position(|(other, _)| other.starts_with(&opening)) {
            Some(at) => groups[at].1.push(code),
            None if groups.len() < MAX_HEADS => groups.push((head_of(code), vec![code])),
            None => {}
        }
    }
    match groups.first_mut() {
        Some((_, group)) => group.extend(bare),
        None => groups.push(("", bare)),
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn row(document: &Document, group: &[&CodeMention]) -> Code {
    let text = &document.text;
    let mut spans: Vec<Span> = group.iter().map(|code| code.span).collect();
    spans.sort_unstable();
    let shown = shown(document, group);
    let members = group
        .iter()
        .max_by_key(|code| (code.members.len(), std::cmp::Reverse(code.span)))
        .map(|code| code.members.clone());
    let member_spans = members.unwrap_or_default();
    let count = shown.count;
    let entry = glossary::entry(text.slice(shown.core));
    Code {
        text: words(document, shown.span),
        count,
        complete: count.is_some_and(|count| count as usize == member_spans.len()),
        members: member_spans.iter().map(|&span| words(document, span)).collect(),
        member_spans,
        glossary: entry.map(|entry| entry.members().into_iter().map(str::to_owned).collect()).unwrap_or_default(),
        spans,
        rule: shown.rule.to_owned(),
    }
}

/// The mention whose words stand for all: the most frequent form with a head noun, the first of equals.
fn shown<'a>(document: &Document, group: &[&'a CodeMention]) -> &'a CodeMention {
    let mut counts: BTreeMap<&str, (usize, std::cmp::Reverse<Span>)> = BTreeMap::new();
    let headed = group.iter().any(|code| code.head.is_some());
    for code in group.iter().filter(|code| code.head.is_some() == headed) {
        let entry = counts.entry(document.text.slice(code.span)).or_insert((0, std::cmp::Reverse(code.span)));
        entry.0 += 1;
        entry.1 = entry.1.max(std::cmp::Reverse(code.span));
    }
    let best = counts.values().max().map(|(_, first)| first.0);
    group.iter().find(|code| Some(code.span) == best).copied().unwrap_or(group[0])
}
