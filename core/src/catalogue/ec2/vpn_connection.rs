//! `AWS::EC2::VPNConnection`.

use super::TYPE;
use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Role, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::VPNConnection",
    word: "vpnconnection",
    label: "VPN connection",
    stem: "VpnConnection",
    summary: "Two encrypted tunnels over the Internet between your router and a virtual private gateway or a transit gateway.",
    category: Category::Network,
    icon: include_str!("../icons/vpn-connection.svg"),
    links: &[
        Link::new("CustomerGatewayId", "AWS::EC2::CustomerGateway", "leads to"),
        // It ends at one of the two.
        Link::new("VpnGatewayId", "AWS::EC2::VPNGateway", "ends at")
            .with(&[("TransitGatewayId", "null")]),
        Link::new("TransitGatewayId", "AWS::EC2::TransitGateway", "ends at")
            .with(&[("VpnGatewayId", "null")]),
    ],
    fields: &[
        Field::new(
            "CustomerGatewayId",
            "Customer gateway",
            Format::Reference("AWS::EC2::CustomerGateway", None),
            "Your end.",
        )
        .required(),
        Field::new(
            "VpnGatewayId",
            "Virtual private gateway",
            Format::Reference("AWS::EC2::VPNGateway", None),
            "AWS's end; this or a transit gateway.",
        ),
        Field::new(
            "TransitGatewayId",
            "Transit gateway",
            Format::Reference("AWS::EC2::TransitGateway", None),
            "AWS's end; this or a virtual private gateway.",
        ),
        Field::new(
            "StaticRoutesOnly",
            "Fixed routes",
            Format::Boolean,
            "Whether the networks behind your router are written down, not learned by BGP.",
        ),
        TYPE,
        Field::new(
            "VpnTunnelOptionsSpecifications",
            "Tunnels",
            Format::Json,
            "Keys, inner addresses and ciphers of the two tunnels; AWS chooses what is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Type":"ipsec.1","StaticRoutesOnly":true}"#,
    companions: &[Companion::shared(
        "CustomerGatewayId",
        "AWS::EC2::CustomerGateway",
    )],
    attributes: &["VpnConnectionId"],
    role: Role::VpnConnection,
    ..Entry::BOX
};
