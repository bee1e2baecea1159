//! `AWS::Lambda::EventSourceMapping`.
//!
//! A stream of Kinesis or DynamoDB must say where reading starts, a queue must not:
//! <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html>
//!
//! Lambda refuses one whose function may not read the source, and so a line brings
//! the permission along:
//! <https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html>

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Grant, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Lambda::EventSourceMapping",
    word: "eventsource",
    label: "Event source mapping",
    stem: "EventSource",
    summary: "Reads a queue or a stream and calls a function with batches of what came.",
    category: Category::Compute,
    icon: include_str!("../icons/lambda-event-source-mapping.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[
            End::new("EventSourceArn", "AWS::SQS::Queue").by("Arn").grants(&[Grant::new(
                    "AWS::IAM::Policy",
                    r#"{"Roles":[{"Ref":"<to:Role>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sqs:ReceiveMessage","sqs:DeleteMessage","sqs:GetQueueAttributes"],"Resource":{"Fn::GetAtt":["<from>","Arn"]}}]}}"#,
                )
                .first()]),
            End::new("EventSourceArn", "AWS::Kinesis::Stream")
                .by("Arn")
                .with(&[("StartingPosition", "LATEST")]).grants(&[Grant::new(
                    "AWS::IAM::Policy",
                    r#"{"Roles":[{"Ref":"<to:Role>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["kinesis:DescribeStream","kinesis:DescribeStreamSummary","kinesis:GetRecords","kinesis:GetShardIterator","kinesis:ListShards","kinesis:SubscribeToShard"],"Resource":{"Fn::GetAtt":["<from>","Arn"]}}]}}"#,
                )
                .first()]),
            End::new("EventSourceArn", "AWS::DynamoDB::Table")
                .by("StreamArn")
                .with(&[("StartingPosition", "LATEST")]).grants(&[Grant::new(
                    "AWS::IAM::Policy",
                    r#"{"Roles":[{"Ref":"<to:Role>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["dynamodb:DescribeStream","dynamodb:GetRecords","dynamodb:GetShardIterator","dynamodb:ListStreams"],"Resource":{"Fn::GetAtt":["<from>","StreamArn"]}}]}}"#,
                )
                .first()]),
        ],
        to: &[
            End::new("FunctionName", "AWS::Lambda::Function"),
            End::new("FunctionName", "AWS::Lambda::Alias"),
        ],
        verb: "calls in batches",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "FunctionName",
            "Function",
            Format::Reference("AWS::Lambda::Function", None),
            "The function that is called. Its role must be allowed to read the source.",
        )
        .required(),
        Field::new(
            "EventSourceArn",
            "Source",
            Format::Text,
            "The queue or stream that is read, by its ARN.",
        ),
        Field::new(
            "BatchSize",
            "Batch size",
            Format::Integer(1, 10_000),
            "The most messages in one call; 10 for a queue and 100 for a stream if this is empty.",
        ),
        Field::new(
            "MaximumBatchingWindowInSeconds",
            "Batching window",
            Format::Integer(0, 300),
            "How long it gathers a batch; a queue needs at least 1 second for batches over 10.",
        ),
        Field::new(
            "StartingPosition",
            "Starting position",
            Format::Choice(&["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"]),
            "Where a stream is read from at first. A stream needs it; a queue has none.",
        ),
        Field::new(
            "MaximumRetryAttempts",
            "Retries",
            Format::Integer(-1, 10_000),
            "How often a failed batch of a stream is tried again; -1 is until it expires.",
        ),
        Field::new(
            "BisectBatchOnFunctionError",
            "Split failed batches",
            Format::Boolean,
            "Whether a failed batch of a stream is halved, to single out the bad record.",
        ),
        Field::new(
            "FunctionResponseTypes",
            "Partial failures",
            Format::Json,
            "ReportBatchItemFailures lets the function say which messages failed, so that only they come again.",
        ),
        Field::new(
            "FilterCriteria",
            "Filter",
            Format::Json,
            "Patterns of the messages that the function is called for.",
        ),
        Field::new(
            "Enabled",
            "Enabled",
            Format::Boolean,
            "Whether it reads at all.",
        ),
        field::TAGS,
    ],
    attributes: &["EventSourceMappingArn", "Id"],
    ..Entry::BOX
};
