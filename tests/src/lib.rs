//! Journeys through the built app in a real browser: what a person does, with
//! real pointer and key events, and what a person would then see or hear.
//!
//! * [`site`] serves the built app on a loopback port
//! * [`browser`] starts Chromium and its driver, and ends both
//! * [`journey`] runs one journey in a browser of its own
//! * [`page`] finds things by role and name, and waits for what is to come
//! * [`hands`] moves the pointer and presses keys
//! * [`large`] is a design to measure with
//! * [`drawing`] knows Drawbridge's own words: palette, nodes, samples
//!
//! The crate knows nothing of the app's code: only what the page shows.

pub mod browser;
pub mod drawing;
pub mod hands;
pub mod journey;
pub mod large;
pub mod page;
pub mod site;

/// What a step comes to: a value, or a sentence that says what went wrong.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;
