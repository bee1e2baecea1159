//! `AWS::Events::Rule`.
//!
//! A line to a target writes what lets the rule in: a policy at queues, topics and
//! functions, a role for the others. `EventBridge` takes no condition in the policy
//! of a topic, so that one has none:
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html>

use crate::catalogue::{Category, Entry, Field, Format, Grant, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Events::Rule",
    word: "eventrule",
    label: "EventBridge rule",
    stem: "EventRule",
    summary: "Waits for events that fit a pattern, or for a time, and tells its targets.",
    category: Category::Integration,
    icon: include_str!("../icons/event-rule.svg"),
    links: &[
        Link::new("EventBusName", "AWS::Events::EventBus", "listens to"),
        Link::new("Targets.*.Arn", "AWS::Lambda::Function", "tells")
            .by("Arn")
            .with(&[("Targets.*.Id", "Target{n}")])
            .grants(&[Grant::new(
                "AWS::Lambda::Permission",
                r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<to>"},"Principal":"events.amazonaws.com","SourceArn":{"Fn::GetAtt":["<from>","Arn"]}}"#,
            )]),
        Link::new("Targets.*.Arn", "AWS::SQS::Queue", "tells")
            .by("Arn")
            .with(&[("Targets.*.Id", "Target{n}")])
            .grants(&[Grant::new(
                "AWS::SQS::QueuePolicy",
                r#"{"Queues":[{"Ref":"<to>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":{"Fn::GetAtt":["<to>","Arn"]},"Condition":{"ArnEquals":{"aws:SourceArn":{"Fn::GetAtt":["<from>","Arn"]}}}}]}}"#,
            )
            .added("Queues.*", "PolicyDocument.Statement")]),
        Link::new("Targets.*.Arn", "AWS::SNS::Topic", "tells")
            .with(&[("Targets.*.Id", "Target{n}")])
            .grants(&[Grant::new(
                "AWS::SNS::TopicPolicy",
                r#"{"Topics":[{"Ref":"<to>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":{"Ref":"<to>"}}]}}"#,
            )
            .added("Topics.*", "PolicyDocument.Statement")]),
        Link::new("Targets.*.Arn", "AWS::StepFunctions::StateMachine", "tells")
            .with(&[("Targets.*.Id", "Target{n}")])
            .grants(&[
                Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Start","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"states:StartExecution","Resource":{"Ref":"<to>"}}]}}]}"#)
                    .named("Targets.*.RoleArn", Some("Arn")),
            ]),
        Link::new("Targets.*.Arn", "AWS::Events::EventBus", "tells")
            .by("Arn")
            .with(&[("Targets.*.Id", "Target{n}")])
            .grants(&[
                Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Put","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"events:PutEvents","Resource":{"Fn::GetAtt":["<to>","Arn"]}}]}}]}"#)
                    .named("Targets.*.RoleArn", Some("Arn")),
            ]),
        Link::new("Targets.*.Arn", "AWS::Kinesis::Stream", "tells")
            .by("Arn")
            .with(&[("Targets.*.Id", "Target{n}")])
            .grants(&[
                Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Put","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["kinesis:PutRecord","kinesis:PutRecords"],"Resource":{"Fn::GetAtt":["<to>","Arn"]}}]}}]}"#)
                    .named("Targets.*.RoleArn", Some("Arn")),
            ]),
        Link::new(
            "Targets.*.Arn",
            "AWS::KinesisFirehose::DeliveryStream",
            "tells",
        )
        .by("Arn")
        .with(&[("Targets.*.Id", "Target{n}")])
        .grants(&[
            Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Put","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["firehose:PutRecord","firehose:PutRecordBatch"],"Resource":{"Fn::GetAtt":["<to>","Arn"]}}]}}]}"#)
                .named("Targets.*.RoleArn", Some("Arn")),
        ]),
    ],
    fields: &[
        Field::new(
            "EventPattern",
            "Pattern",
            Format::Json,
            "Which events it is for: their source, type and details.",
        ),
        Field::new(
            "ScheduleExpression",
            "Schedule",
            Format::Text,
            "When it runs, such as rate(5 minutes) or cron(0 9 * * ? *), instead of a pattern.",
        ),
        Field::new(
            "State",
            "State",
            Format::Choice(&["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"]),
            "Whether it is on.",
        ),
        Field::new(
            "EventBusName",
            "Event bus",
            Format::Reference("AWS::Events::EventBus", None),
            "The bus whose events it looks at; the account's default bus if this is empty.",
        ),
        Field::new(
            "Targets",
            "Targets",
            Format::Json,
            "Who is told, each with an Id and an Arn; five at most.",
        ),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "Its name. CloudFormation makes one if this is empty, and then can replace the rule.",
        ),
    ],
    defaults: r#"{"EventPattern":{"source":["aws.ec2"],"detail-type":["EC2 Instance State-change Notification"]},"State":"ENABLED"}"#,
    attributes: &["Arn"],
    ..Entry::BOX
};
