//! Turns of an interview: lines that begin with a name and a colon.

use super::speakers::{Sort, Speaker};
use crate::analysis::Span;
use crate::document::Document;
use crate::text::{ends_sentence, is_han};

/// Longest words before the colon of a turn.
const LONGEST_LABEL: usize = 24;

/// How many of the first speakers are looked at for the person who is interviewed.
const INTRODUCED: usize = 40;

/// A turn: who speaks, and the words up to the next turn or heading.
#[derive(Debug, Clone)]
pub struct Turn {
    /// None for 记者, 主持人, 问: nobody by name.
    pub speaker: Option<Speaker>,
    pub span: Span,
}

/// The turns of the document, in order; empty where it is no interview.
pub fn turns(document: &Document, speakers: &[Speaker]) -> Vec<Turn> {
    let text = &document.text;
    let mut turns: Vec<Turn> = Vec::new();
    let mut open = false;
    for &line in &document.structure.paragraphs {
        if document.header.is_furniture(line.start) || document.header.title.is_some_and(|title| title.overlaps(line)) {
            continue;
        }
        let heading = document.structure.headings.binary_search_by_key(&line, |heading| heading.span).is_ok();
        if let Some((speaker, start)) = label(document, speakers, line) {
            let start = (start..line.end).find(|&at| !text.at(at).is_whitespace()).unwrap_or(line.end);
            turns.push(Turn { speaker, span: Span::new(start, line.end) });
            open = true;
        } else if heading || is_heading_like(document, line) {
            open = false;
        } else if let Some(turn) = turns.last_mut().filter(|_| open) {
            turn.span.end = line.end;
        }
    }
    turns.iter_mut().for_each(|turn| turn.span = text.trim(turn.span));
    turns.retain(|turn| !turn.span.is_empty());
    let asked = turns.iter().any(|turn| turn.speaker.is_none());
    let told = |turn: &Turn| turn.span.len() >= 8 && ends_sentence(text.before(turn.span.end));
    if asked || turns.len() >= 2 || turns.iter().any(told) { turns } else { Vec::new() }
}

/// A short line without a final mark.
fn is_heading_like(document: &Document, line: Span) -> bool {
    line.len() <= 40 && is_han(document.text.before(line.end))
}

/// The speaker before the colon of `line`, and where the words begin.
fn label(document: &Document, speakers: &[Speaker], line: Span) -> Option<(Option<Speaker>, usize)> {
    let text = &document.text;
    let head = Span::new(line.start, line.end.min(line.start + LONGEST_LABEL));
    let colon = (head.start..head.end).find(|&at| text.at(at) == ':')?;
    let words =
        text.slice(Span::new(line.start, colon)).trim_matches(['【', '】', '[', ']', '■', '□', '●', ' ', 'Q', 'A']);
    if matches!(words, "记者" | "主持人" | "问" | "本报记者" | "提问" | "编者" | "网友" | "本网记者" | "主持")
        || words.ends_with("记者")
    {
        return Some((None, colon + 1));
    }
    if matches!(words, "答" | "回答" | "答复") {
        return Some((interviewee(speakers, line.start), colon + 1));
    }
    let index = speakers.partition_point(|speaker| speaker.span.end < line.start + 1);
    let speaker = speakers[index..].iter().take(6).take_while(|speaker| speaker.span.end <= colon).last()?;
    let rest = Span::new(speaker.span.end, colon);
    let closes = text.slice(rest).trim_matches(['】', ']', ' ', ')']);
    let fits = speaker.sort == Sort::Person && (closes.is_empty() || closes.chars().count() <= 3);
    fits.then(|| (Some(speaker.clone()), colon + 1))
}

/// Whose answers 「答:」 opens: of the persons that the opening names before `at` the one named most often, the last
/// one of equals.
fn interviewee(speakers: &[Speaker], at: usize) -> Option<Speaker> {
    let before = &speakers[..speakers.partition_point(|speaker| speaker.span.end <= at)];
    let introduced = &before[..before.len().min(INTRODUCED)];
    let people = introduced.iter().filter(|speaker| speaker.sort == Sort::Person);
    people.max_by_key(|person| introduced.iter().filter(|other| other.name == person.name).count()).cloned()
}
