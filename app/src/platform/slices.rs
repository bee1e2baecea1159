//! Work that leaves the browser its frames: a slice at a time, with whatever
//! else waits done in between.
//!
//! By timers, not by `requestIdleCallback`: that one never comes where nothing
//! is drawn, and Safari has none.

use std::time::Duration;

use leptos::prelude::set_timeout;

/// How long a slice goes on, in milliseconds: half of a frame at 60 a second.
const SLICE: f64 = 8.0;

/// Runs a step again and again until it says that it is done, in slices. The
/// first comes after the event that is being handled.
pub(crate) fn in_slices(mut is_done: Box<dyn FnMut() -> bool>) {
    let slice = move || {
        let end = js_sys::Date::now() + SLICE;
        while js_sys::Date::now() < end {
            if is_done() {
                return;
            }
        }
        in_slices(is_done);
    };
    set_timeout(slice, Duration::ZERO);
}
