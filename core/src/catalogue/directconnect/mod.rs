//! AWS Direct Connect: lines of one's own to AWS, and what runs over them.

use crate::catalogue::{Field, Format};

pub mod connection;
pub mod direct_connect_gateway;
pub mod direct_connect_gateway_association;
pub mod lag;
pub mod private_virtual_interface;
pub mod public_virtual_interface;
pub mod transit_virtual_interface;

// What several kinds of the service have.

const BGP_PEERS: Field = Field::new(
    "BgpPeers",
    "BGP peers",
    Format::Json,
    "Your routers, each with AddressFamily (ipv4 or ipv6) and Asn.",
)
.required();

const CONNECTION_ID: Field = Field::new(
    "ConnectionId",
    "Line",
    Format::Reference("AWS::DirectConnect::Connection", Some("ConnectionId")),
    "The line, or group of lines, that it runs over.",
)
.required();

const LOCATION: Field = Field::new(
    "Location",
    "Location",
    Format::Text,
    "The location's code, such as EqDC2, from AWS's list of locations.",
)
.required();

const MTU: Field = Field::new(
    "Mtu",
    "MTU",
    Format::Choice(&["1500", "8500", "9001"]),
    "The largest packet: 1500, or 9001 (8500 for a transit interface).",
);

const VLAN: Field = Field::new(
    "Vlan",
    "VLAN",
    Format::Integer(1, 4094),
    "Its number on the line; each virtual interface has another.",
)
.required();
