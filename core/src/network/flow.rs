//! What travels: one source, one destination, one protocol, and the ports still
//! under consideration. Filters narrow the ports; translators change addresses.

use super::PortSet;
use crate::packet::{self, Intervals, PacketSet, Pattern};
use ipnet::IpNet;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

/// An address family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// IPv4.
    V4,
    /// IPv6.
    V6,
}

impl Family {
    /// The family of an address.
    pub fn of(address: IpAddr) -> Self {
        if address.is_ipv4() {
            Self::V4
        } else {
            Self::V6
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::V4 => "IPv4",
            Self::V6 => "IPv6",
        })
    }
}

/// Into a place or out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Into the interface or the segment.
    Inbound,
    /// Out of the interface or the segment.
    Outbound,
}

impl Direction {
    /// The other direction.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Inbound => Self::Outbound,
            Self::Outbound => Self::Inbound,
        }
    }
}

/// A protocol of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// TCP, with ports.
    Tcp,
    /// UDP, with ports.
    Udp,
    /// ICMP for IPv4.
    Icmp,
    /// ICMP for IPv6.
    Icmpv6,
    /// Another protocol by its IANA number, without ports.
    Other(u8),
    /// Every protocol at once: passes only where every protocol passes.
    Any,
}

impl Protocol {
    /// Whether packets of this protocol carry ports.
    pub fn has_ports(self) -> bool {
        matches!(self, Self::Tcp | Self::Udp)
    }
}

/// Type and code of an ICMP message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Icmp {
    /// The message type.
    pub kind: u8,
    /// The code.
    pub code: u8,
}

/// Packets that differ only in their ports.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Flow {
    /// Where they come from, as written in the packet at this point.
    pub source: IpAddr,
    /// Where they go to, as written in the packet at this point.
    pub destination: IpAddr,
    /// Their protocol.
    pub protocol: Protocol,
    /// The source ports that they may have; port 0 alone without ports.
    pub source_ports: PortSet,
    /// The destination ports that they may have; port 0 alone without ports.
    pub destination_ports: PortSet,
    /// The ICMP message, when the protocol is ICMP and one is meant.
    pub icmp: Option<Icmp>,
}

impl Flow {
    /// A flow of `protocol`; the ports are dropped where it has none, and ICMP
    /// is an echo request.
    pub fn new(
        (source, source_ports): (IpAddr, PortSet),
        (destination, destination_ports): (IpAddr, PortSet),
        protocol: Protocol,
    ) -> Self {
        let ported = protocol.has_ports();
        let ports = |given: PortSet| if ported { given } else { PortSet::single(0) };
        let icmp = match protocol {
            Protocol::Icmp => Some(Icmp { kind: 8, code: 0 }),
            Protocol::Icmpv6 => Some(Icmp { kind: 128, code: 0 }),
            _ => None,
        };
        Self {
            source,
            destination,
            protocol,
            source_ports: ports(source_ports),
            destination_ports: ports(destination_ports),
            icmp,
        }
    }

    /// The answer to these packets: ends swapped, an echo request becomes its
    /// reply.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let icmp = self.icmp.map(|icmp| match (self.protocol, icmp.kind) {
            (Protocol::Icmp, 8) => Icmp { kind: 0, ..icmp },
            (Protocol::Icmpv6, 128) => Icmp { kind: 129, ..icmp },
            _ => icmp,
        });
        Self {
            source: self.destination,
            destination: self.source,
            protocol: self.protocol,
            source_ports: self.destination_ports.clone(),
            destination_ports: self.source_ports.clone(),
            icmp,
        }
    }

    /// The address that a filter looks at: the far end.
    pub fn peer(&self, direction: Direction) -> IpAddr {
        match direction {
            Direction::Inbound => self.source,
            Direction::Outbound => self.destination,
        }
    }

    /// These packets as a set, with these source and destination ports.
    pub fn packets(&self, from: &PortSet, to: &PortSet) -> PacketSet {
        let Some(family) = self.family() else {
            return PacketSet::empty();
        };
        let family = match family {
            Family::V4 => packet::Family::V4,
            Family::V6 => packet::Family::V6,
        };
        let ends = Pattern::any(family)
            .from(&[IpNet::from(self.source)])
            .to(&[IpNet::from(self.destination)]);
        let number = match self.protocol {
            Protocol::Any => return ends.packets(),
            Protocol::Icmp => 1,
            Protocol::Tcp => 6,
            Protocol::Udp => 17,
            Protocol::Icmpv6 => 58,
            Protocol::Other(number) => number,
        };
        let carried = ends.protocol(number);
        if self.protocol.has_ports() {
            let intervals = |ports: &PortSet| {
                let spans = ports.intervals();
                let spans = spans.map(|it| (u128::from(*it.start()), u128::from(*it.end())));
                Intervals::of_spans(spans.collect())
            };
            return carried
                .from_ports(&intervals(from))
                .to_ports(&intervals(to))
                .packets();
        }
        match self.icmp {
            Some(icmp) => carried
                .types(&Intervals::single(icmp.kind))
                .codes(&Intervals::single(icmp.code))
                .packets(),
            None => carried.packets(),
        }
    }

    /// The family of the flow; `None` when its ends disagree.
    pub fn family(&self) -> Option<Family> {
        let family = Family::of(self.source);
        (family == Family::of(self.destination)).then_some(family)
    }
}

/// Whether an IPv4 address is for private networks (RFC 1918).
pub fn is_private(address: IpAddr) -> bool {
    matches!(address, IpAddr::V4(four) if four.is_private())
}

/// Whether an IPv4 address is shared address space, 100.64.0.0/10 (RFC 6598).
pub fn is_shared(address: IpAddr) -> bool {
    let IpAddr::V4(four) = address else {
        return false;
    };
    four.to_bits() >> 22 == Ipv4Addr::new(100, 64, 0, 0).to_bits() >> 22
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_reply_swaps_ends_and_ports() {
        let there = Flow::new(
            (ip("10.0.0.4"), PortSet::from(1024..=65535)),
            (ip("10.0.1.4"), PortSet::single(443)),
            Protocol::Tcp,
        );
        let back = there.reversed();
        assert_eq!(
            (back.source, back.destination),
            (there.destination, there.source)
        );
        assert_eq!(back.destination_ports, PortSet::from(1024..=65535));
        assert_eq!(back.reversed(), there);
    }

    #[test]
    fn an_echo_request_is_answered_by_an_echo_reply() {
        let none = PortSet::none;
        let ping = Flow::new(
            (ip("10.0.0.4"), none()),
            (ip("10.0.1.4"), none()),
            Protocol::Icmp,
        );
        assert_eq!(ping.icmp.map(|icmp| icmp.kind), Some(8));
        assert_eq!(ping.reversed().icmp.map(|icmp| icmp.kind), Some(0));
        assert_eq!(ping.destination_ports, PortSet::single(0));
        let six = Flow::new(
            (ip("2001:db8::4"), none()),
            (ip("2001:db8::5"), none()),
            Protocol::Icmpv6,
        );
        assert_eq!(six.icmp.map(|icmp| icmp.kind), Some(128));
        assert_eq!(six.reversed().icmp.map(|icmp| icmp.kind), Some(129));
    }

    #[test]
    fn shared_space_ends_at_its_prefix() {
        assert!(is_shared(ip("100.64.0.0")) && is_shared(ip("100.127.255.255")));
        assert!(!is_shared(ip("100.63.255.255")) && !is_shared(ip("100.128.0.0")));
        assert!(is_private(ip("172.31.0.1")) && !is_private(ip("172.32.0.1")));
    }
}
