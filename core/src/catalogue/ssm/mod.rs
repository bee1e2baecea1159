//! AWS Systems Manager: parameters.

pub mod parameter;
