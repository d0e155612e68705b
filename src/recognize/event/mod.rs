//! Named meetings, fairs, sessions.
//!
//! [`sessions`] reads the numbered sessions of parties, congresses and councils (党的二十届三中全会, 市委七届十三次全会);
//! [`named`] reads names by their last word (大会, 博览会, 论坛, 节); [`join`] ties short forms to full ones and finds
//! day and place.

mod join;
mod named;
mod numerals;
mod sessions;

use super::{Mentions, Rule};
use crate::analysis::Span;
use crate::document::Document;

/// An event in the making.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hit {
    span: Span,
    /// What all forms of one event share.
    key: String,
    /// A name to show where no form in the text is written out: 十九届三中全会 of 十九届二中、三中全会.
    built: Option<String>,
    /// Short form that counts only together with a full one: 读书班.
    short: bool,
    rule: Rule,
}

/// Adds what it finds in `document` to `found`.
pub fn recognize(document: &Document, found: &mut Mentions) {
    let sessions = sessions::sessions(document, found);
    let mut hits = named::named(document, found, &sessions);
    let inside = |session: &Hit| hits.iter().any(|hit| hit.span != session.span && hit.span.contains(session.span));
    let sessions: Vec<Hit> = sessions.iter().filter(|session| !inside(session)).cloned().collect();
    hits.extend(sessions);
    hits.sort_by(|a, b| (a.span, &a.key).cmp(&(b.span, &b.key)));
    hits.dedup();
    found.events.extend(join::mentions(document, found, hits));
}

#[cfg(test)]
mod tests {
    use crate::testing::{examples, recognize};

    #[test]
    fn examples_are_read_as_written() {
        for row in examples(include_str!("examples.tsv")) {
            let (document, found) = recognize(row[0], "2024-03-05");
            let shown = found.events.iter().map(|event| {
                let surface = document.text.slice(event.span);
                let full = event.full.as_ref().map(|full| format!("={full}")).unwrap_or_default();
                let days = event.days.map(
                    |(start, end)| {
                        if start == end { format!("@{start}") } else { format!("@{start}..{end}") }
                    },
                );
                format!("{surface}{full}{}", days.unwrap_or_default())
            });
            let shown = shown.collect::<Vec<_>>().join(" ");
            assert_eq!(if shown.is_empty() { "-" } else { &shown }, row[1], "in {}", row[0]);
        }
    }
}
