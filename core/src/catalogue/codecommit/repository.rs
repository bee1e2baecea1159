//! `AWS::CodeCommit::Repository`.

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CodeCommit::Repository",
    word: "repository",
    label: "CodeCommit repository",
    stem: "Repository",
    summary: "A Git repository at AWS, opened by IAM.",
    category: Category::Management,
    icon: include_str!("../icons/codecommit-repository.svg"),
    links: &[Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
        .by("Arn")
        .overlay()],
    fields: &[
        Field::new(
            "RepositoryName",
            "Name",
            Format::Text,
            "Unique in the account and region.",
        )
        .required(),
        Field::new(
            "RepositoryDescription",
            "Description",
            Format::Text,
            "What is in it.",
        ),
        Field::new(
            "Triggers",
            "Triggers",
            Format::Json,
            "What is told of a push: a topic or a function.",
        ),
        Field::new(
            "KmsKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "Your own key that encrypts it; AWS's if this is empty.",
        ),
        Field::new(
            "Code",
            "First files",
            Format::Json,
            "A zip file in S3 that the first commit is made of.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"RepositoryName":{"Fn::Sub":"${AWS::StackName}-code"}}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &["Arn", "CloneUrlHttp", "CloneUrlSsh", "Name"],
    ..Entry::BOX
};
