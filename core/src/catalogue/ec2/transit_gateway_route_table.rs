//! `AWS::EC2::TransitGatewayRouteTable`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::TransitGatewayRouteTable",
    word: "tgwroutetable",
    label: "Transit gateway route table",
    stem: "TransitGatewayRouteTable",
    summary: "A table of a transit gateway: it decides where packets go that come from the attachments that use it.",
    category: Category::Network,
    icon: include_str!("../icons/transit-gateway-route-table.svg"),
    shape: Shape::Chip,
    links: &[Link::new(
        "TransitGatewayId",
        "AWS::EC2::TransitGateway",
        "is a table of",
    )],
    fields: &[
        Field::new(
            "TransitGatewayId",
            "Transit gateway",
            Format::Reference("AWS::EC2::TransitGateway", None),
            "The router that it belongs to.",
        )
        .required(),
        field::TAGS,
    ],
    companions: &[Companion::shared(
        "TransitGatewayId",
        "AWS::EC2::TransitGateway",
    )],
    attributes: &["TransitGatewayRouteTableId"],
    ..Entry::BOX
};
