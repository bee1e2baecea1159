//! `AWS::CodeDeploy::Application`.

use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CodeDeploy::Application",
    word: "deployapplication",
    label: "CodeDeploy application",
    stem: "DeployApplication",
    summary: "A program that CodeDeploy releases, and the groups that it is released to.",
    category: Category::Management,
    icon: include_str!("../icons/codedeploy-application.svg"),
    fields: &[
        Field::new(
            "ComputePlatform",
            "Platform",
            Format::Choice(&["Server", "Lambda", "ECS"]),
            "What it runs on: instances, functions or containers. It cannot be changed later.",
        ),
        Field::new(
            "ApplicationName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"ComputePlatform":"Server"}"#,
    ..Entry::BOX
};
