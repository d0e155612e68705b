//! The examples of this folder.

use crate::testing;

/// Every example gives exactly the programmes it names.
#[test]
fn examples_give_exactly_their_programmes() {
    for row in testing::examples(include_str!("examples.tsv")) {
        let (document, found) = testing::recognize(row[0], "2024-06-30");
        let given: Vec<&str> = found.programmes.iter().map(|name| document.text.slice(name.span)).collect();
        let wanted: Vec<&str> =
            row.get(1).map_or(Vec::new(), |cell| cell.split('|').filter(|name| !name.is_empty()).collect());
        assert_eq!(given, wanted, "{}", row[0]);
    }
}
