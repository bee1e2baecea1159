//! What runs more than once runs in one zone.

use std::collections::HashSet;

use super::standing::Standing;
use crate::lower::survey::HostKind;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "fleet-in-one-zone",
    severity: Severity::Warning,
    title: "Several copies in one zone",
    why: "An Auto Scaling group or a service that runs several copies is meant to outlive the \
          loss of some. All of its subnets are in one zone, so it does not outlive that zone. List \
          a subnet of another.",
    guide: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
AWS::AutoScaling::AutoScalingGroup fleet MinSize=\"2\" MaxSize=\"4\" VPCZoneIdentifier=[@a] # warning fleet-in-one-zone: fleet runs 2 copies, all in us-east-1a.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
AWS::AutoScaling::AutoScalingGroup fleet MinSize=\"2\" MaxSize=\"4\" VPCZoneIdentifier=[@a, @b]
AWS::AutoScaling::AutoScalingGroup single MinSize=\"1\" MaxSize=\"1\" VPCZoneIdentifier=[@a]
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let fleets = survey.fleets.values();
    let fleets = fleets.map(|it| (&it.id, it.desired.known().copied()));
    let services = survey.hosts.values();
    let services = services
        .filter(|it| it.kind == HostKind::Service)
        .map(|it| (&it.id, desired(context, &it.id)));
    for (id, count) in fleets.chain(services) {
        let Some(count) = count.filter(|it| *it > 1) else {
            continue;
        };
        let subnets = Standing::target(context, id).and_then(|it| it.subnets(context));
        let zones = subnets.and_then(|subnets| {
            let zones = subnets.iter().map(|it| it.zone.known());
            zones.collect::<Option<HashSet<_>>>()
        });
        let mut zones = zones.unwrap_or_default().into_iter();
        if let (Some(zone), None) = (zones.next(), zones.next()) {
            let message = Message::new("{resource} runs {count} copies, all in {zone}.")
                .resource("resource", id)
                .text("count", count)
                .text("zone", zone);
            findings.add(id, "", message);
        }
    }
}

/// How many tasks a service of ECS runs, where it is written.
fn desired(context: &Context<'_>, id: &LogicalId) -> Option<i64> {
    let resource = context.resource(id)?;
    let written = context.evaluator.property(resource, &"DesiredCount".into());
    written.integer()
}
