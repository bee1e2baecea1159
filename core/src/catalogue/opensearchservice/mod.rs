//! Amazon `OpenSearch` Service: search domains.

pub mod domain;
