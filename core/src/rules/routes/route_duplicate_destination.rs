//! Two routes of a table have the same destination.

use std::collections::HashMap;

use crate::lower::survey::Route;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{Evaluated, PropertyPath};

use super::route_destination::has_several;

pub(super) static RULE: Rule = Rule {
    id: "route-duplicate-destination",
    severity: Severity::Error,
    title: "Two routes to the same destination",
    why: "A route table holds each destination once. AWS refuses the second route to a \
          destination that the table already has.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
    route again DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw # error route-duplicate-destination: out already leads to 0.0.0.0/0 in public.
    route list DestinationPrefixListId=pl-1 GatewayId=@igw
    route listAgain DestinationPrefixListId=pl-1 GatewayId=@igw # error route-duplicate-destination: list already leads to pl-1 in public.
tgw hub
tgwroutetable spokes TransitGatewayId=@hub
  tgwroute drop DestinationCidrBlock=10.9.0.0/16 Blackhole=true
  tgwroute dropAgain DestinationCidrBlock=10.9.0.0/16 Blackhole=true # error route-duplicate-destination: drop already leads to 10.9.0.0/16 in spokes.
igw igw
  attachment joins VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
    route again DestinationIpv6CidrBlock=\"::/0\" GatewayId=@igw
igw igw
  attachment joins VpcId=@main
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut first = HashMap::new();
    let survey = context.survey;
    let own = survey.routes.values().filter_map(|route| {
        if has_several(context, &route.id) {
            return None;
        }
        let path = route.destination_path.clone().unwrap_or_default();
        let to = destination(context, route)?;
        Some((&route.id, route.table.known()?, path, to))
    });
    let transit = survey.transit_routes.values().filter_map(|route| {
        let to = route.destination.known()?.block().to_string();
        Some((
            &route.id,
            route.table.known()?,
            "DestinationCidrBlock".into(),
            to,
        ))
    });
    for (route, table, path, to) in own.chain(transit) {
        // Routes under conditions may exclude each other.
        if !context.is_certain(route) {
            continue;
        }
        let key = (table, to);
        let Some(earlier) = first.get(&key) else {
            first.insert(key, route);
            continue;
        };
        let message = Message::new("{earlier} already leads to {block} in {table}.")
            .resource("earlier", earlier)
            .text("block", &key.1)
            .resource("table", table);
        findings.add(route, path, message).with([*earlier]);
    }
}

/// Where a route leads, as text: a block, a prefix list of this template by its
/// name, or another by its identifier.
fn destination(context: &Context<'_>, route: &Route) -> Option<String> {
    if let Some(block) = route.destination.known() {
        return Some(block.block().to_string());
    }
    let path = route.destination_path.as_ref()?;
    let list = PropertyPath::from("DestinationPrefixListId");
    let resource = context.resource(&route.id).filter(|_| *path == list)?;
    match context.evaluator.property(resource, &list) {
        Evaluated::Known(value) => value.as_text().map(str::to_owned),
        Evaluated::Resource { id, .. } => Some(id.to_string()),
        _ => None,
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let both = [&finding.resource].into_iter().chain(&finding.others);
    let removals = both.flat_map(|id| {
        let title = Message::new("Remove {route}").resource("route", id);
        Fix::review(context, title, |draft| mend::remove(draft, id))
    });
    removals.collect()
}
