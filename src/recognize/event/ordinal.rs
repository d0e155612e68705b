//! Events by their number: 第三届数字文明对话, 首届“云上音乐周”.

use super::Hit;
use super::left::is_ordinal;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::text::{is_among, is_han};

/// How far a name goes on behind its number.
const REACH: usize = 30;
/// The last characters of names of events.
const LAST: &str = "会节赛展周坛典营话";

/// Every numbered event that begins at 第N届, N届 or 首届.
pub fn numbered(document: &Document) -> Vec<Hit> {
    let text = &document.text;
    let mut hits = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        at += 1;
        let first = text.starts_with(start, "首届");
        if !(first || is_ordinal(document, start) && is_term(document, start)) || is_inside(document, start) {
            continue;
        }
        if let Some(end) = end(document, start) {
            let span = Span::new(start, end);
            let key = text.slice(span).to_owned();
            hits.push(Hit { span, key, built: None, short: false, rule: "event/numbered" });
            at = end;
        }
    }
    hits
}

/// A number of sessions, not a year.
fn is_term(document: &Document, start: usize) -> bool {
    (start..start + 6).any(|at| document.text.at(at) == '届')
}

/// The number goes on to the left.
fn is_inside(document: &Document, start: usize) -> bool {
    let before = document.text.before(start);
    before == '第' || super::numerals::is_numeral(before)
}

/// Where the name ends: behind the last word that can close it, before a mark or a verb.
fn end(document: &Document, start: usize) -> Option<usize> {
    let text = &document.text;
    let limit = (start + REACH).min(text.len());
    let mut at = start + 2;
    let (mut found, mut quoted) = (None, false);
    while at < limit {
        let char = text.at(at);
        if !is_han(char) && !char.is_ascii_alphanumeric() {
            match char {
                '“' => quoted = true,
                '”' if quoted => {
                    quoted = false;
                    if found == Some(at) {
                        found = Some(at + 1);
                    }
                }
                '(' | ')' | '—' | '·' | '-' => {}
                _ => break,
            }
            at += 1;
            continue;
        }
        let token = document.tokens.at(at)?;
        let end = token.span.end.min(limit);
        let stop = matches!(&*token.tag, "p" | "uj" | "u" | "ul" | "d" | "r") && !quoted;
        if stop || found.is_some() && !quoted && matches!(&*token.tag, "v" | "m" | "t") {
            break;
        }
        if is_among(text.before(end), LAST) && end - start > 4 {
            found = Some(end);
        }
        at = end;
    }
    let end = found?;
    let name = text.slice(Span::new(start, end));
    (!CLASSES.no_event.iter().any(|word| name.contains(word))).then_some(end)
}
