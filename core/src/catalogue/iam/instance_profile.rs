//! `AWS::IAM::InstanceProfile`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::IAM::InstanceProfile",
    word: "instanceprofile",
    label: "Instance profile",
    stem: "InstanceProfile",
    summary: "Carries one role to EC2 instances, so that programs on them need no keys.",
    category: Category::Security,
    icon: include_str!("../icons/instance-profile.svg"),
    shape: Shape::Chip,
    links: &[Link::new("Roles.*", "AWS::IAM::Role", "carries")],
    fields: &[
        Field::new(
            "Roles",
            "Role",
            Format::References("AWS::IAM::Role", None),
            "The role that instances take on: a list of exactly one.",
        )
        .required(),
        Field::new(
            "InstanceProfileName",
            "Name",
            Format::Text,
            "Its name in the account. CloudFormation makes one if this is empty, and then can replace the profile.",
        ),
        Field::new(
            "Path",
            "Path",
            Format::Text,
            "A path such as /web/ that groups it with others by name.",
        ),
    ],
    companions: &[Companion::own("Roles.0", "AWS::IAM::Role", "{}")],
    attributes: &["Arn"],
    ..Entry::BOX
};
