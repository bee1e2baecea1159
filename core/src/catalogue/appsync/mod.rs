//! AWS `AppSync`: GraphQL APIs.

pub mod data_source;
pub mod graph_ql_api;
pub mod graph_ql_schema;
pub mod resolver;
