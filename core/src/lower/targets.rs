//! Target groups: whom a listener calls, at which port, from which nodes, and
//! in whose name. What a listener is, is not known here.

use std::net::IpAddr;

use super::balancers::family;
use super::lowered::{Builder, Whereabouts, origin_at};
use super::reason::reason;
use super::survey::{BalancerKind, Fact, TargetGroup, Used};
use crate::message::Message;
use crate::network::{
    Backend, Backing, Family, Origin, PlaceId, PlaceKind, PortSet, Protocol, is_private, is_shared,
};
use crate::template::{LogicalId, PropertyPath};

/// Who calls a target group.
pub(super) struct Calling<'a> {
    pub(super) balancer: &'a LogicalId,
    pub(super) kind: BalancerKind,
    /// What the load balancer says of other zones.
    pub(super) crosses_zones: Option<bool>,
    pub(super) protocol: Protocol,
    pub(super) nodes: &'a [(LogicalId, PlaceId)],
}

/// A target that was found.
struct Found {
    to: Backing,
    address: Option<IpAddr>,
    /// Whether nodes of every zone use it, since it is in none.
    is_zoneless: bool,
}

impl From<PlaceId> for Found {
    fn from(place: PlaceId) -> Self {
        Self {
            to: Backing::Place(place),
            address: None,
            is_zoneless: false,
        }
    }
}

/// Whether a target group is a function: no packet goes there.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html>
pub(super) fn is_function(group: &TargetGroup) -> bool {
    let is_function = group.target_type.known().is_some_and(|it| it == "lambda");
    is_function && !group.targets.is_empty()
}

impl Builder<'_> {
    /// The targets of a group: those that are registered by name or address,
    /// and those that register themselves.
    pub(super) fn backends(&mut self, calling: &Calling<'_>, group: &TargetGroup) -> Vec<Backend> {
        let mut backends = Vec::new();
        if group.target_type.known().is_some_and(|it| it == "lambda") {
            return backends;
        }
        let usual = group.port.known().copied();
        for (number, (target, port)) in group.targets.iter().enumerate() {
            let is_everywhere = group.target_zones.get(number);
            let is_everywhere = is_everywhere
                .and_then(Fact::known)
                .is_some_and(|it| it == "all");
            let found = self.targets(calling, group, target).map(|mut found| {
                for found in &mut found {
                    found.is_zoneless |= is_everywhere;
                }
                found
            });
            let from = origin_at(&group.id, &target.path);
            match (
                found,
                port.or(usual).and_then(|port| u16::try_from(port).ok()),
            ) {
                (Ok(found), Some(port)) => {
                    self.offer_target(target, group, calling.protocol, port);
                    let made = found.into_iter();
                    let made: Vec<Backend> = made
                        .map(|found| self.backend(calling, group, &from, &found, port))
                        .collect();
                    backends.extend(made);
                }
                (Ok(_), None) => {
                    let why = Message::new("the port of a target of {group} is not known");
                    self.leave_open(&group.id, why.resource("group", &group.id));
                }
                (Err(why), _) => self.leave_open(&group.id, why),
            }
        }
        for member in &group.members {
            let port = match &member.port {
                Fact::Absent => usual,
                port => port.known().copied(),
            };
            let here = self.lowered.places.get(&member.id);
            let Some(Whereabouts::Interfaces(places)) = here.cloned() else {
                let why = Message::new(
                    "{member}, which registers itself with {group}, stands in no subnet of this template",
                );
                let why = why.resource("member", &member.id);
                self.leave_open(&group.id, why.resource("group", &group.id));
                continue;
            };
            let Some(port) = port.and_then(|port| u16::try_from(port).ok()) else {
                let why = Message::new("at which port {member} registers itself is not known");
                self.leave_open(&group.id, why.resource("member", &member.id));
                continue;
            };
            let used = Used {
                path: PropertyPath::root(),
                id: Fact::Known(member.id.clone()),
            };
            self.offer_target(&used, group, calling.protocol, port);
            let from = origin_at(&member.id, &member.path);
            for place in places {
                backends.push(self.backend(calling, group, &from, &place.into(), port));
            }
        }
        backends
    }

    /// A target offers the port that it is called at, and that of the health
    /// check.
    fn offer_target(&mut self, target: &Used, group: &TargetGroup, protocol: Protocol, port: u16) {
        let Some(id) = target.id.known() else {
            return;
        };
        self.offer(id, protocol, &PortSet::single(port));
        let checked = group.health_check_port.unwrap_or_else(|| port.into());
        if let Ok(checked) = u16::try_from(checked) {
            self.offer(id, Protocol::Tcp, &PortSet::single(checked));
        }
    }

    fn backend(
        &mut self,
        calling: &Calling<'_>,
        group: &TargetGroup,
        from: &Origin,
        found: &Found,
        port: u16,
    ) -> Backend {
        let nodes = match found.to {
            Backing::Place(place) if !found.is_zoneless => self.serving(calling, group, place),
            _ => None,
        };
        Backend {
            nodes,
            keeps_source: keeps_source(calling.kind, group, calling.protocol),
            family: Some(family(&group.is_ipv6)),
            address: found.address,
            ..Backend::new(from.clone(), found.to, port)
        }
    }

    /// Who a target is, or why that is not known.
    fn targets(
        &self,
        calling: &Calling<'_>,
        group: &TargetGroup,
        target: &Used,
    ) -> Result<Vec<Found>, Message> {
        let unknown = || {
            Message::new("a target of {group} {why}")
                .resource("group", &group.id)
                .message("why", reason(&target.id))
        };
        let wants_balancer = group.target_type.known().is_some_and(|it| it == "alb");
        match &target.id {
            Fact::Known(id) => match self.lowered.places.get(id) {
                // By its name an instance is called at its primary interface.
                Some(Whereabouts::Interfaces(places)) if !wants_balancer => {
                    let first = places.first().copied().map(Found::from);
                    Ok(first.into_iter().collect())
                }
                Some(Whereabouts::Balancer(balancer)) if wants_balancer => Ok(vec![Found {
                    to: Backing::Balancer(*balancer),
                    address: None,
                    is_zoneless: true,
                }]),
                _ => Err(unknown()),
            },
            Fact::Elsewhere(text) => match text.parse::<IpAddr>() {
                Ok(address) => self.at_address(calling, group, address),
                Err(_) => Err(unknown()),
            },
            _ => Err(unknown()),
        }
    }

    /// Who has an address: somebody in the VPC, in a peer, in another VPC, or
    /// a site. Public addresses cannot be registered.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-type>
    fn at_address(
        &self,
        calling: &Calling<'_>,
        group: &TargetGroup,
        address: IpAddr,
    ) -> Result<Vec<Found>, Message> {
        let network = &self.lowered.network;
        let about = |sentence| {
            Message::new(sentence)
                .resource("group", &group.id)
                .text("address", address)
        };
        let first = calling.nodes.first();
        let router = first.and_then(|(_, node)| network.router_of(*node));
        let own = router.and_then(|router| network.owner(router, address));
        let found = |place, is_zoneless| Found {
            to: Backing::Place(place),
            address: Some(address),
            is_zoneless,
        };
        if let Some(place) = own {
            return Ok(vec![found(place, false)]);
        }
        let is_own = router.and_then(|router| network.router(router));
        if is_own.is_some_and(|router| router.blocks.iter().any(|it| it.contains(&address))) {
            return Err(about(
                "nobody in this template has {address}, a target of {group}",
            ));
        }
        if Family::of(address) == Family::V4 && !is_private(address) && !is_shared(address) {
            return Err(about(
                "{address}, a target of {group}, is a public address, which no target group takes",
            ));
        }
        let near = router.and_then(|router| network.owner_nearby(router, address));
        let far = || {
            network
                .routers()
                .find_map(|(id, _)| network.owner(id, address))
        };
        let site = || {
            let mut sites = self.lowered.sites.values().copied();
            sites.find(|site| match network.place(*site).map(|it| &it.kind) {
                Some(PlaceKind::Remote(site)) => site.blocks.iter().any(|it| it.contains(&address)),
                _ => false,
            })
        };
        let place = near.or_else(far).or_else(site);
        let place = place
            .ok_or_else(|| about("nobody in this template has {address}, a target of {group}"))?;
        Ok(vec![found(place, true)])
    }

    /// The nodes that send to a target: all of them across zones, else those
    /// of its zone; none at all if no node is in its zone.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html>
    fn serving(
        &mut self,
        calling: &Calling<'_>,
        group: &TargetGroup,
        target: PlaceId,
    ) -> Option<Vec<PlaceId>> {
        let crosses = match calling.kind {
            BalancerKind::Application => group.crosses_zones != Some(false),
            _ => group.crosses_zones.or(calling.crosses_zones) == Some(true),
        };
        self.near(calling.balancer, calling.nodes, target, crosses)
    }

    /// The nodes near a target, if only they send to it.
    pub(super) fn near(
        &mut self,
        balancer: &LogicalId,
        nodes: &[(LogicalId, PlaceId)],
        target: PlaceId,
        crosses: bool,
    ) -> Option<Vec<PlaceId>> {
        let network = &self.lowered.network;
        let zone_of = |place| {
            network
                .segment(network.interface(place)?.segment)?
                .zone
                .clone()
        };
        let at = zone_of(target);
        let is_open = nodes.iter().any(|(_, node)| zone_of(*node).is_none());
        let Some(at) = at.filter(|_| !is_open) else {
            let message = Message::new(
                "{balancer} has a node in the zone of every target: not every zone is known.",
            );
            self.assume_once(balancer, message.resource("balancer", balancer));
            return None;
        };
        let near = nodes.iter().map(|(_, node)| *node);
        let near: Vec<PlaceId> = near
            .filter(|node| zone_of(*node).as_ref() == Some(&at))
            .collect();
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
    let is = |of: &Fact<String>, text| of.known().is_some_and(|it| it == text);
    // For these it cannot be turned off.
    let is_always = is(&group.target_type, "alb")
        || is(&group.protocol, "TCP_UDP")
        || is(&group.protocol, "TCP_QUIC")
        || protocol == Protocol::Udp;
    let is_instance = is(&group.target_type, "instance");
    is_always || group.preserves_client_ip.unwrap_or(is_instance)
}
