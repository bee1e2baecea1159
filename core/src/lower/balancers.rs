//! Load balancers: a node in each subnet, and their listeners. What stands
//! behind a listener is told by its target groups. Health is not modeled:
//! every target is taken to be well.

use super::claims::Claim;
use super::interfaces::Seat;
use super::lowered::{Builder, Whereabouts, origin};
use super::reason::reason;
use super::survey::{BalancerKind, Fact, Listener as Written, LoadBalancer, Used};
use super::targets::{Calling, is_function};
use crate::message::Message;
use crate::network::{Balancer, Family, Listener, PlaceId, PortSet, Protocol, Role};
use crate::template::LogicalId;

/// The nodes of a load balancer, each with its subnet.
pub(super) type Nodes = Vec<(LogicalId, PlaceId)>;

/// A load balancer whose nodes stand.
struct Front<'a> {
    written: &'a LoadBalancer,
    kind: BalancerKind,
    nodes: Nodes,
}

impl Builder<'_> {
    pub(super) fn add_balancers(&mut self) {
        let survey = self.survey;
        let mut fronts = Vec::new();
        for balancer in survey.load_balancers.values() {
            let id = &balancer.id;
            let kind = match &balancer.kind {
                Fact::Known(BalancerKind::Gateway) => {
                    let why = Message::new(
                        "{balancer} is a Gateway Load Balancer: it takes what its endpoints hand it, and calls nobody. Ask from one end of the way to the other.",
                    );
                    self.refuse(id, why.resource("balancer", id));
                    continue;
                }
                Fact::Known(kind) => *kind,
                fact => {
                    let why = Message::new("The type of {balancer} {why}.")
                        .resource("balancer", id)
                        .message("why", reason(fact));
                    self.refuse(id, why);
                    continue;
                }
            };
            if let Some(nodes) = self.add_nodes(balancer, kind) {
                fronts.push(Front {
                    written: balancer,
                    kind,
                    nodes,
                });
            }
        }
        // A Network Load Balancer may have an Application Load Balancer for
        // its target, so those come first.
        let is_first = |front: &&Front<'_>| front.kind == BalancerKind::Application;
        for front in fronts.iter().filter(is_first) {
            self.add_balancer(front);
        }
        for front in fronts.iter().filter(|front| !is_first(front)) {
            self.add_balancer(front);
        }
        self.add_classic_balancers();
    }

    /// A Network Load Balancer without groups filters nothing; an Application
    /// Load Balancer has the default group of its VPC then.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html>
    fn add_nodes(&mut self, balancer: &LoadBalancer, kind: BalancerKind) -> Option<Nodes> {
        let is_open = kind == BalancerKind::Network && balancer.groups.is_empty();
        let groups = (!is_open).then_some(&balancer.groups[..]);
        self.stand_as_nodes(&balancer.id, &balancer.subnets, groups)
    }

    /// A node in each subnet; `None` for groups filters nothing.
    pub(super) fn stand_as_nodes(
        &mut self,
        id: &LogicalId,
        subnets: &[Used],
        groups: Option<&[Used]>,
    ) -> Option<Nodes> {
        let mut nodes = Vec::new();
        for (number, used) in subnets.iter().enumerate() {
            let seat = Seat {
                claim: Claim::new(id, number),
                origin: origin(id),
                subnet: &used.id,
                role: Role::Node,
            };
            let made = match groups {
                Some(groups) => self.stand_in_groups(seat, groups),
                None => self.stand(seat, |_, _| Vec::new()),
            };
            match (made, used.id.known()) {
                (Ok(place), Some(subnet)) => nodes.push((subnet.clone(), place)),
                (Err(why), _) => self.leave_out(id, why),
                _ => {}
            }
        }
        if nodes.is_empty() {
            if subnets.is_empty() {
                let why = Message::new("{balancer} has no subnet.").resource("balancer", id);
                self.refuse(id, why);
            }
            return None;
        }
        self.lowered.unsupported.shift_remove(id);
        Some(nodes)
    }

    fn add_balancer(&mut self, front: &Front<'_>) {
        let (survey, balancer) = (self.survey, front.written);
        let id = &balancer.id;
        let written = balancer.listeners.iter();
        let written = written.filter_map(|listener| survey.listeners.get(listener));
        let mut listeners = Vec::new();
        for listener in written {
            listeners.extend(self.listeners(front, listener));
        }
        if !balancer.scheme.is_absent() && balancer.scheme.known().is_none() {
            let message = Message::new("{balancer} is taken to be internal: its scheme {why}.")
                .resource("balancer", id)
                .message("why", reason(&balancer.scheme));
            self.assume(id, message);
        }
        if balancer.address_type.known().is_none() {
            let message = Message::new(
                "{balancer} is taken to have IPv4 addresses only: the type of its addresses {why}.",
            )
            .resource("balancer", id)
            .message("why", reason(&balancer.address_type));
            self.assume(id, message);
        }
        self.add_made(
            id,
            &front.nodes,
            Balancer {
                origin: origin(id),
                nodes: Vec::new(),
                is_called_outside: balancer.is_internet_facing,
                listeners,
                is_filtered_inside: false,
            },
        );
    }

    /// Adds a load balancer with these nodes.
    pub(super) fn add_made(&mut self, id: &LogicalId, nodes: &Nodes, balancer: Balancer) {
        let message = Message::new("Every target of {balancer} is taken to be healthy.")
            .resource("balancer", id);
        self.assume(id, message);
        let made = self.lowered.network.add_balancer(Balancer {
            nodes: nodes.iter().map(|(_, place)| *place).collect(),
            ..balancer
        });
        let made = Whereabouts::Balancer(made);
        self.lowered.places.insert(id.clone(), made);
    }

    fn listeners(&mut self, front: &Front<'_>, written: &Written) -> Vec<Listener> {
        let survey = self.survey;
        let balancer = &front.written.id;
        let port = written.port.known();
        let port = port.and_then(|port| u16::try_from(*port).ok());
        let protocols = written.protocol.known().map_or(&[][..], |it| carried(it));
        let (Some(port), false) = (port, protocols.is_empty()) else {
            let part = if port.is_some() { "protocol" } else { "port" };
            let why = Message::new("which {part} {listener} listens at is not known")
                .text("part", part)
                .resource("listener", &written.id);
            self.leave_listeners_open(balancer, why);
            return Vec::new();
        };
        if written.answers_itself {
            self.lowered.answering.insert(written.id.clone());
        }
        let mut made = Vec::new();
        for protocol in protocols {
            let mut backends = Vec::new();
            let by_rules = written.by_rules.iter().map(|(_, used)| used);
            for used in written.groups.iter().chain(by_rules) {
                let group = used.id.known().and_then(|id| survey.target_groups.get(id));
                let Some(group) = group else {
                    let why = Message::new("a target group of {listener} {why}")
                        .resource("listener", &written.id)
                        .message("why", reason(&used.id));
                    self.leave_open(&written.id, why);
                    continue;
                };
                if is_function(group) {
                    self.lowered.answering.insert(written.id.clone());
                }
                let calling = Calling {
                    balancer: &front.written.id,
                    kind: front.kind,
                    crosses_zones: front.written.crosses_zones,
                    protocol: *protocol,
                    nodes: &front.nodes,
                };
                backends.extend(self.backends(&calling, group));
                if let Some(why) = self.lowered.open.get(&group.id).cloned() {
                    self.leave_open(&written.id, why);
                }
            }
            if self.lowered.answering.contains(&written.id) && self.calls_function(written) {
                // A function answers whatever the other targets do.
                backends.clear();
            }
            self.offer(balancer, *protocol, &PortSet::single(port));
            made.push(Listener {
                origin: origin(&written.id),
                protocol: *protocol,
                port,
                backends,
            });
        }
        made
    }

    /// Notes that a load balancer may listen at more than is known.
    pub(super) fn leave_listeners_open(&mut self, id: &LogicalId, why: Message) {
        let open = &mut self.lowered.open_listeners;
        open.entry(id.clone()).or_insert(why);
    }

    fn calls_function(&self, listener: &Written) -> bool {
        let by_rules = listener.by_rules.iter().map(|(_, used)| used);
        let groups = listener.groups.iter().chain(by_rules);
        let mut groups = groups.filter_map(|it| self.survey.target_groups.get(it.id.known()?));
        groups.any(is_function)
    }
}

/// What carries the protocol of a listener.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html>
pub(super) fn carried(protocol: &str) -> &'static [Protocol] {
    match protocol {
        "HTTP" | "HTTPS" | "TCP" | "TLS" | "SSL" => &[Protocol::Tcp],
        "UDP" | "QUIC" => &[Protocol::Udp],
        "TCP_UDP" | "TCP_QUIC" => &[Protocol::Tcp, Protocol::Udp],
        _ => &[],
    }
}

/// The family in which targets are called, whatever the client's.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-ip-address-type>
pub(super) fn family(is_ipv6: &Fact<bool>) -> Family {
    if *is_ipv6 == Fact::Known(true) {
        Family::V6
    } else {
        Family::V4
    }
}
