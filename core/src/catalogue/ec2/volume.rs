//! `AWS::EC2::Volume`.
//!
//! Limits of each type:
//! <https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html>

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::Volume",
    word: "volume",
    label: "EBS volume",
    stem: "Volume",
    summary: "A disk for instances of its own Availability Zone, that outlives them and is copied by snapshots.",
    category: Category::Storage,
    icon: include_str!("../icons/ebs-volume.svg"),
    links: &[Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
        .by("Arn")
        .overlay()],
    fields: &[
        Field::new(
            "Size",
            "Size",
            Format::Integer(1, 65536),
            "Its size in gibibytes. It can grow later, but not shrink.",
        ),
        Field::new(
            "VolumeType",
            "Type",
            Format::Choice(&["gp3", "gp2", "io1", "io2", "st1", "sc1", "standard"]),
            "General purpose (gp3), fast and lasting (io2), or cheap for long reads (st1, sc1).",
        ),
        Field::new(
            "AvailabilityZone",
            "Availability Zone",
            Format::Zone,
            "Where it is. Only instances of the same zone can use it.",
        ),
        Field::new(
            "Encrypted",
            "Encryption",
            Format::Boolean,
            "Whether what it holds and its snapshots are encrypted.",
        ),
        Field::new(
            "Iops",
            "IOPS",
            Format::Integer(100, 256_000),
            "Reads and writes in a second: for gp3 (3000 if this is empty), io1 and io2.",
        ),
        Field::new(
            "Throughput",
            "Throughput",
            Format::Integer(125, 2000),
            "MiB in a second, for gp3; 125 if this is empty.",
        ),
        Field::new(
            "SnapshotId",
            "Snapshot",
            Format::Text,
            "The snapshot that it starts from.",
        ),
        Field::new(
            "KmsKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "The key that encrypts it; the account's key for EBS if this is empty.",
        ),
        Field::new(
            "MultiAttachEnabled",
            "Multi-attach",
            Format::Boolean,
            "Whether several instances may use it at once: io1 and io2 only.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Size":20,"VolumeType":"gp3","Encrypted":true}"#,
    resource_attributes: r#"{"DeletionPolicy":"Snapshot","UpdateReplacePolicy":"Snapshot"}"#,
    attributes: &["VolumeId"],
    ..Entry::BOX
};
