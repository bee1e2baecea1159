//! `AWS::EC2::GatewayRouteTableAssociation`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::GatewayRouteTableAssociation",
    word: "gatewaytableassociation",
    label: "Gateway route table association",
    stem: "GatewayRouteTableAssociation",
    summary: "Gives a gateway a route table for what comes in, such as one that leads through an inspecting appliance first.",
    category: Category::Network,
    icon: include_str!("../icons/gateway-route-table-association.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[
            End::new("GatewayId", "AWS::EC2::InternetGateway"),
            End::new("GatewayId", "AWS::EC2::VPNGateway"),
        ],
        to: &[End::new("RouteTableId", "AWS::EC2::RouteTable")],
        verb: "uses",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "GatewayId",
            "Gateway",
            Format::Reference("AWS::EC2::InternetGateway", None),
            "The Internet gateway or virtual private gateway.",
        )
        .required(),
        Field::new(
            "RouteTableId",
            "Route table",
            Format::Reference("AWS::EC2::RouteTable", None),
            "The table for packets that come in by the gateway.",
        )
        .required(),
    ],
    attributes: &["AssociationId"],
    ..Entry::BOX
};
