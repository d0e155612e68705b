//! A surname with a post (宋书记) stands for the one person of the document with that surname and post.

use super::names;
use crate::analysis::Span;
use crate::document::Document;
use crate::recognize::{Mentions, PersonMention, Rule, post};
use crate::text::is_han;
use rustc_hash::FxHashMap as HashMap;

/// The rule of short forms.
pub const RULE: Rule = "person/surname-with-post";

/// Adds the short forms of the `people` known; the post begins behind the surname then.
pub fn add(document: &Document, found: &mut Mentions, people: &mut Vec<PersonMention>) {
    let text = &document.text;
    let mut holders: HashMap<String, Option<usize>> = HashMap::default();
    for (index, person) in people.iter().enumerate() {
        let Some((length, _)) = names::surname_at(text, person.span.start) else { continue };
        let surname = text.slice(Span::new(person.span.start, person.span.start + length)).to_owned();
        let same = |known: usize| people.get(known).is_some_and(|known| known.name == person.name);
        let holder = holders.entry(surname).or_insert(Some(index));
        // two persons of one surname: nobody knows who is meant
        *holder = holder.filter(|known| same(*known));
    }
    let mut short = Vec::new();
    for mention in &mut found.posts {
        let Some((length, _)) = names::surname_at(text, mention.span.start) else { continue };
        let start = mention.span.start;
        let title = Span::new((start + length).min(mention.span.end), mention.span.end);
        let surname = Span::new(start, title.start);
        let alone = !is_han(text.before(start)) || document.tokens.is_boundary(start);
        if title.is_empty() || !alone || !post::is_bare_address(text, title) {
            continue;
        }
        let Some(person) = holders.get(text.slice(surname)).copied().flatten().and_then(|index| people.get(index))
        else {
            continue;
        };
        mention.span = title;
        let (name, rule) = (person.name.clone(), RULE);
        short.push(PersonMention { span: surname, name, posts: Vec::new(), byline: false, rule });
    }
    people.append(&mut short);
    crate::sorted::by_key(people, |person| person.span);
}
