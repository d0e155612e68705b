//! Every example reads as it says.

use super::read;
use crate::testing::examples;
use crate::text::Text;

#[test]
fn examples_read_as_they_say() {
    for row in examples(include_str!("examples.tsv")) {
        let text = Text::new(row[0]);
        let number = read(&text, 0, |_| false);
        let found = number.map(|number| {
            let words: String = text.chars()[..number.length].iter().collect();
            let max = number.max.map(|max| format!("..{}", max.normalize())).unwrap_or_default();
            let mark = number.comparator.unwrap_or_default().mark();
            let vague = if number.vague { "|vague" } else { "" };
            [words, format!("{}{max}", number.value.normalize()), format!("{mark}{vague}")]
        });
        let expected = (row.len() > 1).then(|| [row[1].to_owned(), row[2].to_owned(), row[3].to_owned()]);
        assert_eq!(found, expected, "{}", row[0]);
    }
}

#[test]
fn a_run_too_long_is_no_number() {
    let long = "9".repeat(100_000);
    assert_eq!(read(&Text::new(&long), 0, |_| false), None);
    let long = "九百".repeat(50_000);
    assert_eq!(read(&Text::new(&long), 0, |_| false), None);
}
