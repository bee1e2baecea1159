//! `AWS::DirectConnect::TransitVirtualInterface`.

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
        Field::new(
            "Vlan",
            "VLAN",
            Format::Integer(1, 4094),
            "Its number on the line; each virtual interface has another.",
        )
        .required(),
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
        Field::new(
            "ConnectionId",
            "Line",
            Format::Reference("AWS::DirectConnect::Connection", Some("ConnectionId")),
            "The line, or group of lines, that it runs over.",
        )
        .required(),
        Field::new(
            "BgpPeers",
            "BGP peers",
            Format::Json,
            "Your routers, each with AddressFamily (ipv4 or ipv6) and Asn.",
        )
        .required(),
        Field::new(
            "Mtu",
            "MTU",
            Format::Choice(&["1500", "8500", "9001"]),
            "The largest packet: 1500, or 9001 (8500 for a transit interface).",
        ),
        field::TAGS,
    ],
    defaults: r#"{"VirtualInterfaceName":"Transit","Vlan":102,"BgpPeers":[{"AddressFamily":"ipv4","Asn":"65000"}]}"#,
    attributes: &["VirtualInterfaceArn", "VirtualInterfaceId"],
    ..Entry::BOX
};
