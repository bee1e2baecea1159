//! `AWS::DirectConnect::PublicVirtualInterface`.
//!
//! Over IPv4 both ends of the line need public addresses of yours; the ones of a new
//! interface are kept free for documentation, to be replaced by your own:
//! <https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html>

use super::{BGP_PEERS, CONNECTION_ID, VLAN};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DirectConnect::PublicVirtualInterface",
    word: "dxpublic",
    label: "Public virtual interface",
    stem: "PublicVirtualInterface",
    summary: "A network over a Direct Connect line that leads to AWS's public addresses, such as those of S3.",
    category: Category::Network,
    icon: include_str!("../icons/public-virtual-interface.svg"),
    links: &[
        Link::new(
            "ConnectionId",
            "AWS::DirectConnect::Connection",
            "runs over",
        )
        .by("ConnectionId"),
        Link::new("ConnectionId", "AWS::DirectConnect::Lag", "runs over").by("LagId"),
    ],
    fields: &[
        Field::new("VirtualInterfaceName", "Name", Format::Text, "Its name.").required(),
        VLAN,
        CONNECTION_ID,
        BGP_PEERS,
        Field::new(
            "RouteFilterPrefixes",
            "Your blocks",
            Format::Json,
            "The public blocks of yours that you announce to AWS.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"VirtualInterfaceName":"Public","Vlan":103,"BgpPeers":[{"AddressFamily":"ipv4","Asn":"65000","AmazonAddress":"203.0.113.1/30","CustomerAddress":"203.0.113.2/30"}],"RouteFilterPrefixes":["203.0.113.0/30"]}"#,
    companions: &[
        Companion::shared("ConnectionId", "AWS::DirectConnect::Connection").by("ConnectionId"),
    ],
    attributes: &["VirtualInterfaceArn", "VirtualInterfaceId"],
    ..Entry::BOX
};
