//! A route leads to the gateway of another VPC.

use super::tables::vpc_of;
use crate::lower::survey::Route;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "route-gateway-other-vpc",
    severity: Severity::Error,
    title: "Route to a gateway of another VPC",
    why: "A gateway serves only the VPC that it is attached to, a peering connection the two that \
          it joins, and a NAT gateway, a network interface or an endpoint only the VPC that it \
          stands in. AWS refuses a route of any other VPC to it.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw # error route-gateway-other-vpc: out is a route of main but leads to igw, which belongs to other.
vpc other CidrBlock=10.1.0.0/16
  subnet b CidrBlock=10.1.1.0/24
    eni card SourceDestCheck=false
  routetable inner
    route away DestinationCidrBlock=10.2.0.0/16 VpcPeeringConnectionId=@pair # error route-gateway-other-vpc: away is a route of other but leads to pair, which belongs to main.
vpc third CidrBlock=10.2.0.0/16
  routetable last
    route through DestinationCidrBlock=192.168.0.0/16 NetworkInterfaceId=@card # error route-gateway-other-vpc: through is a route of third but leads to card, which belongs to other.
peering pair VpcId=@main PeerVpcId=@third
igw igw
  attachment joins VpcId=@other
igw ours
  attachment joinsOurs VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
igw igw
  attachment joins VpcId=@main
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for route in survey.routes.values() {
        let table = route.table.known().and_then(|id| survey.tables.get(id));
        let Some(vpc) = table.and_then(|table| table.vpc.known()) else {
            continue;
        };
        for target in &route.targets {
            let Some(id) = target.target.known() else {
                continue;
            };
            let Some(other) = owners(context, id) else {
                continue;
            };
            let Some(first) = other.first().filter(|_| !other.contains(&vpc)) else {
                continue;
            };
            let message = Message::new(
                "{route} is a route of {vpc} but leads to {gateway}, which belongs to {other}.",
            )
            .resource("route", &route.id)
            .resource("vpc", vpc)
            .resource("gateway", id)
            .resource("other", first);
            findings
                .add(&route.id, target.path.clone(), message)
                .with([id, *first]);
        }
    }
}

/// Whether a route leads to what belongs to other VPCs than its own.
pub(super) fn belongs_to_other_vpc(
    context: &Context<'_>,
    route: &Route,
    target: &LogicalId,
) -> bool {
    let own = vpc_of(context, route);
    let others = owners(context, target);
    own.zip(others)
        .is_some_and(|(own, others)| !others.is_empty() && !others.contains(&own))
}

/// The VPCs that a target serves, when all of them are known.
fn owners<'a>(context: &Context<'a>, target: &LogicalId) -> Option<Vec<&'a LogicalId>> {
    let survey = context.survey;
    if let Some(gateway) = survey.gateways.get(target) {
        let attachments = gateway.attachments.iter();
        return attachments.map(|(_, vpc)| vpc.known()).collect();
    }
    if let Some(peering) = survey.peerings.get(target) {
        return Some(vec![peering.vpc.known()?, peering.peer.known()?]);
    }
    if let Some(gateway) = survey.egress_only_gateways.get(target) {
        return Some(vec![gateway.vpc.known()?]);
    }
    if let Some(endpoint) = survey.endpoints.get(target) {
        return Some(vec![endpoint.vpc.known()?]);
    }
    if let Some(nat) = survey.nat_gateways.get(target) {
        let own = nat.subnet.known().and_then(|id| context.vpc_of_subnet(id));
        return Some(vec![own.or(nat.vpc.known())?]);
    }
    let subnet = match (survey.interfaces.get(target), survey.instances.get(target)) {
        (Some(own), _) => own.interface.subnet.id.known(),
        (_, Some(instance)) => instance.subnet.id.known(),
        _ => None,
    };
    Some(vec![context.vpc_of_subnet(subnet?)?])
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let route = survey.routes.get(&finding.resource);
    let vpc = route
        .and_then(|route| survey.tables.get(route.table.known()?))
        .and_then(|table| table.vpc.known());
    let is_gateway = finding
        .others
        .first()
        .is_some_and(|id| survey.gateways.contains_key(id));
    let ours = vpc.and_then(|vpc| context.internet_gateway_of(vpc));
    let Some(ours) = ours.filter(|_| is_gateway) else {
        return Vec::new();
    };
    let title = Message::new("Lead to {gateway}").resource("gateway", ours);
    Fix::safe(context, title, |draft| {
        mend::set(
            draft,
            &finding.resource,
            finding.path.clone(),
            mend::reference(ours),
        )
    })
}
