//! `AWS::DynamoDB::GlobalTable`.
//!
//! A new one has one replica, in the region of the stack, and the stream that
//! further ones need:
//! <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables.tutorial.html>

use crate::catalogue::{Category, Entry, Field, Format};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DynamoDB::GlobalTable",
    word: "globaltable",
    label: "DynamoDB global table",
    stem: "GlobalTable",
    summary: "A table with a replica in each of several regions, all of which can be written.",
    category: Category::Database,
    icon: include_str!("../icons/dynamodb-global-table.svg"),
    fields: &[
        Field::new(
            "Replicas",
            "Replicas",
            Format::Json,
            "One for each region, among them that of the stack, with its settings.",
        )
        .required(),
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
        ),
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
            "StreamSpecification.StreamViewType",
            "Stream of changes",
            Format::Choice(&["NEW_AND_OLD_IMAGES", "NEW_IMAGE", "OLD_IMAGE", "KEYS_ONLY"]),
            "What is told of each change, to functions for instance; nothing if this is empty.",
        ),
        Field::new(
            "GlobalSecondaryIndexes",
            "Indexes",
            Format::Json,
            "Further keys to find items by.",
        ),
        Field::new(
            "TimeToLiveSpecification",
            "Time to live",
            Format::Json,
            "The attribute that says when an item expires and is deleted.",
        ),
        Field::new(
            "SSESpecification.SSEEnabled",
            "Key of KMS",
            Format::Boolean,
            "Whether a key of KMS encrypts it, rather than one of DynamoDB.",
        ),
        Field::new(
            "MultiRegionConsistency",
            "Consistency",
            Format::Choice(&["EVENTUAL", "STRONG"]),
            "Whether a replica may answer with what another has changed a second ago.",
        ),
    ],
    defaults: r#"{"BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"StreamSpecification":{"StreamViewType":"NEW_AND_OLD_IMAGES"},"Replicas":[{"Region":{"Ref":"AWS::Region"},"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}]}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &["Arn", "StreamArn", "TableId"],
    ..Entry::BOX
};
