//! `AWS::Logs::LogGroup`.

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Logs::LogGroup",
    word: "loggroup",
    label: "Log group",
    stem: "LogGroup",
    summary: "Keeps what programs and services write about themselves, for as long as you say.",
    category: Category::Management,
    icon: include_str!("../icons/logs-log-group.svg"),
    links: &[Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
        .by("Arn")
        .overlay()],
    fields: &[
        Field::new(
            "LogGroupName",
            "Name",
            Format::Text,
            "A fixed name, such as /app/shop. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "RetentionInDays",
            "Kept for",
            Format::Choice(&[
                "1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400",
                "545", "731", "1096", "1827", "2192", "2557", "2922", "3288", "3653",
            ]),
            "Days after which entries are deleted; never if this is empty, which costs more each month.",
        ),
        Field::new(
            "KmsKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "Your own key that encrypts it; AWS's if this is empty. Its policy must let CloudWatch Logs use it.",
        ),
        Field::new(
            "LogGroupClass",
            "Class",
            Format::Choice(&["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"]),
            "Infrequent access is cheaper, with fewer ways to search and watch.",
        ),
        Field::new(
            "DataProtectionPolicy",
            "Data protection",
            Format::Json,
            "What is masked, such as addresses of mail.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"RetentionInDays":30}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &["Arn"],
    ..Entry::BOX
};
