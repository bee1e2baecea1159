//! Filters that remember: lists of what is allowed, united over all filters of
//! an interface. The memory itself belongs to the walk.

use super::{Action, Decision, Direction, Flow, Origin, PortSet, Rule, StatefulId};
use std::net::IpAddr;

/// A stateful filter. What no rule allows is dropped; the answer to what passed
/// is not looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stateful {
    /// What the filter was made from.
    pub origin: Origin,
    /// What may come in, by source.
    pub inbound: Vec<Rule>,
    /// What may go out, by destination.
    pub outbound: Vec<Rule>,
}

impl Stateful {
    /// The rules of one direction.
    pub fn rules(&self, direction: Direction) -> &[Rule] {
        match direction {
            Direction::Inbound => &self.inbound,
            Direction::Outbound => &self.outbound,
        }
    }

    /// The ports that this filter alone allows, and each rule that does.
    pub(super) fn allow(
        &self,
        flow: &Flow,
        direction: Direction,
        is_member: &impl Fn(StatefulId, IpAddr) -> bool,
        decisions: &mut Vec<Decision>,
    ) -> PortSet {
        let mut passed = PortSet::none();
        for (index, rule) in self.rules(direction).iter().enumerate() {
            if rule.action == Action::Deny {
                continue;
            }
            let ports = rule.share(flow, direction, is_member);
            if ports.is_empty() {
                continue;
            }
            passed = passed.union(&ports);
            decisions.push(Decision {
                filter: self.origin.clone(),
                rule: Some((index, rule.origin.clone())),
                action: Action::Allow,
                ports,
            });
        }
        passed
    }
}
