//! The table of programmes.

use super::words;
use crate::analysis::{Programme, Span};
use crate::document::Document;
use crate::recognize::{Mentions, NameMention};
use std::collections::BTreeMap;

/// One row a programme: mentions that differ in quotation marks, in a last 纲要 or 发展, or in the place before the
/// name (生态修复专项规划, 某市生态修复专项规划) share it.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Programme> {
    let mut of_key: BTreeMap<String, Vec<&NameMention>> = BTreeMap::new();
    for name in &mentions.programmes {
        let key = name.full.clone().unwrap_or_else(|| key(document, name.span));
        of_key.entry(key).or_default().push(name);
    }
    let mut rows: Vec<Programme> = joined(of_key).into_iter().map(|group| row(document, &group)).collect();
    crate::sorted::by_key(&mut rows, |row| row.spans.first().copied());
    rows
}

/// The words of a name without marks and without what comes and goes at its end.
fn key(document: &Document, span: Span) -> String {
    let words = document.text.slice(span);
    let bare: String = words.chars().filter(|char| !matches!(char, '“' | '”' | '‘' | '’' | '、' | ' ')).collect();
    let short = bare.strip_suffix("纲要").filter(|rest| rest.ends_with("规划"));
    let short = short.or_else(|| bare.strip_suffix("发展").filter(|rest| rest.ends_with("一体化")));
    short.unwrap_or(&bare).to_owned()
}

/// Joins a name with the longer one that ends in it; keys are compared from their ends, so neighbours in order suffice.
fn joined(of_key: BTreeMap<String, Vec<&NameMention>>) -> Vec<Vec<&NameMention>> {
    let mut reversed: Vec<(String, Vec<&NameMention>)> =
        of_key.into_iter().map(|(key, group)| (key.chars().rev().collect(), group)).collect();
    crate::sorted::by(&mut reversed, |a, b| a.0.cmp(&b.0));
    let mut groups: Vec<(String, Vec<&NameMention>)> = Vec::new();
    for (key, group) in reversed {
        match groups.last_mut() {
            Some((shorter, members)) if shorter.chars().count() >= 6 && key.starts_with(shorter.as_str()) => {
                members.extend(group)
            }
            _ => groups.push((key, group)),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The form that most mentions have stands for all; the longest of equals.
fn row(document: &Document, group: &[&NameMention]) -> Programme {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in group {
        *counts.entry(document.text.slice(name.span)).or_default() += 1;
    }
    let rank = |name: &&&NameMention| {
        let words = document.text.slice(name.span);
        (counts.get(words).copied().unwrap_or(0), name.span.len(), std::cmp::Reverse(name.span))
    };
    let shown = group.iter().max_by_key(rank);
    let mut spans: Vec<Span> = group.iter().map(|name| name.span).collect();
    spans.sort_unstable();
    Programme {
        text: shown.map(|name| name.full.clone().unwrap_or_else(|| words(document, name.span))).unwrap_or_default(),
        spans,
        rule: shown.map(|name| name.rule.to_owned()).unwrap_or_default(),
    }
}
