//! Any bytes are read as a text or refused, with the encoding guessed and with each that can be chosen.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yaolan::input;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(decoded) = input::decode(bytes) {
        assert!(input::check(&decoded.text).is_ok());
    }
    for entry in input::open("文件.txt", bytes, None) {
        if let Err(error) = entry.result {
            assert!(!error.to_string().is_empty());
        }
    }
    if let Some((&choice, rest)) = bytes.split_first() {
        let label = input::CHOICES[usize::from(choice) % input::CHOICES.len()];
        let _ = input::encoding::decode_as(rest, label);
    }
});
