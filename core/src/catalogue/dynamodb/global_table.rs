//! `AWS::DynamoDB::GlobalTable`.
//!
//! A new one has one replica, in the region of the stack, and the stream that
//! further ones need:
//! <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables.tutorial.html>

use super::{
    ATTRIBUTE_DEFINITIONS, BILLING_MODE, GLOBAL_SECONDARY_INDEXES,
    STREAM_SPECIFICATION_STREAM_VIEW_TYPE, TABLE_NAME, TIME_TO_LIVE_SPECIFICATION,
};
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
        TABLE_NAME,
        Field::new(
            "KeySchema",
            "Key",
            Format::Json,
            "Which attribute tells items apart (HASH), and by which they are sorted (RANGE).",
        ),
        ATTRIBUTE_DEFINITIONS,
        BILLING_MODE,
        STREAM_SPECIFICATION_STREAM_VIEW_TYPE,
        GLOBAL_SECONDARY_INDEXES,
        TIME_TO_LIVE_SPECIFICATION,
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
