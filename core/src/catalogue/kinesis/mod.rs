//! Amazon Kinesis: streams of records.

pub mod stream;
