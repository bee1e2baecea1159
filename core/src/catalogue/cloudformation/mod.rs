//! AWS CloudFormation: stacks within stacks, and waiting.

pub mod stack;
pub mod wait_condition;
pub mod wait_condition_handle;
