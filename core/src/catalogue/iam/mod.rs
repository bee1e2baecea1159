//! AWS Identity and Access Management: who may do what.

pub mod group;
pub mod instance_profile;
pub mod managed_policy;
pub mod policy;
pub mod role;
pub mod user;
