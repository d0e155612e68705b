//! The table of persons with their posts.

use super::words;
use crate::analysis::{Person, Post, Tenure};
use crate::document::Document;
use crate::recognize::Mentions;
use rustc_hash::FxHashMap as HashMap;

/// One row a person.
pub fn rows(document: &Document, mentions: &Mentions) -> Vec<Person> {
    let mut rows: Vec<Person> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::default();
    for mention in &mentions.people {
        let at = *places.entry(&mention.name).or_insert_with(|| {
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
    rows.iter_mut().for_each(|row| leave_repeats_out(document, row));
    rows
}

/// Short repeats of a fuller post (市委书记 after 徐州市委书记) are left out.
///
/// What stands further on in a list (常委、书记) is a post of its own.
fn leave_repeats_out(document: &Document, row: &mut Person) {
    const MOST: usize = 64;
    let fuller: Vec<(String, Tenure)> =
        row.posts.iter().take(MOST).map(|post| (post.text.clone(), post.when)).collect();
    row.posts.retain(|post| {
        let repeats = |(other, when): &(String, Tenure)| {
            let rest = other.strip_suffix(post.text.as_str()).filter(|rest| !rest.is_empty());
            rest.is_some_and(|rest| !rest.ends_with('副')) && *when == post.when
        };
        document.text.before(post.span.start) == '、' || !fuller.iter().any(repeats)
    });
}
