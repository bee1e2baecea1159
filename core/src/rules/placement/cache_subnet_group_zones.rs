//! A cache that is to outlive a zone has subnets in one zone only.

use std::collections::HashSet;

use super::standing::Standing;
use crate::lower::survey::HostKind;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "cache-subnet-group-zones",
    severity: Severity::Warning,
    title: "Cache with a replica in the same zone",
    why: "Failover takes over to a replica in another zone, and the nodes of a cache stand in the \
          subnets of its subnet group. All of those are in one zone, so that the replica is lost \
          with what it replaces. Add a subnet of another zone to the group.",
    guide: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
AWS::ElastiCache::SubnetGroup group Description=d SubnetIds=[@a]
AWS::ElastiCache::ReplicationGroup cache ReplicationGroupDescription=c AutomaticFailoverEnabled=true NumCacheClusters=2 CacheSubnetGroupName=@group # warning cache-subnet-group-zones: cache is to fail over, but all of its subnets are in us-east-1a.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
AWS::ElastiCache::SubnetGroup group Description=d SubnetIds=[@a, @b]
AWS::ElastiCache::SubnetGroup small Description=d SubnetIds=[@a]
AWS::ElastiCache::ReplicationGroup cache ReplicationGroupDescription=c AutomaticFailoverEnabled=true NumCacheClusters=2 CacheSubnetGroupName=@group
AWS::ElastiCache::ReplicationGroup single ReplicationGroupDescription=c AutomaticFailoverEnabled=false NumCacheClusters=1 CacheSubnetGroupName=@small
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let hosts = context.survey.hosts.values();
    for cache in hosts.filter(|it| it.kind == HostKind::Cache) {
        let says = |property: &str| {
            let resource = context.resource(&cache.id);
            let said = resource.map(|it| context.evaluator.property(it, &property.into()));
            said.is_some_and(|it| it.truth() == Some(true))
        };
        if !says("AutomaticFailoverEnabled") && !says("MultiAZEnabled") {
            continue;
        }
        let subnets = Standing::target(context, &cache.id).and_then(|it| it.subnets(context));
        let zones = subnets.and_then(|subnets| {
            let zones = subnets.iter().map(|it| it.zone.known());
            zones.collect::<Option<HashSet<_>>>()
        });
        let mut zones = zones.unwrap_or_default().into_iter();
        if let (Some(zone), None) = (zones.next(), zones.next()) {
            let message =
                Message::new("{cache} is to fail over, but all of its subnets are in {zone}.")
                    .resource("cache", &cache.id)
                    .text("zone", zone);
            findings.add(&cache.id, "CacheSubnetGroupName", message);
        }
    }
}
