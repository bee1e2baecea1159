//! `AWS::DynamoDB::Table`.

use super::{
    ATTRIBUTE_DEFINITIONS, BILLING_MODE, GLOBAL_SECONDARY_INDEXES,
    STREAM_SPECIFICATION_STREAM_VIEW_TYPE, TABLE_NAME, TIME_TO_LIVE_SPECIFICATION,
};
use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DynamoDB::Table",
    word: "table",
    label: "DynamoDB table",
    stem: "Table",
    summary: "Items found by their key within milliseconds, at any size, without servers.",
    category: Category::Database,
    icon: include_str!("../icons/dynamodb-table.svg"),
    links: &[
        Link::new(
            "KinesisStreamSpecification.StreamArn",
            "AWS::Kinesis::Stream",
            "streams changes to",
        )
        .by("Arn"),
        Link::new(
            "SSESpecification.KMSMasterKeyId",
            "AWS::KMS::Key",
            "is encrypted by",
        )
        .by("Arn")
        .overlay(),
    ],
    fields: &[
        TABLE_NAME,
        Field::new(
            "KeySchema",
            "Key",
            Format::Json,
            "Which attribute tells items apart (HASH), and by which they are sorted (RANGE).",
        )
        .required(),
        ATTRIBUTE_DEFINITIONS,
        BILLING_MODE,
        GLOBAL_SECONDARY_INDEXES,
        STREAM_SPECIFICATION_STREAM_VIEW_TYPE,
        TIME_TO_LIVE_SPECIFICATION,
        Field::new(
            "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled",
            "Point-in-time recovery",
            Format::Boolean,
            "Whether it can be brought back as it was at any second of the last 35 days.",
        ),
        Field::new(
            "DeletionProtectionEnabled",
            "Deletion protection",
            Format::Boolean,
            "Whether it refuses to be deleted until this is off.",
        ),
        Field::new(
            "TableClass",
            "Class",
            Format::Choice(&["STANDARD", "STANDARD_INFREQUENT_ACCESS"]),
            "Infrequent access stores for less and reads for more.",
        ),
        Field::new(
            "ProvisionedThroughput",
            "Capacity",
            Format::Json,
            "Reads and writes in a second, for the provisioned billing.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &["Arn", "StreamArn"],
    ..Entry::BOX
};
