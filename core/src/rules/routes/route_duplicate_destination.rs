//! Two routes of a table have the same destination.

use std::collections::HashMap;

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

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
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut first = HashMap::new();
    for route in context.survey.routes.values() {
        let (Some(table), Some(block)) = (route.table.known(), route.destination.known()) else {
            continue;
        };
        let block = block.block();
        // Routes under conditions may exclude each other.
        if !context.is_certain(&route.id) {
            continue;
        }
        if let Some(earlier) = first.get(&(table, block)) {
            let message = Message::new("{earlier} already leads to {block} in {table}.")
                .resource("earlier", earlier)
                .text("block", block)
                .resource("table", table);
            let path = route.destination_path.clone().unwrap_or_default();
            findings.add(&route.id, path, message).with([*earlier]);
        } else {
            first.insert((table, block), &route.id);
        }
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
