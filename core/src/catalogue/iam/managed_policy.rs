//! `AWS::IAM::ManagedPolicy`.

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
        Field::new(
            "PolicyDocument",
            "Policy",
            Format::Json,
            "What is allowed or denied, on which resources, and when.",
        )
        .required(),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for. Changing it replaces the policy.",
        ),
        Field::new(
            "Roles",
            "Roles",
            Format::References("AWS::IAM::Role", None),
            "The roles that it holds for.",
        ),
        Field::new(
            "Users",
            "Users",
            Format::References("AWS::IAM::User", None),
            "The users that it holds for.",
        ),
        Field::new(
            "Groups",
            "Groups",
            Format::References("AWS::IAM::Group", None),
            "The groups that it holds for.",
        ),
        Field::new(
            "ManagedPolicyName",
            "Name",
            Format::Text,
            "Its name in the account. CloudFormation makes one if this is empty, and then can replace the policy.",
        ),
        Field::new(
            "Path",
            "Path",
            Format::Text,
            "A path such as /people/ that groups it with others by name.",
        ),
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
