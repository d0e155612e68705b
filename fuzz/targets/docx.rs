//! Any bytes that call themselves a Word file, and any XML inside a sound one, are a text or are refused.
#![no_main]

#[path = "support/archive.rs"]
mod archive;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    archive::open("文件.docx", bytes);
    let numbering = bytes.len() / 2;
    archive::open(
        "文件.docx",
        &archive::zip(&[
            ("word/document.xml", bytes),
            ("word/numbering.xml", &bytes[numbering..]),
            ("word/styles.xml", &bytes[..numbering]),
        ]),
    );
});
