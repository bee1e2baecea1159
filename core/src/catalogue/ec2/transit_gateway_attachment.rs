//! `AWS::EC2::TransitGatewayAttachment`.

use super::{OPTIONS, SUBNET_IDS, TRANSIT_GATEWAY_ID};
use crate::catalogue::{Category, Companion, Entry, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::TransitGatewayAttachment",
    word: "tgwattachment",
    label: "Transit gateway attachment",
    stem: "TransitGatewayAttachment",
    summary: "Attaches a VPC to a transit gateway: the older type, which is made anew when its subnets change.",
    category: Category::Network,
    icon: include_str!("../icons/transit-gateway-attachment.svg"),
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
        TRANSIT_GATEWAY_ID,
        SUBNET_IDS,
        field::VPC,
        OPTIONS,
        field::TAGS,
    ],
    companions: &[Companion::shared(
        "TransitGatewayId",
        "AWS::EC2::TransitGateway",
    )],
    attributes: &["Id"],
    ..Entry::BOX
};
