//! AWS Batch: queues of jobs and what runs them.

use crate::catalogue::{Field, Format};

pub mod compute_environment;
pub mod job_definition;
pub mod job_queue;

// What several kinds of the service have.

const TAGS: Field = Field::new(
    "Tags",
    "Tags",
    Format::Json,
    "Names and texts, for people and for cost reports.",
);
