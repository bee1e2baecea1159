//! `AWS::Config::DeliveryChannel`.
//!
//! It wants a recorder beside it. What its bucket's policy must allow:
//! <https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Config::DeliveryChannel",
    word: "deliverychannel",
    label: "Config delivery channel",
    stem: "DeliveryChannel",
    summary: "Where Config puts what it has recorded: one in each region, beside its recorder.",
    category: Category::Management,
    icon: include_str!("../icons/config-delivery-channel.svg"),
    links: &[
        Link::new("S3BucketName", "AWS::S3::Bucket", "records to"),
        Link::new("SnsTopicARN", "AWS::SNS::Topic", "notifies"),
        Link::new("S3KmsKeyArn", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "S3BucketName",
            "Bucket",
            Format::Reference("AWS::S3::Bucket", None),
            "Where records are kept. The bucket's policy must let Config write there.",
        )
        .required(),
        Field::new(
            "S3KeyPrefix",
            "Prefix",
            Format::Text,
            "What the keys of its objects begin with; the bucket's policy must name it too.",
        ),
        Field::new(
            "SnsTopicARN",
            "Topic",
            Format::Reference("AWS::SNS::Topic", None),
            "What is told of changes.",
        ),
        Field::new(
            "ConfigSnapshotDeliveryProperties.DeliveryFrequency",
            "Snapshots",
            Format::Choice(&[
                "One_Hour",
                "Three_Hours",
                "Six_Hours",
                "Twelve_Hours",
                "TwentyFour_Hours",
            ]),
            "How often it writes everything as it is.",
        ),
        Field::new(
            "S3KmsKeyArn",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "Your own key that encrypts the records.",
        ),
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "A fixed name. It cannot be changed later.",
        ),
    ],
    defaults: r#"{"ConfigSnapshotDeliveryProperties":{"DeliveryFrequency":"TwentyFour_Hours"}}"#,
    companions: &[
        Companion::own("S3BucketName", "AWS::S3::Bucket", "{}"),
        Companion::before(
            "AWS::S3::BucketPolicy",
            r#"{"Bucket":{"Ref":"<S3BucketName>"},"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":["s3:GetBucketAcl","s3:ListBucket"],"Resource":{"Fn::GetAtt":["<S3BucketName>","Arn"]},"Condition":{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}},{"Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":"s3:PutObject","Resource":{"Fn::Sub":"${<S3BucketName>.Arn}/AWSLogs/${AWS::AccountId}/Config/*"},"Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control","aws:SourceAccount":{"Ref":"AWS::AccountId"}}}}]}}"#,
        ),
    ],
    ..Entry::BOX
};
