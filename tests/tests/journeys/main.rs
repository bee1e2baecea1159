//! The journeys. Each opens the built app in a browser of its own, does what a
//! person would do, and looks at what the person would then see.

mod dragging;
mod drawing_a_network;
mod files;
mod keyboard;
mod overlap;
mod overlays;
mod reaching;
mod refusing;
mod reloading;
mod replying;
mod same_findings;
mod samples;
mod sharing;
mod yaml;
