//! Every passage gives exactly the quantities that it names.

use super::Quantity;
use crate::document::Document;
use crate::testing::{examples, recognize};

/// The form of the examples: words|value..max|unit|comparator|flags.
fn shown(document: &Document, quantity: &Quantity) -> String {
    let max = quantity.max.map(|max| format!("..{}", max.normalize())).unwrap_or_default();
    let words = document.text.given_slice(quantity.span);
    let flags = [(quantity.vague, "|vague"), (quantity.class_name, "|class")];
    let flags: String = flags.iter().filter(|(set, _)| *set).map(|(_, flag)| *flag).collect();
    format!("{words}|{}{max}|{}|{}{flags}", quantity.value.normalize(), quantity.unit, quantity.comparator.mark())
}

#[test]
fn passages_give_exactly_their_quantities() {
    for row in examples(include_str!("examples.tsv")) {
        let passage = row[0].replace("\\n", "\n").replace("\\t", "\t");
        let (document, found) = recognize(&passage, "2023-11-20");
        let found: Vec<String> = found.quantities.iter().map(|quantity| shown(&document, quantity)).collect();
        assert_eq!(found, row[1..], "{}", row[0]);
    }
}

#[test]
fn long_runs_take_linear_time() {
    for unit in ["9", "九", "9,", "1.", "3万", "百", "前1", "第", "“1", "3-"] {
        recognize(&unit.repeat(4_000), "2023-11-20");
    }
}
