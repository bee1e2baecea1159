//! `AWS::SNS::Topic`.
//!
//! A new one names no key: alarms and `EventBridge` cannot publish to a topic
//! under the key alias/aws/sns, whose policy cannot be changed:
//! <https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html>

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::SNS::Topic",
    word: "topic",
    label: "SNS topic",
    stem: "Topic",
    summary: "Sends each message at once to all who subscribe: queues, functions, web addresses, mail.",
    category: Category::Integration,
    icon: include_str!("../icons/sns-topic.svg"),
    links: &[
        Link::new("KmsMasterKeyId", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "DisplayName",
            "Display name",
            Format::Text,
            "The sender that people see in mails and text messages.",
        ),
        Field::new(
            "TopicName",
            "Name",
            Format::Text,
            "Its name. CloudFormation makes one if this is empty. A FIFO topic ends in .fifo.",
        ),
        Field::new(
            "FifoTopic",
            "In order",
            Format::Boolean,
            "Whether it keeps the order of messages and drops doubles. It cannot be changed later.",
        ),
        Field::new(
            "ContentBasedDeduplication",
            "Drop same content",
            Format::Boolean,
            "Whether a FIFO topic tells doubles by their content.",
        ),
        Field::new(
            "KmsMasterKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "A key of yours that encrypts messages. Services that publish must be allowed by its policy.",
        ),
        Field::new(
            "SignatureVersion",
            "Signature",
            Format::Choice(&["1", "2"]),
            "How messages are signed: 2 uses SHA256.",
        ),
        Field::new(
            "TracingConfig",
            "Tracing",
            Format::Choice(&["PassThrough", "Active"]),
            "Active records the way of messages in X-Ray.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"SignatureVersion":"2"}"#,
    attributes: &["TopicArn", "TopicName"],
    ..Entry::BOX
};
