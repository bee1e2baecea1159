//! Security groups stop a load balancer's requests to its targets.

use std::collections::HashSet;

use super::targets::{Stop, ways};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "target-traffic-blocked",
    severity: Severity::Error,
    title: "Requests do not reach the target",
    why: "A load balancer opens connections of its own to its targets. Its security group must \
          let them out to the targets' port, and the group of the targets must let them in from \
          the load balancer's group; otherwise every target counts as unhealthy and clients get \
          503 or 504.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html#target-security-groups",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web SecurityGroupIds=[@webs]
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  sg webs GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, SourceSecurityGroupId=@front.GroupId}]
  sg front GroupDescription=f
  targetgroup apps Port=8080 Protocol=HTTP Targets=[{Id=@web}] # error target-traffic-blocked: balancer sends to port 8080 of web, but webs does not let it in.
lb balancer Subnets=[@a, @b] Scheme=internal SecurityGroups=[@front.GroupId]
  listener http Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
vpc second CidrBlock=10.1.0.0/16
  subnet c CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
    instance db SecurityGroupIds=[@dbs]
  sg dbs GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=5000, ToPort=5000, CidrIp=10.8.0.0/16}]
  sg gate GroupDescription=g
  targetgroup plain Port=5001 Protocol=TCP Targets=[{Id=@db}] # error target-traffic-blocked: passes sends to port 5001 of db, but dbs does not let it in.
lb passes Type=network Subnets=[@c] Scheme=internal SecurityGroups=[@gate.GroupId]
  listener raw Port=5001 Protocol=TCP DefaultActions=[{Type=forward, TargetGroupArn=@plain}]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web SecurityGroupIds=[@webs]
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  sg webs GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=8080, ToPort=8080, SourceSecurityGroupId=@front.GroupId}]
  sg front GroupDescription=f
  targetgroup apps Port=8080 Protocol=HTTP Targets=[{Id=@web}]
lb balancer Subnets=[@a, @b] Scheme=internal SecurityGroups=[@front.GroupId]
  listener http Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut seen = HashSet::new();
    for way in ways(context) {
        let Some(port) = way.port else { continue };
        let Some(stop) = way.stop(context, port) else {
            continue;
        };
        // Targets of one group are mended together.
        if !seen.insert((&way.group.id, stop.group(), port)) {
            continue;
        }
        let sentence = match stop {
            Stop::In(_) => {
                "{balancer} sends to port {port} of {target}, but {group} does not let it in."
            }
            Stop::Out(_) => {
                "{balancer} sends to port {port} of {target}, but {group} does not let it out."
            }
        };
        let message = Message::new(sentence)
            .resource("balancer", &way.balancer.id)
            .text("port", port)
            .resource("target", way.target.id)
            .resource("group", stop.group());
        findings
            .add(&way.group.id, way.path.clone(), message)
            .with([&way.balancer.id, way.target.id, stop.group()]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let found = ways(context).into_iter().find(|way| {
        let [balancer, target, _] = finding.others.as_slice() else {
            return false;
        };
        way.group.id == finding.resource
            && way.balancer.id == *balancer
            && *way.target.id == *target
    });
    let opened = found.and_then(|way| {
        let port = way.port?;
        Some(way.open(context, way.stop(context, port)?, port))
    });
    opened.unwrap_or_default()
}
