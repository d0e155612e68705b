//! Quotes and tasks.

use super::figures::STATUSES;
use super::form::{Field, Form, Problem};
use super::row::{Choices, Entry, RULE, chosen, name_of, names_of, nearest, optional, optional_day, required};
use crate::analysis::{Quote, QuoteKind, Span, Status, Task};
use crate::view::kind::Kind;

const SPEECH: Choices<QuoteKind> = &[("direct", QuoteKind::Direct), ("reported", QuoteKind::Reported)];

/// How far from the words their speaker is looked for, in bytes.
const SPEAKER_WITHIN: usize = 600;

impl Entry for Quote {
    const KIND: Kind = Kind::Quote;
    const FIELDS: &'static [Field] =
        &[Field::identity("speaker", Form::Words), Field::required("kind", Form::Choice(|| names_of(SPEECH)))];
    const MANY: bool = false;

    fn places(&self) -> &[Span] {
        std::slice::from_ref(&self.span)
    }

    fn name(&self) -> &str {
        &self.speaker
    }

    fn get(&self, field: &str) -> String {
        match field {
            "speaker" => self.speaker.clone(),
            "kind" => name_of(SPEECH, self.kind),
            _ => String::new(),
        }
    }

    fn set(&mut self, field: &str, value: &str, text: &str) -> Result<(), Problem> {
        match field {
            "speaker" => {
                let speaker = required("speaker", value)?;
                if speaker != self.speaker {
                    let near = |place: &Span| place.start.abs_diff(self.span.start) <= SPEAKER_WITHIN;
                    self.speaker_span = nearest(text, &speaker, self.span).filter(near);
                    self.speaker = speaker;
                }
            }
            "kind" => self.kind = chosen(SPEECH, "kind", value)?,
            _ => {}
        }
        Ok(())
    }

    fn blank(_: &str, span: Span) -> Self {
        let kind = QuoteKind::Direct;
        Self { speaker: String::new(), kind, span, speaker_span: None, rule: RULE.to_owned() }
    }
}

impl Entry for Task {
    const KIND: Kind = Kind::Task;
    const FIELDS: &'static [Field] = &[
        Field::fixed("text"),
        Field::required("action", Form::Words),
        Field::new("object", Form::Words),
        Field::new("owner", Form::Words),
        Field::new("deadline", Form::Day),
        Field::required("status", Form::Choice(|| names_of(STATUSES))),
    ];
    const MANY: bool = false;

    fn places(&self) -> &[Span] {
        std::slice::from_ref(&self.span)
    }

    fn name(&self) -> &str {
        &self.text
    }

    fn get(&self, field: &str) -> String {
        match field {
            "text" => self.text.clone(),
            "action" => self.action.clone(),
            "object" => self.object.clone().unwrap_or_default(),
            "owner" => self.owner.clone().unwrap_or_default(),
            "deadline" => self.deadline.clone().unwrap_or_default(),
            "status" => name_of(STATUSES, self.status),
            _ => String::new(),
        }
    }

    fn set(&mut self, field: &str, value: &str, _: &str) -> Result<(), Problem> {
        match field {
            "action" => self.action = required("action", value)?,
            "object" => self.object = optional(value),
            "owner" => self.owner = optional(value),
            "deadline" => self.deadline = optional_day("deadline", value)?,
            "status" => self.status = chosen(STATUSES, "status", value)?,
            _ => {}
        }
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        Self {
            text: words.to_owned(),
            action: String::new(),
            object: None,
            owner: None,
            deadline: None,
            status: Status::Target,
            indicators: Vec::new(),
            heading: None,
            span,
            rule: RULE.to_owned(),
        }
    }
}
