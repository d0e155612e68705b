//! The analyzer as WebAssembly in a real browser.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yaolan::{Analyzer, Offsets, Options};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn analyzer() -> Analyzer {
    let (words, emissions) = (include_str!("../src/segment/dictionary.txt"), include_str!("../src/segment/hmm.tsv"));
    let dictionary = yaolan::segment::packed::pack(words, emissions).expect("the project's own lists are sound");
    Analyzer::with_dictionary(&dictionary).expect("the project's own dictionary is sound")
}

#[wasm_bindgen_test]
fn offsets_are_those_of_javascript_strings() {
    let text = "𠮷字老店开业。全市地区生产总值同比增长6.5%。";
    let options = Options { date: "2024-01-05".parse().ok(), offsets: Offsets::Utf16 };
    let analysis = analyzer().analyze(text, &options);
    let indicator = analysis.indicators.first().expect("one figure");
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = &units[indicator.span.start..indicator.span.end];
    assert_eq!(String::from_utf16_lossy(slice), "6.5%");
    assert_eq!(indicator.name, "全市地区生产总值");
}

#[wasm_bindgen_test]
fn a_broken_dictionary_is_told() {
    let error = Analyzer::with_dictionary(b"word notanumber n\n").err().expect("no dictionary");
    assert!(error.to_string().contains("dictionary"), "{error}");
}

#[wasm_bindgen_test]
fn traditional_text_is_read() {
    let analysis = analyzer().analyze("張偉:我們將全面推進改革。", &Options::default());
    assert_eq!(analysis.document.script, yaolan::analysis::Script::Hant);
}
