//! What a worker says before it stops: a panic ends the program, and the page has to hear of it.

use crate::fault;
use std::cell::RefCell;

/// Sends a reason to the page.
type Tell = Box<dyn Fn(String)>;

thread_local! {
    /// Tells the page why the worker stops.
    static TELL: RefCell<Option<Tell>> = const { RefCell::new(None) };
}

/// From now on a panic is told to the page that [`tell_by`] has named.
pub fn listen() {
    std::panic::set_hook(Box::new(|panic| {
        let reason = fault::report(panic);
        TELL.with(|tell| {
            if let Ok(tell) = tell.try_borrow()
                && let Some(tell) = tell.as_ref()
            {
                tell(reason);
            }
        });
    }));
}

/// Sets how the page is told.
pub fn tell_by(tell: impl Fn(String) + 'static) {
    TELL.with(|old| *old.borrow_mut() = Some(Box::new(tell)));
}
