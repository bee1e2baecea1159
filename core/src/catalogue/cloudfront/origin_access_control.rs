//! `AWS::CloudFront::OriginAccessControl`.

use crate::catalogue::{Category, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CloudFront::OriginAccessControl",
    word: "originaccess",
    label: "Origin access control",
    stem: "OriginAccessControl",
    summary: "Signs a distribution's requests to a bucket, so that the bucket lets nobody else read.",
    category: Category::Network,
    icon: include_str!("../icons/origin-access-control.svg"),
    shape: Shape::Chip,
    fields: &[
        Field::new(
            "OriginAccessControlConfig.Name",
            "Name",
            Format::Text,
            "Its name, unique in the account.",
        ),
        Field::new(
            "OriginAccessControlConfig.OriginAccessControlOriginType",
            "Origin type",
            Format::Choice(&["s3", "lambda", "mediastore", "mediapackagev2"]),
            "What it signs requests to.",
        ),
        Field::new(
            "OriginAccessControlConfig.SigningBehavior",
            "Signs",
            Format::Choice(&["always", "no-override", "never"]),
            "Which requests it signs; always is what you want.",
        ),
        Field::new(
            "OriginAccessControlConfig",
            "Configuration",
            Format::Json,
            "All of it.",
        )
        .required(),
    ],
    defaults: r#"{"OriginAccessControlConfig":{"Name":{"Fn::Sub":"${AWS::StackName}-origin-access"},"OriginAccessControlOriginType":"s3","SigningBehavior":"always","SigningProtocol":"sigv4"}}"#,
    attributes: &["Id"],
    ..Entry::BOX
};
