//! What stands in subnets with an address of its own beside instances: NAT
//! gateways and databases.

use super::claims::{Claim, first_of_group, standing};
use super::interfaces::{NAT_PROTOCOLS, Seat};
use super::lowered::{Builder, Whereabouts, origin};
use super::reason::reason;
use super::survey::{
    Availability, Connectivity, Database, DatabaseCluster, Fact, NatGateway, Used,
};
use crate::message::Message;
use crate::network::{PlaceId, PortSet, Protocol, Role, Translator};
use crate::template::LogicalId;

impl Builder<'_> {
    pub(super) fn add_hosts(&mut self) {
        let survey = self.survey;
        for instance in survey.instances.values() {
            self.add_instance(instance);
        }
        self.add_own_interfaces();
        self.add_fleets();
        for gateway in survey.nat_gateways.values() {
            self.add_nat_gateway(gateway);
        }
        for database in survey.databases.values() {
            self.add_database(database);
        }
        for cluster in survey.clusters.values() {
            self.add_cluster(cluster);
        }
        self.add_services();
    }

    /// A NAT gateway carries IPv4, and takes nothing that is opened towards it.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html>
    fn add_nat_gateway(&mut self, gateway: &NatGateway) {
        let id = &gateway.id;
        if gateway.availability == Fact::Known(Availability::Regional) {
            self.add_regional_nat_gateway(gateway);
            return;
        }
        let seat = Seat {
            claim: Claim::first(id),
            origin: origin(id),
            subnet: &gateway.subnet,
            role: Role::Translator(Translator {
                ports: PortSet::from(1024..=u16::MAX),
                protocols: NAT_PROTOCOLS.to_vec(),
                takes_calls: false,
                zones: Vec::new(),
            }),
        };
        match self.stand(seat, |_, _| Vec::new()) {
            Ok(place) => self.place(id, vec![place]),
            Err(why) => {
                self.refuse(id, why);
                return;
            }
        }
        let is_open = matches!(gateway.allocation, Fact::Unknown(_) | Fact::Elsewhere(_));
        if gateway.connectivity == Connectivity::Public && is_open {
            let message = Message::new("{gateway} has an Elastic IP: which one {why}.")
                .resource("gateway", id)
                .message("why", reason(&gateway.allocation));
            self.assume(id, message);
        }
    }

    /// A database answers in one subnet; its standby only waits in another.
    ///
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html>
    fn add_database(&mut self, database: &Database) {
        let id = &database.id;
        let subnets = standing(self.survey, database);
        let mut subnets: Vec<_> = subnets.into_iter().cloned().map(Fact::Known).collect();
        if subnets.is_empty() {
            subnets.push(database.subnet_group.clone());
        }
        for (number, subnet) in subnets.iter().enumerate() {
            let made = self.stand_by_choice(id, number, subnet, &database.groups);
            match made {
                Ok(place) if number == 0 => self.place(id, vec![place]),
                Err(why) if number == 0 => {
                    self.refuse(id, why);
                    return;
                }
                // A standby is there for its address.
                _ => {}
            }
        }
        self.offer_port(id, &database.port);
    }

    /// The endpoint of a cluster leads to one of its members; without members
    /// of the template it stands by itself.
    ///
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html>
    fn add_cluster(&mut self, cluster: &DatabaseCluster) {
        let id = &cluster.id;
        if cluster.members.is_empty() {
            let subnet = first_of_group(self.survey, &cluster.subnet_group);
            match self.stand_by_choice(id, 0, &subnet, &cluster.groups) {
                Ok(place) => self.place(id, vec![place]),
                Err(why) => {
                    self.refuse(id, why);
                    return;
                }
            }
        } else {
            let mut places: Vec<PlaceId> = Vec::new();
            for member in &cluster.members {
                match self.lowered.places.get(member) {
                    Some(Whereabouts::Interfaces(members)) => places.extend(members),
                    _ => {
                        if let Some(why) = self.lowered.unsupported.get(member).cloned() {
                            self.refuse(id, why);
                        }
                    }
                }
            }
            if places.is_empty() {
                return;
            }
            self.lowered.unsupported.shift_remove(id);
            self.place(id, places);
            let message = Message::new(
                "{cluster} leads to each of its members: which one writes changes over time.",
            );
            self.assume(id, message.resource("cluster", id));
        }
        self.offer_port(id, &cluster.port);
    }

    /// Stands in the one of several subnets that AWS chooses, and says so.
    fn stand_by_choice(
        &mut self,
        id: &LogicalId,
        number: usize,
        subnet: &Fact<LogicalId>,
        groups: &[Used],
    ) -> Result<PlaceId, Message> {
        let seat = Seat {
            claim: Claim::new(id, number),
            origin: origin(id),
            subnet,
            role: Role::Host,
        };
        let place = self.stand_in_groups(seat, groups)?;
        if let (Some(subnet), 0) = (subnet.known(), number) {
            let message = Message::new(
                "{database} answers in {subnet}: AWS chooses among the subnets of its group.",
            )
            .resource("database", id)
            .resource("subnet", subnet);
            self.assume(id, message);
        }
        Ok(place)
    }

    /// Says where a resource is.
    pub(super) fn place(&mut self, id: &LogicalId, places: Vec<PlaceId>) {
        let here = Whereabouts::Interfaces(places);
        self.lowered.places.insert(id.clone(), here);
    }

    pub(super) fn offer_port(&mut self, id: &LogicalId, port: &Fact<i64>) {
        let port = port.known().and_then(|port| u16::try_from(*port).ok());
        if let Some(port) = port {
            self.offer(id, Protocol::Tcp, &PortSet::single(port));
        }
    }
}
