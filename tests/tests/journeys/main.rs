//! The journeys. Each opens the built app in a browser of its own, does what a
//! person would do, and looks at what the person would then see.

mod drawing_a_network;
mod dragging;
mod files;
mod keyboard;
mod overlap;
mod reaching;
mod reloading;
mod samples;
