//! The table of persons with their posts.

use super::words;
use crate::analysis::{Person, Post, Tenure};
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
    rows.iter_mut().for_each(leave_repeats_out);
    rows
}

/// Short repeats of a fuller post (市委书记 after 徐州市委书记) are left out.
fn leave_repeats_out(row: &mut Person) {
    const MOST: usize = 64;
    let fuller: Vec<(String, Tenure)> =
        row.posts.iter().take(MOST).map(|post| (post.text.clone(), post.when)).collect();
    row.posts.retain(|post| {
        let repeats = |(other, when): &(String, Tenure)| {
            let rest = other.strip_suffix(post.text.as_str()).filter(|rest| !rest.is_empty());
            rest.is_some_and(|rest| !rest.ends_with('副')) && *when == post.when
        };
        !fuller.iter().any(repeats)
    });
}
