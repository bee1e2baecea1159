//! `AWS::StorageGateway::TapePool`.
//!
//! Pools and their locks:
//! <https://docs.aws.amazon.com/storagegateway/latest/tgw/CreatingCustomTapePool.html>

use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::StorageGateway::TapePool",
    word: "tapepool",
    label: "Storage Gateway tape pool",
    stem: "TapePool",
    summary: "Where virtual tapes go when they are ejected: S3 Glacier, with a lock against deleting if wanted.",
    category: Category::Storage,
    icon: include_str!("../icons/tape-pool.svg"),
    fields: &[
        Field::new(
            "PoolName",
            "Name",
            Format::Text,
            "Its name, up to 100 characters.",
        )
        .required(),
        Field::new(
            "StorageClass",
            "Storage class",
            Format::Choice(&["GLACIER", "DEEP_ARCHIVE"]),
            "Glacier gives a tape back in hours; Deep Archive in half a day, for less.",
        )
        .required(),
        Field::new(
            "RetentionLockType",
            "Lock",
            Format::Choice(&["NONE", "GOVERNANCE", "COMPLIANCE"]),
            "None is no lock; governance is one that those with the permission can lift; compliance is one that nobody can.",
        ),
        Field::new(
            "RetentionLockTimeInDays",
            "Locked days",
            Format::Integer(0, 36500),
            "For how many days a tape in the pool cannot be deleted.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"PoolName":{"Fn::Sub":"${AWS::StackName}-archive"},"StorageClass":"GLACIER","RetentionLockType":"GOVERNANCE","RetentionLockTimeInDays":30}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &["PoolARN", "PoolId"],
    ..Entry::BOX
};
