//! Every passage gives exactly the times that it names.

use super::TimeMention;
use crate::document::Document;
use crate::testing::{examples, recognize};

/// The form of the examples: words|first..last|name.
fn shown(document: &Document, time: &TimeMention) -> String {
    let days = match time.days {
        None => "-".to_owned(),
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}..{last}"),
    };
    format!("{}|{days}{}", document.text.given_slice(time.span), if time.in_name { "|name" } else { "" })
}

#[test]
fn passages_give_exactly_their_times() {
    for row in examples(include_str!("examples.tsv")) {
        let (document, found) = recognize(&row[0].replace("\\n", "\n"), row[1]);
        let found: Vec<String> = found.times.iter().map(|time| shown(&document, time)).collect();
        assert_eq!(found, row[2..], "{}", row[0]);
    }
}

#[test]
fn long_runs_take_linear_time() {
    for unit in ["2", "2023年", "1月", "二", "十", "“十", "今年", "1-", "前三", "国庆"] {
        recognize(&unit.repeat(4_000), "2023-11-20");
    }
}
