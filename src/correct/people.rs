//! Persons with their posts.

use super::form::{Field, Form, Problem};
use super::row::{Choices, Entry, RULE, insert, name_of, nearest, required};
use crate::analysis::{Person, Post, Span, Tenure};
use crate::view::kind::Kind;

const TENURES: Choices<Tenure> = &[("current", Tenure::Current), ("past", Tenure::Past), ("coming", Tenure::Coming)];

impl Entry for Person {
    const KIND: Kind = Kind::Person;
    const FIELDS: &'static [Field] = &[Field::identity("name", Form::Words), Field::new("posts", Form::Posts)];
    const MANY: bool = true;

    fn places(&self) -> &[Span] {
        &self.spans
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn get(&self, field: &str) -> String {
        match field {
            "name" => self.name.clone(),
            "posts" => self.posts.iter().map(line).collect::<Vec<_>>().join("\n"),
            _ => String::new(),
        }
    }

    fn set(&mut self, field: &str, value: &str, text: &str) -> Result<(), Problem> {
        match field {
            "name" => self.name = required("name", value)?,
            "posts" => self.set_posts(posts(value).ok_or(Problem::NotAChoice("posts"))?, text),
            _ => {}
        }
        Ok(())
    }

    fn blank(words: &str, span: Span) -> Self {
        let name = words.chars().filter(|char| !char.is_whitespace()).collect();
        Self { name, byline: false, posts: Vec::new(), spans: vec![span], rule: RULE.to_owned() }
    }

    fn add_place(&mut self, _: &str, span: Span) {
        insert(&mut self.spans, span);
    }

    fn drop_place(&mut self, span: Span) {
        self.spans.retain(|place| *place != span);
    }

    fn absorb(&mut self, other: Self) {
        other.spans.into_iter().for_each(|span| insert(&mut self.spans, span));
        for post in other.posts {
            if !self.posts.iter().any(|known| known.text == post.text) {
                self.posts.push(post);
            }
        }
        self.byline &= other.byline;
    }
}

impl Person {
    /// Posts keep their places and rules; new ones stand where the text has their words nearest to the name.
    fn set_posts(&mut self, given: Vec<(String, Tenure)>, text: &str) {
        let home = self.spans.first().copied().unwrap_or_default();
        let post = |(words, when): (String, Tenure)| match self.posts.iter().find(|known| known.text == words) {
            Some(known) => Post { when, ..known.clone() },
            None => {
                let span = nearest(text, &words, home).unwrap_or(home);
                Post { text: words, when, span, rule: RULE.to_owned() }
            }
        };
        self.posts = given.into_iter().map(post).collect();
    }
}

/// A post as a reader types it.
fn line(post: &Post) -> String {
    match post.when {
        Tenure::Current => post.text.clone(),
        when => format!("{}|{}", post.text, name_of(TENURES, when)),
    }
}

/// The posts of a field, one a line; None where one has an unknown word behind the stroke.
pub fn posts(value: &str) -> Option<Vec<(String, Tenure)>> {
    let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (words, when) = line.split_once(['|', '｜']).unwrap_or((line, "current"));
            let when = TENURES.iter().find(|(name, _)| *name == when.trim()).map(|(_, when)| *when)?;
            let words = words.trim();
            (!words.is_empty()).then(|| (words.to_owned(), when))
        })
        .collect()
}
