//! What stands in subnets with an address of its own: instances, NAT gateways
//! and databases.

use std::net::IpAddr;

use super::addresses::standing;
use super::lowered::{Builder, Service, Whereabouts, origin};
use super::reason::reason;
use super::survey::{Connectivity, Database, Fact, Instance, NatGateway, Peer, Used};
use crate::message::Message;
use crate::network::{
    Address, Interface, Place, PlaceId, PlaceKind, PortSet, Protocol, Role, StatefulId, Translator,
};
use crate::template::LogicalId;

/// The protocols that a NAT gateway carries.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html>
const NAT_PROTOCOLS: [Protocol; 3] = [Protocol::Tcp, Protocol::Udp, Protocol::Icmp];

impl Builder<'_> {
    pub(super) fn add_hosts(&mut self) {
        let survey = self.survey;
        for instance in survey.instances.values() {
            self.add_instance(instance);
        }
        for gateway in survey.nat_gateways.values() {
            self.add_nat_gateway(gateway);
        }
        for database in survey.databases.values() {
            self.add_database(database);
        }
    }

    /// Adds an interface of `id` in `subnet`, or notes why there is none.
    pub(super) fn stand(
        &mut self,
        id: &LogicalId,
        subnet: &Fact<LogicalId>,
        guards: impl FnOnce(&mut Self, &LogicalId) -> Vec<StatefulId>,
        role: Role,
    ) -> Option<PlaceId> {
        let survey = self.survey;
        let found = subnet.known().and_then(|subnet| survey.subnets.get(subnet));
        let segment = found
            .and_then(|subnet| self.segments.get(&subnet.id))
            .copied();
        let vpc = found.and_then(|subnet| subnet.vpc.known());
        let (Some(found), Some(segment), Some(vpc)) = (found, segment, vpc) else {
            let of_subnet = subnet
                .known()
                .and_then(|it| self.lowered.unsupported.get(it));
            let why = of_subnet.cloned().unwrap_or_else(|| {
                Message::new("The subnet of {host} {why}.")
                    .resource("host", id)
                    .message("why", reason(subnet))
            });
            self.refuse(id, why);
            return None;
        };
        let Some(own) = self.addresses.private(id, &found.id) else {
            let why = Message::new("{subnet} has no address for {host}.")
                .resource("subnet", &found.id)
                .resource("host", id);
            self.refuse(id, why);
            return None;
        };
        let public = self.addresses.public(id, &found.id);
        let guards = guards(self, vpc);
        let address = Address {
            own: IpAddr::V4(own),
            outside: public.map(IpAddr::V4),
        };
        Some(self.lowered.network.add_place(Place {
            origin: origin(id),
            kind: PlaceKind::Interface(Interface {
                segment,
                addresses: vec![address],
                guards,
                role,
            }),
        }))
    }

    fn add_instance(&mut self, instance: &Instance) {
        let role = if instance.checks_source_destination {
            Role::Host
        } else {
            Role::Forwarder
        };
        let id = &instance.id;
        let guards =
            |builder: &mut Self, vpc: &LogicalId| builder.guards(id, &instance.groups, vpc);
        let Some(place) = self.stand(id, &instance.subnet.id, guards, role) else {
            return;
        };
        self.lowered
            .places
            .insert(id.clone(), Whereabouts::Interfaces(vec![place]));
        let public = self.survey.gets_public_ip(instance);
        if public.known().is_none() {
            let why = Message::new("whether {host} has a public address {why}")
                .resource("host", id)
                .message("why", reason(&public));
            self.lowered.open_addresses.insert(id.clone(), why);
        }
        for protocol in [Protocol::Tcp, Protocol::Udp] {
            let ports = self.offered(&instance.groups, protocol);
            if !ports.is_empty() {
                self.offer(id, protocol, ports);
            }
        }
    }

    /// The ports that security groups let in from addresses. Every port says
    /// nothing of what is offered, and counts as none.
    fn offered(&self, groups: &[Used], protocol: Protocol) -> PortSet {
        let known = groups.iter().filter_map(|used| used.id.known());
        let rules = known
            .filter_map(|group| self.survey.security_groups.get(group))
            .flat_map(|group| &group.ingress)
            .filter(|rule| matches!(rule.peer, Peer::Block(..)))
            .filter(|rule| rule.protocol.known() == Some(&protocol));
        let ranges = rules.filter_map(|rule| {
            let ports = rule.ports.known()?;
            let from = u16::try_from(ports.from).ok()?;
            let to = u16::try_from(ports.to).ok()?;
            (from <= to).then(|| PortSet::from(from..=to))
        });
        let ports = ranges.fold(PortSet::none(), |all, range| all.union(&range));
        if ports == PortSet::all() {
            PortSet::none()
        } else {
            ports
        }
    }

    pub(super) fn offer(&mut self, id: &LogicalId, protocol: Protocol, ports: PortSet) {
        self.lowered.services.push(Service {
            resource: id.clone(),
            protocol,
            ports,
        });
    }

    fn add_nat_gateway(&mut self, gateway: &NatGateway) {
        let role = Role::Translator(Translator {
            ports: PortSet::from(1024..=u16::MAX),
            protocols: NAT_PROTOCOLS.to_vec(),
        });
        let id = &gateway.id;
        let unguarded = |_: &mut Self, _: &LogicalId| Vec::new();
        let Some(place) = self.stand(id, &gateway.subnet, unguarded, role) else {
            return;
        };
        self.lowered
            .places
            .insert(id.clone(), Whereabouts::Interfaces(vec![place]));
        let is_open = matches!(gateway.allocation, Fact::Unknown(_) | Fact::Elsewhere(_));
        if gateway.connectivity == Connectivity::Public && is_open {
            let message = Message::new("{gateway} has an Elastic IP: which one {why}.")
                .resource("gateway", id)
                .message("why", reason(&gateway.allocation));
            self.assume(id, message);
        }
    }

    /// A database answers in one subnet; its standby only waits in another.
    fn add_database(&mut self, database: &Database) {
        let id = &database.id;
        let survey = self.survey;
        let mut subnets = standing(survey, database).into_iter();
        let primary = match subnets.next() {
            Some(subnet) => Fact::Known(subnet.clone()),
            None => database.subnet_group.clone(),
        };
        let guards =
            |builder: &mut Self, vpc: &LogicalId| builder.guards(id, &database.groups, vpc);
        let Some(place) = self.stand(id, &primary, guards, Role::Host) else {
            return;
        };
        self.lowered
            .places
            .insert(id.clone(), Whereabouts::Interfaces(vec![place]));
        if let Some(subnet) = primary.known() {
            let message = Message::new(
                "{database} answers in {subnet}: AWS chooses among the subnets of its group.",
            )
            .resource("database", id)
            .resource("subnet", subnet);
            self.assume(id, message);
        }
        for standby in subnets {
            self.stand(id, &Fact::Known(standby.clone()), guards, Role::Host);
        }
        let port = database
            .port
            .known()
            .and_then(|port| u16::try_from(*port).ok());
        if let Some(port) = port {
            self.offer(id, Protocol::Tcp, PortSet::single(port));
        }
    }
}
