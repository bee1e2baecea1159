//! AWS Batch: queues of jobs and what runs them.

pub mod compute_environment;
pub mod job_definition;
pub mod job_queue;
