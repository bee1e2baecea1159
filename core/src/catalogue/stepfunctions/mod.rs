//! AWS Step Functions: workflows.

pub mod state_machine;
