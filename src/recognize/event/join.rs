//! Short forms and full ones, days and places of events.

use super::Hit;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::recognize::time::{Grain, TimeMention};
use crate::recognize::{EventMention, Mentions};
use crate::text::is_han;
use jiff::civil::Date;
use rustc_hash::FxHashMap as HashMap;

/// How far before an event its day may stand, and how far behind it the verb of holding.
const BEFORE: usize = 40;
const BEHIND: usize = 16;

/// The hits as mentions, in order; short forms without a full one are left out.
pub fn mentions(document: &Document, found: &Mentions, mut hits: Vec<Hit>) -> Vec<EventMention> {
    join_variants(&mut hits);
    let names = names(document, &hits);
    let full: Vec<&Hit> = hits.iter().filter(|hit| !hit.short).collect();
    let mut events = Vec::new();
    for hit in &hits {
        let key = if hit.short { full_key(document, &full, hit) } else { Some(hit.key.clone()) };
        let Some(key) = key else { continue };
        let surface = document.text.slice(hit.span);
        let full = names.get(key.as_str()).cloned().or_else(|| hit.built.clone());
        events.push(EventMention {
            span: hit.span,
            full: full.filter(|full| full != surface || hit.built.is_some()),
            days: days(document, found, hit.span),
            place: place(document, found, hit.span),
            rule: hit.rule,
        });
    }
    events
}

/// Gives two names of one event one key: 工业博览会 after 汉诺威工业博览会.
fn join_variants(hits: &mut [Hit]) {
    const NAMES: usize = 200;
    let mut keys: Vec<String> = Vec::new();
    for hit in hits.iter().filter(|hit| hit.rule == "event/named") {
        if !keys.contains(&hit.key) && keys.len() < NAMES {
            keys.push(hit.key.clone());
        }
    }
    for hit in hits.iter_mut().filter(|hit| hit.rule == "event/named") {
        if let Some(longer) = keys.iter().filter(|key| is_variant(&hit.key, key)).max_by_key(|key| key.chars().count())
        {
            hit.key = longer.clone();
        }
    }
}

/// Whether `short` is another name of `long`: its end, or the same beginning and the same last word with less between.
fn is_variant(short: &str, long: &str) -> bool {
    const LAST: [&str; 6] = ["读书班", "研讨班", "博览会", "论坛", "运动会", "交易会"];
    if short.chars().count() >= long.chars().count() {
        return false;
    }
    let last = LAST.iter().any(|last| short.ends_with(last) && long.ends_with(last));
    let common = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    let mut rest = long.chars();
    let inside = short.chars().all(|char| rest.any(|other| other == char));
    long.ends_with(short) || last && (common >= 4 || common >= 2 && inside)
}

/// The longest form in the text of every event.
fn names(document: &Document, hits: &[Hit]) -> HashMap<String, String> {
    let mut names: HashMap<String, String> = HashMap::default();
    for hit in hits.iter().filter(|hit| !hit.short && hit.built.is_none()) {
        let surface = document.text.slice(hit.span);
        let name = names.entry(hit.key.clone()).or_default();
        if surface.chars().count() > name.chars().count() {
            *name = surface.to_owned();
        }
    }
    names
}

/// The key of the one full form that a short form can stand for: the last before it, else the next.
fn full_key(document: &Document, full: &[&Hit], short: &Hit) -> Option<String> {
    const NEAR: usize = 40;
    let level = short.key.strip_suffix("/party/?");
    let fits = |hit: &&&Hit| match level {
        Some(level) => {
            let same = hit.key.strip_prefix(level).is_some_and(|rest| level.is_empty() || rest.starts_with('/'));
            same && hit.key.contains("/party/") && !hit.key.starts_with("全国")
        }
        None => document.text.slice(hit.span).ends_with(short.key.trim_start_matches('?')),
    };
    let here = full.partition_point(|hit| hit.span.start < short.span.start);
    let before = full[..here].iter().rev().take(NEAR).find(fits);
    let found = before.or_else(|| full[here..].iter().take(NEAR).find(fits)).map(|hit| hit.key.clone());
    // 市委全会 is a session even where the text does not number it; 全会 alone is not
    found.or_else(|| level.filter(|level| !level.is_empty()).map(|_| short.key.clone()))
}

/// The day on which it is held: a day before it in the sentence, and a verb of holding on either side.
fn days(document: &Document, found: &Mentions, span: Span) -> Option<(Date, Date)> {
    let sentence = document.structure.sentence_of(span.start);
    let after = found.times.partition_point(|time| time.span.start < span.start);
    let time = found.times[..after].iter().rev().take(4).find(|time| is_of_days(time) && !time.in_name)?;
    let near = time.span.start >= sentence.start && time.span.end + BEFORE >= span.start;
    (near && is_held(document, span)).then_some(time.days).flatten()
}

/// A day, or a span of no more than a month.
fn is_of_days(time: &TimeMention) -> bool {
    let short = |(start, end): (Date, Date)| (end - start).get_days() <= 31 && start.month() == end.month();
    time.grain == Grain::Day || time.grain == Grain::Span && time.days.is_some_and(short)
}

/// Whether a verb of holding stands right before the name or, within the clause, behind it.
fn is_held(document: &Document, span: Span) -> bool {
    let text = &document.text;
    let limit = (span.end + BEHIND).min(text.len());
    let end = (span.end..limit).find(|&at| !is_han(text.at(at))).unwrap_or(limit);
    let behind = Span::new(span.end, end);
    let before = |verb: &str| text.ends_with(span.start, verb) || text.ends_with(span.start, &format!("{verb}了"));
    let quoted = text.starts_with(span.end, "精神");
    !quoted && CLASSES.hold.iter().any(|verb| text.find(verb, behind).is_some() || before(verb))
        || ["出席", "参加", "出席了", "参加了"].iter().any(|verb| text.ends_with(span.start, verb))
}

/// The place it is held at: 在徐州举行.
fn place(document: &Document, found: &Mentions, span: Span) -> Option<Span> {
    let text = &document.text;
    let first = found.places.partition_point(|place| place.span.start < span.end);
    let held = |at: usize| ["召开", "举行", "举办", "开幕"].iter().any(|verb| text.starts_with(at, verb));
    let near = found.places[first..].iter().take(3).map(|place| place.span);
    near.take_while(|place| place.start < span.end + BEHIND)
        .find(|place| text.before(place.start) == '在' && held(place.end))
}
