//! Rows that are known by their name: places, organisations, facilities, events, programmes, codes, keywords.

use super::form::{Field, Form, Problem};
use super::row::{
    Choices, Entry, RULE, chosen, insert, insert_name, lines, name_of, names_of, nearest, optional, optional_day,
    required,
};
use crate::analysis::{
    Code, Event, Facility, Keyword, Organization, OrganizationKind, Place, PlaceLevel, Programme, Span,
};
use crate::view::kind::Kind;

const LEVELS: Choices<PlaceLevel> = &[
    ("country", PlaceLevel::Country),
    ("province", PlaceLevel::Province),
    ("prefecture", PlaceLevel::Prefecture),
    ("county", PlaceLevel::County),
    ("township", PlaceLevel::Township),
    ("village", PlaceLevel::Village),
    ("other", PlaceLevel::Other),
];

const BODIES: Choices<OrganizationKind> = &[
    ("party", OrganizationKind::Party),
    ("government", OrganizationKind::Government),
    ("congress", OrganizationKind::Congress),
    ("company", OrganizationKind::Company),
    ("education", OrganizationKind::Education),
    ("health", OrganizationKind::Health),
    ("research", OrganizationKind::Research),
    ("media", OrganizationKind::Media),
    ("bank", OrganizationKind::Bank),
    ("social", OrganizationKind::Social),
    ("other", OrganizationKind::Other),
];

/// What rows with `names` and `spans` share.
macro_rules! named_places {
    () => {
        const MANY: bool = true;

        fn places(&self) -> &[Span] {
            &self.spans
        }

        fn add_place(&mut self, words: &str, span: Span) {
            insert_name(&mut self.names, words);
            insert(&mut self.spans, span);
        }

        fn drop_place(&mut self, span: Span) {
            self.spans.retain(|place| *place != span);
        }

        fn absorb(&mut self, other: Self) {
            other.names.iter().for_each(|name| insert_name(&mut self.names, name));
            other.spans.into_iter().for_each(|span| insert(&mut self.spans, span));
        }
    };
}

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

impl Entry for Place {
    const KIND: Kind = Kind::Place;
    const FIELDS: &'static [Field] = &[
        Field::identity("name", Form::Words),
        Field::required("level", Form::Choice(|| names_of(LEVELS))),
        Field::new("code", Form::Division),
        Field::new("within", Form::Words),
    ];

    named_places!();

    fn name(&self) -> &str {
        &self.name
    }

    fn get(&self, field: &str) -> String {
        match field {
            "name" => self.name.clone(),
            "level" => name_of(LEVELS, self.level),
            "code" => self.code.clone().unwrap_or_default(),
            "within" => self.within.clone().unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn set(&mut self, field: &str, value: &str, _: &str) -> Result<(), Problem> {
        match field {
            "name" => self.name = required("name", value)?,
            "level" => self.level = chosen(LEVELS, "level", value)?,
            "code" => self.code = optional(value),
            "within" => self.within = optional(value),
            _ => {}
        }
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        let (name, names) = (words.to_owned(), vec![words.to_owned()]);
        let (level, rule) = (PlaceLevel::Other, RULE.to_owned());
        Self { name, names, level, code: None, within: None, spans: vec![span], rule }
    }
}

impl Entry for Organization {
    const KIND: Kind = Kind::Organization;
    const FIELDS: &'static [Field] =
        &[Field::identity("name", Form::Words), Field::required("kind", Form::Choice(|| names_of(BODIES)))];

    named_places!();

    fn name(&self) -> &str {
        &self.name
    }

    fn get(&self, field: &str) -> String {
        match field {
            "name" => self.name.clone(),
            "kind" => name_of(BODIES, self.kind),
            _ => String::new(),
        }
    }

    fn set(&mut self, field: &str, value: &str, _: &str) -> Result<(), Problem> {
        match field {
            "name" => self.name = required("name", value)?,
            "kind" => self.kind = chosen(BODIES, "kind", value)?,
            _ => {}
        }
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        let (name, names) = (words.to_owned(), vec![words.to_owned()]);
        Self { name, names, kind: OrganizationKind::Other, spans: vec![span], rule: RULE.to_owned() }
    }
}

impl Entry for Facility {
    const KIND: Kind = Kind::Facility;
    const FIELDS: &'static [Field] = &[Field::identity("name", Form::Words)];

    named_places!();

    fn name(&self) -> &str {
        &self.name
    }

    fn get(&self, field: &str) -> String {
        if field == "name" { self.name.clone() } else { String::new() }
    }

    fn set(&mut self, field: &str, value: &str, _: &str) -> Result<(), Problem> {
        if field == "name" {
            self.name = required("name", value)?;
        }
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        Self { name: words.to_owned(), names: vec![words.to_owned()], spans: vec![span], rule: RULE.to_owned() }
    }
}

impl Entry for Event {
    const KIND: Kind = Kind::Event;
    const FIELDS: &'static [Field] = &[
        Field::identity("name", Form::Words),
        Field::new("start", Form::Day),
        Field::new("end", Form::Day),
        Field::new("place", Form::Words),
    ];

    named_places!();

    fn name(&self) -> &str {
        &self.name
    }

    fn get(&self, field: &str) -> String {
        match field {
            "name" => self.name.clone(),
            "start" => self.start.clone().unwrap_or_default(),
            "end" => self.end.clone().unwrap_or_default(),
            "place" => self.place.clone().unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn set(&mut self, field: &str, value: &str, _: &str) -> Result<(), Problem> {
        match field {
            "name" => self.name = required("name", value)?,
            "start" => self.start = optional_day("start", value)?,
            "end" => self.end = optional_day("end", value)?,
            "place" => self.place = optional(value),
            _ => {}
        }
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        let (name, names) = (words.to_owned(), vec![words.to_owned()]);
        Self { name, names, start: None, end: None, place: None, spans: vec![span], rule: RULE.to_owned() }
    }
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
