//! Mentions in the forms of annotation tools: W3C Web Annotation, doccano, brat, Label Studio. Offsets count code
//! points in all of them.

use super::source::{LABELS, Mention, Source};
use crate::analysis::Span;
use serde_json::{Value, json};
use std::fmt::Write;

/// How many characters before and behind a quotation tell it apart from others.
const AROUND: usize = 32;

/// A W3C Web Annotation collection (JSON-LD): one annotation a mention, found again by position and by quotation.
pub fn web_annotation(source: &Source<'_>) -> Value {
    let page: Vec<Value> = source.mentions().iter().map(|mention| annotation(source, mention)).collect();
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:yaolan:{}", encoded(source.name)),
        "type": "AnnotationCollection",
        "label": source.name,
        "total": page.len(),
        "first": { "id": format!("urn:yaolan:{}:1", encoded(source.name)), "type": "AnnotationPage", "startIndex": 0, "items": page },
    })
}

fn annotation(source: &Source<'_>, mention: &Mention<'_>) -> Value {
    let Span { start, end } = mention.span;
    let before = Span::new(start.saturating_sub(AROUND), start);
    let behind = Span::new(end, (end + AROUND).min(source.len()));
    let name = encoded(source.name);
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:yaolan:{name}:{}:{}:{start}-{end}", mention.label, mention.row),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            { "type": "TextualBody", "purpose": "classifying", "value": mention.label, "format": "text/plain" },
            { "type": "TextualBody", "purpose": "identifying", "value": mention.name, "format": "text/plain", "language": "zh" },
        ],
        "target": {
            "source": format!("urn:yaolan:{name}"),
            "selector": [
                { "type": "TextPositionSelector", "start": start, "end": end },
                {
                    "type": "TextQuoteSelector",
                    "exact": source.words(mention.span),
                    "prefix": source.words(before),
                    "suffix": source.words(behind),
                },
            ],
        },
    })
}

/// A name as a part of a URN: letters and digits as they are, the rest in percent.
fn encoded(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// doccano's JSON Lines for sequence labelling: one document, one line.
pub fn doccano(source: &Source<'_>) -> String {
    let labels: Vec<Value> =
        source.mentions().iter().map(|mention| json!([mention.span.start, mention.span.end, mention.label])).collect();
    format!("{}\n", json!({ "text": source.text, "label": labels, "name": source.name }))
}

/// Label Studio's tasks with predictions, to be imported with its named-entity template.
pub fn label_studio(source: &Source<'_>) -> Value {
    let result: Vec<Value> = source
        .mentions()
        .iter()
        .enumerate()
        .map(|(number, mention)| {
            json!({
                "id": format!("m{}", number + 1),
                "from_name": "label",
                "to_name": "text",
                "type": "labels",
                "value": {
                    "start": mention.span.start,
                    "end": mention.span.end,
                    "text": source.words(mention.span),
                    "labels": [mention.label],
                },
            })
        })
        .collect();
    json!([{
        "data": { "text": source.text, "name": source.name },
        "predictions": [{ "model_version": concat!("yaolan ", env!("CARGO_PKG_VERSION")), "result": result }],
    }])
}

/// brat's standoff form: the text, the annotations, the configuration that names the labels.
pub fn brat(source: &Source<'_>) -> [(&'static str, String); 3] {
    let mut lines = String::new();
    for (number, mention) in source.mentions().iter().enumerate() {
        let number = number + 1;
        // A span over several lines is written as its pieces, each within one line.
        let pieces: Vec<Span> = lines_of(source, mention.span);
        let places: Vec<String> = pieces.iter().map(|piece| format!("{} {}", piece.start, piece.end)).collect();
        let words: Vec<&str> = pieces.iter().map(|piece| source.words(*piece)).collect();
        // Writing into a string cannot fail.
        let _ = writeln!(lines, "T{number}\t{} {}\t{}", label(mention.label), places.join(";"), words.join(" "));
        let _ =
            writeln!(lines, "#{number}\tAnnotatorNotes T{number}\t{}", mention.name.replace(['\n', '\r', '\t'], " "));
    }
    let entities: Vec<String> = LABELS.iter().map(|name| label(name)).collect();
    let configuration = format!("[entities]\n{}\n[relations]\n[events]\n[attributes]\n", entities.join("\n"));
    [("txt", source.text.to_owned()), ("ann", lines), ("conf", configuration)]
}

/// `span` without line ends: brat holds an annotation in one line.
fn lines_of(source: &Source<'_>, span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = span.start;
    let words = source.words(span).chars().chain(['\n']);
    for (at, char) in words.enumerate() {
        if matches!(char, '\n' | '\r') {
            let end = span.start + at;
            if end > start {
                pieces.push(Span::new(start, end));
            }
            start = end + 1;
        }
    }
    pieces
}

/// A label as brat writes it: with a capital.
fn label(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
