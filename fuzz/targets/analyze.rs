//! Any text is analysed, and every span of the result lies inside it, on the borders of characters.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use yaolan::{Analyzer, Offsets, Options};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut analysis = ANALYZER.analyze(&text, &Options { date: None, offsets: Offsets::Byte });
    assert_eq!(analysis.document.characters, text.chars().count());
    analysis.for_each_span(|span| {
        assert!(text.get(span.start..span.end).is_some(), "{span:?} is no part of the text");
    });
});
