//! The examples of this folder.

use crate::testing;

/// Every example gives exactly the codes it names, with exactly the members it names.
#[test]
fn examples_give_exactly_their_codes() {
    for row in testing::examples(include_str!("examples.tsv")) {
        let (document, found) = testing::recognize(row[0], "2024-06-30");
        let text = &document.text;
        let given: Vec<String> = found
            .codes
            .iter()
            .map(|code| {
                let members: Vec<&str> = code.members.iter().map(|&member| text.slice(member)).collect();
                if members.is_empty() {
                    text.slice(code.span).to_owned()
                } else {
                    format!("{}={}", text.slice(code.span), members.join("、"))
                }
            })
            .collect();
        let wanted: Vec<&str> =
            row.get(1).map_or(Vec::new(), |cell| cell.split('|').filter(|code| !code.is_empty()).collect());
        assert_eq!(given, wanted, "{}", row[0]);
    }
}
