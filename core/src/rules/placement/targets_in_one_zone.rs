//! All targets of a load balancer stand in one zone.

use std::collections::HashSet;

use super::targets::ways;
use super::zones::Listed;
use crate::lower::survey::Subnet;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "targets-in-one-zone",
    severity: Severity::Warning,
    title: "Targets in one zone",
    why: "The load balancer has nodes in several zones, but when the one zone of its targets is \
          lost they have nobody to send to. Spread the targets over the zones.",
    guide: "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  subnet c CidrBlock=10.0.3.0/24 AvailabilityZone=us-east-1a
    instance one
    instance two
  subnet d CidrBlock=10.0.4.0/24 AvailabilityZone=us-east-1b
  targetgroup apps Port=80 Protocol=HTTP Targets=[{Id=@one}, {Id=@two}] # warning targets-in-one-zone: All targets of apps are in us-east-1a, and front serves us-east-1b too, where d has room for some.
lb front Subnets=[@a, @b] Scheme=internal
  listener web Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  subnet c CidrBlock=10.0.3.0/24 AvailabilityZone=us-east-1a
    instance one
  subnet d CidrBlock=10.0.4.0/24 AvailabilityZone=us-east-1b
    instance two
  targetgroup apps Port=80 Protocol=HTTP Targets=[{Id=@one}, {Id=@two}]
  targetgroup begun Port=81 Protocol=HTTP Targets=[{Id=@one}]
lb front Subnets=[@a, @b] Scheme=internal
  listener web Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
  listener other Port=81 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@begun}]
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut seen = HashSet::new();
    for way in ways(context) {
        let (balancer, group) = (way.balancer, way.group);
        // One target alone is a design that is only begun.
        let is_begun = group.targets.len() < 2 || !group.members.is_empty();
        if is_begun || !seen.insert(&group.id) {
            continue;
        }
        let subnets = group.targets.iter().map(|(used, _)| {
            let target = context.survey.instances.get(used.id.known()?)?;
            context.survey.subnets.get(target.subnet.id.known()?)
        });
        let (Some(subnets), Some(listed)) = (
            subnets.collect::<Option<Vec<_>>>(),
            Listed::new(context, &balancer.id, &balancer.subnets),
        ) else {
            continue;
        };
        let Some((first, zone)) = subnets.first().and_then(|it| Some((*it, it.zone.known()?)))
        else {
            continue;
        };
        if subnets.iter().any(|it| it.zone.known() != Some(zone)) {
            continue;
        }
        let Some((room, other)) = room(context, first, &listed) else {
            continue;
        };
        let message = Message::new(
            "All targets of {group} are in {zone}, and {balancer} serves {other} too, where {room} has room for some.",
        )
        .resource("group", &group.id)
        .text("zone", zone)
        .resource("balancer", &balancer.id)
        .text("other", other)
        .resource("room", &room.id);
        findings
            .add(&group.id, "Targets", message)
            .with([&balancer.id, &room.id]);
    }
}

/// A subnet like that of the targets in another zone that the load balancer
/// serves, which is neither the load balancer's own nor for databases.
fn room<'a>(
    context: &Context<'a>,
    like: &Subnet,
    listed: &Listed<'a>,
) -> Option<(&'a Subnet, &'a String)> {
    let way_out = context.way_out(like);
    let all = context.subnets_of(like.vpc.known()?).iter();
    let mut others = all.filter_map(|it| Some((*it, it.zone.known()?)));
    others.find(|(subnet, zone)| {
        Some(*zone) != like.zone.known()
            && listed.zones.contains(&zone.as_str())
            && listed.subnets.iter().all(|own| own.id != subnet.id)
            && context.way_out(subnet) == way_out
            && !is_for_databases(context, subnet)
    })
}

fn is_for_databases(context: &Context<'_>, subnet: &Subnet) -> bool {
    let mut groups = context.survey.subnet_groups.values();
    groups.any(|group| {
        let mut used = group.subnets.iter();
        used.any(|used| used.id.known() == Some(&subnet.id))
    })
}
