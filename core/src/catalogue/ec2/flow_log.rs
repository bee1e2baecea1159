//! `AWS::EC2::FlowLog`.
//!
//! A new one writes to a bucket of its own, which needs neither a role nor, within
//! one account, a policy: AWS adds the policy by itself.
//! <https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::FlowLog",
    word: "flowlog",
    label: "Flow log",
    stem: "FlowLog",
    summary: "Writes down who spoke to whom in a VPC, a subnet or at an interface, and whether it was let through.",
    category: Category::Network,
    icon: include_str!("../icons/flow-log.svg"),
    shape: Shape::Chip,
    homes: &[
        Home::inside("ResourceId", "AWS::EC2::VPC"),
        Home::beside("ResourceId", "AWS::EC2::Subnet"),
        Home::beside("ResourceId", "AWS::EC2::NetworkInterface"),
    ],
    links: &[
        Link::new("ResourceId", "AWS::EC2::Subnet", "watches").with(&[("ResourceType", "Subnet")]),
        Link::new("ResourceId", "AWS::EC2::NetworkInterface", "watches")
            .with(&[("ResourceType", "NetworkInterface")]),
        Link::new("ResourceId", "AWS::EC2::TransitGateway", "watches").with(&[
            ("ResourceType", "TransitGateway"),
            ("TrafficType", "null"),
            ("MaxAggregationInterval", "null"),
        ]),
        Link::new("LogDestination", "AWS::S3::Bucket", "writes to")
            .by("Arn")
            .with(&[
                ("LogDestinationType", "s3"),
                ("LogGroupName", "null"),
                ("DeliverLogsPermissionArn", "null"),
            ]),
        Link::new("LogGroupName", "AWS::Logs::LogGroup", "writes to").with(&[
            ("LogDestinationType", "cloud-watch-logs"),
            ("LogDestination", "null"),
        ]),
        Link::new("DeliverLogsPermissionArn", "AWS::IAM::Role", "acts as")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "ResourceId",
            "Of",
            Format::Reference("AWS::EC2::VPC", None),
            "What is watched: a VPC, a subnet, a network interface or a transit gateway.",
        )
        .required(),
        Field::new(
            "ResourceType",
            "Type of that",
            Format::Choice(&[
                "VPC",
                "Subnet",
                "NetworkInterface",
                "TransitGateway",
                "TransitGatewayAttachment",
                "RegionalNatGateway",
            ]),
            "What kind of resource is watched.",
        )
        .required(),
        Field::new(
            "TrafficType",
            "Traffic",
            Format::Choice(&["ALL", "ACCEPT", "REJECT"]),
            "Which traffic is written down; needed except at a transit gateway.",
        ),
        Field::new(
            "LogDestinationType",
            "Destination type",
            Format::Choice(&["cloud-watch-logs", "s3", "kinesis-data-firehose"]),
            "Where to; CloudWatch Logs if this is empty.",
        ),
        Field::new(
            "LogDestination",
            "Destination",
            Format::Reference("AWS::S3::Bucket", Some("Arn")),
            "The bucket, log group or delivery stream, by its ARN.",
        ),
        Field::new(
            "LogGroupName",
            "Log group",
            Format::Reference("AWS::Logs::LogGroup", None),
            "The log group by name, in place of a destination.",
        ),
        Field::new(
            "DeliverLogsPermissionArn",
            "Role",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "What lets it write to CloudWatch Logs.",
        ),
        Field::new(
            "MaxAggregationInterval",
            "Interval",
            Format::Choice(&["60", "600"]),
            "After how many seconds a record is written; 60 at a transit gateway.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"ResourceType":"VPC","TrafficType":"ALL","LogDestinationType":"s3"}"#,
    companions: &[Companion::own("LogDestination", "AWS::S3::Bucket", "{}").by("Arn")],
    attributes: &["Id"],
    ..Entry::BOX
};
