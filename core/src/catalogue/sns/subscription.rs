//! `AWS::SNS::Subscription`.
//!
//! The line to a queue writes the policy that lets the topic send to it, the line to
//! a function its permission:
//! <https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html>

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Grant, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::SNS::Subscription",
    word: "subscription",
    label: "SNS subscription",
    stem: "Subscription",
    summary: "Sends the messages of a topic on to a queue, a function, a web address or a mailbox.",
    category: Category::Integration,
    icon: include_str!("../icons/sns-subscription.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("TopicArn", "AWS::SNS::Topic")],
        to: &[
            End::new("Endpoint", "AWS::SQS::Queue")
                .by("Arn")
                .with(&[("Protocol", "sqs")])
                .grants(&[Grant::new(
                    "AWS::SQS::QueuePolicy",
                    r#"{"Queues":[{"Ref":"<to>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":{"Fn::GetAtt":["<to>","Arn"]},"Condition":{"ArnEquals":{"aws:SourceArn":{"Ref":"<from>"}}}}]}}"#,
                )
                .added("Queues.*", "PolicyDocument.Statement")]),
            End::new("Endpoint", "AWS::Lambda::Function")
                .by("Arn")
                .with(&[("Protocol", "lambda")])
                .grants(&[Grant::new(
                    "AWS::Lambda::Permission",
                    r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<to>"},"Principal":"sns.amazonaws.com","SourceArn":{"Ref":"<from>"}}"#,
                )]),
            End::new("Endpoint", "AWS::KinesisFirehose::DeliveryStream")
                .by("Arn")
                .with(&[("Protocol", "firehose")])
                .grants(&[
                    Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Deliver","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["firehose:DescribeDeliveryStream","firehose:ListDeliveryStreams","firehose:ListTagsForDeliveryStream","firehose:PutRecord","firehose:PutRecordBatch"],"Resource":{"Fn::GetAtt":["<to>","Arn"]}}]}}]}"#)
                        .named("SubscriptionRoleArn", Some("Arn")),
                ]),
        ],
        verb: "delivers to",
        caption: Some("Protocol"),
        overlay: false,
    }),
    fields: &[
        Field::new(
            "Protocol",
            "Protocol",
            Format::Choice(&[
                "sqs",
                "lambda",
                "https",
                "http",
                "email",
                "email-json",
                "sms",
                "firehose",
                "application",
            ]),
            "How messages are delivered.",
        )
        .required(),
        Field::new(
            "Endpoint",
            "Endpoint",
            Format::Text,
            "Where they go: an ARN, an https address, a mail address or a phone number.",
        ),
        Field::new(
            "TopicArn",
            "Topic",
            Format::Reference("AWS::SNS::Topic", None),
            "The topic whose messages are sent on.",
        )
        .required(),
        Field::new(
            "FilterPolicy",
            "Filter",
            Format::Json,
            "Which messages it wants, by their attributes or their body; all if this is empty.",
        ),
        Field::new(
            "FilterPolicyScope",
            "Filter by",
            Format::Choice(&["MessageAttributes", "MessageBody"]),
            "What the filter looks at.",
        ),
        Field::new(
            "RawMessageDelivery",
            "As it is",
            Format::Boolean,
            "Whether a queue or web address gets the message alone, without SNS's envelope.",
        ),
        Field::new(
            "RedrivePolicy.deadLetterTargetArn",
            "Dead letter queue",
            Format::Reference("AWS::SQS::Queue", Some("Arn")),
            "The queue that keeps what could not be delivered.",
        ),
    ],
    attributes: &["Arn"],
    ..Entry::BOX
};
