//! Amazon `EventBridge`: events, and who is told of them.

pub mod event_bus;
pub mod rule;
