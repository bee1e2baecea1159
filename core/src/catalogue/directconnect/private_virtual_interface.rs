//! `AWS::DirectConnect::PrivateVirtualInterface`.

use super::{BGP_PEERS, CONNECTION_ID, MTU, VLAN};
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DirectConnect::PrivateVirtualInterface",
    word: "dxprivate",
    label: "Private virtual interface",
    stem: "PrivateVirtualInterface",
    summary: "A network over a Direct Connect line that leads to VPCs, by a Direct Connect gateway or a virtual private gateway.",
    category: Category::Network,
    icon: include_str!("../icons/private-virtual-interface.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[
            End::new("ConnectionId", "AWS::DirectConnect::Connection").by("ConnectionId"),
            End::new("ConnectionId", "AWS::DirectConnect::Lag").by("LagId"),
        ],
        to: &[
            End::new(
                "DirectConnectGatewayId",
                "AWS::DirectConnect::DirectConnectGateway",
            )
            .by("DirectConnectGatewayId"),
            End::new("VirtualGatewayId", "AWS::EC2::VPNGateway"),
        ],
        verb: "leads privately to",
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
            "Where it ends; this or a virtual private gateway.",
        ),
        Field::new(
            "VirtualGatewayId",
            "Virtual private gateway",
            Format::Reference("AWS::EC2::VPNGateway", None),
            "Where it ends; this or a Direct Connect gateway.",
        ),
        CONNECTION_ID,
        BGP_PEERS,
        MTU,
        field::TAGS,
    ],
    defaults: r#"{"VirtualInterfaceName":"Private","Vlan":101,"BgpPeers":[{"AddressFamily":"ipv4","Asn":"65000"}]}"#,
    attributes: &["VirtualInterfaceArn", "VirtualInterfaceId"],
    ..Entry::BOX
};
