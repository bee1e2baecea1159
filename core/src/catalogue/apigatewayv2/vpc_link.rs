//! `AWS::ApiGatewayV2::VpcLink`.

use super::TAGS;
use crate::catalogue::{Category, Entry, Field, Format, Home, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGatewayV2::VpcLink",
    word: "vpclink",
    label: "VPC link",
    stem: "VpcLink",
    summary: "The way of an HTTP API into a VPC, to load balancers that have no public address.",
    category: Category::Integration,
    icon: include_str!("../icons/vpc-link.svg"),
    homes: &[Home::beside("SubnetIds.*", "AWS::EC2::Subnet")],
    links: &[
        Link::new("SubnetIds.*", "AWS::EC2::Subnet", "has an interface in").overlay(),
        Link::new(
            "SecurityGroupIds.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
    ],
    fields: &[
        Field::new("Name", "Name", Format::Text, "Its name.").required(),
        Field::new(
            "SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Where it has network interfaces; one subnet in each of two zones is right.",
        )
        .required(),
        Field::new(
            "SecurityGroupIds",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "What its interfaces may reach.",
        ),
        TAGS,
    ],
    defaults: r#"{"Name":"<self>"}"#,
    attributes: &["VpcLinkId"],
    ..Entry::BOX
};
