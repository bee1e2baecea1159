//! `AWS::SNS::TopicPolicy`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::SNS::TopicPolicy",
    word: "topicpolicy",
    label: "SNS topic policy",
    stem: "TopicPolicy",
    summary: "Who may publish to a topic or subscribe to it, beside its own account.",
    category: Category::Integration,
    icon: include_str!("../icons/sns-topic-policy.svg"),
    shape: Shape::Chip,
    links: &[Link::new("Topics.*", "AWS::SNS::Topic", "governs")],
    fields: &[
        Field::new(
            "Topics",
            "Topics",
            Format::References("AWS::SNS::Topic", None),
            "The topics that it holds for; each has one policy.",
        )
        .required(),
        Field::new(
            "PolicyDocument",
            "Policy",
            Format::Json,
            "Who may do what with the topics, and when.",
        )
        .required(),
    ],
    // The alarms of this account may publish.
    defaults: r#"{"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":"sns:Publish","Condition":{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}}]}}"#,
    companions: &[Companion::shared("Topics.0", "AWS::SNS::Topic")
        .with(&[("PolicyDocument.Statement.0.Resource", r#"{"Ref":"<to>"}"#)])],
    attributes: &["Id"],
    ..Entry::BOX
};
