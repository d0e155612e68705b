//! Every example gives exactly the quotes that it lists; nesting and length cost no more than linear time.

use crate::Options;
use crate::analysis::{QuoteKind, Span};
use crate::testing::{ANALYZER, examples, recognize};

#[test]
fn examples_read_as_listed() {
    for row in examples(include_str!("examples.tsv")) {
        let text = row[0].replace('⏎', "\n");
        let options = Options { offsets: crate::Offsets::Codepoint, ..Options::default() };
        let chars: Vec<char> = text.chars().collect();
        let words = |span: Span| chars[span.start..span.end].iter().collect::<String>();
        let quotes = ANALYZER.analyze(&text, &options).quotes;
        let quotes = quotes.iter().map(|quote| {
            let kind = if quote.kind == QuoteKind::Direct { "direct" } else { "reported" };
            format!("{};{kind};{}", quote.speaker, words(quote.span).replace('\n', "⏎"))
        });
        assert_eq!(quotes.collect::<Vec<_>>().join("|"), row.get(1).copied().unwrap_or_default(), "{}", row[0]);
    }
}

#[test]
fn marks_may_nest_however_deep() {
    let depth = 10_000;
    let text = format!("县长李文博说:{}好。{}", "“".repeat(depth), "”".repeat(depth));
    let (_, found) = recognize(&text, "2024-01-01");
    assert_eq!(found.quotes.len(), 1);
}
