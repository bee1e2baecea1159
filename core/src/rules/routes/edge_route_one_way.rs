//! What comes in through an appliance goes out past it.

use crate::lower::survey::{GatewayKind, Route, RouteTarget, Subnet};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

use super::tables::{route_to, routes_of, table_of};

pub(super) static RULE: Rule = Rule {
    id: "edge-route-one-way",
    severity: Severity::Error,
    title: "Inspected on the way in only",
    why: "The gateway's table leads what comes in for a subnet through an appliance, and the \
          subnet answers directly by the Internet gateway. AWS does not let it: a subnet whose \
          way in is redirected goes out by the same appliance or not at all. Lead its default \
          route there.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
  subnet wall CidrBlock=10.1.0.0/24
    eni card SourceDestCheck=false
  subnet web CidrBlock=10.1.1.0/24
  routetable edge
    route inward DestinationCidrBlock=10.1.1.0/24 NetworkInterfaceId=@card # error edge-route-one-way: inward leads what comes in for web through card, but out goes past it.
  routetable open
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
igw igw
  attachment attached VpcId=@main
gatewaytableassociation uses GatewayId=@igw RouteTableId=@edge
tableassociation joins SubnetId=@web RouteTableId=@open
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
  subnet wall CidrBlock=10.1.0.0/24
    eni card SourceDestCheck=false
  subnet web CidrBlock=10.1.1.0/24
  routetable edge
    route inward DestinationCidrBlock=10.1.1.0/24 NetworkInterfaceId=@card
  routetable inner
    route out DestinationCidrBlock=0.0.0.0/0 NetworkInterfaceId=@card
igw igw
  attachment attached VpcId=@main
gatewaytableassociation uses GatewayId=@igw RouteTableId=@edge
tableassociation joins SubnetId=@web RouteTableId=@inner
",
    check,
    fixes,
}
.told();

/// The default route of the subnet that a route of an edge table leads to, if
/// it leads directly to an Internet gateway.
fn way_past<'a>(
    context: &Context<'a>,
    route: &Route,
    subnets: &[&'a Subnet],
) -> Option<(&'a Subnet, &'a Route, &'a RouteTarget)> {
    let block = route.destination.known()?.block();
    let whole = ipnet::IpNet::new(block.addr(), 0).ok()?.trunc();
    let subnet = subnets.iter().find(|it| {
        let both = [it.cidr.known(), it.ipv6_cidr.known()];
        both.into_iter().flatten().any(|it| it.block() == block)
    })?;
    let out = route_to(context, table_of(context, subnet)?, whole)?;
    let target = out.targets.first()?;
    let gateway = context.survey.gateways.get(target.target.known()?)?;
    (gateway.kind == GatewayKind::Internet).then_some((*subnet, out, target))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for table in survey.tables.values().filter(|it| !it.gateways.is_empty()) {
        let Some(vpc) = table.vpc.known() else {
            continue;
        };
        for route in routes_of(context, table) {
            let middle = route.targets.first().and_then(|it| it.target.known());
            let past = way_past(context, route, context.subnets_of(vpc));
            let (Some(middle), Some((subnet, out, _))) = (middle, past) else {
                continue;
            };
            let message = Message::new(
                "{route} leads what comes in for {subnet} through {middle}, but {out} goes past it.",
            )
            .resource("route", &route.id)
            .resource("subnet", &subnet.id)
            .resource("middle", middle)
            .resource("out", &out.id);
            let path = route.destination_path.clone().unwrap_or_default();
            findings.add(&route.id, path, message).with([&out.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let inward = survey.routes.get(&finding.resource);
    let target = inward.and_then(|it| it.targets.first());
    let out = finding.others.first().and_then(|id| survey.routes.get(id));
    let (Some(target), Some(out)) = (target, out) else {
        return Vec::new();
    };
    let Some(middle) = target.target.known() else {
        return Vec::new();
    };
    let title = Message::new("Lead {out} through {middle} too")
        .resource("out", &out.id)
        .resource("middle", middle);
    Fix::review(context, title, |draft| {
        for old in &out.targets {
            mend::unset(draft, &out.id, old.path.clone())?;
        }
        let value = context.resource(&finding.resource)?.get(&target.path)?;
        mend::set(draft, &out.id, target.path.clone(), value.clone())
    })
}
