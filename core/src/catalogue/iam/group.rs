//! `AWS::IAM::Group`.

use super::{MANAGED_POLICY_ARNS, PATH};
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
        MANAGED_POLICY_ARNS,
        Field::new(
            "Policies",
            "Inline policies",
            Format::Json,
            "What its users may do, written in the group itself.",
        ),
        PATH,
    ],
    attributes: &["Arn"],
    ..Entry::BOX
};
