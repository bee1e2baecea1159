//! Pointer and keyboard as state machines: events in, intents out.
//!
//! A state owns what it needs until the gesture ends. Nothing here changes a
//! document or draws: the app carries the intents out, in order. Every gesture
//! previews what it would do, and ends in one commit, or in nothing.

mod drop;
mod event;
mod intent;
mod select;

pub use event::{Button, Edge, Event, Modifiers, Pointer};
pub use intent::{Highlight, Intent, Wire};
pub use select::{Select, View};
