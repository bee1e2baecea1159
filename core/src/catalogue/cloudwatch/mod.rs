//! Amazon `CloudWatch`: alarms and dashboards.

pub mod alarm;
pub mod dashboard;
