//! `AWS::Backup::BackupVault`.
//!
//! A vault with backups in it cannot be deleted, so a new one is kept when the
//! stack goes:
//! <https://docs.aws.amazon.com/aws-backup/latest/devguide/deleting-a-vault.html>

use crate::catalogue::{Category, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Backup::BackupVault",
    word: "backupvault",
    label: "Backup vault",
    stem: "BackupVault",
    summary: "Where AWS Backup keeps what it copied, encrypted and, if locked, safe from being deleted early.",
    category: Category::Storage,
    icon: include_str!("../icons/backup-vault.svg"),
    links: &[
        Link::new("EncryptionKeyArn", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
        Link::new("Notifications.SNSTopicArn", "AWS::SNS::Topic", "tells"),
    ],
    fields: &[
        Field::new(
            "BackupVaultName",
            "Name",
            Format::Text,
            "Unique in account and region: 2 to 50 letters, digits, hyphens, underscores.",
        )
        .required(),
        Field::new(
            "LockConfiguration",
            "Lock",
            Format::Json,
            "For how many days backups must be kept; with ChangeableForDays the lock itself becomes final.",
        ),
        Field::new(
            "EncryptionKeyArn",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "The key that encrypts it; the account's key for AWS Backup if this is empty.",
        ),
        Field::new(
            "AccessPolicy",
            "Policy",
            Format::Json,
            "Who may copy into it, restore from it and delete.",
        ),
        Field::new(
            "Notifications",
            "Notifications",
            Format::Json,
            "Which events are told to which topic.",
        ),
        Field::new(
            "BackupVaultTags",
            "Tags",
            Format::Json,
            "Names for people and for cost reports, as keys and values.",
        ),
    ],
    defaults: r#"{"BackupVaultName":{"Fn::Sub":"${AWS::StackName}-vault"}}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &["BackupVaultArn"],
    ..Entry::BOX
};
