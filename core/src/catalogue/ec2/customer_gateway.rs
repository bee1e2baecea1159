//! `AWS::EC2::CustomerGateway`.
//!
//! A new one has an address that is kept free for documentation, to be replaced by
//! the router's own: <https://www.rfc-editor.org/rfc/rfc5737>

use super::TYPE;
use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::CustomerGateway",
    word: "customergateway",
    label: "Customer gateway",
    stem: "CustomerGateway",
    summary: "Your own router, as AWS knows it: the public address at the other end of a VPN.",
    category: Category::Network,
    icon: include_str!("../icons/customer-gateway.svg"),
    fields: &[
        Field::new(
            "IpAddress",
            "Address",
            Format::Ipv4Address,
            "The public address of the router.",
        )
        .required(),
        Field::new(
            "BgpAsn",
            "ASN",
            Format::Integer(1, 2_147_483_647),
            "Its number for BGP; any private one, such as 65000, where routes are fixed.",
        ),
        TYPE,
        Field::new(
            "DeviceName",
            "Device",
            Format::Text,
            "A name for the router.",
        ),
        Field::new(
            "CertificateArn",
            "Certificate",
            Format::Reference("AWS::CertificateManager::Certificate", None),
            "A private certificate, in place of shared keys.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Type":"ipsec.1","BgpAsn":65000,"IpAddress":"203.0.113.10"}"#,
    attributes: &["CustomerGatewayId"],
    ..Entry::BOX
};
