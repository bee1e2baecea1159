//! `AWS::EC2::VPNGateway`.

use crate::catalogue::{Category, Entry, Field, Format, Role, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::VPNGateway",
    word: "vpngateway",
    label: "Virtual private gateway",
    stem: "VpnGateway",
    summary: "AWS's end of a VPN or of Direct Connect: attached to a VPC, it is a target of routes to networks outside of AWS.",
    category: Category::Network,
    icon: include_str!("../icons/vpn-gateway.svg"),
    fields: &[
        Field::new(
            "Type",
            "Type",
            Format::Choice(&["ipsec.1"]),
            "The kind of VPN: there is one.",
        )
        .required(),
        Field::new(
            "AmazonSideAsn",
            "ASN",
            Format::Integer(64512, 4_294_967_294),
            "The number of AWS's side for BGP, a private one; 64512 if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Type":"ipsec.1"}"#,
    attributes: &["VPNGatewayId"],
    role: Role::VpnGateway,
    ..Entry::BOX
};
