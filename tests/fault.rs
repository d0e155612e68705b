//! What a fault says of itself. In a program of its own: the panic hook is one for all tests of a program.

use std::cell::RefCell;
use yaolan::fault::report;

thread_local! {
    static REPORT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The report of what `fails` ends with.
fn reported(fails: fn()) -> String {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(|panic| REPORT.set(Some(report(panic)))));
    let ended = std::panic::catch_unwind(fails);
    std::panic::set_hook(usual);
    assert!(ended.is_err(), "it has to fail");
    REPORT.take().unwrap_or_default()
}

#[test]
fn a_report_says_where_and_quotes_no_document() {
    let fixed = reported(|| panic!("two tables differ"));
    assert!(fixed.contains("two tables differ (tests/fault.rs:"), "{fixed}");
    let slice = reported(|| {
        let document = String::from("澜州市委书记林若川");
        assert!(document[1..].is_empty(), "never reached");
    });
    assert!(slice.contains("tests/fault.rs:") && !slice.contains('澜'), "{slice}");
}
