//! A target stands in a zone in which its load balancer has no subnet.

use std::collections::HashSet;

use super::standing::Standing;
use super::targets::ways;
use super::zones::Listed;
use crate::lower::survey::{BalancerKind, Fact};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "target-zone-not-enabled",
    severity: Severity::Warning,
    title: "Target in a zone that the load balancer does not serve",
    why: "A load balancer sends only to targets in the zones of its subnets. A target in any \
          other zone is registered and never used.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#availability-zones",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  subnet c CidrBlock=10.0.3.0/24 AvailabilityZone=us-east-1c
    instance web
  targetgroup apps Port=8080 Protocol=HTTP Targets=[{Id=@web}] # warning target-zone-not-enabled: web is in us-east-1c, where balancer has no subnet.
lb balancer Subnets=[@a, @b] Scheme=internal
  listener http Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  targetgroup apps Port=8080 Protocol=HTTP Targets=[{Id=@web}]
lb balancer Subnets=[@a, @b] Scheme=internal
  listener http Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut seen = HashSet::new();
    for way in ways(context) {
        let balancer = way.balancer;
        let Some(listed) = Listed::new(context, &balancer.id, &balancer.subnets) else {
            continue;
        };
        // In too few zones it is not built at all: another rule speaks.
        let is_application = balancer.kind == Fact::Known(BalancerKind::Application);
        if is_application && (listed.count() < 2 || listed.repeated().is_some()) {
            continue;
        }
        let subnets = way.target.subnets(context).unwrap_or_default();
        let mut zones = subnets.iter().filter_map(|it| it.zone.known());
        let Some(zone) = zones.find(|zone| !listed.zones.contains(&zone.as_str())) else {
            continue;
        };
        if !seen.insert((&balancer.id, way.target.id)) {
            continue;
        }
        let message = Message::new("{target} is in {zone}, where {balancer} has no subnet.")
            .resource("target", way.target.id)
            .text("zone", zone)
            .resource("balancer", &balancer.id);
        findings
            .add(&way.group.id, way.path.clone(), message)
            .with([&balancer.id, way.target.id]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let [balancer, target] = finding.others.as_slice() else {
        return Vec::new();
    };
    let found = || {
        let balancer = survey.load_balancers.get(balancer)?;
        let listed = Listed::new(context, &balancer.id, &balancer.subnets)?;
        let subnets = Standing::target(context, target)?.subnets(context)?;
        let mut zones = subnets.iter().filter_map(|it| it.zone.known());
        let zone = zones.find(|zone| !listed.zones.contains(&zone.as_str()))?;
        Some(listed.spread(context, Some(zone)))
    };
    found().unwrap_or_default()
}
