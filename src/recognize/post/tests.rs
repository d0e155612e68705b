//! Every example gives exactly the posts that it lists.

use crate::testing::{examples, recognize};

#[test]
fn examples_read_as_listed() {
    for row in examples(include_str!("examples.tsv")) {
        let (document, found) = recognize(row[0], "2024-01-01");
        let posts: Vec<&str> = found.posts.iter().map(|post| document.text.given_slice(post.span)).collect();
        let wanted: Vec<&str> =
            row.get(1).map_or(Vec::new(), |list| list.split('|').filter(|w| !w.is_empty()).collect());
        assert_eq!(posts, wanted, "{}", row[0]);
    }
}
