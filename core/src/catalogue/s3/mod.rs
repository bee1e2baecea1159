//! Amazon S3: buckets of objects.

pub mod bucket;
