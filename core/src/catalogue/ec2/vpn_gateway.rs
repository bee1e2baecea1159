//! `AWS::EC2::VPNGateway`.

use super::{AMAZON_SIDE_ASN, TYPE};
use crate::catalogue::{Category, Entry, Role, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::VPNGateway",
    word: "vpngateway",
    label: "Virtual private gateway",
    stem: "VpnGateway",
    summary: "AWS's end of a VPN or of Direct Connect: attached to a VPC, it is a target of routes to networks outside of AWS.",
    category: Category::Network,
    icon: include_str!("../icons/vpn-gateway.svg"),
    fields: &[TYPE, AMAZON_SIDE_ASN, field::TAGS],
    defaults: r#"{"Type":"ipsec.1"}"#,
    attributes: &["VPNGatewayId"],
    role: Role::VpnGateway,
    ..Entry::BOX
};
