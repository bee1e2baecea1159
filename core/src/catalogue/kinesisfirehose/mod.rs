//! Amazon Data Firehose: delivery of records in batches.

pub mod delivery_stream;
