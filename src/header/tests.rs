//! Every example gives exactly the header that it lists.

use crate::Options;
use crate::testing::{ANALYZER, examples};

#[test]
fn examples_read_as_listed() {
    for row in examples(include_str!("examples.tsv")) {
        let info = ANALYZER.analyze(&row[0].replace('⏎', "\n"), &Options::default()).document;
        let read = [
            info.title.unwrap_or_default(),
            info.source.unwrap_or_default(),
            info.published.unwrap_or_default(),
            info.reporters.join("|"),
            info.editors.join("|"),
        ];
        let column = |number: usize| row.get(number).copied().unwrap_or_default();
        let wanted = [column(1), column(2), column(3), column(4), column(5)];
        assert_eq!(read, wanted, "{}", row[0]);
    }
}
