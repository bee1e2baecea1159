//! Functions, services, caches, stores, mount targets, brokers, endpoints:
//! everything with interfaces in subnets that AWS runs.

use super::claims::{Claim, stands_in};
use super::interfaces::Seat;
use super::lowered::{Builder, origin};
use super::reason::reason;
use super::survey::{EndpointKind, Fact, Host, HostKind, Offered, Service, Standing, Used};
use crate::message::Message;
use crate::network::{PortSet, Protocol, Role};
use crate::template::LogicalId;

impl Builder<'_> {
    pub(super) fn add_services(&mut self) {
        let survey = self.survey;
        for host in survey.hosts.values() {
            self.add_service(host);
        }
        self.refuse_other_endpoints();
    }

    fn add_service(&mut self, host: &Host) {
        let id = &host.id;
        let mut places = Vec::new();
        for (number, used) in stands_in(&host.subnets, host.standing) {
            let seat = Seat {
                claim: Claim::new(id, number),
                origin: origin(id),
                subnet: &used.id,
                role: role(host.kind),
            };
            match self.stand_in_groups(seat, &host.groups) {
                Ok(place) => places.push(place),
                Err(why) => self.leave_out(id, why),
            }
        }
        if places.is_empty() {
            return;
        }
        self.lowered.unsupported.shift_remove(id);
        self.place(id, places);
        self.tell_standing(host);
        if !matches!(host.public_ip, Fact::Known(_) | Fact::Absent) {
            let why = Message::new("whether {host} has a public address {why}")
                .resource("host", id)
                .message("why", reason(&host.public_ip));
            self.lowered.open_addresses.insert(id.clone(), why);
        }
        for offered in &host.ports {
            self.offer_one(id, offered);
        }
        if host.kind == HostKind::Service && host.ports.is_empty() {
            let groups: Vec<&Used> = host.groups.iter().collect();
            self.offer_by_groups(id, &groups);
        }
        self.offer_behind_endpoint(id);
    }

    fn tell_standing(&mut self, host: &Host) {
        let [first, _, ..] = &host.subnets[..] else {
            return;
        };
        let (Standing::One, Some(subnet)) = (host.standing, first.id.known()) else {
            return;
        };
        let message =
            Message::new("{host} answers in {subnet}: AWS chooses among the subnets of its group.")
                .resource("host", &host.id)
                .resource("subnet", subnet);
        self.assume(&host.id, message);
    }

    fn offer_one(&mut self, id: &LogicalId, offered: &Offered) {
        let port = offered.port.known();
        if let Some(port) = port.and_then(|port| u16::try_from(*port).ok()) {
            self.offer(id, offered.protocol, &PortSet::single(port));
        }
    }

    /// An endpoint of a service of this template offers what the service's load
    /// balancers listen at.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html>
    fn offer_behind_endpoint(&mut self, id: &LogicalId) {
        let survey = self.survey;
        let endpoint = survey.endpoints.get(id);
        let Some(Fact::Known(Service::Own(own))) = endpoint.map(|it| &it.service) else {
            return;
        };
        let balancers = survey.endpoint_services.get(own);
        let balancers = balancers.into_iter().flat_map(|it| &it.network_balancers);
        let balancers = balancers.filter_map(|it| survey.load_balancers.get(it.id.known()?));
        let listeners = balancers.flat_map(|it| &it.listeners);
        for listener in listeners.filter_map(|it| survey.listeners.get(it)) {
            let port = listener.port.known();
            if let Some(port) = port.and_then(|port| u16::try_from(*port).ok()) {
                self.offer(id, Protocol::Tcp, &PortSet::single(port));
            }
        }
    }

    /// Endpoints that are no interfaces and no targets of routes.
    fn refuse_other_endpoints(&mut self) {
        for endpoint in self.survey.endpoints.values() {
            let id = &endpoint.id;
            let why = match &endpoint.kind {
                Fact::Known(EndpointKind::Lattice) => {
                    Message::new("{endpoint} leads into VPC Lattice, which is not modeled.")
                }
                Fact::Known(EndpointKind::Interface) if endpoint.subnets.is_empty() => {
                    Message::new("{endpoint} has no subnet.")
                }
                Fact::Known(_) => continue,
                fact => Message::new("The type of {endpoint} {why}.").message("why", reason(fact)),
            };
            if !self.lowered.places.contains_key(id) {
                self.refuse(id, why.resource("endpoint", id));
            }
        }
    }
}

/// Who begins. An endpoint only answers; a function and a link of an API only
/// open.
///
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html>
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html>
fn role(kind: HostKind) -> Role {
    match kind {
        HostKind::Endpoint => Role::Answers,
        HostKind::Function | HostKind::ApiLink => Role::Opens,
        _ => Role::Host,
    }
}
