//! VPC endpoints that routes lead to: gateway endpoints, which write their own
//! routes, and endpoints of Gateway Load Balancers, which stand in a subnet.
//! Interface endpoints are hosts like others.

use super::hub_tables::unsupported;
use super::lowered::{Builder, Whereabouts, origin, origin_at};
use super::reason::reason;
use super::survey::{BalancerKind, Endpoint, EndpointKind, Fact, LoadBalancer, Service};
use crate::message::Message;
use crate::network::{Interface, Place, PlaceKind, Precedence, Role, Route, RouterId, Target, Way};
use crate::template::LogicalId;

impl Builder<'_> {
    /// Adds gateway endpoints, and the routes that they write.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html>
    pub(super) fn add_gateway_endpoints(&mut self) {
        let survey = self.survey;
        for endpoint in survey.endpoints.values() {
            if endpoint.kind == Fact::Known(EndpointKind::Gateway) {
                self.add_gateway_endpoint(endpoint);
            }
        }
    }

    fn add_gateway_endpoint(&mut self, endpoint: &Endpoint) {
        let id = &endpoint.id;
        let router = endpoint.vpc.known().and_then(|vpc| self.routers.get(vpc));
        let Some(router) = router.copied() else {
            let why = Message::new("The VPC of {endpoint} {why}.")
                .resource("endpoint", id)
                .message("why", reason(&endpoint.vpc));
            self.refuse(id, why);
            return;
        };
        let both = [Service::S3, Service::DynamoDb];
        let services: Vec<(Service, Target)> = match &endpoint.service {
            Fact::Known(service) if both.contains(service) => {
                let target = self.gateway_to(id, router, service);
                vec![(service.clone(), target)]
            }
            Fact::Unknown(_) => {
                let why = Message::new("The service of {endpoint} {why}.")
                    .resource("endpoint", id)
                    .message("why", reason(&endpoint.service));
                self.refuse(id, why.clone());
                both.map(|service| (service, unsupported(&why))).into()
            }
            _ => {
                let why = Message::new("{endpoint} leads to a service that is not modeled: only S3 and DynamoDB have gateway endpoints here.")
                    .resource("endpoint", id);
                self.refuse(id, why);
                return;
            }
        };
        if endpoint.has_policy {
            let message = Message::new("The policy of {endpoint} is taken to allow what is asked.")
                .resource("endpoint", id);
            self.assume(id, message);
        }
        for used in &endpoint.tables {
            let table = used.id.known().and_then(|it| self.survey.tables.get(it));
            let Some(table) = table.filter(|table| table.vpc == endpoint.vpc) else {
                let message = Message::new("A route table of {endpoint} is left out: it {why}.")
                    .resource("endpoint", id)
                    .message("why", reason(&used.id));
                self.assume(id, message);
                continue;
            };
            for (service, target) in &services {
                let lines = service.block().map(|prefix| Route {
                    origin: origin_at(id, &used.path),
                    prefix,
                    target: target.clone(),
                    precedence: Precedence::List,
                });
                let lines = lines.map(|line| (table.id.clone(), line));
                self.service_routes.extend(lines);
            }
        }
    }

    fn gateway_to(&mut self, id: &LogicalId, router: RouterId, service: &Service) -> Target {
        let place = match service {
            Service::DynamoDb => self.lowered.dynamodb,
            _ => self.lowered.s3,
        };
        Target::Through(self.gateway_place(id, Some(router), Way::Service(place)))
    }

    /// Adds endpoints of Gateway Load Balancers: in each subnet something that
    /// sends on what is routed to it, after the appliances behind it saw it.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html>
    pub(super) fn add_inline_endpoints(&mut self) {
        let survey = self.survey;
        for endpoint in survey.endpoints.values() {
            if endpoint.kind != Fact::Known(EndpointKind::GatewayLoadBalancer) {
                continue;
            }
            let id = &endpoint.id;
            let mut places = Vec::new();
            for used in &endpoint.subnets {
                let segment = used.id.known().and_then(|it| self.segments.get(it));
                let Some(segment) = segment.copied() else {
                    let why = Message::new("The subnet of {endpoint} {why}.")
                        .resource("endpoint", id)
                        .message("why", reason(&used.id));
                    self.refuse(id, why);
                    continue;
                };
                places.push(self.lowered.network.add_place(Place {
                    origin: origin(id),
                    kind: PlaceKind::Interface(Interface {
                        segment,
                        addresses: Vec::new(),
                        guards: Vec::new(),
                        role: Role::Inline,
                    }),
                }));
            }
            if places.is_empty() {
                if endpoint.subnets.is_empty() {
                    let why = Message::new("{endpoint} has no subnet.").resource("endpoint", id);
                    self.refuse(id, why);
                }
                continue;
            }
            let message = if self.has_no_appliance(endpoint) {
                self.idle_endpoints.insert(id.clone());
                "{endpoint} drops everything: the Gateway Load Balancer behind it has no target."
            } else {
                "The appliances behind {endpoint} are taken to let everything pass, unchanged."
            };
            self.assume(id, Message::new(message).resource("endpoint", id));
            self.lowered.unsupported.shift_remove(id);
            self.lowered
                .places
                .insert(id.clone(), Whereabouts::Interfaces(places));
        }
    }

    /// Whether it is known that nothing stands behind an endpoint.
    fn has_no_appliance(&self, endpoint: &Endpoint) -> bool {
        let survey = self.survey;
        let Fact::Known(Service::Own(service)) = &endpoint.service else {
            return false;
        };
        let Some(service) = survey.endpoint_services.get(service) else {
            return false;
        };
        let mut balancers = service.gateway_balancers.iter();
        !service.gateway_balancers.is_empty()
            && balancers.all(|used| {
                let balancer = used.id.known().and_then(|id| survey.load_balancers.get(id));
                balancer.is_some_and(|balancer| self.is_idle(balancer))
            })
    }

    fn is_idle(&self, balancer: &LoadBalancer) -> bool {
        let survey = self.survey;
        let listeners = balancer.listeners.iter();
        let listeners = listeners.filter_map(|id| survey.listeners.get(id));
        let mut groups = listeners.flat_map(|listener| &listener.groups);
        balancer.kind == Fact::Known(BalancerKind::Gateway)
            && groups.all(|used| {
                let group = used.id.known().and_then(|id| survey.target_groups.get(id));
                group.is_some_and(|group| group.targets.is_empty() && group.members.is_empty())
            })
    }

    /// The routes that gateway endpoints write into a table.
    pub(super) fn written_by_endpoints(&self, table: &LogicalId) -> Vec<Route> {
        let lines = self.service_routes.iter();
        let lines = lines.filter(|(id, _)| id == table);
        lines.map(|(_, line)| line.clone()).collect()
    }
}
