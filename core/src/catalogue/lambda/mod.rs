//! AWS Lambda: functions, and what calls them.

pub mod alias;
pub mod event_source_mapping;
pub mod function;
pub mod layer_version;
pub mod permission;
pub mod version;
