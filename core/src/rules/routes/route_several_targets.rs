//! A route has more than one target.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "route-several-targets",
    severity: Severity::Error,
    title: "Route with several targets",
    why: "A route leads to one target. AWS refuses a route that names several; to spread traffic, \
          give each subnet a table with a target of its own.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance box
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw InstanceId=@box # error route-several-targets: out names 2 targets: GatewayId and InstanceId.
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
        if let [_, second, ..] = route.targets.as_slice() {
            let all: Vec<_> = route.targets.iter().map(|it| it.path.to_string()).collect();
            let message = Message::new("{route} names {count} targets: {targets}.")
                .resource("route", &route.id)
                .text("count", all.len())
                .text("targets", all.join(" and "));
            findings.add(&route.id, second.path.clone(), message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(route) = context.survey.routes.get(&finding.resource) else {
        return Vec::new();
    };
    let keep = route.targets.iter().flat_map(|kept| {
        let title = Message::new("Keep {target} only").text("target", &kept.path);
        Fix::review(context, title, |draft| {
            let mut others = route.targets.iter().filter(|it| it.path != kept.path);
            others.try_for_each(|other| mend::unset(draft, &route.id, other.path.clone()))
        })
    });
    keep.collect()
}
