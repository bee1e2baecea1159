//! `AWS::EFS::FileSystem`.
//!
//! Modes of performance and throughput:
//! <https://docs.aws.amazon.com/efs/latest/ug/performance.html>

use crate::catalogue::{Category, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EFS::FileSystem",
    word: "efs",
    label: "EFS file system",
    stem: "FileSystem",
    summary: "Files that many machines share over NFS: it grows and shrinks by itself, and each zone reaches it at a mount target.",
    category: Category::Storage,
    icon: include_str!("../icons/efs-file-system.svg"),
    links: &[Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
        .by("Arn")
        .overlay()],
    fields: &[
        Field::new(
            "Encrypted",
            "Encryption",
            Format::Boolean,
            "Whether what it holds is encrypted. It cannot be changed later.",
        ),
        Field::new(
            "ThroughputMode",
            "Throughput mode",
            Format::Choice(&["elastic", "bursting", "provisioned"]),
            "Elastic follows the load; bursting follows the size; provisioned is a fixed rate.",
        ),
        Field::new(
            "PerformanceMode",
            "Performance mode",
            Format::Choice(&["generalPurpose", "maxIO"]),
            "General purpose has the shortest delays; maxIO is an older mode for very many clients.",
        ),
        Field::new(
            "LifecyclePolicies",
            "Lifecycle",
            Format::Json,
            "When files that nobody reads move to cheaper classes, and when they come back.",
        ),
        Field::new(
            "BackupPolicy.Status",
            "Daily backups",
            Format::Choice(&["ENABLED", "DISABLED"]),
            "Whether AWS Backup copies it every day by a plan of its own.",
        ),
        Field::new(
            "AvailabilityZoneName",
            "One zone",
            Format::Zone,
            "Keeps it in one zone only: cheaper, and lost with the zone.",
        ),
        Field::new(
            "ProvisionedThroughputInMibps",
            "Provisioned throughput",
            Format::Integer(1, 3414),
            "MiB in a second, for the provisioned mode.",
        ),
        Field::new(
            "KmsKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "The key that encrypts it; the account's key for EFS if this is empty.",
        ),
        Field::new(
            "FileSystemPolicy",
            "Policy",
            Format::Json,
            "Who may mount it, and whether without encryption on the way.",
        ),
        Field::new(
            "FileSystemTags",
            "Tags",
            Format::Tags,
            "Names for people and for cost reports.",
        ),
    ],
    defaults: r#"{"Encrypted":true,"PerformanceMode":"generalPurpose","ThroughputMode":"elastic","BackupPolicy":{"Status":"ENABLED"},"LifecyclePolicies":[{"TransitionToIA":"AFTER_30_DAYS"},{"TransitionToPrimaryStorageClass":"AFTER_1_ACCESS"}]}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &["Arn", "FileSystemId"],
    ..Entry::BOX
};
