//! Network interfaces: how anything stands in a subnet, and those of instances
//! and of their own. Which addresses they get is not known here.

use super::claims::Claim;
use super::lowered::{Builder, Whereabouts, origin};
use super::reason::reason;
use super::survey::{Fact, Instance, Interface as Written, Used};
use crate::message::Message;
use crate::network::{
    Interface, Origin, Place, PlaceId, PlaceKind, PortSet, Protocol, Role, StatefulId, Translator,
};
use crate::template::{LogicalId, PropertyPath};

/// The protocols that NAT gateways and masquerading instances carry.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html>
pub(super) const NAT_PROTOCOLS: [Protocol; 3] = [Protocol::Tcp, Protocol::Udp, Protocol::Icmp];

/// What is to stand in a subnet.
pub(super) struct Seat<'a> {
    /// What it is an interface of, and which one.
    pub(super) claim: Claim,
    /// How it is told of.
    pub(super) origin: Origin,
    /// Where it stands.
    pub(super) subnet: &'a Fact<LogicalId>,
    /// What it does.
    pub(super) role: Role,
}

impl Builder<'_> {
    /// Adds an interface with the filters that `guards` gives for its VPC, or
    /// says why there is none.
    pub(super) fn stand(
        &mut self,
        seat: Seat<'_>,
        guards: impl FnOnce(&mut Self, &LogicalId) -> Vec<StatefulId>,
    ) -> Result<PlaceId, Message> {
        let survey = self.survey;
        let host = LogicalId::new(&seat.origin.resource);
        let named = seat.subnet.known();
        let found = named.and_then(|subnet| survey.subnets.get(subnet));
        let segment = found
            .and_then(|subnet| self.segments.get(&subnet.id))
            .copied();
        let vpc = found.and_then(|subnet| subnet.vpc.known());
        let (Some(found), Some(segment), Some(vpc)) = (found, segment, vpc) else {
            let of_subnet = named.and_then(|it| self.lowered.unsupported.get(it));
            return Err(of_subnet.cloned().unwrap_or_else(|| {
                Message::new("The subnet of {host} {why}.")
                    .resource("host", &host)
                    .message("why", reason(seat.subnet))
            }));
        };
        let addresses = self.addresses.of(&seat.claim).to_vec();
        if addresses.is_empty() {
            let why = Message::new("{subnet} has no address for {host}.");
            return Err(why.resource("subnet", &found.id).resource("host", &host));
        }
        let guards = guards(self, vpc);
        Ok(self.lowered.network.add_place(Place {
            origin: seat.origin,
            kind: PlaceKind::Interface(Interface {
                segment,
                addresses,
                guards,
                role: seat.role,
            }),
        }))
    }

    /// Adds an interface that has these groups, the VPC's default one if there
    /// are none.
    pub(super) fn stand_in_groups(
        &mut self,
        seat: Seat<'_>,
        groups: &[Used],
    ) -> Result<PlaceId, Message> {
        let host = LogicalId::new(&seat.origin.resource);
        self.stand(seat, |builder, vpc| builder.guards(&host, groups, vpc))
    }

    /// Each interface is a place; the instance stands first for its primary
    /// one.
    ///
    /// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html>
    pub(super) fn add_instance(&mut self, instance: &Instance) {
        let id = &instance.id;
        let mut places = Vec::new();
        for (number, interface) in instance.interfaces().enumerate() {
            let made = self.add_interface(id, number, interface, instance.masquerades);
            match made {
                Ok(place) => places.push(place),
                Err(why) if number == 0 => {
                    self.refuse(id, why);
                    return;
                }
                Err(why) => {
                    let message = Message::new("An interface of {host} is left out. {why}")
                        .resource("host", id)
                        .message("why", why);
                    self.assume(id, message);
                }
            }
            self.note_open_address(id, interface);
        }
        let places = Whereabouts::Interfaces(places);
        self.lowered.places.insert(id.clone(), places);
        let groups = instance.interfaces().flat_map(|it| &it.groups);
        let groups: Vec<&Used> = groups.collect();
        self.offer_by_groups(id, &groups);
    }

    /// Interfaces of their own that no instance of the template has.
    pub(super) fn add_own_interfaces(&mut self) {
        let survey = self.survey;
        for own in survey.interfaces.values() {
            if self.lowered.places.contains_key(&own.id) {
                continue;
            }
            let instance = own.instance.known();
            if let Some(why) = instance.and_then(|it| self.lowered.unsupported.get(it)) {
                self.refuse(&own.id, why.clone());
                continue;
            }
            match self.add_interface(&own.id, 0, &own.interface, false) {
                Ok(_) => self.note_open_address(&own.id, &own.interface),
                Err(why) => self.refuse(&own.id, why),
            }
        }
    }

    /// Adds the interface of an owner, by its own name if it is a resource.
    pub(super) fn add_interface(
        &mut self,
        owner: &LogicalId,
        number: usize,
        interface: &Written,
        masquerades: bool,
    ) -> Result<PlaceId, Message> {
        let from = match &interface.resource {
            Some(own) => origin(own),
            // The primary one goes by the name of its owner.
            None if number == 0 || interface.path == PropertyPath::root() => origin(owner),
            None => super::lowered::origin_at(owner, &interface.path),
        };
        let seat = Seat {
            claim: Claim::of(interface, owner, number),
            origin: from,
            subnet: &interface.subnet.id,
            role: role(interface, masquerades),
        };
        let place = self.stand_in_groups(seat, &interface.groups)?;
        if let Some(own) = &interface.resource {
            let here = Whereabouts::Interfaces(vec![place]);
            self.lowered.places.insert(own.clone(), here);
        }
        Ok(place)
    }

    /// Notes that it is not known whether an interface has a public address.
    pub(super) fn note_open_address(&mut self, id: &LogicalId, interface: &Written) {
        let survey = self.survey;
        let public = survey.interface_gets_public_ip(interface);
        let elastic = interface.elastic_ips.iter();
        let mut elastic = elastic.filter_map(|it| survey.elastic_ips.get(it));
        let why = if public.known().is_none() {
            Message::new("whether {host} has a public address {why}")
                .message("why", reason(&public))
        } else if let Some(open) =
            elastic.find(|it| !it.private_ip.is_absent() && it.private_ip.known().is_none())
        {
            Message::new("which address of {host} the Elastic IP {address} stands for {why}")
                .resource("address", &open.id)
                .message("why", reason(&open.private_ip))
        } else {
            return;
        };
        let named = [Some(id), interface.resource.as_ref()];
        for id in named.into_iter().flatten() {
            let why = why.clone().resource("host", id);
            let open = &mut self.lowered.open_addresses;
            open.entry(id.clone()).or_insert(why);
        }
    }
}

/// What an interface does with what is not addressed to it.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html>
fn role(interface: &Written, masquerades: bool) -> Role {
    if interface.checks_source_destination {
        return Role::Host;
    }
    if masquerades {
        return Role::Translator(Translator {
            ports: PortSet::from(1024..=u16::MAX),
            protocols: NAT_PROTOCOLS.to_vec(),
            takes_calls: true,
            zones: Vec::new(),
        });
    }
    Role::Forwarder
}
