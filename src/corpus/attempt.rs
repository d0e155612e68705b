//! Work that may panic: a fault in one document must not end a run over a million.

use super::Failure;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static MESSAGE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Does `work`; a panic in it becomes a [`Failure`] that says where it was.
///
/// # Errors
/// Where `work` panics.
pub fn attempt<T>(work: impl FnOnce() -> T) -> Result<T, Failure> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| if GUARDED.get() { note(panic) } else { usual(panic) }));
    });
    GUARDED.set(true);
    let done = std::panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(false);
    done.map_err(|_| {
        let message = MESSAGE.with_borrow_mut(std::mem::take);
        Failure::new("fault", format!("a fault of the analyzer: {message}"))
    })
}

fn note(panic: &PanicHookInfo<'_>) {
    let words = panic.payload_as_str().unwrap_or("unknown");
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    MESSAGE.with_borrow_mut(|message| *message = format!("{words} ({place})"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_as_a_failure() {
        assert_eq!(attempt(|| 7), Ok(7));
        let failure = attempt(|| panic!("broken {}", 7)).unwrap_err();
        assert!(failure.code == "fault" && failure.reason.contains("broken 7 (src/corpus/attempt.rs:"), "{failure:?}");
    }
}
