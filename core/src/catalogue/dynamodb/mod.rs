//! Amazon `DynamoDB`: tables of items.

pub mod global_table;
pub mod table;
