//! `AWS::StorageGateway::Volume`.
//!
//! Sizes of volumes:
//! <https://docs.aws.amazon.com/storagegateway/latest/vgw/resource-gateway-limits.html>

use super::{GATEWAY_ARN, KMSENCRYPTED, KMSKEY};
use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::StorageGateway::Volume",
    word: "gatewayvolume",
    label: "Storage Gateway volume",
    stem: "GatewayVolume",
    summary: "A disk over iSCSI for machines outside of AWS, kept in S3, with what is used most near them in a gateway.",
    category: Category::Storage,
    icon: include_str!("../icons/gateway-volume.svg"),
    links: &[Link::new("KMSKey", "AWS::KMS::Key", "is encrypted by")
        .by("Arn")
        .overlay()],
    fields: &[
        GATEWAY_ARN,
        Field::new(
            "TargetName",
            "Target name",
            Format::Text,
            "The end of its iSCSI name: small letters, digits, hyphens, dots.",
        )
        .required(),
        Field::new(
            "VolumeSizeInBytes",
            "Size",
            Format::Integer(1_073_741_824, 35_184_372_088_832),
            "From 1 GiB (1073741824) to 32 TiB, in bytes.",
        )
        .required(),
        Field::new(
            "NetworkInterfaceId",
            "Gateway address",
            Format::Ipv4Address,
            "The address of the gateway at which the disk is reached.",
        )
        .required(),
        Field::new(
            "SnapshotId",
            "Snapshot",
            Format::Text,
            "The EBS snapshot that it starts from.",
        ),
        KMSENCRYPTED,
        KMSKEY,
        field::TAGS,
    ],
    defaults: r#"{"GatewayARN":{"Fn::Sub":"arn:${AWS::Partition}:storagegateway:${AWS::Region}:${AWS::AccountId}:gateway/sgw-12A3456B"},"TargetName":"data","VolumeSizeInBytes":107374182400,"NetworkInterfaceId":"10.0.0.10"}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &[
        "CreatedDate",
        "TargetARN",
        "VolumeARN",
        "VolumeAttachmentStatus",
        "VolumeId",
        "VolumeStatus",
        "VolumeType",
        "VolumeUsedInBytes",
    ],
    ..Entry::BOX
};
