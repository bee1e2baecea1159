//! `AWS::S3::BucketPolicy`.
//!
//! A new one refuses requests that are not encrypted on the way, as AWS advises;
//! placing writes it, since it names its bucket:
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html>

use crate::catalogue::{Category, Entry, Field, Format, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::S3::BucketPolicy",
    word: "bucketpolicy",
    label: "S3 bucket policy",
    stem: "BucketPolicy",
    summary: "Says who may do what in a bucket, and who may not whatever else allows it, such as anyone without encryption on the way.",
    category: Category::Storage,
    icon: include_str!("../icons/s3-bucket-policy.svg"),
    shape: Shape::Chip,
    links: &[Link::new("Bucket", "AWS::S3::Bucket", "guards")],
    fields: &[
        Field::new(
            "Bucket",
            "Bucket",
            Format::Reference("AWS::S3::Bucket", None),
            "The bucket that it guards. A bucket has one policy at most.",
        )
        .required(),
        Field::new(
            "PolicyDocument",
            "Policy",
            Format::Json,
            "Who may do what, with the bucket and the objects in it, by their ARNs.",
        )
        .required(),
    ],
    ..Entry::BOX
};
