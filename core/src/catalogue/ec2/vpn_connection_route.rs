//! `AWS::EC2::VPNConnectionRoute`.

use crate::catalogue::{Category, Entry, Field, Format, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::VPNConnectionRoute",
    word: "vpnroute",
    label: "VPN connection route",
    stem: "VpnRoute",
    summary: "A network behind your router, written down for a VPN connection with fixed routes.",
    category: Category::Network,
    icon: include_str!("../icons/vpn-connection-route.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "VpnConnectionId",
        kind: "AWS::EC2::VPNConnection",
    }]),
    fields: &[
        Field::new(
            "DestinationCidrBlock",
            "Destination",
            Format::Ipv4Cidr,
            "The block of the network at your side.",
        )
        .required(),
        Field::new(
            "VpnConnectionId",
            "VPN connection",
            Format::Reference("AWS::EC2::VPNConnection", None),
            "The connection that leads there.",
        )
        .required(),
    ],
    defaults: r#"{"DestinationCidrBlock":"192.168.0.0/16"}"#,
    ..Entry::BOX
};
