//! What the targets of packed formats share.

use std::io::{Cursor, Write};
use yaolan::input;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these files, not compressed, so that the fuzzer sees its bytes come through.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in files {
        zip.start_file(*name, options).expect("memory can be written to");
        zip.write_all(content).expect("memory can be written to");
    }
    zip.finish().expect("memory can be written to").into_inner()
}

/// Opens a file: every text that comes out can be analysed, every refusal has words.
pub fn open(name: &str, bytes: &[u8]) {
    for entry in input::open(name, bytes, None) {
        match entry.result {
            Ok(opened) => assert!(input::check(&opened.text).is_ok()),
            Err(error) => assert!(!error.message().text().is_empty()),
        }
    }
}
