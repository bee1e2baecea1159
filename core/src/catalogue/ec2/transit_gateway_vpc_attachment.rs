//! `AWS::EC2::TransitGatewayVpcAttachment`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::TransitGatewayVpcAttachment",
    word: "tgwvpcattachment",
    label: "Transit gateway VPC attachment",
    stem: "TransitGatewayVpcAttachment",
    summary: "Attaches a VPC to a transit gateway, by an address in one subnet of each zone.",
    category: Category::Network,
    icon: include_str!("../icons/transit-gateway-vpc-attachment.svg"),
    homes: &[
        Home::inside("VpcId", "AWS::EC2::VPC"),
        Home::beside("SubnetIds.*", "AWS::EC2::Subnet"),
    ],
    links: &[
        Link::new(
            "TransitGatewayId",
            "AWS::EC2::TransitGateway",
            "attaches to",
        ),
        Link::new("SubnetIds.*", "AWS::EC2::Subnet", "has an address in").overlay(),
    ],
    fields: &[
        Field::new(
            "TransitGatewayId",
            "Transit gateway",
            Format::Reference("AWS::EC2::TransitGateway", None),
            "The router that the VPC is attached to.",
        )
        .required(),
        Field::new(
            "SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "One in each zone whose subnets are to reach the gateway.",
        )
        .required(),
        field::VPC,
        Field::new(
            "Options",
            "Options",
            Format::Json,
            "DnsSupport, Ipv6Support and ApplianceModeSupport, each enable or disable.",
        ),
        field::TAGS,
    ],
    companions: &[Companion::shared(
        "TransitGatewayId",
        "AWS::EC2::TransitGateway",
    )],
    attributes: &["Id"],
    ..Entry::BOX
};
