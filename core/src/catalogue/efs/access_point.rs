//! `AWS::EFS::AccessPoint`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EFS::AccessPoint",
    word: "accesspoint",
    label: "EFS access point",
    stem: "AccessPoint",
    summary: "A door into a file system for one program: it sees a directory as the root, and acts as a fixed user.",
    category: Category::Storage,
    icon: include_str!("../icons/efs-access-point.svg"),
    shape: Shape::Chip,
    links: &[Link::new("FileSystemId", "AWS::EFS::FileSystem", "opens")],
    fields: &[
        Field::new(
            "FileSystemId",
            "File system",
            Format::Reference("AWS::EFS::FileSystem", None),
            "The files that it opens.",
        )
        .required(),
        Field::new(
            "RootDirectory.Path",
            "Directory",
            Format::Text,
            "What is the root for those who come in here, such as /app.",
        ),
        Field::new(
            "RootDirectory.CreationInfo",
            "New directory",
            Format::Json,
            "Owner and permissions of the directory, if it has to be made.",
        ),
        Field::new(
            "PosixUser.Uid",
            "User",
            Format::Text,
            "The number of the user that everyone acts as.",
        ),
        Field::new(
            "PosixUser.Gid",
            "Group",
            Format::Text,
            "The number of the group that everyone acts as.",
        ),
        Field::new(
            "AccessPointTags",
            "Tags",
            Format::Tags,
            "Names for people and for cost reports.",
        ),
    ],
    defaults: r#"{"PosixUser":{"Uid":"1000","Gid":"1000"},"RootDirectory":{"Path":"/app","CreationInfo":{"OwnerUid":"1000","OwnerGid":"1000","Permissions":"750"}}}"#,
    companions: &[Companion::shared("FileSystemId", "AWS::EFS::FileSystem")],
    attributes: &["AccessPointId", "Arn"],
    ..Entry::BOX
};
