//! The route table of a gateway has a route that AWS refuses there.

use crate::lower::survey::{Route, RouteTable, Vpc};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::PropertyPath;

use super::tables::routes_of;

pub(super) static RULE: Rule = Rule {
    id: "edge-route-not-allowed",
    severity: Severity::Error,
    title: "Route that a gateway's table may not have",
    why: "A route table that is associated with a gateway says where what comes in goes first. \
          Each of its routes leads to exactly one subnet or to a whole block of the VPC, and its \
          target is a network interface or a Gateway Load Balancer endpoint. AWS refuses \
          everything else, prefix lists too.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
  subnet web CidrBlock=10.1.1.0/24
  routetable edge
    route all DestinationCidrBlock=0.0.0.0/0 NetworkInterfaceId=eni-1 # error edge-route-not-allowed: all leads to 0.0.0.0/0, which is neither a subnet nor a block of main.
    route web1 DestinationCidrBlock=10.1.1.0/24 NatGatewayId=nat-1 # error edge-route-not-allowed: web1 leads to a target that the table of a gateway may not have.
    route list DestinationPrefixListId=pl-1 NetworkInterfaceId=eni-1 # error edge-route-not-allowed: list leads to a prefix list, which the table of a gateway may not have.
igw igw
  attachment attached VpcId=@main
gatewaytableassociation uses GatewayId=@igw RouteTableId=@edge
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
  subnet web CidrBlock=10.1.1.0/24
  routetable edge
    route web1 DestinationCidrBlock=10.1.1.0/24 NetworkInterfaceId=eni-1
    route whole DestinationCidrBlock=10.1.0.0/16 VpcEndpointId=vpce-1
igw igw
  attachment attached VpcId=@main
gatewaytableassociation uses GatewayId=@igw RouteTableId=@edge
",
    check,
    fixes,
}
.told();

/// Whether a route leads to exactly a subnet or a block of a VPC, or to what
/// cannot be told.
fn is_whole(context: &Context<'_>, vpc: &Vpc, route: &Route) -> bool {
    let Some(block) = route.destination.known().map(|it| it.block()) else {
        return true;
    };
    let is_open = vpc.cidr.known().is_none() || !vpc.open_blocks.is_empty();
    let mut subnets = context.subnets_of(&vpc.id).iter();
    let is_subnet = subnets.any(|subnet| {
        let mut both = [&subnet.cidr, &subnet.ipv6_cidr].into_iter();
        both.any(|cidr| match cidr.known() {
            Some(cidr) => cidr.block() == block,
            None => !cidr.is_absent() && block.prefix_len() > 0,
        })
    });
    let is_block = vpc.blocks.iter().any(|own| own.net == block);
    is_subnet || is_block || (is_open && block.prefix_len() > 0)
}

/// Whether a target is of a kind that is not allowed. Which endpoints take
/// routes at all is told elsewhere.
fn has_wrong_target(route: &Route) -> bool {
    let allowed = ["InstanceId", "NetworkInterfaceId", "VpcEndpointId"].map(PropertyPath::from);
    route.targets.iter().any(|it| !allowed.contains(&it.path))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for table in survey.tables.values().filter(|it| !it.gateways.is_empty()) {
        let Some(vpc) = table.vpc.known().and_then(|id| survey.vpcs.get(id)) else {
            continue;
        };
        for route in routes_of(context, table) {
            check_one(context, findings, (table, vpc), route);
        }
    }
}

fn check_one(
    context: &Context<'_>,
    findings: &mut Findings,
    (table, vpc): (&RouteTable, &Vpc),
    route: &Route,
) {
    let path = route.destination_path.clone().unwrap_or_default();
    let list = "DestinationPrefixListId".into();
    let message = if path == list {
        Message::new("{route} leads to a prefix list, which the table of a gateway may not have.")
    } else if !is_whole(context, vpc, route) {
        let block = route.destination.known().map(|it| it.block().to_string());
        Message::new("{route} leads to {block}, which is neither a subnet nor a block of {vpc}.")
            .text("block", block.unwrap_or_default())
            .resource("vpc", &vpc.id)
    } else if has_wrong_target(route) {
        Message::new("{route} leads to a target that the table of a gateway may not have.")
    } else {
        return;
    };
    let message = message.resource("route", &route.id);
    findings.add(&route.id, path, message).with([&table.id]);
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    mend::remove_resource(context, &finding.resource)
}
