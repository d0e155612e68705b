//! Segmentation is held against jieba-rs: the same tokens with the same tags, over real text and over any text.

#![cfg(not(target_arch = "wasm32"))]

use jieba_rs::Jieba;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;
use yaolan::segment::packed::pack;
use yaolan::{Analyzer, Options};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let dictionary = include_bytes!("../src/segment/dictionary.txt");
    Jieba::with_dict(&mut dictionary.as_slice()).expect("jieba's own dictionary")
});

fn agree(text: &str) -> Result<(), TestCaseError> {
    let document = ANALYZER.read(text, &Options::default());
    let ours: Vec<(&str, &str)> =
        document.tokens.list().iter().map(|token| (document.text.slice(token.span), &*token.tag)).collect();
    let theirs: Vec<(&str, &str)> =
        JIEBA.tag(document.text.normal(), true).iter().map(|tag| (tag.word, tag.tag)).collect();
    for (ours, theirs) in ours.iter().zip(&theirs) {
        prop_assert_eq!(ours, theirs);
    }
    prop_assert_eq!(ours.len(), theirs.len());
    Ok(())
}

fn texts(folder: &Path) -> Vec<String> {
    let files =
        std::fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>());
    let files = files.unwrap_or_default().into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt"));
    files.map(|path| std::fs::read_to_string(path).expect("a readable text")).collect()
}

#[test]
fn real_text_is_cut_alike() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = texts(&root.join("tests/articles"));
    assert!(!own.is_empty());
    for text in own.iter().chain(&texts(&root.join("../shared/seeds"))) {
        agree(text).unwrap();
    }
}

#[test]
fn every_word_of_the_dictionary_is_cut_alike() {
    let dictionary = include_str!("../src/segment/dictionary.txt");
    let words: String = dictionary.lines().filter_map(|line| line.split(' ').next()).collect();
    agree(&words).unwrap();
    // in another order, words run into each other in other ways
    let turned: String = dictionary.lines().rev().step_by(3).filter_map(|line| line.split(' ').next()).collect();
    agree(&turned).unwrap();
}

#[test]
fn a_packed_dictionary_cuts_alike() {
    let plain = include_str!("../src/segment/dictionary.txt");
    let packed = pack(plain, include_str!("../src/segment/hmm.tsv")).expect("the dictionary can be packed");
    let unpacked = Analyzer::with_dictionary(&packed).expect("what was packed is unpacked");
    let tokens = |analyzer: &Analyzer, text: &str| analyzer.read(text, &Options::default()).tokens.list().to_vec();
    for text in texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")) {
        assert_eq!(tokens(&unpacked, &text), tokens(&ANALYZER, &text));
    }
    while unpacked.unpack_more() {}
    let words: String = plain.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(tokens(&unpacked, &words), tokens(&ANALYZER, &words));
}

proptest! {
    #[test]
    fn any_text_is_cut_alike(text in "[一-龥]{0,40}|[一-龥㐀-㐂𠮷a-zA-Z0-9%+#&._ ,。\\-\r\n]{0,60}|[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分]{0,80}|\\PC{0,40}") {
        agree(&text)?;
    }
}
