//! Amazon SNS: messages to many at once.

pub mod subscription;
pub mod topic;
pub mod topic_policy;
