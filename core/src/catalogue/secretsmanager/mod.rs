//! AWS Secrets Manager: passwords and tokens that programs fetch, and their turning.

pub mod rotation_schedule;
pub mod secret;
pub mod secret_target_attachment;
