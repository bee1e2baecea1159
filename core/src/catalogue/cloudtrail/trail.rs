//! `AWS::CloudTrail::Trail`.
//!
//! A new one brings its bucket, and the policy by which `CloudTrail` may write there,
//! which must stand before the trail is made:
//! <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CloudTrail::Trail",
    word: "trail",
    label: "CloudTrail trail",
    stem: "Trail",
    summary: "Records who did what in the account, when and from where, into a bucket.",
    category: Category::Management,
    icon: include_str!("../icons/cloudtrail-trail.svg"),
    links: &[
        Link::new("S3BucketName", "AWS::S3::Bucket", "records to"),
        Link::new(
            "CloudWatchLogsLogGroupArn",
            "AWS::Logs::LogGroup",
            "logs to",
        )
        .by("Arn"),
        Link::new("SnsTopicName", "AWS::SNS::Topic", "notifies").by("TopicName"),
        Link::new("KMSKeyId", "AWS::KMS::Alias", "is encrypted by").overlay(),
        Link::new("KMSKeyId", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
        Link::new("CloudWatchLogsRoleArn", "AWS::IAM::Role", "acts as")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "S3BucketName",
            "Bucket",
            Format::Reference("AWS::S3::Bucket", None),
            "Where records are kept. The bucket's policy must let CloudTrail write there.",
        )
        .required(),
        Field::new(
            "IsLogging",
            "Recording",
            Format::Boolean,
            "Whether it records now.",
        )
        .required(),
        Field::new(
            "IsMultiRegionTrail",
            "All regions",
            Format::Boolean,
            "Whether it records every region; what happens elsewhere is missed otherwise.",
        ),
        Field::new(
            "IncludeGlobalServiceEvents",
            "Global services",
            Format::Boolean,
            "Whether it records services without a region, such as IAM.",
        ),
        Field::new(
            "EnableLogFileValidation",
            "Proof of records",
            Format::Boolean,
            "Whether it writes digests that show if records were changed.",
        ),
        Field::new(
            "KMSKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "Your own key that encrypts the records. Its policy must let CloudTrail use it.",
        ),
        Field::new(
            "EventSelectors",
            "Data events",
            Format::Json,
            "Whether reads and writes of objects and calls of functions are recorded too, which costs.",
        ),
        Field::new(
            "CloudWatchLogsLogGroupArn",
            "Log group",
            Format::Reference("AWS::Logs::LogGroup", Some("Arn")),
            "Where records go besides, to be searched and watched; that needs a role too.",
        ),
        Field::new(
            "TrailName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"IsLogging":true,"IsMultiRegionTrail":true,"IncludeGlobalServiceEvents":true,"EnableLogFileValidation":true}"#,
    companions: &[
        Companion::own("S3BucketName", "AWS::S3::Bucket", "{}"),
        Companion::before(
            "AWS::S3::BucketPolicy",
            r#"{"Bucket":{"Ref":"<S3BucketName>"},"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":{"Fn::GetAtt":["<S3BucketName>","Arn"]},"Condition":{"ArnLike":{"aws:SourceArn":{"Fn::Sub":"arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/*"}}}},{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":{"Fn::Sub":"${<S3BucketName>.Arn}/AWSLogs/${AWS::AccountId}/*"},"Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control"},"ArnLike":{"aws:SourceArn":{"Fn::Sub":"arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/*"}}}}]}}"#,
        ),
    ],
    attributes: &["Arn", "SnsTopicArn"],
    ..Entry::BOX
};
