//! Any page, whole or not, is a text or is refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yaolan::input;

fuzz_target!(|bytes: &[u8]| {
    let page = [b"<!doctype html><html><body>".as_slice(), bytes].concat();
    for (name, bytes) in [("页.html", bytes), ("页.html", page.as_slice())] {
        for entry in input::open(name, bytes, None) {
            match entry.result {
                Ok(opened) => assert!(input::check(&opened.text).is_ok()),
                Err(error) => assert!(!error.message().text().is_empty()),
            }
        }
    }
});
