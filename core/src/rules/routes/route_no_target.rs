//! A route says where to, and not by what.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Resource};

pub(super) static RULE: Rule = Rule {
    id: "route-no-target",
    severity: Severity::Error,
    title: "Route that leads nowhere",
    why: "A route has a destination and one target: a gateway, a NAT gateway, an instance or \
          another of the kinds that AWS knows. AWS refuses a route without one.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 # error route-no-target: out has no target: packets to 0.0.0.0/0 have nowhere to go.
igw igw
  attachment joins VpcId=@main
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
    for route in context.survey.routes.values() {
        if !route.targets.is_empty() || has_another_target(context, &route.id) {
            continue;
        }
        let message = match route.destination.known() {
            Some(block) => {
                Message::new("{route} has no target: packets to {destination} have nowhere to go.")
                    .resource("route", &route.id)
                    .text("destination", block.block())
            }
            None => Message::new("{route} has no target: it leads nowhere.")
                .resource("route", &route.id),
        };
        findings.add(&route.id, "", message);
    }
}

/// Whether it names something that may be a target of a newer kind.
fn has_another_target(context: &Context<'_>, route: &LogicalId) -> bool {
    let properties = context.resource(route).and_then(Resource::properties);
    let mut keys = properties.into_iter().flat_map(|map| map.keys());
    keys.any(|key| key != "RouteTableId" && !key.starts_with("Destination"))
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let id = &finding.resource;
    let table = survey.routes.get(id).and_then(|route| route.table.known());
    let vpc = table.and_then(|table| survey.tables.get(table)?.vpc.known());
    let mut ways = Vec::new();
    if let Some(gateway) = vpc.and_then(|vpc| context.internet_gateway_of(vpc)) {
        let title = Message::new("Lead to {gateway}").resource("gateway", gateway);
        ways.extend(Fix::review(context, title, |draft| {
            mend::set(draft, id, "GatewayId", mend::reference(gateway))
        }));
    }
    let title = Message::new("Remove {route}").resource("route", id);
    ways.extend(Fix::review(context, title, |draft| mend::remove(draft, id)));
    ways
}
