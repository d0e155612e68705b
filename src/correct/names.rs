//! Rows that are known by a name, which may be written in several ways: places, organisations, facilities, events.

use super::form::{Field, Form, Problem};
use super::row::{
    Choices, Entry, RULE, chosen, insert, insert_name, name_of, names_of, optional, optional_day, required,
};
use crate::analysis::{Event, Facility, Organization, OrganizationKind, Place, PlaceLevel, Span};
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
