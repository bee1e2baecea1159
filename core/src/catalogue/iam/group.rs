//! `AWS::IAM::Group`.

use crate::catalogue::{Category, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::IAM::Group",
    word: "group",
    label: "IAM group",
    stem: "Group",
    summary: "Users who have the same permissions: policies of the group hold for each of them.",
    category: Category::Security,
    icon: include_str!("../icons/iam-group.svg"),
    links: &[Link::new(
        "ManagedPolicyArns.*",
        "AWS::IAM::ManagedPolicy",
        "has",
    )],
    fields: &[
        Field::new(
            "GroupName",
            "Name",
            Format::Text,
            "Its name in the account. CloudFormation makes one if this is empty, and then can replace the group.",
        ),
        Field::new(
            "ManagedPolicyArns",
            "Managed policies",
            Format::Json,
            "Policies that are kept elsewhere, by their ARNs: AWS's own or yours.",
        ),
        Field::new(
            "Policies",
            "Inline policies",
            Format::Json,
            "What its users may do, written in the group itself.",
        ),
        Field::new(
            "Path",
            "Path",
            Format::Text,
            "A path such as /people/ that groups it with others by name.",
        ),
    ],
    attributes: &["Arn"],
    ..Entry::BOX
};
