//! Where the words of a query stand in a document.

use super::lines::Line;
use super::query::{Query, find, fold};
use crate::analysis::Span;
use crate::library::one_line;
use crate::text::ends_sentence;
use crate::view::kind::Kind;
use crate::view::marks::Row;

/// The most characters of its sentence that are shown before and behind what was found.
const CONTEXT: usize = 60;

/// Where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a row of a table.
    Row(Row),
    /// In the text; bytes.
    Text(Span),
}

/// Something that was found, with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: Place,
    /// What stands before it.
    pub before: String,
    /// What was found, as written.
    pub found: String,
    /// What stands behind it.
    pub after: String,
}

/// Where the words of `query` stand in a document: first in its rows, then in its text, at most `limit` of each;
/// nothing unless all of them are there.
pub fn hits(query: &Query, text: &str, lines: &[Line], limit: usize) -> Vec<Hit> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let folded: Vec<char> = chars.iter().map(|(_, char)| fold(*char)).collect();
    let in_rows = |word: &[char]| {
        lines.iter().any(|line| find(&line.words.chars().map(fold).collect::<Vec<_>>(), word, 0).is_some())
    };
    if query.is_empty() || !query.words.iter().all(|word| find(&folded, word, 0).is_some() || in_rows(word)) {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = lines.iter().filter_map(|line| line_hit(query, line)).take(limit).collect();
    let byte = |index: usize| chars.get(index).map_or(text.len(), |(byte, _)| *byte);
    let piece = |from: usize, to: usize| one_line(text.get(byte(from)..byte(to)).unwrap_or_default());
    let mut from = 0;
    for _ in 0..limit {
        let next = query.words.iter().filter_map(|word| Some((find(&folded, word, from)?, word.len()))).min();
        let Some((start, length)) = next else { break };
        let end = start + length;
        let sentence = sentence(&folded, start, end);
        hits.push(Hit {
            place: Place::Text(Span::new(byte(start), byte(end))),
            before: piece(sentence.start.max(start.saturating_sub(CONTEXT)), start),
            found: piece(start, end),
            after: piece(end, sentence.end.min(end + CONTEXT)),
        });
        // A sentence is shown once.
        from = sentence.end;
    }
    hits
}

/// The sentence around the characters from `start` to `end`.
fn sentence(text: &[char], start: usize, end: usize) -> Span {
    let ends = |char: &char| *char == '\n' || ends_sentence(*char);
    let before = text[..start].iter().rposition(ends).map_or(0, |at| at + 1);
    let after = text[end..].iter().position(ends).map_or(text.len(), |at| end + at + 1);
    Span::new(before, after)
}

fn line_hit(query: &Query, line: &Line) -> Option<Hit> {
    let given: Vec<char> = line.words.chars().collect();
    let folded: Vec<char> = given.iter().copied().map(fold).collect();
    let (start, length) = query.words.iter().find_map(|word| Some((find(&folded, word, 0)?, word.len())))?;
    let piece = |from: usize, to: usize| {
        one_line(&given[from.min(given.len())..to.min(given.len())].iter().collect::<String>())
    };
    Some(Hit {
        place: Place::Row(Row { kind: Kind::from_slug(&line.kind)?, index: line.index }),
        before: piece(start.saturating_sub(CONTEXT), start),
        found: piece(start, start + length),
        after: piece(start + length, start + length + CONTEXT),
    })
}
