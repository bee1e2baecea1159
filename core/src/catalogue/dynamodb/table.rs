//! `AWS::DynamoDB::Table`.

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
        Field::new(
            "TableName",
            "Name",
            Format::Text,
            "A fixed name. AWS makes one up if this is empty, which is easier to replace.",
        ),
        Field::new(
            "KeySchema",
            "Key",
            Format::Json,
            "Which attribute tells items apart (HASH), and by which they are sorted (RANGE).",
        )
        .required(),
        Field::new(
            "AttributeDefinitions",
            "Attributes",
            Format::Json,
            "The types of the attributes in keys: S is text, N a number, B bytes.",
        ),
        Field::new(
            "BillingMode",
            "Billing",
            Format::Choice(&["PAY_PER_REQUEST", "PROVISIONED"]),
            "By request, or for a capacity that is set beforehand.",
        ),
        Field::new(
            "GlobalSecondaryIndexes",
            "Indexes",
            Format::Json,
            "Further keys to find items by.",
        ),
        Field::new(
            "StreamSpecification.StreamViewType",
            "Stream of changes",
            Format::Choice(&["NEW_AND_OLD_IMAGES", "NEW_IMAGE", "OLD_IMAGE", "KEYS_ONLY"]),
            "What is told of each change, to functions for instance; nothing if this is empty.",
        ),
        Field::new(
            "TimeToLiveSpecification",
            "Time to live",
            Format::Json,
            "The attribute that says when an item expires and is deleted.",
        ),
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
