//! Classic Load Balancers: listeners and instances of their own, without target
//! groups.

use super::balancers::{Nodes, carried};
use super::lowered::{Builder, Whereabouts, origin, origin_at};
use super::reason::reason;
use super::survey::{ClassicBalancer, ClassicListener, Fact, Used};
use crate::message::Message;
use crate::network::{
    Backend, Backing, Balancer, Family, Listener, Origin, PlaceId, PortSet, Protocol,
};
use crate::template::LogicalId;

impl Builder<'_> {
    pub(super) fn add_classic_balancers(&mut self) {
        let survey = self.survey;
        for balancer in survey.classic_balancers.values() {
            let groups = Some(&balancer.groups[..]);
            if balancer.subnets.is_empty() {
                let why = Message::new(
                    "{balancer} has no subnet: it would be one of EC2-Classic, which is no more.",
                );
                self.refuse(&balancer.id, why.resource("balancer", &balancer.id));
                continue;
            }
            if let Some(nodes) = self.stand_as_nodes(&balancer.id, &balancer.subnets, groups) {
                self.add_classic_balancer(balancer, &nodes);
            }
        }
    }

    /// The network ACL of a node's subnet is asked for what the node sends to
    /// an instance of the same subnet too.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-vpc-nacl.html>
    fn add_classic_balancer(&mut self, balancer: &ClassicBalancer, nodes: &Nodes) {
        let id = &balancer.id;
        let mut targets: Vec<(Origin, LogicalId, PlaceId)> = Vec::new();
        for used in &balancer.instances {
            if let Some((instance, place)) = self.registered(used) {
                targets.push((origin_at(id, &used.path), instance, place));
            } else {
                let why = Message::new("an instance of {balancer} {why}")
                    .resource("balancer", id)
                    .message("why", reason(&used.id));
                self.leave_open(id, why);
            }
        }
        for member in &balancer.members {
            let from = origin_at(&member.id, &member.path);
            if let Some(Whereabouts::Interfaces(places)) = self.lowered.places.get(&member.id) {
                let made = places.iter();
                targets.extend(made.map(|it| (from.clone(), member.id.clone(), *it)));
            } else {
                let why = Message::new("{member}, which registers itself with {balancer}, stands in no subnet of this template")
                    .resource("member", &member.id)
                    .resource("balancer", id);
                self.leave_open(id, why);
            }
        }
        let listeners = balancer.listeners.iter();
        let listeners: Vec<Listener> = listeners
            .filter_map(|written| self.classic_listener(balancer, written, nodes, &targets))
            .collect();
        if let Some(checked) = balancer.health_check_port.known()
            && let Ok(checked) = u16::try_from(*checked)
        {
            for (_, target, _) in &targets {
                self.offer(target, Protocol::Tcp, &PortSet::single(checked));
            }
        }
        if !matches!(balancer.is_internet_facing, Fact::Known(_)) {
            let message = Message::new("{balancer} is taken to be internal: its scheme {why}.")
                .resource("balancer", id)
                .message("why", reason(&balancer.is_internet_facing));
            self.assume(id, message);
        }
        self.add_made(
            id,
            nodes,
            Balancer {
                origin: origin(id),
                nodes: Vec::new(),
                is_called_outside: balancer.is_internet_facing == Fact::Known(true),
                listeners,
                is_filtered_inside: true,
            },
        );
    }

    /// The primary interface of an instance that is registered by name.
    fn registered(&self, used: &Used) -> Option<(LogicalId, PlaceId)> {
        let id = used.id.known()?;
        match self.lowered.places.get(id)? {
            Whereabouts::Interfaces(places) => Some((id.clone(), *places.first()?)),
            Whereabouts::Balancer(_) => None,
        }
    }

    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html>
    fn classic_listener(
        &mut self,
        balancer: &ClassicBalancer,
        written: &ClassicListener,
        nodes: &Nodes,
        targets: &[(Origin, LogicalId, PlaceId)],
    ) -> Option<Listener> {
        let id = &balancer.id;
        let port = |fact: &Fact<i64>| fact.known().and_then(|port| u16::try_from(*port).ok());
        let protocol = written.protocol.known();
        let protocol = protocol
            .map_or(&[][..], |it| carried(&it.to_uppercase()))
            .first();
        let (Some(listens), Some(called), Some(protocol)) =
            (port(&written.port), port(&written.instance_port), protocol)
        else {
            let why =
                Message::new("a port or the protocol of a listener of {balancer} is not known");
            self.leave_listeners_open(id, why.resource("balancer", id));
            return None;
        };
        let crosses = balancer.crosses_zones == Fact::Known(true);
        if !matches!(balancer.crosses_zones, Fact::Known(_)) {
            let message = Message::new(
                "{balancer} is taken to keep to zones: whether it crosses them {why}.",
            )
            .resource("balancer", id)
            .message("why", reason(&balancer.crosses_zones));
            self.assume_once(id, message);
        }
        let mut backends = Vec::new();
        for (from, target, place) in targets {
            self.offer(target, *protocol, &PortSet::single(called));
            backends.push(Backend {
                nodes: self.near(id, nodes, *place, crosses),
                family: Some(Family::V4),
                ..Backend::new(from.clone(), Backing::Place(*place), called)
            });
        }
        self.offer(id, *protocol, &PortSet::single(listens));
        let from = origin_at(id, &written.path);
        Some(Listener {
            origin: from,
            protocol: *protocol,
            port: listens,
            backends,
        })
    }
}
