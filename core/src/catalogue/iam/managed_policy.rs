//! `AWS::IAM::ManagedPolicy`.

use super::{GROUPS, PATH, POLICY_DOCUMENT, ROLES, USERS};
use crate::catalogue::{Category, Entry, Field, Format, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::IAM::ManagedPolicy",
    word: "managedpolicy",
    label: "IAM managed policy",
    stem: "ManagedPolicy",
    summary: "What may be done to which resources, as a policy of its own that roles, users and groups share.",
    category: Category::Security,
    icon: include_str!("../icons/managed-policy.svg"),
    shape: Shape::Chip,
    links: &[
        Link::new("Roles.*", "AWS::IAM::Role", "is granted to"),
        Link::new("Users.*", "AWS::IAM::User", "is granted to"),
        Link::new("Groups.*", "AWS::IAM::Group", "is granted to"),
    ],
    fields: &[
        POLICY_DOCUMENT,
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for. Changing it replaces the policy.",
        ),
        ROLES,
        USERS,
        GROUPS,
        Field::new(
            "ManagedPolicyName",
            "Name",
            Format::Text,
            "Its name in the account. CloudFormation makes one if this is empty, and then can replace the policy.",
        ),
        PATH,
    ],
    // A harmless permission to begin with, rather than a wide one.
    defaults: r#"{"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:GetAccountSummary","Resource":"*"}]}}"#,
    attributes: &[
        "AttachmentCount",
        "CreateDate",
        "DefaultVersionId",
        "IsAttachable",
        "PermissionsBoundaryUsageCount",
        "PolicyArn",
        "PolicyId",
        "UpdateDate",
    ],
    ..Entry::BOX
};
