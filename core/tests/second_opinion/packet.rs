//! One packet with real ports, and what a single rule or table says of it.
//! Knows neither places nor state.

use std::net::IpAddr;

use drawbridge_core::network::{
    Action, Carries, Direction, Icmp, IcmpMatch, Peer, Precedence, Protocol, Route, Rule,
    StatefulId, Table, Target,
};

/// What travels. Ports are 0 where the protocol has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Packet {
    pub(crate) source: IpAddr,
    pub(crate) source_port: u16,
    pub(crate) destination: IpAddr,
    pub(crate) port: u16,
    pub(crate) protocol: Protocol,
    pub(crate) icmp: Option<Icmp>,
}

impl Packet {
    /// A first packet; a ping where the protocol is ICMP.
    pub(crate) fn opening(
        source: (IpAddr, u16),
        destination: (IpAddr, u16),
        protocol: Protocol,
    ) -> Self {
        let kind = match protocol {
            Protocol::Icmp => Some(8),
            Protocol::Icmpv6 => Some(128),
            _ => None,
        };
        let ports = matches!(protocol, Protocol::Tcp | Protocol::Udp);
        let port = |number: u16| if ports { number } else { 0 };
        Self {
            source: source.0,
            source_port: port(source.1),
            destination: destination.0,
            port: port(destination.1),
            protocol,
            icmp: kind.map(|kind| Icmp { kind, code: 0 }),
        }
    }

    /// The packet that answers this one.
    pub(crate) fn answer(self) -> Self {
        let icmp = self.icmp.map(|icmp| match icmp.kind {
            8 => Icmp { kind: 0, code: 0 },
            128 => Icmp { kind: 129, code: 0 },
            _ => icmp,
        });
        Self {
            source: self.destination,
            source_port: self.port,
            destination: self.source,
            port: self.source_port,
            icmp,
            ..self
        }
    }

    /// The end that a filter's rules are about.
    pub(crate) fn far(self, direction: Direction) -> IpAddr {
        if direction == Direction::Inbound {
            self.source
        } else {
            self.destination
        }
    }
}

/// Whether a rule is about this packet. `all` is what stands for every protocol
/// at once: only a rule for everything lets it pass, and any denial stops it.
pub(crate) fn is_about(
    rule: &Rule,
    packet: Packet,
    direction: Direction,
    is_member: impl Fn(StatefulId) -> bool,
) -> bool {
    let far = packet.far(direction);
    let peer = match &rule.peer {
        Peer::Blocks(blocks) => blocks.iter().any(|block| block.contains(&far)),
        Peer::Members(group) => is_member(*group),
    };
    let message = |wanted: &IcmpMatch| {
        packet.icmp.is_some_and(|icmp| {
            wanted.kind.is_none_or(|kind| kind == icmp.kind)
                && wanted.code.is_none_or(|code| code == icmp.code)
        })
    };
    let carried = match (packet.protocol, &rule.carries) {
        (_, Carries::Anything) => true,
        (Protocol::Any, _) => rule.action == Action::Deny,
        (Protocol::Tcp, Carries::Tcp(ports)) | (Protocol::Udp, Carries::Udp(ports)) => {
            ports.contains(packet.port)
        }
        (Protocol::Icmp, Carries::Icmp(wanted)) | (Protocol::Icmpv6, Carries::Icmpv6(wanted)) => {
            message(wanted)
        }
        (Protocol::Other(number), Carries::Other(wanted)) => number == *wanted,
        _ => false,
    };
    peer && carried
}

/// The route that a table uses: found by looking at every line of it.
pub(crate) fn route(table: &Table, destination: IpAddr) -> Option<&Route> {
    let is_learned = |route: &Route| matches!(route.precedence, Precedence::Propagated(_));
    let is_local = |route: &Route| route.target == Target::Local && !is_learned(route);
    let matching = || {
        let all = table.routes().iter();
        all.filter(move |route| route.prefix.contains(&destination))
    };
    let mut used: Option<&Route> = None;
    for route in matching() {
        let is_better = used.is_none_or(|used| {
            let (length, other) = (route.prefix.prefix_len(), used.prefix.prefix_len());
            length > other || (length == other && route.precedence < used.precedence)
        });
        if is_better {
            used = Some(route);
        }
    }
    if used.is_some_and(is_learned)
        && let Some(local) = matching().find(|route| is_local(route))
    {
        return Some(local);
    }
    used
}
