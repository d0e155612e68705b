//! The table of persons with their posts.

use super::words;
use crate::analysis::{Person, Post};
use crate::document::Document;
use crate::recognize::Mentions;

/// One row a person.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Person> {
    let mut rows: Vec<Person> = Vec::new();
    for mention in &mentions.people {
        let at = rows.iter().position(|row| row.name == mention.name).unwrap_or_else(|| {
            rows.push(Person {
                name: mention.name.clone(),
                byline: mention.byline,
                posts: Vec::new(),
                spans: Vec::new(),
                rule: mention.rule.to_owned(),
            });
            rows.len() - 1
        });
        let row = &mut rows[at];
        row.spans.push(mention.span);
        for post in mention.posts.iter().filter_map(|&index| mentions.posts.get(index)) {
            let text = words(document, post.span);
            if !row.posts.iter().any(|known| known.text == text) {
                row.posts.push(Post { text, when: post.when, span: post.span, rule: post.rule.to_owned() });
            }
        }
    }
    rows
}
