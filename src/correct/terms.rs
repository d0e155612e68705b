//! Rows that are known by their words, wherever these stand: programmes, codes, keywords.

use super::form::{Field, Form, Problem};
use super::row::{Entry, RULE, insert, lines, nearest, optional, required};
use crate::analysis::{Code, Keyword, Programme, Span};
use crate::view::kind::Kind;

/// What rows with `spans` alone share.
macro_rules! bare_places {
    () => {
        const MANY: bool = true;

        fn places(&self) -> &[Span] {
            &self.spans
        }

        fn add_place(&mut self, _: &str, span: Span) {
            insert(&mut self.spans, span);
        }

        fn drop_place(&mut self, span: Span) {
            self.spans.retain(|place| *place != span);
        }

        fn absorb(&mut self, other: Self) {
            other.spans.into_iter().for_each(|span| insert(&mut self.spans, span));
        }
    };
}

impl Entry for Programme {
    const KIND: Kind = Kind::Programme;
    const FIELDS: &'static [Field] = &[Field::identity("text", Form::Words)];

    bare_places!();

    fn name(&self) -> &str {
        &self.text
    }

    fn get(&self, field: &str) -> String {
        if field == "text" { self.text.clone() } else { String::new() }
    }

    fn set(&mut self, field: &str, value: &str, _: &str) -> Result<(), Problem> {
        if field == "text" {
            self.text = required("text", value)?;
        }
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        Self { text: words.to_owned(), spans: vec![span], rule: RULE.to_owned() }
    }
}

impl Entry for Code {
    const KIND: Kind = Kind::Code;
    const FIELDS: &'static [Field] =
        &[Field::identity("text", Form::Words), Field::new("count", Form::Count), Field::new("members", Form::Lines)];

    bare_places!();

    fn name(&self) -> &str {
        &self.text
    }

    fn get(&self, field: &str) -> String {
        match field {
            "text" => self.text.clone(),
            "count" => self.count.map(|count| count.to_string()).unwrap_or_default(),
            "members" => self.members.join("\n"),
            _ => String::new(),
        }
    }

    fn set(&mut self, field: &str, value: &str, text: &str) -> Result<(), Problem> {
        match field {
            "text" => self.text = required("text", value)?,
            "count" => {
                let count = optional(value).map(|count| count.parse().map_err(|_| Problem::NotACount("count")));
                self.count = count.transpose()?;
            }
            "members" => self.set_members(lines(value), text),
            _ => {}
        }
        self.complete = self.count.is_some_and(|count| count as usize == self.members.len());
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        Self {
            text: words.to_owned(),
            count: None,
            members: Vec::new(),
            member_spans: Vec::new(),
            complete: false,
            glossary: Vec::new(),
            spans: vec![span],
            rule: RULE.to_owned(),
        }
    }
}

impl Code {
    /// Members keep their places; new ones stand where the text has their words nearest to the term.
    fn set_members(&mut self, members: Vec<String>, text: &str) {
        let home = self.spans.first().copied().unwrap_or_default();
        let place = |member: &String| {
            let known = self.members.iter().position(|known| known == member);
            let known = known.and_then(|at| self.member_spans.get(at).copied());
            known.or_else(|| nearest(text, member, home)).unwrap_or(home)
        };
        let places = members.iter().map(place).collect();
        (self.members, self.member_spans) = (members, places);
    }
}

impl Entry for Keyword {
    const KIND: Kind = Kind::Keyword;
    const FIELDS: &'static [Field] = &[Field::fixed("text")];

    bare_places!();

    fn name(&self) -> &str {
        &self.text
    }

    fn get(&self, field: &str) -> String {
        if field == "text" { self.text.clone() } else { String::new() }
    }

    fn set(&mut self, _: &str, _: &str, _: &str) -> Result<(), Problem> {
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        Self { text: words.to_owned(), weight: 1.0, spans: vec![span], rule: RULE.to_owned() }
    }
}
