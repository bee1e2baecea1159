//! `AWS::StorageGateway::NFSFileShare`.
//!
//! What the role that comes along may do in the bucket:
//! <https://docs.aws.amazon.com/filegateway/latest/files3/grant-access-s3.html>

use super::{DEFAULT_STORAGE_CLASS, GATEWAY_ARN, LOCATION_ARN, ROLE, SHARE_ROLE};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::StorageGateway::NFSFileShare",
    word: "nfsfileshare",
    label: "Storage Gateway NFS file share",
    stem: "NfsFileShare",
    summary: "Shows a bucket as files over NFS to machines outside of AWS, through a gateway that keeps the latest near them.",
    category: Category::Storage,
    icon: include_str!("../icons/nfs-file-share.svg"),
    links: &[
        Link::new("LocationARN", "AWS::S3::Bucket", "keeps files in").by("Arn"),
        Link::new("Role", "AWS::IAM::Role", "acts as")
            .by("Arn")
            .overlay(),
        Link::new("AuditDestinationARN", "AWS::Logs::LogGroup", "logs to")
            .by("Arn")
            .overlay(),
        Link::new("KMSKey", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "FileShareName",
            "Name",
            Format::Text,
            "The name that clients see.",
        ),
        GATEWAY_ARN,
        LOCATION_ARN,
        ROLE,
        Field::new(
            "ClientList",
            "Clients",
            Format::Json,
            "The addresses or blocks that may mount it.",
        ),
        Field::new(
            "Squash",
            "Squash",
            Format::Choice(&["RootSquash", "NoSquash", "AllSquash"]),
            "Whose number becomes nobody's: root's, no one's or everyone's.",
        ),
        DEFAULT_STORAGE_CLASS,
        Field::new(
            "ReadOnly",
            "Read only",
            Format::Boolean,
            "Whether clients may only read.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"GatewayARN":{"Fn::Sub":"arn:${AWS::Partition}:storagegateway:${AWS::Region}:${AWS::AccountId}:gateway/sgw-12A3456B"},"DefaultStorageClass":"S3_STANDARD","ClientList":["10.0.0.0/8"],"Squash":"RootSquash"}"#,
    companions: &[
        Companion::shared("LocationARN", "AWS::S3::Bucket").by("Arn"),
        Companion::own("Role", "AWS::IAM::Role", SHARE_ROLE).by("Arn"),
    ],
    attributes: &["FileShareARN", "FileShareId", "FileShareStatus", "Path"],
    ..Entry::BOX
};
