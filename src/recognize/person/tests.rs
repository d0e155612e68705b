//! Every example gives exactly the persons and posts that it lists.

use crate::Options;
use crate::analysis::{Person, Tenure};
use crate::testing::{ANALYZER, examples};

#[test]
fn examples_read_as_listed() {
    for row in examples(include_str!("examples.tsv")) {
        let analysis = ANALYZER.analyze(&row[0].replace('⏎', "\n"), &Options::default());
        let people: Vec<String> = analysis.people.iter().map(written).collect();
        assert_eq!(people.join("|"), row.get(1).copied().unwrap_or_default(), "{}", row[0]);
    }
}

fn written(person: &Person) -> String {
    let mut words = person.name.clone();
    if person.byline {
        words.push('*');
    }
    for post in &person.posts {
        let sign = match post.when {
            Tenure::Current => "",
            Tenure::Past => "-",
            Tenure::Coming => "+",
        };
        words.push_str(&format!(";{sign}{}", post.text));
    }
    words
}
