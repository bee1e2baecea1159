//! Load balancers: a node in each subnet, listeners, and the targets that each
//! node uses. Health is not modeled: every target is taken to be well.

use std::net::IpAddr;

use super::claims::Claim;
use super::interfaces::Seat;
use super::lowered::{Builder, Whereabouts, origin, origin_at};
use super::reason::reason;
use super::survey::{BalancerKind, Fact, Listener as Written, LoadBalancer, TargetGroup, Used};
use crate::message::Message;
use crate::network::{Backend, Backing, Balancer, Listener, PlaceId, PortSet, Protocol, Role};
use crate::template::LogicalId;

impl Builder<'_> {
    pub(super) fn add_balancers(&mut self) {
        let survey = self.survey;
        for balancer in survey.load_balancers.values() {
            match &balancer.kind {
                Fact::Known(BalancerKind::Gateway) => {
                    let why = Message::new(
                        "{balancer} is a Gateway Load Balancer, which is not modeled.",
                    )
                    .resource("balancer", &balancer.id);
                    self.refuse(&balancer.id, why);
                }
                Fact::Known(kind) => self.add_balancer(balancer, *kind),
                fact => {
                    let why = Message::new("The type of {balancer} {why}.")
                        .resource("balancer", &balancer.id)
                        .message("why", reason(fact));
                    self.refuse(&balancer.id, why);
                }
            }
        }
    }

    fn add_balancer(&mut self, balancer: &LoadBalancer, kind: BalancerKind) {
        let id = &balancer.id;
        let mut nodes: Vec<(LogicalId, PlaceId)> = Vec::new();
        for (number, used) in balancer.subnets.iter().enumerate() {
            // A Network Load Balancer without groups filters nothing; an
            // Application Load Balancer has the default group of its VPC.
            let guards = |builder: &mut Self, vpc: &LogicalId| {
                if kind == BalancerKind::Network && balancer.groups.is_empty() {
                    return Vec::new();
                }
                builder.guards(id, &balancer.groups, vpc)
            };
            let seat = Seat {
                claim: Claim::new(id, number),
                origin: origin(id),
                subnet: &used.id,
                role: Role::Node,
            };
            match (self.stand(seat, guards), used.id.known()) {
                (Ok(place), Some(subnet)) => nodes.push((subnet.clone(), place)),
                (Err(why), _) => self.refuse(id, why),
                _ => {}
            }
        }
        if nodes.is_empty() {
            // `stand` has said why, unless there was nothing to stand in.
            if balancer.subnets.is_empty() {
                let why = Message::new("{balancer} has no subnet.").resource("balancer", id);
                self.refuse(id, why);
            }
            return;
        }
        self.lowered.unsupported.shift_remove(id);
        let survey = self.survey;
        let written = balancer.listeners.iter();
        let written = written.filter_map(|listener| survey.listeners.get(listener));
        let mut listeners = Vec::new();
        for listener in written {
            listeners.extend(self.listeners(balancer, kind, listener, &nodes));
        }
        if !balancer.scheme.is_absent() && balancer.scheme.known().is_none() {
            let message = Message::new("{balancer} is taken to be internal: its scheme {why}.")
                .resource("balancer", id)
                .message("why", reason(&balancer.scheme));
            self.assume(id, message);
        }
        let message = Message::new("Every target of {balancer} is taken to be healthy.")
            .resource("balancer", id);
        self.assume(id, message);
        let made = self.lowered.network.add_balancer(Balancer {
            origin: origin(id),
            nodes: nodes.iter().map(|(_, place)| *place).collect(),
            is_called_outside: balancer.is_internet_facing,
            listeners,
            is_filtered_inside: false,
        });
        self.lowered
            .places
            .insert(id.clone(), Whereabouts::Balancer(made));
        for (subnet, place) in nodes {
            self.nodes.push((id.clone(), subnet, place));
        }
    }

    fn listeners(
        &mut self,
        balancer: &LoadBalancer,
        kind: BalancerKind,
        written: &Written,
        nodes: &[(LogicalId, PlaceId)],
    ) -> Vec<Listener> {
        let port = written
            .port
            .known()
            .and_then(|port| u16::try_from(*port).ok());
        let protocols = written.protocol.known().map(|it| carried(it));
        let (Some(port), Some(protocols)) = (port, protocols) else {
            let message =
                Message::new("{listener} is left out: its port or protocol is not known.")
                    .resource("listener", &written.id);
            self.assume(&balancer.id, message);
            return Vec::new();
        };
        if written.answers_itself {
            self.lowered.answering.insert(written.id.clone());
        }
        let survey = self.survey;
        let mut made = Vec::new();
        for protocol in protocols {
            let mut backends = Vec::new();
            let by_rules = written.by_rules.iter().map(|(_, used)| used);
            for used in written.groups.iter().chain(by_rules) {
                let group = used.id.known().and_then(|id| survey.target_groups.get(id));
                if let Some(group) = group {
                    backends.extend(self.backends(balancer, kind, group, *protocol, nodes));
                    if let Some(why) = self.lowered.open.get(&group.id).cloned() {
                        self.leave_open(&written.id, why);
                    }
                } else {
                    let why = Message::new("a target group of {listener} {why}")
                        .resource("listener", &written.id)
                        .message("why", reason(&used.id));
                    self.leave_open(&written.id, why);
                }
            }
            self.offer(&balancer.id, *protocol, PortSet::single(port));
            made.push(Listener {
                origin: origin(&written.id),
                protocol: *protocol,
                port,
                backends,
            });
        }
        made
    }

    fn backends(
        &mut self,
        balancer: &LoadBalancer,
        kind: BalancerKind,
        group: &TargetGroup,
        protocol: Protocol,
        nodes: &[(LogicalId, PlaceId)],
    ) -> Vec<Backend> {
        let mut backends = Vec::new();
        for (target, port) in &group.targets {
            let port = port.or(group.port.known().copied());
            let port = port.and_then(|port| u16::try_from(port).ok());
            let (Some(place), Some(port)) = (self.target(target, nodes), port) else {
                let why = Message::new("a target of {group} {why}")
                    .resource("group", &group.id)
                    .message("why", reason(&target.id));
                self.leave_open(&group.id, why);
                continue;
            };
            backends.push(Backend {
                origin: origin_at(&group.id, &target.path),
                to: Backing::Place(place),
                port,
                nodes: self.serving(balancer, kind, place, nodes),
                keeps_source: keeps_source(kind, group, protocol),
            });
        }
        backends
    }

    /// The interface of a target: an instance by name, or an address.
    fn target(&self, target: &Used, nodes: &[(LogicalId, PlaceId)]) -> Option<PlaceId> {
        match &target.id {
            Fact::Known(id) => match self.lowered.places.get(id)? {
                Whereabouts::Interfaces(places) => places.first().copied(),
                Whereabouts::Balancer(_) => None,
            },
            Fact::Elsewhere(text) => {
                let address: IpAddr = text.parse().ok()?;
                let router = self.lowered.network.router_of(nodes.first()?.1)?;
                self.lowered.network.owner(router, address)
            }
            _ => None,
        }
    }

    /// The nodes that send to a target: all of them across zones, else those
    /// of its zone; none at all if no node is in its zone.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html>
    fn serving(
        &mut self,
        balancer: &LoadBalancer,
        kind: BalancerKind,
        target: PlaceId,
        nodes: &[(LogicalId, PlaceId)],
    ) -> Option<Vec<PlaceId>> {
        let survey = self.survey;
        let zone = |subnet: &LogicalId| survey.subnets.get(subnet)?.zone.known();
        let segment = self.lowered.network.interface(target)?.segment;
        let subnet = self.segments.iter().find(|(_, id)| **id == segment);
        let at = subnet.and_then(|(subnet, _)| zone(subnet));
        let open = nodes.iter().any(|(subnet, _)| zone(subnet).is_none());
        let Some(at) = at.filter(|_| !open) else {
            let message = Message::new(
                "{balancer} has a node in the zone of every target: not every zone is known.",
            )
            .resource("balancer", &balancer.id);
            if self
                .lowered
                .assumptions
                .iter()
                .all(|it| it.message != message)
            {
                self.assume(&balancer.id, message);
            }
            return None;
        };
        let near = nodes.iter().filter(|(subnet, _)| zone(subnet) == Some(at));
        let near: Vec<PlaceId> = near.map(|(_, place)| *place).collect();
        let crosses = match kind {
            BalancerKind::Application => true,
            _ => balancer.crosses_zones == Some(true),
        };
        (near.is_empty() || !crosses).then_some(near)
    }
}

/// Whether a target sees the client's address.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation>
fn keeps_source(kind: BalancerKind, group: &TargetGroup, protocol: Protocol) -> bool {
    if kind != BalancerKind::Network {
        return false;
    }
    let is_instance = group.target_type.known().is_some_and(|it| it == "instance");
    let is_either = group.protocol.known().is_some_and(|it| it == "TCP_UDP");
    protocol == Protocol::Udp || is_either || group.preserves_client_ip.unwrap_or(is_instance)
}

/// What carries the protocol of a listener.
fn carried(protocol: &str) -> &'static [Protocol] {
    match protocol {
        "HTTP" | "HTTPS" | "TCP" | "TLS" => &[Protocol::Tcp],
        "UDP" => &[Protocol::Udp],
        "TCP_UDP" => &[Protocol::Tcp, Protocol::Udp],
        _ => &[],
    }
}
