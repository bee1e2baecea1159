//! Work that leaves the browser its frames: a slice at a time, with whatever
//! else waits done in between.
//!
//! By timers, not by `requestIdleCallback`: that one never comes where nothing
//! is drawn, and Safari has none. What is drawn goes by frames.

use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};

/// How long a slice goes on, in milliseconds: half of a frame at 60 a second.
const SLICE: f64 = 8.0;

/// A step of work: told how to ask whether its slice has time left, it says
/// whether all is done.
type Step = dyn FnMut(&dyn Fn() -> bool) -> bool;

/// Runs a step again and again until it says that it is done, in slices. The
/// first comes after the event that is being handled.
pub(crate) fn in_slices(mut is_done: Box<Step>) {
    let slice = move || {
        let end = js_sys::Date::now() + SLICE;
        let has_time = || js_sys::Date::now() < end;
        loop {
            if is_done(&has_time) {
                return;
            }
            if !has_time() {
                break;
            }
        }
        in_slices(is_done);
    };
    set_timeout(slice, Duration::ZERO);
}

/// Runs a step once a frame until it says that it is done: for what the browser
/// has to lay out and paint, which takes longer than the step itself.
pub(crate) fn in_frames(mut is_done: Box<dyn FnMut() -> bool>) {
    request_animation_frame(move || {
        if !is_done() {
            in_frames(is_done);
        }
    });
}
