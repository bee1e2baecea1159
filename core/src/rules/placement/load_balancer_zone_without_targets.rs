//! A node of a Network Load Balancer has no target in its zone, and sends to
//! no other zone.

use std::collections::HashSet;

use super::targets::ways;
use super::zones::Listed;
use crate::lower::survey::{BalancerKind, Fact};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{Map, PropertyPath, Value};

pub(super) static RULE: Rule = Rule {
    id: "load-balancer-zone-without-targets",
    severity: Severity::Warning,
    title: "Zone without targets",
    why: "A node of a Network or Gateway Load Balancer sends only to targets of its own zone, \
          unless cross-zone load balancing is on. Clients that come to the node of a zone without \
          targets are turned away. Put a target there, leave the zone out, or let nodes send to \
          other zones.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#availability-zones",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  targetgroup apps Port=8080 Protocol=TCP Targets=[{Id=@web}] # warning load-balancer-zone-without-targets: apps has no target in us-east-1b, and front does not send from there to other zones.
lb front Type=network Subnets=[@a, @b] Scheme=internal
  listener tcp Port=80 Protocol=TCP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  targetgroup apps Port=8080 Protocol=TCP Targets=[{Id=@web}]
lb front Type=network Subnets=[@a, @b] Scheme=internal LoadBalancerAttributes=[{Key=load_balancing.cross_zone.enabled, Value=\"true\"}]
  listener tcp Port=80 Protocol=TCP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    check,
    fixes,
}
.told();

const KEY: &str = "load_balancing.cross_zone.enabled";

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut seen = HashSet::new();
    for way in ways(context) {
        let (balancer, group) = (way.balancer, way.group);
        let has_nodes = matches!(
            balancer.kind,
            Fact::Known(BalancerKind::Network | BalancerKind::Gateway)
        );
        if !has_nodes
            || balancer.crosses_zones == Some(true)
            || group.crosses_zones == Some(true)
            || !group.members.is_empty()
            || says_unknown(context, &balancer.id, "LoadBalancerAttributes")
            || says_unknown(context, &group.id, "TargetGroupAttributes")
            || !seen.insert((&balancer.id, &group.id))
        {
            continue;
        }
        let Some(listed) = Listed::new(context, &balancer.id, &balancer.subnets) else {
            continue;
        };
        let zones = group.targets.iter().map(|(used, _)| {
            let target = context.survey.instances.get(used.id.known()?)?;
            let subnet = context.survey.subnets.get(target.subnet.id.known()?)?;
            subnet.zone.known().map(String::as_str)
        });
        let Some(zones) = zones.collect::<Option<HashSet<_>>>() else {
            continue;
        };
        let Some(empty) = listed.zones.iter().find(|zone| !zones.contains(**zone)) else {
            continue;
        };
        let message = Message::new(
            "{group} has no target in {zone}, and {balancer} does not send from there to other zones.",
        )
        .resource("group", &group.id)
        .text("zone", empty)
        .resource("balancer", &balancer.id);
        findings
            .add(&group.id, "Targets", message)
            .with([&balancer.id]);
    }
}

/// Whether an attribute may say something that cannot be told.
fn says_unknown(context: &Context<'_>, id: &crate::template::LogicalId, list: &str) -> bool {
    let written = context.resource(id).and_then(|it| it.property(list));
    written.is_some_and(|written| {
        let elements = written.as_list();
        elements.is_none_or(|elements| {
            elements.iter().any(|element| {
                let map = element.as_map();
                let key = map.and_then(|map| map.get("Key")?.as_text());
                let value = map.and_then(|map| map.get("Value")?.as_scalar_text());
                key.is_none() || (key == Some(KEY) && value.is_none())
            })
        })
    })
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let balancer = finding.others.first();
    let Some((id, resource)) = balancer.and_then(|id| Some((id, context.resource(id)?))) else {
        return Vec::new();
    };
    let list = PropertyPath::from("LoadBalancerAttributes");
    let written = resource.get(&list).and_then(Value::as_list);
    let written = written.unwrap_or_default();
    let place = written.iter().position(|element| {
        let key = element.as_map().and_then(|map| map.get("Key"));
        key.and_then(Value::as_text) == Some(KEY)
    });
    let path = list.index(place.unwrap_or(written.len()));
    let title = Message::new("Let {balancer} send to other zones").resource("balancer", id);
    Fix::review(context, title, |draft| {
        let entry = [("Key", KEY), ("Value", "true")];
        let entry = entry.map(|(key, value)| (key.to_owned(), Value::from(value)));
        mend::set(draft, id, path, Value::Map(Map::from_iter(entry)))
    })
}
