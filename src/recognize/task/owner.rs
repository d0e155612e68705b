//! Who has to do a task.

use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::recognize::Mentions;
use crate::recognize::action;
use crate::text::is_han;

/// A subject is no longer than this.
const MAX_SUBJECT: usize = 20;
/// Bodies stand behind these.
const LABELS: [&str; 6] = ["责任单位:", "牵头单位:", "责任部门:", "牵头部门:", "责任人:", "责任领导:"];

/// The owner of the task in `stretch`: a labelled body, the subject of the modal word, the speaker for 我们.
pub fn owner(document: &Document, found: &Mentions, stretch: Span, modal: Option<Span>) -> Option<String> {
    labelled(document, stretch)
        .or_else(|| leading(document, stretch))
        .or_else(|| subject(document, found, stretch, modal?))
}

fn labelled(document: &Document, stretch: Span) -> Option<String> {
    let text = &document.text;
    let label = LABELS.iter().find_map(|label| text.find(label, stretch))?;
    let end = (label.end..stretch.end).find(|&at| matches!(text.at(at), ')' | ';' | '。' | ',')).unwrap_or(stretch.end);
    words(document, Span::new(label.end, end))
}

/// 由市发改委牵头
fn leading(document: &Document, stretch: Span) -> Option<String> {
    let text = &document.text;
    let leads = text.find("牵头", stretch)?;
    let floor = leads.start.saturating_sub(MAX_SUBJECT).max(stretch.start);
    let by = (floor..leads.start)
        .rev()
        .take_while(|&at| is_han(text.at(at)) || text.at(at) == '、')
        .find(|&at| text.at(at) == '由')?;
    words(document, Span::new(by + 1, leads.start))
}

/// The words between the last mark and the modal word, if they name a body, a place, a person.
fn subject(document: &Document, found: &Mentions, stretch: Span, modal: Span) -> Option<String> {
    let text = &document.text;
    let floor = modal.start.saturating_sub(MAX_SUBJECT).max(stretch.start);
    let mut start =
        (floor..modal.start).rev().find(|&at| !is_han(text.at(at)) && text.at(at) != '、').map_or(floor, |at| at + 1);
    let mut end = modal.start;
    while let Some((adverb, action::Lead::Adverb)) = action::lead_before(text, end, start) {
        end = adverb.start;
    }
    let times = found.times.partition_point(|time| time.span.end <= start);
    if let Some(time) = found.times.get(times).filter(|time| time.span.start <= start && time.span.end < end) {
        start = time.span.end;
    }
    let subject = Span::new(start, end);
    if subject.len() < 2 {
        return None;
    }
    if matches!(
        text.slice(subject),
        "我们" | "我" | "我市" | "我区" | "我县" | "我省" | "本市" | "全市" | "全区" | "全县"
    ) {
        let quote = found
            .quotes
            .iter()
            .take_while(|quote| quote.span.start <= subject.start)
            .filter(|quote| quote.span.contains(subject))
            .last();
        return quote
            .map(|quote| quote.speaker.clone())
            .or_else(|| words(document, subject).filter(|_| text.slice(subject) != "我们"));
    }
    let named = |span: Span| span.end == subject.end && span.start >= subject.start;
    let mentioned = near(found.places.iter().map(|place| place.span), subject).any(named)
        || near(found.organizations.iter().map(|body| body.span), subject).any(named)
        || near(found.people.iter().map(|person| person.span), subject).any(named);
    let listed = CLASSES.body.ends(text, subject.end);
    let verbal =
        document.tokens.inside(subject).iter().any(|token| matches!(token.tag.as_ref(), "v" | "p" | "uj" | "c"));
    ((mentioned || listed) && !verbal).then(|| words(document, subject)).flatten()
}

/// The mentions of an ordered list that can lie inside `span`.
fn near(spans: impl Iterator<Item = Span>, span: Span) -> impl Iterator<Item = Span> {
    spans.skip_while(move |other| other.end <= span.start).take_while(move |other| other.start < span.end)
}

fn words(document: &Document, span: Span) -> Option<String> {
    let span = document.text.trim(span);
    (!span.is_empty()).then(|| document.text.given_slice(span).to_owned())
}
