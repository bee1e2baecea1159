//! `AWS::ElasticBeanstalk::ApplicationVersion`.
//!
//! Bucket and key must be filled in: the file is there before the stack is made.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElasticBeanstalk::ApplicationVersion",
    word: "beanstalkversion",
    label: "Elastic Beanstalk application version",
    stem: "BeanstalkVersion",
    summary: "A program of Elastic Beanstalk as it was packed at one time, in S3.",
    category: Category::Compute,
    icon: include_str!("../icons/elasticbeanstalk-application-version.svg"),
    links: &[
        Link::new(
            "ApplicationName",
            "AWS::ElasticBeanstalk::Application",
            "is a version of",
        ),
        Link::new("SourceBundle.S3Bucket", "AWS::S3::Bucket", "is read from"),
    ],
    fields: &[
        Field::new(
            "ApplicationName",
            "Application",
            Format::Reference("AWS::ElasticBeanstalk::Application", None),
            "The program that it is a version of.",
        )
        .required(),
        Field::new(
            "SourceBundle.S3Bucket",
            "Bucket",
            Format::Text,
            "The bucket that the zip or war file is in, in the same region.",
        ),
        Field::new(
            "SourceBundle.S3Key",
            "Key",
            Format::Text,
            "The file's key in the bucket. Put the file there before the stack is made.",
        ),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What is new in it.",
        ),
    ],
    defaults: r#"{"SourceBundle":{"S3Bucket":"amzn-s3-demo-bucket","S3Key":"name-your-zip-file-here.zip"}}"#,
    companions: &[Companion::shared(
        "ApplicationName",
        "AWS::ElasticBeanstalk::Application",
    )],
    ..Entry::BOX
};
