//! Any line of a pipe or of a corpus is a document or is refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yaolan::corpus::lines::{Line, Lines};
use yaolan::corpus::record::{Fields, Record};

fuzz_target!(|bytes: &[u8]| {
    let mut lines = Lines::new(bytes, 0, 0);
    while let Ok(Some(line)) = lines.next_line() {
        let Line::Whole(line) = line else { continue };
        let record = Record::read(&line, &Fields::default());
        assert!(record.id.is_null() || record.name().is_some());
        match record.content {
            Ok((text, _)) => assert!(yaolan::input::check(&text).is_ok()),
            Err(failure) => assert!(!failure.reason.is_empty()),
        }
    }
    assert_eq!(lines.offset, bytes.len() as u64);
});
