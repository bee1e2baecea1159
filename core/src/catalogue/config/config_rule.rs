//! `AWS::Config::ConfigRule`.
//!
//! A rule needs a recorder, of which an account has one in each region. The checks
//! that AWS has:
//! <https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Grant, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Config::ConfigRule",
    word: "configrule",
    label: "Config rule",
    stem: "ConfigRule",
    summary: "Checks how resources are set, over and over, such as that no bucket can be read by everyone.",
    category: Category::Management,
    icon: include_str!("../icons/config-config-rule.svg"),
    links: &[Link::new(
        "Source.SourceIdentifier",
        "AWS::Lambda::Function",
        "checks by",
    )
    .by("Arn")
    .with(&[
        ("Source.Owner", "CUSTOM_LAMBDA"),
        ("Source.SourceDetails.0.EventSource", "aws.config"),
        (
            "Source.SourceDetails.0.MessageType",
            "ConfigurationItemChangeNotification",
        ),
    ]).grants(&[Grant::new("AWS::Lambda::Permission", r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<to>"},"Principal":"config.amazonaws.com","SourceAccount":{"Ref":"AWS::AccountId"}}"#).first()])],
    fields: &[
        Field::new(
            "ConfigRuleName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "Source.Owner",
            "Owner",
            Format::Choice(&["AWS", "CUSTOM_LAMBDA", "CUSTOM_POLICY"]),
            "Whose check it is: AWS's own, a function of yours, or a policy in Guard.",
        ),
        Field::new(
            "Source.SourceIdentifier",
            "Check",
            Format::Text,
            "Which check: the name of AWS's, such as S3_BUCKET_PUBLIC_READ_PROHIBITED, or the function's ARN.",
        ),
        Field::new(
            "Source",
            "Source",
            Format::Json,
            "Owner, check, and when a check of yours is run.",
        ),
        Field::new(
            "InputParameters",
            "Parameters",
            Format::Json,
            "Settings of the check.",
        ),
        Field::new(
            "Scope",
            "Scope",
            Format::Json,
            "Which resources are checked: of these types, or with this tag.",
        ),
        Field::new(
            "MaximumExecutionFrequency",
            "Frequency",
            Format::Choice(&[
                "One_Hour",
                "Three_Hours",
                "Six_Hours",
                "Twelve_Hours",
                "TwentyFour_Hours",
            ]),
            "How often it checks, if it checks by the clock.",
        ),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
    ],
    defaults: r#"{"Source":{"Owner":"AWS","SourceIdentifier":"S3_BUCKET_PUBLIC_READ_PROHIBITED"}}"#,
    companions: &[Companion::before("AWS::Config::ConfigurationRecorder", "{}").or_existing()],
    attributes: &["Arn", "Compliance.Type", "ConfigRuleId"],
    ..Entry::BOX
};
