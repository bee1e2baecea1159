//! `AWS::StorageGateway::SMBFileShare`.
//!
//! What the role that comes along may do in the bucket:
//! <https://docs.aws.amazon.com/filegateway/latest/files3/grant-access-s3.html>

use super::{DEFAULT_STORAGE_CLASS, GATEWAY_ARN, LOCATION_ARN, ROLE, SHARE_ROLE};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::StorageGateway::SMBFileShare",
    word: "smbfileshare",
    label: "Storage Gateway SMB file share",
    stem: "SmbFileShare",
    summary: "Shows a bucket as files to Windows clients outside of AWS, through a gateway that keeps the latest near them.",
    category: Category::Storage,
    icon: include_str!("../icons/smb-file-share.svg"),
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
            "Authentication",
            "Authentication",
            Format::Choice(&["ActiveDirectory", "GuestAccess"]),
            "Users of a directory that the gateway has joined, or one guest with a password.",
        ),
        Field::new(
            "ValidUserList",
            "Users",
            Format::Json,
            "Who may come in; everyone of the directory if this is empty.",
        ),
        Field::new(
            "AdminUserList",
            "Administrators",
            Format::Json,
            "Who may do everything with every file.",
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
    defaults: r#"{"GatewayARN":{"Fn::Sub":"arn:${AWS::Partition}:storagegateway:${AWS::Region}:${AWS::AccountId}:gateway/sgw-12A3456B"},"DefaultStorageClass":"S3_STANDARD","Authentication":"ActiveDirectory"}"#,
    companions: &[
        Companion::shared("LocationARN", "AWS::S3::Bucket").by("Arn"),
        Companion::own("Role", "AWS::IAM::Role", SHARE_ROLE).by("Arn"),
    ],
    attributes: &["FileShareARN", "FileShareId", "FileShareStatus", "Path"],
    ..Entry::BOX
};
