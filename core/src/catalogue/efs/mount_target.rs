//! `AWS::EFS::MountTarget`.
//!
//! One in each zone, and the port that its security group has to let in:
//! <https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html>
//! <https://docs.aws.amazon.com/efs/latest/ug/network-access.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link};

/// What comes along: a filter of its own, that lets nothing in yet.
const FILTER: &str = r#"{"GroupDescription":"Who may mount the file system, by NFS at port 2049"}"#;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EFS::MountTarget",
    word: "mounttarget",
    label: "EFS mount target",
    stem: "MountTarget",
    summary: "The address in a subnet at which machines of that zone mount a file system: one in each zone.",
    category: Category::Storage,
    icon: include_str!("../icons/efs-mount-target.svg"),
    homes: &[Home::inside("SubnetId", "AWS::EC2::Subnet")],
    links: &[
        Link::new("FileSystemId", "AWS::EFS::FileSystem", "serves"),
        Link::new(
            "SecurityGroups.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
    ],
    fields: &[
        Field::new(
            "FileSystemId",
            "File system",
            Format::Reference("AWS::EFS::FileSystem", None),
            "The files that are mounted here.",
        )
        .required(),
        Field::new(
            "SubnetId",
            "Subnet",
            Format::Reference("AWS::EC2::Subnet", None),
            "Where it stands. A file system has one mount target in each zone.",
        )
        .required(),
        Field::new(
            "SecurityGroups",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it: TCP port 2049, from those that mount it.",
        )
        .required(),
        Field::new(
            "IpAddress",
            "Private address",
            Format::Ipv4Address,
            "Its address in the subnet. AWS picks a free one if this is empty.",
        ),
    ],
    companions: &[
        Companion::shared("FileSystemId", "AWS::EFS::FileSystem"),
        Companion::own("SecurityGroups.0", "AWS::EC2::SecurityGroup", FILTER).by("GroupId"),
    ],
    attributes: &["Id"],
    ..Entry::BOX
};
