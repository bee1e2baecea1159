//! `AWS::StorageGateway::Tape`.
//!
//! Sizes of tapes:
//! <https://docs.aws.amazon.com/storagegateway/latest/tgw/resource-gateway-limits.html>

use super::{GATEWAY_ARN, KMSENCRYPTED, KMSKEY};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::StorageGateway::Tape",
    word: "tape",
    label: "Storage Gateway tape",
    stem: "Tape",
    summary: "A virtual tape for backup programs outside of AWS, written through a tape gateway and archived in a pool.",
    category: Category::Storage,
    icon: include_str!("../icons/tape.svg"),
    links: &[
        Link::new("PoolId", "AWS::StorageGateway::TapePool", "is archived in").by("PoolId"),
        Link::new("KMSKey", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        GATEWAY_ARN,
        Field::new(
            "TapeSizeInBytes",
            "Size",
            Format::Integer(107_374_182_400, 16_492_674_416_640),
            "From 100 GiB (107374182400) to 15 TiB, in bytes and whole GiB.",
        )
        .required(),
        Field::new(
            "PoolId",
            "Pool",
            Format::Reference("AWS::StorageGateway::TapePool", Some("PoolId")),
            "Where it goes when it is ejected.",
        ),
        Field::new(
            "TapeBarcode",
            "Barcode",
            Format::Text,
            "5 to 16 capital letters and digits. AWS makes one if this is empty.",
        ),
        Field::new(
            "Worm",
            "Write once",
            Format::Boolean,
            "Whether what is written can never be written over.",
        ),
        KMSENCRYPTED,
        KMSKEY,
        field::TAGS,
    ],
    defaults: r#"{"GatewayARN":{"Fn::Sub":"arn:${AWS::Partition}:storagegateway:${AWS::Region}:${AWS::AccountId}:gateway/sgw-12A3456B"},"TapeSizeInBytes":107374182400}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    companions: &[Companion::shared("PoolId", "AWS::StorageGateway::TapePool").by("PoolId")],
    attributes: &[
        "TapeARN",
        "TapeCreatedDate",
        "TapeStatus",
        "TapeUsedInBytes",
    ],
    ..Entry::BOX
};
