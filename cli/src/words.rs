//! Families, protocols and ports as the commands about reaching write them.

use drawbridge_core::network::{Family, PortSet, Protocol};

/// 4 or 6.
pub(crate) fn family(family: Family) -> u8 {
    match family {
        Family::V4 => 4,
        Family::V6 => 6,
    }
}

/// The name of a protocol, or its number.
pub(crate) fn protocol(protocol: Protocol) -> String {
    match protocol {
        Protocol::Tcp => "tcp".to_owned(),
        Protocol::Udp => "udp".to_owned(),
        Protocol::Icmp => "icmp".to_owned(),
        Protocol::Icmpv6 => "icmpv6".to_owned(),
        Protocol::Any => "all".to_owned(),
        Protocol::Other(number) => number.to_string(),
    }
}

/// Ports as `80, 8000-8010`; empty for none.
pub(crate) fn spans(ports: &PortSet) -> String {
    ports.to_string()
}
