//! The table of coded slogans.

use super::words;
use crate::analysis::Code;
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a term.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Code> {
    let groups = super::group(document, mentions.codes.iter(), |code| code.span, |_| None);
    let rows = groups.into_iter().map(|group| {
        let listed = mentions.codes.iter().filter(|code| group.spans.contains(&code.span));
        let best = listed.max_by_key(|code| code.members.len()).unwrap_or(group.first);
        let members: Vec<String> = best.members.iter().map(|&span| words(document, span)).collect();
        Code {
            text: group.name,
            count: best.count,
            complete: best.count.is_some_and(|count| count as usize == members.len()),
            members,
            member_spans: best.members.clone(),
            glossary: Vec::new(),
            spans: group.spans,
            rule: group.first.rule.to_owned(),
        }
    });
    rows.collect()
}
