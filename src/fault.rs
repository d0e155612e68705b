//! What a fault of the program says of itself: where it was, and never a word of the document.

use std::panic::PanicHookInfo;

/// The report of a panic, in a line that can be sent to the program's makers: its version, the place, and the words of
/// the panic where they stand so in the source. Words that were put together while running may quote the document.
pub fn report(panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    match panic.payload().downcast_ref::<&'static str>() {
        Some(words) => format!("yaolan {version}: {words} ({place})"),
        None => format!("yaolan {version}: {place}"),
    }
}
