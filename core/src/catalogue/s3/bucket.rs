//! `AWS::S3::Bucket`.
//!
//! A new one blocks public access and encrypts, as S3 does by itself since
//! 2023, and is kept when the stack goes, since CloudFormation cannot delete a
//! bucket with objects in it:
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html>

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::S3::Bucket",
    word: "bucket",
    label: "S3 bucket",
    stem: "Bucket",
    summary: "Keeps any number of objects (files), each found by its key, with versions and rules for their life.",
    category: Category::Storage,
    icon: include_str!("../icons/s3-bucket.svg"),
    links: &[
        Link::new(
            "NotificationConfiguration.LambdaConfigurations.*.Function",
            "AWS::Lambda::Function",
            "tells of new objects",
        )
        .by("Arn")
        .with(&[(
            "NotificationConfiguration.LambdaConfigurations.*.Event",
            "s3:ObjectCreated:*",
        )]),
        Link::new(
            "NotificationConfiguration.QueueConfigurations.*.Queue",
            "AWS::SQS::Queue",
            "tells of new objects",
        )
        .by("Arn")
        .with(&[(
            "NotificationConfiguration.QueueConfigurations.*.Event",
            "s3:ObjectCreated:*",
        )]),
        Link::new(
            "NotificationConfiguration.TopicConfigurations.*.Topic",
            "AWS::SNS::Topic",
            "tells of new objects",
        )
        .with(&[(
            "NotificationConfiguration.TopicConfigurations.*.Event",
            "s3:ObjectCreated:*",
        )]),
        Link::new(
            "ReplicationConfiguration.Rules.*.Destination.Bucket",
            "AWS::S3::Bucket",
            "replicates to",
        )
        .by("Arn")
        .with(&[("ReplicationConfiguration.Rules.*.Status", "Enabled")]),
        Link::new(
            "LoggingConfiguration.DestinationBucketName",
            "AWS::S3::Bucket",
            "logs to",
        ),
        Link::new(
            "BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault.KMSMasterKeyID",
            "AWS::KMS::Key",
            "is encrypted by",
        )
        .by("Arn")
        .overlay()
        .with(&[(
            "BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault.SSEAlgorithm",
            "aws:kms",
        )]),
    ],
    fields: &[
        Field::new(
            "BucketName",
            "Name",
            Format::Text,
            "Unique in all of AWS: lower-case letters, digits, dots and hyphens. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "VersioningConfiguration.Status",
            "Versions",
            Format::Choice(&["Enabled", "Suspended"]),
            "Enabled keeps what was overwritten or deleted, as older versions.",
        ),
        Field::new(
            "PublicAccessBlockConfiguration",
            "Block public access",
            Format::Json,
            "Four switches that keep policies and lists from opening the bucket to everyone.",
        ),
        Field::new(
            "BucketEncryption",
            "Encryption",
            Format::Json,
            "Which key encrypts new objects; S3's own if this is empty.",
        ),
        Field::new(
            "LifecycleConfiguration",
            "Lifecycle",
            Format::Json,
            "When objects move to a cheaper class, such as Glacier, or expire.",
        ),
        Field::new(
            "NotificationConfiguration",
            "Notifications",
            Format::Json,
            "What is told of new and deleted objects: a function, a queue, a topic or EventBridge.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"PublicAccessBlockConfiguration":{"BlockPublicAcls":true,"BlockPublicPolicy":true,"IgnorePublicAcls":true,"RestrictPublicBuckets":true},"VersioningConfiguration":{"Status":"Enabled"}}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &[
        "Arn",
        "DomainName",
        "DualStackDomainName",
        "RegionalDomainName",
        "WebsiteURL",
    ],
    ..Entry::BOX
};
