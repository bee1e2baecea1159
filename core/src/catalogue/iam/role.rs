//! `AWS::IAM::Role`.

use super::MANAGED_POLICY_ARNS;
use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::IAM::Role",
    word: "role",
    label: "IAM role",
    stem: "Role",
    summary: "Permissions that a service, a program or a person takes on for a while, without keys of its own.",
    category: Category::Security,
    icon: include_str!("../icons/iam-role.svg"),
    links: &[Link::new(
        "ManagedPolicyArns.*",
        "AWS::IAM::ManagedPolicy",
        "has",
    )],
    fields: &[
        Field::new(
            "AssumeRolePolicyDocument",
            "Trust policy",
            Format::Json,
            "Who may take the role on: a service such as ec2.amazonaws.com, or an account.",
        )
        .required(),
        MANAGED_POLICY_ARNS,
        Field::new(
            "Policies",
            "Inline policies",
            Format::Json,
            "What it may do, written in the role itself.",
        ),
        Field::new(
            "RoleName",
            "Name",
            Format::Text,
            "Its name in the account. CloudFormation makes one if this is empty, and then can replace the role.",
        ),
        Field::new(
            "MaxSessionDuration",
            "Longest session",
            Format::Integer(3600, 43200),
            "How long a session may last, in seconds; an hour if this is empty.",
        ),
        field::TAGS,
    ],
    // The trust of an instance: the companion of another service brings its own.
    defaults: r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}}"#,
    attributes: &["Arn", "RoleId"],
    ..Entry::BOX
};
