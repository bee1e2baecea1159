//! `AWS::EC2::VPNGatewayRoutePropagation`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::VPNGatewayRoutePropagation",
    word: "vpnpropagation",
    label: "VPN route propagation",
    stem: "VpnRoutePropagation",
    summary: "Writes the networks that a virtual private gateway knows into route tables by itself.",
    category: Category::Network,
    icon: include_str!("../icons/vpn-gateway-route-propagation.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("VpnGatewayId", "AWS::EC2::VPNGateway")],
        to: &[End::new("RouteTableIds.*", "AWS::EC2::RouteTable")],
        verb: "announces routes to",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "VpnGatewayId",
            "Virtual private gateway",
            Format::Reference("AWS::EC2::VPNGateway", None),
            "The gateway; it must be attached first.",
        )
        .required(),
        Field::new(
            "RouteTableIds",
            "Route tables",
            Format::References("AWS::EC2::RouteTable", None),
            "The tables that get its routes.",
        )
        .required(),
    ],
    attributes: &["Id"],
    role: Role::RoutePropagation,
    ..Entry::BOX
};
