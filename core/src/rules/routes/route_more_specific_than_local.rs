//! A route takes addresses of its own VPC away from the local route.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "route-more-specific-than-local",
    severity: Severity::Error,
    title: "Route inside the VPC's own addresses",
    why: "Every route table has a local route that leads to all addresses of its VPC. AWS lets \
          another route take addresses from it only if its destination is exactly the block of a \
          subnet and its target is a network interface, a NAT gateway or a Gateway Load Balancer \
          endpoint. The other way round, a VPC gets no further block that is as large as the \
          destination of one of its routes, or larger.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  routetable public
    route inside DestinationCidrBlock=10.0.7.0/24 GatewayId=@igw # error route-more-specific-than-local: inside leads to 10.0.7.0/24, which is inside main: the local route goes there.
igw igw
  attachment joins VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance firewall SourceDestCheck=false
  subnet b CidrBlock=10.0.2.0/24
  routetable inspected
    route inside DestinationCidrBlock=10.0.2.0/24 InstanceId=@firewall
    route wide DestinationCidrBlock=10.0.0.0/8 InstanceId=@firewall
",
    check,
    fixes,
}
.told();

/// The targets that may take a subnet's block from the local route.
const MIDDLE: [&str; 4] = [
    "InstanceId",
    "NetworkInterfaceId",
    "NatGatewayId",
    "VpcEndpointId",
];

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for route in survey.routes.values() {
        let table = route.table.known().and_then(|id| survey.tables.get(id));
        // What the table of a gateway may hold is another rule's.
        let table = table.filter(|table| table.gateways.is_empty());
        let vpc = table.and_then(|table| survey.vpcs.get(table.vpc.known()?));
        let (Some(vpc), Some(destination)) = (vpc, route.destination.known()) else {
            continue;
        };
        let block = destination.block();
        if !vpc.blocks.iter().any(|own| own.net.contains(&block)) {
            continue;
        }
        let is_middle = route
            .targets
            .iter()
            .all(|target| MIDDLE.contains(&target.path.to_string().as_str()));
        let mut subnets = context.subnets_of(&vpc.id).iter();
        let is_subnet = subnets.any(|subnet| {
            let mut both = [&subnet.cidr, &subnet.ipv6_cidr].into_iter();
            // A block that cannot be told may be this one.
            both.any(|cidr| match cidr.known() {
                Some(cidr) => cidr.block() == block,
                None => !cidr.is_absent(),
            })
        });
        if is_middle && is_subnet {
            continue;
        }
        let message = Message::new(
            "{route} leads to {block}, which is inside {vpc}: the local route goes there.",
        )
        .resource("route", &route.id)
        .text("block", block)
        .resource("vpc", &vpc.id);
        let path = route.destination_path.clone().unwrap_or_default();
        findings.add(&route.id, path, message).with([&vpc.id]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Remove {route}").resource("route", id);
    Fix::review(context, title, |draft| mend::remove(draft, id))
}
