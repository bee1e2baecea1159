//! A subnet leaves its zone to AWS.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{FunctionName, Value};

pub(super) static RULE: Rule = Rule {
    id: "subnet-without-zone",
    severity: Severity::Hint,
    title: "Subnet without a zone",
    why: "AWS picks the zone of a subnet that names none, and may pick the same one for all. What \
          is meant to outlive the loss of a zone names its zones.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 # hint subnet-without-zone: b names no zone: AWS may put it beside the other subnets of main.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
vpc other CidrBlock=10.1.0.0/16
  subnet only CidrBlock=10.1.1.0/24
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for subnet in context.survey.subnets.values() {
        let Some(vpc) = subnet.vpc.known() else {
            continue;
        };
        let by_id = context
            .resource(&subnet.id)
            .is_some_and(|it| it.property("AvailabilityZoneId").is_some());
        let others = context.subnets_of(vpc).len() > 1;
        if subnet.zone.is_absent() && others && !by_id {
            let message = Message::new(
                "{subnet} names no zone: AWS may put it beside the other subnets of {vpc}.",
            )
            .resource("subnet", &subnet.id)
            .resource("vpc", vpc);
            findings.add(&subnet.id, "AvailabilityZone", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let vpc = context.vpc_of_subnet(id);
    let zones = context.zones();
    let used = |zone: &String| {
        let subnets = vpc.map_or(&[][..], |vpc| context.subnets_of(vpc)).iter();
        subnets
            .filter(|subnet| subnet.zone.known() == Some(zone))
            .count()
    };
    let least = zones.iter().enumerate().min_by_key(|(_, zone)| used(zone));
    let Some((index, zone)) = least else {
        return Vec::new();
    };
    let title = Message::new("Put {subnet} into {zone}")
        .resource("subnet", id)
        .text("zone", zone);
    Fix::review(context, title, |draft| {
        let place = Value::from(i64::try_from(index).ok()?);
        let all = Value::function(FunctionName::GetAZs, Value::from(""));
        let value = Value::function(FunctionName::Select, vec![place, all].into());
        mend::set(draft, id, "AvailabilityZone", value)
    })
}
