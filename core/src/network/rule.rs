//! One line of a filter: which flows it is about, and what it does with them.
//! Knows nothing of the filter around it.

use super::{Direction, Flow, Icmp, Origin, PortSet, Protocol, StatefulId};
use ipnet::IpNet;
use std::net::IpAddr;
use std::sync::Arc;

/// What a rule does with what it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Lets it pass.
    Allow,
    /// Drops it.
    Deny,
}

/// The protocol, and the ports or messages, that a rule is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Carries {
    /// Every protocol, whatever its ports.
    Anything,
    /// TCP to these destination ports.
    Tcp(PortSet),
    /// UDP to these destination ports.
    Udp(PortSet),
    /// ICMP messages for IPv4.
    Icmp(IcmpMatch),
    /// ICMP messages for IPv6.
    Icmpv6(IcmpMatch),
    /// Another protocol by its IANA number.
    Other(u8),
}

/// Which ICMP messages a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct IcmpMatch {
    /// The type; `None` is every type.
    pub kind: Option<u8>,
    /// The code; `None` is every code.
    pub code: Option<u8>,
}

/// The far end that a rule is about: the source of what comes in, the
/// destination of what goes out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Peer {
    /// Addresses in any of these blocks.
    Blocks(Arc<[IpNet]>),
    /// The own addresses of the interfaces that carry this stateful filter.
    Members(StatefulId),
}

impl Peer {
    /// Addresses in one block.
    pub fn block(block: impl Into<IpNet>) -> Self {
        Self::Blocks(Arc::from([block.into()]))
    }
}

/// One line of a filter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rule {
    /// Where the rule is written.
    pub origin: Origin,
    /// What it does. A stateful filter only allows, and skips a `Deny`.
    pub action: Action,
    /// The protocol that it is about.
    pub carries: Carries,
    /// The far end that it is about.
    pub peer: Peer,
}

impl Rule {
    /// The destination ports of `flow` that this rule decides, given who the
    /// members of a group are. An allow must cover all that a flow without
    /// ports may be; a deny decides as soon as it touches it, so that a verdict
    /// on "every protocol" or "any message" never promises too much.
    pub fn share(
        &self,
        flow: &Flow,
        direction: Direction,
        is_member: impl Fn(StatefulId, IpAddr) -> bool,
    ) -> PortSet {
        let peer = flow.peer(direction);
        let meant = match &self.peer {
            Peer::Blocks(blocks) => blocks.iter().any(|block| block.contains(&peer)),
            Peer::Members(group) => is_member(*group, peer),
        };
        if !meant {
            return PortSet::none();
        }
        let whole = || flow.destination_ports.clone();
        let whole_if = |matches: bool| if matches { whole() } else { PortSet::none() };
        match (&self.carries, flow.protocol) {
            (Carries::Anything, _) => whole(),
            (_, Protocol::Any) => whole_if(self.action == Action::Deny),
            (Carries::Tcp(ports), Protocol::Tcp) | (Carries::Udp(ports), Protocol::Udp) => {
                flow.destination_ports.intersection(ports)
            }
            (Carries::Icmp(message), Protocol::Icmp)
            | (Carries::Icmpv6(message), Protocol::Icmpv6) => {
                whole_if(message.decides(flow.icmp, self.action))
            }
            (Carries::Other(number), Protocol::Other(other)) => whole_if(*number == other),
            _ => PortSet::none(),
        }
    }
}

impl IcmpMatch {
    fn decides(self, message: Option<Icmp>, action: Action) -> bool {
        let Some(Icmp { kind, code }) = message else {
            return self == Self::default() || action == Action::Deny;
        };
        self.kind.is_none_or(|wanted| wanted == kind)
            && self.code.is_none_or(|wanted| wanted == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(action: Action, carries: Carries) -> Rule {
        let everywhere: IpNet = "0.0.0.0/0".parse().unwrap();
        Rule {
            origin: Origin::whole("r"),
            action,
            carries,
            peer: Peer::block(everywhere),
        }
    }

    fn flow(protocol: Protocol, ports: PortSet) -> Flow {
        let end = |text: &str| text.parse().unwrap();
        Flow::new(
            (end("10.0.0.4"), PortSet::all()),
            (end("10.0.1.4"), ports),
            protocol,
        )
    }

    fn share(rule: &Rule, flow: &Flow) -> PortSet {
        rule.share(flow, Direction::Inbound, |_, _| false)
    }

    #[test]
    fn a_rule_decides_only_the_ports_that_it_names() {
        let web = rule(Action::Allow, Carries::Tcp(PortSet::from(80..=90)));
        let wide = flow(Protocol::Tcp, PortSet::from(85..=100));
        assert_eq!(share(&web, &wide), PortSet::from(85..=90));
        assert!(share(&web, &flow(Protocol::Udp, PortSet::single(80))).is_empty());
    }

    #[test]
    fn every_protocol_needs_a_rule_for_anything_but_one_deny_stops_it() {
        let everything = flow(Protocol::Any, PortSet::none());
        let tcp = |action| rule(action, Carries::Tcp(PortSet::all()));
        assert!(share(&tcp(Action::Allow), &everything).is_empty());
        assert!(!share(&tcp(Action::Deny), &everything).is_empty());
        assert!(!share(&rule(Action::Allow, Carries::Anything), &everything).is_empty());
    }

    #[test]
    fn a_rule_for_echo_requests_passes_a_ping_and_not_its_reply() {
        let echo = IcmpMatch {
            kind: Some(8),
            code: None,
        };
        let echo = rule(Action::Allow, Carries::Icmp(echo));
        let ping = flow(Protocol::Icmp, PortSet::none());
        assert!(!share(&echo, &ping).is_empty());
        assert!(share(&echo, &ping.reversed()).is_empty());
    }
}
