//! `AWS::SecretsManager::SecretTargetAttachment`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::SecretsManager::SecretTargetAttachment",
    word: "secretattachment",
    label: "Secret attachment",
    stem: "SecretAttachment",
    summary: "Completes a secret with the address and port of the database that it opens, which rotation needs.",
    category: Category::Security,
    icon: include_str!("../icons/secret-attachment.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("SecretId", "AWS::SecretsManager::Secret")],
        to: &[
            End::new("TargetId", "AWS::RDS::DBInstance")
                .with(&[("TargetType", "AWS::RDS::DBInstance")]),
            End::new("TargetId", "AWS::RDS::DBCluster")
                .with(&[("TargetType", "AWS::RDS::DBCluster")]),
            End::new("TargetId", "AWS::Redshift::Cluster")
                .with(&[("TargetType", "AWS::Redshift::Cluster")]),
        ],
        verb: "opens",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "SecretId",
            "Secret",
            Format::Reference("AWS::SecretsManager::Secret", None),
            "The secret that is completed.",
        )
        .required(),
        Field::new(
            "TargetId",
            "Database",
            Format::Text,
            "The database or cluster that it opens.",
        )
        .required(),
        Field::new(
            "TargetType",
            "Type",
            Format::Choice(&[
                "AWS::RDS::DBInstance",
                "AWS::RDS::DBCluster",
                "AWS::Redshift::Cluster",
                "AWS::RedshiftServerless::Namespace",
                "AWS::DocDB::DBInstance",
                "AWS::DocDB::DBCluster",
            ]),
            "What kind of database it is.",
        )
        .required(),
    ],
    attributes: &["Id"],
    ..Entry::BOX
};
