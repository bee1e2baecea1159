//! `AWS::Lambda::LayerVersion`.
//!
//! Bucket and key must be filled in: the zip file is there before the stack is made.
//! <https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html>

use crate::catalogue::{Category, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Lambda::LayerVersion",
    word: "layer",
    label: "Lambda layer version",
    stem: "Layer",
    summary: "Libraries or settings as a zip file that several functions share.",
    category: Category::Compute,
    icon: include_str!("../icons/lambda-layer-version.svg"),
    links: &[Link::new(
        "Content.S3Bucket",
        "AWS::S3::Bucket",
        "is read from",
    )],
    fields: &[
        Field::new(
            "Content",
            "Content",
            Format::Json,
            "The zip file: its bucket and key in S3.",
        )
        .required(),
        Field::new(
            "LayerName",
            "Name",
            Format::Text,
            "Versions of a name are counted. CloudFormation makes a name if this is empty.",
        ),
        Field::new(
            "CompatibleRuntimes",
            "Runtimes",
            Format::Json,
            "The runtimes that it is for, such as python3.13.",
        ),
        Field::new(
            "CompatibleArchitectures",
            "Architectures",
            Format::Json,
            "The processors that it is for: x86_64, arm64.",
        ),
        Field::new("Description", "Description", Format::Text, "What is in it."),
        Field::new(
            "LicenseInfo",
            "License",
            Format::Text,
            "The license of what is in it, such as MIT.",
        ),
    ],
    defaults: r#"{"Content":{"S3Bucket":"amzn-s3-demo-bucket","S3Key":"name-your-zip-file-here.zip"},"CompatibleRuntimes":["python3.13"],"CompatibleArchitectures":["arm64"]}"#,
    attributes: &["LayerVersionArn"],
    ..Entry::BOX
};
