//! One packet, by what filters and routes look at.

use std::net::IpAddr;

use super::family::{Family, number};
use super::protocol::{Holds, echo};

/// One packet. Ports are of TCP (6) and UDP (17), type and code of ICMP (1) and
/// of ICMP for IPv6 (58); what a protocol does not have is 0, and is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Packet {
    /// Where it comes from.
    pub source: IpAddr,
    /// Where it goes to; of the same family, or no set holds it.
    pub destination: IpAddr,
    /// The protocol's IANA number.
    pub protocol: u8,
    /// The port that it comes from.
    pub source_port: u16,
    /// The port that it goes to.
    pub destination_port: u16,
    /// The type of an ICMP message.
    pub icmp_type: u8,
    /// The code of an ICMP message.
    pub icmp_code: u8,
}

/// Where a packet stands: a number for each side of a box.
pub(super) type Position = [u128; 5];

impl Packet {
    /// A packet of a protocol, its ports, type and code 0.
    pub fn new(source: IpAddr, destination: IpAddr, protocol: u8) -> Self {
        Self {
            source,
            destination,
            protocol,
            source_port: 0,
            destination_port: 0,
            icmp_type: 0,
            icmp_code: 0,
        }
    }

    /// The packet from and to these ports.
    #[must_use]
    pub fn ports(mut self, source: u16, destination: u16) -> Self {
        (self.source_port, self.destination_port) = (source, destination);
        self
    }

    /// The packet with this type and code.
    #[must_use]
    pub fn message(mut self, icmp_type: u8, icmp_code: u8) -> Self {
        (self.icmp_type, self.icmp_code) = (icmp_type, icmp_code);
        self
    }

    /// The packet that answers: its ends swapped, an echo request for an echo
    /// reply and the other way round. Another ICMP message keeps its type.
    #[must_use]
    pub fn reversed(self) -> Self {
        let icmp_type = match echo(self.protocol) {
            Some((asks, answers)) if self.icmp_type == asks => answers,
            Some((asks, answers)) if self.icmp_type == answers => asks,
            _ => self.icmp_type,
        };
        Self {
            source: self.destination,
            destination: self.source,
            source_port: self.destination_port,
            destination_port: self.source_port,
            icmp_type,
            ..self
        }
    }

    /// Where it stands among the boxes; nowhere if its ends are of two families.
    pub(super) fn position(&self) -> Option<(Family, Holds, Position)> {
        let family = Family::of(self.source);
        if family != Family::of(self.destination) {
            return None;
        }
        let holds = Holds::of(self.protocol);
        let (first, second) = match holds {
            Holds::Ports => (self.source_port, self.destination_port),
            Holds::Message => (self.icmp_type.into(), self.icmp_code.into()),
            Holds::Nothing => (0, 0),
        };
        let position = [
            number(self.source),
            number(self.destination),
            self.protocol.into(),
            first.into(),
            second.into(),
        ];
        Some((family, holds, position))
    }

    /// The packet that stands at a position.
    pub(super) fn at(family: Family, holds: Holds, position: Position) -> Self {
        let [source, destination, protocol, first, second] = position;
        let protocol = u8::try_from(protocol).unwrap_or(u8::MAX);
        let packet = Self::new(
            family.address(source),
            family.address(destination),
            protocol,
        );
        let port = |number: u128| u16::try_from(number).unwrap_or(u16::MAX);
        let part = |number: u128| u8::try_from(number).unwrap_or(u8::MAX);
        match holds {
            Holds::Ports => packet.ports(port(first), port(second)),
            Holds::Message => packet.message(part(first), part(second)),
            Holds::Nothing => packet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ping_is_answered_from_the_other_end() {
        let (here, there) = (IpAddr::from([10, 0, 0, 4]), IpAddr::from([10, 0, 1, 4]));
        let ping = Packet::new(here, there, 1).message(8, 0);
        assert_eq!(ping.reversed(), Packet::new(there, here, 1).message(0, 0));
        assert_eq!(ping.reversed().reversed(), ping);
        let unreachable = Packet::new(here, there, 1).message(3, 1);
        assert_eq!(unreachable.reversed().icmp_type, 3);
    }
}
