//! `AWS::KMS::Alias`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::KMS::Alias",
    word: "alias",
    label: "KMS alias",
    stem: "KeyAlias",
    summary: "A name for a key, which can be turned to another key without touching those who use it.",
    category: Category::Security,
    icon: include_str!("../icons/kms-alias.svg"),
    shape: Shape::Chip,
    links: &[Link::new("TargetKeyId", "AWS::KMS::Key", "names")],
    fields: &[
        Field::new(
            "AliasName",
            "Name",
            Format::Text,
            "Begins with alias/ and is unique in account and region; alias/aws/ is reserved.",
        )
        .required(),
        Field::new(
            "TargetKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", None),
            "The key that it names.",
        )
        .required(),
    ],
    defaults: r#"{"AliasName":{"Fn::Sub":"alias/${AWS::StackName}-<self>"}}"#,
    companions: &[Companion::shared("TargetKeyId", "AWS::KMS::Key")],
    ..Entry::BOX
};
