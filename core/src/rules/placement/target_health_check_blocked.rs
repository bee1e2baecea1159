//! Security groups stop a load balancer's health checks.

use std::collections::HashSet;

use super::targets::{Way, ways};
use crate::lower::survey::{BalancerKind, Fact};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "target-health-check-blocked",
    severity: Severity::Error,
    title: "Health checks do not reach the target",
    why: "A load balancer asks each target on the health check's port whether it is well. If \
          security groups stop that, every target counts as unhealthy. Check the port that serves \
          the requests, or open the other one.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web SecurityGroupIds=[@webs]
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  sg webs GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=8080, ToPort=8080, SourceSecurityGroupId=@front.GroupId}]
  sg front GroupDescription=f
  targetgroup apps Port=8080 Protocol=HTTP HealthCheckPort=9000 Targets=[{Id=@web}] # error target-health-check-blocked: apps checks port 9000 of web, but webs does not let the check pass.
lb balancer Subnets=[@a, @b] Scheme=internal SecurityGroups=[@front.GroupId]
  listener http Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
vpc second CidrBlock=10.1.0.0/16
  subnet c CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
    instance db SecurityGroupIds=[@dbs]
  sg dbs GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=5000, ToPort=5000, SourceSecurityGroupId=@gate.GroupId}]
  sg gate GroupDescription=g
  targetgroup plain Port=5000 Protocol=TCP HealthCheckPort=9000 Targets=[{Id=@db}] # error target-health-check-blocked: plain checks port 9000 of db, but dbs does not let the check pass.
lb passes Type=network Subnets=[@c] Scheme=internal SecurityGroups=[@gate.GroupId]
  listener raw Port=5000 Protocol=TCP DefaultActions=[{Type=forward, TargetGroupArn=@plain}]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web SecurityGroupIds=[@webs]
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  sg webs GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=8080, ToPort=9000, CidrIp=10.0.0.0/16}]
  sg front GroupDescription=f
  targetgroup apps Port=8080 Protocol=HTTP HealthCheckPort=9000 Targets=[{Id=@web}]
lb balancer Subnets=[@a, @b] Scheme=internal SecurityGroups=[@front.GroupId]
  listener http Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    check,
    fixes,
}
.told();

/// The port of the health check, unless the rule for the traffic speaks of it.
fn checked_port<'a>(context: &Context<'a>, way: &Way<'a>) -> Option<i64> {
    let port = way.group.health_check_port.or(way.port)?;
    let is_of_traffic = way.port == Some(port);
    // Of a Network Load Balancer, clients may be let in and the nodes not.
    let is_told = way.balancer.kind != Fact::Known(BalancerKind::Network)
        || way.stop(context, port).is_some();
    (!is_of_traffic || !is_told).then_some(port)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut seen = HashSet::new();
    for way in ways(context) {
        let Some(port) = checked_port(context, &way) else {
            continue;
        };
        let Some(stop) = way.stop_of_check(context, port) else {
            continue;
        };
        if !seen.insert((&way.group.id, stop.group())) {
            continue;
        }
        let message = Message::new(
            "{group} checks port {port} of {target}, but {filter} does not let the check pass.",
        )
        .resource("group", &way.group.id)
        .text("port", port)
        .resource("target", way.target.id)
        .resource("filter", stop.group());
        findings
            .add(&way.group.id, "HealthCheckPort", message)
            .with([&way.balancer.id, way.target.id, stop.group()]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Check the port that serves the requests");
    let found = ways(context).into_iter().find(|way| {
        let [balancer, target, _] = finding.others.as_slice() else {
            return false;
        };
        way.group.id == *id && way.balancer.id == *balancer && *way.target.id == *target
    });
    let is_own = found.as_ref().is_some_and(|way| {
        let port = way.group.health_check_port;
        port.is_some() && port != way.port
    });
    let mut choices = Vec::new();
    if is_own {
        choices = Fix::review(context, title, |draft| {
            mend::set(draft, id, "HealthCheckPort", "traffic-port")
        });
    }
    let opened = found.and_then(|way| {
        let port = checked_port(context, &way)?;
        Some(way.open(context, way.stop_of_check(context, port)?, port))
    });
    choices.extend(opened.unwrap_or_default());
    choices
}
