//! `AWS::Kinesis::Stream`.
//!
//! Quotas of shards and retention:
//! <https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html>

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Kinesis::Stream",
    word: "stream",
    label: "Kinesis data stream",
    stem: "Stream",
    summary: "Keeps records in the order in which they come, for a day or more, for several readers at once.",
    category: Category::Database,
    icon: include_str!("../icons/kinesis-stream.svg"),
    links: &[
        Link::new("StreamEncryption.KeyId", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "A fixed name. AWS makes one up if this is empty, which is easier to replace.",
        ),
        Field::new(
            "StreamModeDetails.StreamMode",
            "Capacity",
            Format::Choice(&["ON_DEMAND", "PROVISIONED"]),
            "On demand follows the load; provisioned has the shards that you say.",
        ),
        Field::new(
            "ShardCount",
            "Shards",
            Format::Integer(1, 100_000),
            "For provisioned capacity: each takes in 1 MB or 1000 records in a second.",
        ),
        Field::new(
            "RetentionPeriodHours",
            "Retention",
            Format::Integer(24, 8760),
            "For how many hours records are kept; 24 if this is empty.",
        ),
        Field::new(
            "StreamEncryption.KeyId",
            "Key",
            Format::Text,
            "The key that encrypts records: alias/aws/kinesis is that of AWS.",
        ),
        Field::new(
            "StreamEncryption",
            "Encryption",
            Format::Json,
            "The way of encrypting, and the key.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"StreamModeDetails":{"StreamMode":"ON_DEMAND"},"RetentionPeriodHours":24,"StreamEncryption":{"EncryptionType":"KMS","KeyId":"alias/aws/kinesis"}}"#,
    attributes: &["Arn", "WarmThroughputObject"],
    ..Entry::BOX
};
