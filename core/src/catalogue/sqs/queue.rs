//! `AWS::SQS::Queue`.
//!
//! A new one is encrypted by SQS itself, which says so by no property:
//! <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html>

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::SQS::Queue",
    word: "queue",
    label: "SQS queue",
    stem: "Queue",
    summary: "Keeps messages until a program fetches and deletes them, so that senders need not wait.",
    category: Category::Integration,
    icon: include_str!("../icons/sqs-queue.svg"),
    links: &[
        Link::new(
            "RedrivePolicy.deadLetterTargetArn",
            "AWS::SQS::Queue",
            "moves failures to",
        )
        .by("Arn")
        .with(&[("RedrivePolicy.maxReceiveCount", "5")]),
        Link::new("KmsMasterKeyId", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "QueueName",
            "Name",
            Format::Text,
            "Its name. CloudFormation makes one if this is empty. A FIFO queue ends in .fifo.",
        ),
        Field::new(
            "VisibilityTimeout",
            "Time to work",
            Format::Integer(0, 43200),
            "For how many seconds a fetched message is hidden from others; 30 if this is empty.",
        ),
        Field::new(
            "MessageRetentionPeriod",
            "Kept for",
            Format::Integer(60, 1_209_600),
            "After how many seconds a message is dropped; four days if this is empty.",
        ),
        Field::new(
            "ReceiveMessageWaitTimeSeconds",
            "Wait for messages",
            Format::Integer(0, 20),
            "How many seconds a fetch waits for a message: long polling, which costs less.",
        ),
        Field::new(
            "DelaySeconds",
            "Delay",
            Format::Integer(0, 900),
            "How many seconds a new message is hidden at first.",
        ),
        Field::new(
            "RedrivePolicy.deadLetterTargetArn",
            "Dead letter queue",
            Format::Reference("AWS::SQS::Queue", Some("Arn")),
            "The queue that gets what could not be worked off.",
        ),
        Field::new(
            "RedrivePolicy.maxReceiveCount",
            "Tries",
            Format::Integer(1, 1000),
            "How often a message is fetched before it goes to the dead letter queue.",
        ),
        Field::new(
            "FifoQueue",
            "In order",
            Format::Boolean,
            "Whether it keeps the order of messages and drops doubles. It cannot be changed later.",
        ),
        Field::new(
            "KmsMasterKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "A key of yours that encrypts messages, in place of SQS's own.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"ReceiveMessageWaitTimeSeconds":20}"#,
    attributes: &["Arn", "QueueName", "QueueUrl"],
    ..Entry::BOX
};
