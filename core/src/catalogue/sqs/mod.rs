//! Amazon SQS: messages that wait until they are worked off.

pub mod queue;
pub mod queue_policy;
