//! `AWS::SQS::QueuePolicy`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::SQS::QueuePolicy",
    word: "queuepolicy",
    label: "SQS queue policy",
    stem: "QueuePolicy",
    summary: "Who may send to a queue or fetch from it, beside its own account.",
    category: Category::Integration,
    icon: include_str!("../icons/sqs-queue-policy.svg"),
    shape: Shape::Chip,
    links: &[Link::new("Queues.*", "AWS::SQS::Queue", "governs")],
    fields: &[
        Field::new(
            "Queues",
            "Queues",
            Format::References("AWS::SQS::Queue", None),
            "The queues that it holds for; each has one policy.",
        )
        .required(),
        Field::new(
            "PolicyDocument",
            "Policy",
            Format::Json,
            "Who may do what with the queues, and when.",
        )
        .required(),
    ],
    // The rules of this account may send.
    defaults: r#"{"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Condition":{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}}]}}"#,
    companions: &[Companion::shared("Queues.0", "AWS::SQS::Queue").with(&[(
        "PolicyDocument.Statement.0.Resource",
        r#"{"Fn::GetAtt":["<to>","Arn"]}"#,
    )])],
    attributes: &["Id"],
    ..Entry::BOX
};
