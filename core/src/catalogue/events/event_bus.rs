//! `AWS::Events::EventBus`.

use crate::catalogue::{Category, Entry, Field, Format, Grant, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Events::EventBus",
    word: "eventbus",
    label: "EventBridge event bus",
    stem: "EventBus",
    summary: "Takes events of your programs or of partners, for the rules that listen to it.",
    category: Category::Integration,
    icon: include_str!("../icons/event-bus.svg"),
    links: &[
        Link::new(
            "DeadLetterConfig.Arn",
            "AWS::SQS::Queue",
            "moves failures to",
        )
        .by("Arn")
        .grants(&[Grant::new(
            "AWS::SQS::QueuePolicy",
            r#"{"Queues":[{"Ref":"<to>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":{"Fn::GetAtt":["<to>","Arn"]},"Condition":{"ArnEquals":{"aws:SourceArn":{"Fn::GetAtt":["<from>","Arn"]}}}}]}}"#,
        )
        .added("Queues.*", "PolicyDocument.Statement")]),
        Link::new("KmsKeyIdentifier", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "Its name in account and region, without slashes for a bus of your own.",
        )
        .required(),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "Whose events it takes.",
        ),
        Field::new(
            "Policy",
            "Policy",
            Format::Json,
            "Who may put events on it, beside its own account.",
        ),
        Field::new(
            "DeadLetterConfig.Arn",
            "Dead letter queue",
            Format::Reference("AWS::SQS::Queue", Some("Arn")),
            "The queue that keeps events that could not be encrypted and delivered.",
        ),
        Field::new(
            "KmsKeyIdentifier",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "A key of yours that encrypts events, in place of EventBridge's own.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Name":"<self>"}"#,
    attributes: &["Arn", "Name"],
    ..Entry::BOX
};
