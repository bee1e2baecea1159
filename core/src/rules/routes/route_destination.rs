//! A route says by what, and not where to, or several places.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{Evaluated, LogicalId, Resource};

use super::tables::default_route;

pub(super) static RULE: Rule = Rule {
    id: "route-destination",
    severity: Severity::Error,
    title: "Route without one destination",
    why: "A route leads to one destination: an IPv4 block, an IPv6 block or a prefix list. AWS \
          refuses a route without any, and one with several. IPv4 and IPv6 take a route each.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  routetable table
    route none GatewayId=igw-1 # error route-destination: none has no destination.
    route both GatewayId=igw-1 DestinationCidrBlock=0.0.0.0/0 DestinationIpv6CidrBlock=\"::/0\" # error route-destination: both has several destinations: DestinationCidrBlock and DestinationIpv6CidrBlock.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  routetable table
    route four GatewayId=igw-1 DestinationCidrBlock=0.0.0.0/0
    route six GatewayId=igw-1 DestinationIpv6CidrBlock=\"::/0\"
    route list GatewayId=igw-1 DestinationPrefixListId=pl-1
",
    check,
    fixes,
}
.told();

/// The properties that name a destination:
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html>
const PLACES: [&str; 3] = [
    "DestinationCidrBlock",
    "DestinationIpv6CidrBlock",
    "DestinationPrefixListId",
];

/// Those that a route has: one that comes to nothing is none.
fn written(context: &Context<'_>, route: &Resource) -> Vec<&'static str> {
    let said = |path: &&'static str| {
        let value = context.evaluator.property(route, &(*path).into());
        value != Evaluated::Absent
    };
    PLACES.into_iter().filter(said).collect()
}

/// Whether a route has more than one destination: which one counts is not told.
pub(super) fn has_several(context: &Context<'_>, route: &LogicalId) -> bool {
    let route = context.resource(route);
    route.is_some_and(|route| written(context, route).len() > 1)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (id, known) in &context.survey.routes {
        let Some(route) = context.resource(id) else {
            continue;
        };
        let there = PLACES.iter().filter(|path| route.property(path).is_some());
        if known.destination_path.is_some() && there.count() < 2 {
            continue;
        }
        match written(context, route).as_slice() {
            [] => {
                let message = Message::new("{route} has no destination.").resource("route", id);
                findings.add(id, "", message);
            }
            [_] => {}
            [_, second, ..] => {
                let all = written(context, route).join(" and ");
                let message = Message::new("{route} has several destinations: {places}.")
                    .resource("route", id)
                    .text("places", all);
                findings.add(id, *second, message);
            }
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let places = context.resource(id).map(|it| written(context, it));
    let places = places.unwrap_or_default();
    if places.is_empty() {
        let title = Message::new("Lead to everything: 0.0.0.0/0");
        let survey = context.survey;
        let table = survey.routes.get(id).and_then(|it| it.table.known());
        let table = table.and_then(|id| survey.tables.get(id));
        let mut ways = Vec::new();
        if table.is_some_and(|table| default_route(context, table).is_none()) {
            ways.extend(Fix::review(context, title, |draft| {
                mend::set(draft, id, "DestinationCidrBlock", "0.0.0.0/0")
            }));
        }
        ways.extend(mend::remove_resource(context, id));
        return ways;
    }
    let keep = places.iter().flat_map(|kept| {
        let title = Message::new("Keep {place} only").text("place", kept);
        Fix::review(context, title, |draft| {
            let mut others = places.iter().filter(|it| *it != kept);
            others.try_for_each(|other| mend::unset(draft, id, *other))
        })
    });
    keep.collect()
}
