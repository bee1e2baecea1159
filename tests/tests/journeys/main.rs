//! The journeys. Each opens the built app in a browser of its own.

mod samples;
