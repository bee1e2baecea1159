//! `AWS::StorageGateway::SMBFileShare`.
//!
//! What the role that comes along may do in the bucket:
//! <https://docs.aws.amazon.com/filegateway/latest/files3/grant-access-s3.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What comes along: a role that the service may take on.
const ROLE: &str = r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"storagegateway.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"files","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetAccelerateConfiguration","s3:GetBucketLocation","s3:GetBucketVersioning","s3:ListBucket","s3:ListBucketVersions","s3:ListBucketMultipartUploads"],"Resource":{"Fn::GetAtt":["<LocationARN>","Arn"]}},{"Effect":"Allow","Action":["s3:AbortMultipartUpload","s3:DeleteObject","s3:DeleteObjectVersion","s3:GetObject","s3:GetObjectAcl","s3:GetObjectVersion","s3:ListMultipartUploadParts","s3:PutObject","s3:PutObjectAcl"],"Resource":{"Fn::Sub":"${<LocationARN>.Arn}/*"}}]}}]}"#;

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
        Field::new(
            "GatewayARN",
            "Gateway",
            Format::Text,
            "The ARN of the gateway that you activated: put its id for sgw-12A3456B.",
        )
        .required(),
        Field::new(
            "LocationARN",
            "Bucket",
            Format::Reference("AWS::S3::Bucket", Some("Arn")),
            "Where the files are kept, as objects.",
        )
        .required(),
        Field::new(
            "Role",
            "Role",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "What the gateway may do in the bucket.",
        )
        .required(),
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
        Field::new(
            "DefaultStorageClass",
            "Storage class",
            Format::Choice(&[
                "S3_STANDARD",
                "S3_INTELLIGENT_TIERING",
                "S3_STANDARD_IA",
                "S3_ONEZONE_IA",
            ]),
            "The class that new objects get.",
        ),
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
        Companion::own("Role", "AWS::IAM::Role", ROLE).by("Arn"),
    ],
    attributes: &["FileShareARN", "FileShareId", "FileShareStatus", "Path"],
    ..Entry::BOX
};
