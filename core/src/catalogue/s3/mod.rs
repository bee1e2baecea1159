//! Amazon S3: buckets of objects and their policies.

pub mod bucket;
pub mod bucket_policy;
