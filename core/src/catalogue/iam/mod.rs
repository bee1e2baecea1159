//! AWS Identity and Access Management: who may do what.

pub mod role;
