//! `AWS::DirectConnect::TransitVirtualInterface`.

use super::{BGP_PEERS, CONNECTION_ID, MTU, VLAN};
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DirectConnect::TransitVirtualInterface",
    word: "dxtransit",
    label: "Transit virtual interface",
    stem: "TransitVirtualInterface",
    summary: "A network over a Direct Connect line that leads to transit gateways, by a Direct Connect gateway.",
    category: Category::Network,
    icon: include_str!("../icons/transit-virtual-interface.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[
            End::new("ConnectionId", "AWS::DirectConnect::Connection").by("ConnectionId"),
            End::new("ConnectionId", "AWS::DirectConnect::Lag").by("LagId"),
        ],
        to: &[End::new(
            "DirectConnectGatewayId",
            "AWS::DirectConnect::DirectConnectGateway",
        )
        .by("DirectConnectGatewayId")],
        verb: "leads to",
        caption: Some("Vlan"),
        overlay: false,
    }),
    fields: &[
        Field::new("VirtualInterfaceName", "Name", Format::Text, "Its name.").required(),
        VLAN,
        Field::new(
            "DirectConnectGatewayId",
            "Direct Connect gateway",
            Format::Reference(
                "AWS::DirectConnect::DirectConnectGateway",
                Some("DirectConnectGatewayId"),
            ),
            "Where it ends.",
        )
        .required(),
        CONNECTION_ID,
        BGP_PEERS,
        MTU,
        field::TAGS,
    ],
    defaults: r#"{"VirtualInterfaceName":"Transit","Vlan":102,"BgpPeers":[{"AddressFamily":"ipv4","Asn":"65000"}]}"#,
    attributes: &["VirtualInterfaceArn", "VirtualInterfaceId"],
    ..Entry::BOX
};
