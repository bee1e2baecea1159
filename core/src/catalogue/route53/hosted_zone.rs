//! `AWS::Route53::HostedZone`.

use crate::catalogue::{Category, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Route53::HostedZone",
    word: "hostedzone",
    label: "Hosted zone",
    stem: "HostedZone",
    summary: "The records of a domain: Route 53 answers with them on the Internet, or only inside VPCs if it is private.",
    category: Category::Network,
    icon: include_str!("../icons/hosted-zone.svg"),
    links: &[Link::new("VPCs.*.VPCId", "AWS::EC2::VPC", "answers in")
        .with(&[("VPCs.*.VPCRegion", r#"{"Ref":"AWS::Region"}"#)])],
    fields: &[
        Field::new(
            "Name",
            "Domain",
            Format::Text,
            "The domain, such as example.com.",
        ),
        Field::new(
            "VPCs",
            "VPCs",
            Format::Json,
            "The VPCs of a private zone, each with VPCId and VPCRegion; none for a public zone.",
        ),
        Field::new(
            "HostedZoneConfig.Comment",
            "Comment",
            Format::Text,
            "What it is for.",
        ),
        Field::new(
            "QueryLoggingConfig",
            "Query log",
            Format::Json,
            "The log group in us-east-1 that gets each question to a public zone.",
        ),
        Field::new(
            "HostedZoneTags",
            "Tags",
            Format::Tags,
            "Names for people and for cost reports.",
        ),
    ],
    defaults: r#"{"Name":"example.com"}"#,
    attributes: &["Id", "NameServers"],
    ..Entry::BOX
};
