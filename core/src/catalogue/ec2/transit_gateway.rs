//! `AWS::EC2::TransitGateway`.

use super::AMAZON_SIDE_ASN;
use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::TransitGateway",
    word: "tgw",
    label: "Transit gateway",
    stem: "TransitGateway",
    summary: "A router in the middle: VPCs, VPN connections and Direct Connect attach to it and reach each other by its tables.",
    category: Category::Network,
    icon: include_str!("../icons/transit-gateway.svg"),
    fields: &[
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
        AMAZON_SIDE_ASN,
        Field::new(
            "DefaultRouteTableAssociation",
            "Default association",
            Format::Choice(&["enable", "disable"]),
            "Whether attachments use the default route table by themselves.",
        ),
        Field::new(
            "DefaultRouteTablePropagation",
            "Default propagation",
            Format::Choice(&["enable", "disable"]),
            "Whether attachments announce their routes to the default table.",
        ),
        Field::new(
            "AutoAcceptSharedAttachments",
            "Accept shared",
            Format::Choice(&["enable", "disable"]),
            "Whether attachments of other accounts are accepted by themselves.",
        ),
        Field::new(
            "VpnEcmpSupport",
            "VPN balancing",
            Format::Choice(&["enable", "disable"]),
            "Whether traffic is spread over several VPN tunnels.",
        ),
        Field::new(
            "DnsSupport",
            "DNS",
            Format::Choice(&["enable", "disable"]),
            "Whether public names of attached VPCs lead to private addresses.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Description":"Routes between networks","AutoAcceptSharedAttachments":"disable","DefaultRouteTableAssociation":"enable","DefaultRouteTablePropagation":"enable","VpnEcmpSupport":"enable","DnsSupport":"enable"}"#,
    attributes: &["EncryptionSupportState", "Id", "TransitGatewayArn"],
    ..Entry::BOX
};
