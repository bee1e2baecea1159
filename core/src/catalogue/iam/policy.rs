//! `AWS::IAM::Policy`.
//!
//! A policy must name at least one role, user or group:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html>

use super::{GROUPS, POLICY_DOCUMENT, ROLES, USERS};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::IAM::Policy",
    word: "policy",
    label: "IAM inline policy",
    stem: "Policy",
    summary: "What may be done to which resources, written into the roles, users or groups that it names.",
    category: Category::Security,
    icon: include_str!("../icons/iam-policy.svg"),
    shape: Shape::Chip,
    links: &[
        Link::new("Roles.*", "AWS::IAM::Role", "is granted to"),
        Link::new("Users.*", "AWS::IAM::User", "is granted to"),
        Link::new("Groups.*", "AWS::IAM::Group", "is granted to"),
    ],
    fields: &[
        Field::new(
            "PolicyName",
            "Name",
            Format::Text,
            "Its name, which is unique in each role, user and group that has it.",
        )
        .required(),
        POLICY_DOCUMENT,
        ROLES,
        USERS,
        GROUPS,
    ],
    // A harmless permission to begin with, rather than a wide one.
    defaults: r#"{"PolicyName":"<self>","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:GetAccountSummary","Resource":"*"}]}}"#,
    companions: &[Companion::shared("Roles.0", "AWS::IAM::Role")],
    attributes: &["Id"],
    ..Entry::BOX
};
