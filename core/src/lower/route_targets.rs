//! Where routes lead, and which routes AWS refuses to write.

use ipnet::IpNet;

use super::hub_tables::unsupported;
use super::lowered::{Builder, Whereabouts};
use super::reason::reason;
use super::routes::Use;
use super::survey::{EndpointKind, Fact, RouteTarget, Vpc};
use crate::message::Message;
use crate::network::{Role, RouterId, Target, Way};
use crate::template::LogicalId;

/// What no route may be for: addresses of AWS's own services on the link.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html>
const RESERVED: [&str; 2] = ["169.254.168.0/22", "fd00:ec2::/32"];

/// The properties by which a route leads to an appliance or translator inside
/// of the VPC.
const INSIDE: [&str; 4] = [
    "NatGatewayId",
    "NetworkInterfaceId",
    "InstanceId",
    "VpcEndpointId",
];

impl Builder<'_> {
    /// Where a route of a VPC leads, or why AWS refuses the route.
    pub(super) fn route_target(
        &self,
        target: &RouteTarget,
        vpc: &Vpc,
        router: Option<RouterId>,
    ) -> Result<Target, Message> {
        let id = match &target.target {
            Fact::Known(id) => id,
            Fact::Elsewhere(id) if id == "local" => return Ok(Target::Local),
            fact => {
                let why = Message::new("The target of the route {why}");
                return Ok(unsupported(&why.message("why", reason(fact))));
            }
        };
        let named = || self.gateways.iter().filter(|(gateway, ..)| gateway == id);
        let attached = named().find(|(_, of, _)| *of == router);
        let detached = || named().find(|(_, of, _)| of.is_none());
        let gateway = attached.or_else(detached).or_else(|| named().next());
        if let Some((.., place)) = gateway {
            let way = self.lowered.network.gateway(*place).map(|it| &it.way);
            let is_public = matches!(way, Some(Way::OneToOne | Way::OutOnly));
            return Ok(match self.shut(vpc).filter(|_| is_public) {
                Some(why) => unsupported(&why),
                None => Target::Through(*place),
            });
        }
        self.inside_target(id, target, router)
    }

    /// An interface of the VPC as a target. One that is attached to nothing is
    /// a blackhole.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-appliance-routing>
    fn inside_target(
        &self,
        id: &LogicalId,
        target: &RouteTarget,
        router: Option<RouterId>,
    ) -> Result<Target, Message> {
        let survey = self.survey;
        let interface = survey.interfaces.get(id);
        if interface.is_some_and(|it| it.instance.is_absent()) || self.idle_endpoints.contains(id) {
            return Ok(Target::Blackhole);
        }
        if let Some(endpoint) = survey.endpoints.get(id)
            && matches!(endpoint.kind, Fact::Known(it) if it != EndpointKind::GatewayLoadBalancer)
        {
            let why = Message::new(
                "{endpoint} is no Gateway Load Balancer endpoint, and no route may lead to it",
            );
            return Err(why.resource("endpoint", id));
        }
        let place = match self.lowered.places.get(id) {
            Some(Whereabouts::Interfaces(places)) => places.first().copied(),
            _ => None,
        };
        let Some(place) = place else {
            return Ok(match self.lowered.unsupported.get(id) {
                Some(why) => unsupported(why),
                None => Target::Unsupported(format!(
                    "{id}, the {} of the route, is not modeled",
                    target.path
                )),
            });
        };
        let network = &self.lowered.network;
        // A NAT gateway says itself that it serves its own VPC only.
        let role = network.interface(place).map(|it| &it.role);
        let is_nat =
            matches!(role, Some(Role::Translator(_))) && survey.nat_gateways.contains_key(id);
        if network.router_of(place) != router && !is_nat {
            let why = Message::new("{target} is in another VPC");
            return Err(why.resource("target", id));
        }
        Ok(Target::Through(place))
    }

    /// Why AWS refuses a route for a block, if it does.
    ///
    /// Inside of the VPC's blocks a route may be for the whole block of a
    /// subnet only, and lead to an appliance or translator only.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html>
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html>
    pub(super) fn refusal(
        &self,
        vpc: &Vpc,
        block: IpNet,
        target: Option<&RouteTarget>,
        of: Use,
    ) -> Option<Message> {
        let reserved = RESERVED.iter().filter_map(|it| it.parse::<IpNet>().ok());
        if reserved.into_iter().any(|it| it.contains(&block)) {
            let why = Message::new("AWS keeps {block} for services of its own");
            return Some(why.text("block", block));
        }
        let path = target.map(|target| target.path.to_string());
        let path = path.as_deref().unwrap_or_default();
        let is_local = target.is_some_and(|it| it.target == Fact::Elsewhere("local".to_owned()));
        let is_inside = is_local || INSIDE.contains(&path);
        let is_whole = vpc.blocks.iter().any(|it| it.net == block);
        let is_within = vpc.blocks.iter().any(|it| it.net.contains(&block));
        if of == Use::Edge {
            if !is_whole && !self.is_subnet(vpc, block) {
                let why = Message::new(
                    "what comes in by a gateway is routed for {vpc} or a whole subnet of it, and {block} is neither",
                );
                return Some(why.resource("vpc", &vpc.id).text("block", block));
            }
            if !is_inside || path == "NatGatewayId" {
                return Some(Message::new(
                    "what comes in by a gateway is routed to interfaces and Gateway Load Balancer endpoints only",
                ));
            }
            return None;
        }
        if is_within && !is_inside {
            let why = Message::new(
                "{block} is inside of {vpc}, and only a NAT gateway, an interface or a Gateway Load Balancer endpoint may take what is",
            );
            return Some(why.text("block", block).resource("vpc", &vpc.id));
        }
        if is_within && !is_whole && !self.is_subnet(vpc, block) {
            let why =
                Message::new("{block} is inside of {vpc}, but not the whole block of a subnet");
            return Some(why.text("block", block).resource("vpc", &vpc.id));
        }
        None
    }

    /// Whether a block is, or may be, the whole block of a subnet.
    fn is_subnet(&self, vpc: &Vpc, block: IpNet) -> bool {
        let subnets = self.survey.subnets.values();
        let mut subnets = subnets.filter(|subnet| subnet.vpc.known() == Some(&vpc.id));
        subnets.any(|subnet| {
            let mut facts = [&subnet.cidr, &subnet.ipv6_cidr].into_iter();
            facts.any(|fact| match fact {
                Fact::Known(it) => it.block() == block,
                Fact::Unknown(_) => true,
                _ => false,
            })
        })
    }
}
