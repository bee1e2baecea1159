//! `AWS::DirectConnect::DirectConnectGateway`.

use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DirectConnect::DirectConnectGateway",
    word: "dxgateway",
    label: "Direct Connect gateway",
    stem: "DirectConnectGateway",
    summary: "Joins virtual interfaces to virtual private gateways or transit gateways of any region.",
    category: Category::Network,
    icon: include_str!("../icons/direct-connect-gateway.svg"),
    fields: &[
        Field::new(
            "DirectConnectGatewayName",
            "Name",
            Format::Text,
            "Its name.",
        )
        .required(),
        Field::new(
            "AmazonSideAsn",
            "ASN",
            Format::Text,
            "The number of AWS's side for BGP, a private one; 64512 if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"DirectConnectGatewayName":"Direct Connect gateway"}"#,
    attributes: &["DirectConnectGatewayArn", "DirectConnectGatewayId"],
    ..Entry::BOX
};
