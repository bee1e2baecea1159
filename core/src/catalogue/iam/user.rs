//! `AWS::IAM::User`.

use super::MANAGED_POLICY_ARNS;
use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::IAM::User",
    word: "user",
    label: "IAM user",
    stem: "User",
    summary: "A person or program with sign-in data of its own in this account. Prefer roles, or IAM Identity Center for people.",
    category: Category::Security,
    icon: include_str!("../icons/iam-user.svg"),
    links: &[
        Link::new("Groups.*", "AWS::IAM::Group", "is in"),
        Link::new("ManagedPolicyArns.*", "AWS::IAM::ManagedPolicy", "has"),
    ],
    fields: &[
        Field::new(
            "UserName",
            "Name",
            Format::Text,
            "Its name in the account. CloudFormation makes one if this is empty, and then can replace the user.",
        ),
        Field::new(
            "Groups",
            "Groups",
            Format::References("AWS::IAM::Group", None),
            "The groups whose permissions it has.",
        ),
        MANAGED_POLICY_ARNS,
        Field::new(
            "Policies",
            "Inline policies",
            Format::Json,
            "What it may do, written in the user itself.",
        ),
        Field::new(
            "PermissionsBoundary",
            "Permissions boundary",
            Format::Text,
            "The ARN of a policy that no permission of the user goes beyond.",
        ),
        Field::new(
            "Path",
            "Path",
            Format::Text,
            "A path such as /people/ that groups users by name.",
        ),
        field::TAGS,
    ],
    attributes: &["Arn"],
    ..Entry::BOX
};
