//! Amazon `CloudWatch` Logs: groups of logs.

pub mod log_group;
