//! An Analysis comes back from its JSON as it was: one that the analyzer made, and any that JSON can say.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use yaolan::{Analysis, Analyzer, Options};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fn round(analysis: &Analysis) {
    let json = serde_json::to_string(analysis).expect("an Analysis is JSON");
    let back: Analysis = serde_json::from_str(&json).expect("its own JSON is read");
    assert_eq!(json, serde_json::to_string(&back).expect("an Analysis is JSON"));
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(analysis) = serde_json::from_slice::<Analysis>(bytes) {
        round(&analysis);
    } else {
        round(&ANALYZER.analyze(&String::from_utf8_lossy(bytes), &Options::default()));
    }
});
