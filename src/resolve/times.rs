//! The table of times.

use super::{iso, words};
use crate::analysis::Time;
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a mention; times inside names have none.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Time> {
    let shown = mentions.times.iter().filter(|time| !time.in_name);
    let rows = shown.map(|time| {
        let (start, end) = iso(time.days);
        Time { text: words(document, time.span), start, end, span: time.span, rule: time.rule.to_owned() }
    });
    rows.collect()
}
