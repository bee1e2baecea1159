//! `AWS::SecretsManager::Secret`.
//!
//! A new one holds a user name and a password that is made up when the stack is
//! created, without the characters that databases do not take:
//! <https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html>

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::SecretsManager::Secret",
    word: "secret",
    label: "Secret",
    stem: "Secret",
    summary: "A password, token or key, kept encrypted, that programs fetch when they need it.",
    category: Category::Security,
    icon: include_str!("../icons/secret.svg"),
    links: &[Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
        .by("Arn")
        .overlay()],
    fields: &[
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "Its name in the account and region. CloudFormation makes one if this is empty.",
        ),
        Field::new("Description", "Description", Format::Text, "What it opens."),
        Field::new(
            "GenerateSecretString",
            "Generated value",
            Format::Json,
            "How Secrets Manager makes up a password. The template then does not know it.",
        ),
        Field::new(
            "KmsKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "The key that encrypts it; the one of Secrets Manager if this is empty.",
        ),
        Field::new(
            "ReplicaRegions",
            "Copies",
            Format::Json,
            "Further regions that have a copy of it.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"GenerateSecretString":{"SecretStringTemplate":"{\"username\":\"admin\"}","GenerateStringKey":"password","PasswordLength":32,"ExcludeCharacters":"\"'@/\\"}}"#,
    attributes: &["Id"],
    ..Entry::BOX
};
