//! Who can speak: persons, meetings, bodies, and 他 for whoever spoke last.

use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::Mentions;
use crate::text::{Text, ends_clause, is_han};
use std::sync::LazyLock;

/// Heads of meetings.
static MEETINGS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("meetings.tsv")));

/// Bodies that speak without being named in full (市委).
static BODIES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("bodies.tsv")));

/// Longest name of a meeting that is put together here.
const LONGEST_MEETING: usize = 24;

/// Sort of speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Person,
    Meeting,
    Body,
    Pronoun,
}

/// A mention that can be a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    pub span: Span,
    /// As quotes name it.
    pub name: String,
    pub sort: Sort,
}

/// All speakers of the document, in order.
pub fn speakers(document: &Document, found: &Mentions) -> Vec<Speaker> {
    let given = |span: Span| document.text.given_slice(span).to_owned();
    let mut all: Vec<Speaker> = Vec::new();
    let people = found.people.iter().filter(|person| !person.byline);
    all.extend(people.map(|person| Speaker { span: person.span, name: person.name.clone(), sort: Sort::Person }));
    let bodies = found.organizations.iter().filter(|body| !document.header.is_furniture(body.span.start));
    all.extend(bodies.map(|body| Speaker { span: body.span, name: given(body.span), sort: Sort::Body }));
    let events = found.events.iter();
    all.extend(events.map(|event| Speaker { span: event.span, name: given(event.span), sort: Sort::Meeting }));
    all.extend(meetings(document, &given));
    all.extend(short_bodies(document, &given));
    all.extend(pronouns(&document.text));
    // the fullest name at a place stands first; shorter ones inside it are left out
    crate::sorted::by_key(&mut all, |speaker| (speaker.span.end, speaker.span.start, speaker.sort));
    let mut kept: Vec<Speaker> = Vec::new();
    for speaker in all {
        if kept.last().is_some_and(|last| last.span.end == speaker.span.end || last.span.contains(speaker.span)) {
            continue;
        }
        while kept.last().is_some_and(|last| speaker.span.contains(last.span) && last.sort != Sort::Person) {
            kept.pop();
        }
        kept.push(joined(&document.text, kept.last(), speaker));
    }
    kept
}

/// 市委 and 市政府 side by side, or joined by 、, speak as one.
fn joined(text: &Text, last: Option<&Speaker>, speaker: Speaker) -> Speaker {
    let Some(last) = last.filter(|last| last.sort == Sort::Body && speaker.sort == Sort::Body) else { return speaker };
    if last.span.end > speaker.span.start
        || !matches!(text.slice(Span::new(last.span.end, speaker.span.start)), "" | "、")
    {
        return speaker;
    }
    let span = Span::new(last.span.start, speaker.span.end);
    if span.len() > LONGEST_MEETING {
        return speaker;
    }
    Speaker { span, name: text.given_slice(span).to_owned(), sort: Sort::Body }
}

/// 会议, 全会 and the words before them in their clause.
fn meetings(document: &Document, given: &impl Fn(Span) -> String) -> Vec<Speaker> {
    let text = &document.text;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some((length, _)) = MEETINGS.longest_at(text, at, text.len()) else {
            at += 1;
            continue;
        };
        let span = Span::new(meeting_start(document, at), at + length);
        found.push(Speaker { span, name: given(span), sort: Sort::Meeting });
        at += length;
    }
    found
}

/// 市委, 省政府 … wherever they stand as words.
fn short_bodies(document: &Document, given: &impl Fn(Span) -> String) -> Vec<Speaker> {
    let text = &document.text;
    let found = (0..text.len()).filter_map(|at| {
        let (length, _) = BODIES.longest_at(text, at, text.len())?;
        let span = Span::new(at, at + length);
        document.tokens.is_boundary(at).then(|| Speaker { span, name: given(span), sort: Sort::Body })
    });
    found.collect()
}

/// Where the name of a meeting begins whose head is at `head`.
fn meeting_start(document: &Document, head: usize) -> usize {
    let text = &document.text;
    let floor = head.saturating_sub(LONGEST_MEETING);
    let mut start = head;
    while start > floor {
        let Some(token) = document.tokens.at(start - 1) else { break };
        let words = text.slice(token.span);
        let part = match token.tag.chars().next() {
            Some('n' | 'j' | 'b' | 'm' | 'q' | 's' | 'l' | 'x') => is_han(text.before(start)) || words == "”",
            Some('v') => &*token.tag == "vn",
            _ => false,
        };
        if !part
            || token.span.start < floor
            || ends_clause(text.before(start))
            || matches!(words, "日" | "月" | "年" | "次日")
        {
            break;
        }
        start = token.span.start;
    }
    start
}

fn pronouns(text: &Text) -> Vec<Speaker> {
    let lone = |at: usize| {
        matches!(text.at(at), '他' | '她') && text.at(at + 1) != '们' && !matches!(text.before(at), '其' | '吉')
    };
    let all = (0..text.len()).filter(|&at| lone(at));
    all.map(|at| Speaker { span: Span::new(at, at + 1), name: String::new(), sort: Sort::Pronoun }).collect()
}
