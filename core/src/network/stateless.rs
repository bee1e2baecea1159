//! Filters without memory: ordered lists where the first match decides, looked
//! at afresh in each direction.

use super::{Action, Decision, Direction, Flow, Origin, PortSet, Rule, StatefulId};
use std::net::IpAddr;

/// A stateless filter. The caller gives the rules in the order in which they
/// are tried; what none matches is dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stateless {
    /// What the filter was made from.
    pub origin: Origin,
    /// The rules for what comes in, matched by source and destination port.
    pub inbound: Vec<Rule>,
    /// The rules for what goes out, matched by destination and destination port.
    pub outbound: Vec<Rule>,
}

impl Stateless {
    /// The rules of one direction.
    pub fn rules(&self, direction: Direction) -> &[Rule] {
        match direction {
            Direction::Inbound => &self.inbound,
            Direction::Outbound => &self.outbound,
        }
    }

    /// The ports that pass. No rule asks for members of a group.
    pub fn passing(&self, flow: &Flow, direction: Direction) -> PortSet {
        self.judge(flow, direction, &|_, _| false).0
    }

    /// The ports that pass, and every rule that decided some of them. Ports
    /// that no rule decided fall to a last decision without a rule.
    pub(super) fn judge(
        &self,
        flow: &Flow,
        direction: Direction,
        is_member: &impl Fn(StatefulId, IpAddr) -> bool,
    ) -> (PortSet, Vec<Decision>) {
        let mut open = flow.clone();
        let mut passed = PortSet::none();
        let mut decisions = Vec::new();
        for (index, rule) in self.rules(direction).iter().enumerate() {
            if open.destination_ports.is_empty() {
                break;
            }
            let ports = rule.share(&open, direction, is_member);
            if ports.is_empty() {
                continue;
            }
            open.destination_ports = open.destination_ports.difference(&ports);
            if rule.action == Action::Allow {
                passed = passed.union(&ports);
            }
            decisions.push(Decision {
                filter: self.origin.clone(),
                rule: Some((index, rule.origin.clone())),
                action: rule.action,
                ports,
            });
        }
        if !open.destination_ports.is_empty() {
            decisions.push(Decision {
                filter: self.origin.clone(),
                rule: None,
                action: Action::Deny,
                ports: open.destination_ports,
            });
        }
        (passed, decisions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Carries, Peer, Protocol};
    use ipnet::IpNet;

    fn filter(rules: &[(Action, PortSet)]) -> Stateless {
        let everywhere: IpNet = "0.0.0.0/0".parse().unwrap();
        let inbound = rules.iter().map(|(action, ports)| Rule {
            origin: Origin::whole("rule"),
            action: *action,
            carries: Carries::Tcp(ports.clone()),
            peer: Peer::block(everywhere),
        });
        let inbound = inbound.collect();
        Stateless {
            origin: Origin::whole("list"),
            inbound,
            outbound: vec![],
        }
    }

    fn passed(filter: &Stateless, ports: PortSet) -> (PortSet, usize) {
        let end = |text: &str| text.parse().unwrap();
        let from = (end("10.0.0.4"), PortSet::all());
        let flow = Flow::new(from, (end("10.0.1.4"), ports), Protocol::Tcp);
        let (passed, decisions) = filter.judge(&flow, Direction::Inbound, &|_, _| false);
        (passed, decisions.len())
    }

    #[test]
    fn the_first_matching_rule_decides() {
        let list = filter(&[
            (Action::Deny, PortSet::single(22)),
            (Action::Allow, PortSet::from(0..=1023)),
        ]);
        assert!(passed(&list, PortSet::single(22)).0.is_empty());
        assert_eq!(
            passed(&list, PortSet::from(21..=23)).0.to_string(),
            "21, 23"
        );
    }

    #[test]
    fn what_no_rule_matches_is_dropped_and_noted() {
        let list = filter(&[(Action::Allow, PortSet::from(32768..=65535))]);
        let (passed, decisions) = passed(&list, PortSet::from(1024..=65535));
        assert_eq!(passed, PortSet::from(32768..=65535));
        assert_eq!(decisions, 2);
    }
}
