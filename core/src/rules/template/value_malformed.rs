//! A value is written in a way that means nothing.

use crate::lower::survey::Fact;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};
use crate::template::{Evaluated, LogicalId, PropertyPath};

pub(super) static RULE: Rule = Rule {
    id: "value-malformed",
    severity: Severity::Error,
    title: "Value that means nothing",
    why: "A protocol, a port, a number or an address is written in a way that AWS does not \
          understand, and it refuses the resource.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tpc, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}] # error value-malformed: web: “tpc” is no protocol: write tcp, udp, icmp, icmpv6, a number from 0 to 255, or -1 for all.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=\"80\", ToPort=80, CidrIp=0.0.0.0/0}]
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for group in survey.security_groups.values() {
        for rule in group.ingress.iter().chain(&group.egress) {
            let path = rule.path.key("IpProtocol");
            report(findings, &rule.resource, path, &rule.protocol);
            // A port without the other is another rule's.
            let resource = context.resource(&rule.resource);
            let is_there = |key: &str| {
                let path = rule.path.key(key);
                resource
                    .is_some_and(|it| context.evaluator.property(it, &path) != Evaluated::Absent)
            };
            if matches!(rule.ports, Fact::Malformed(_))
                && is_there("FromPort")
                && is_there("ToPort")
            {
                report(
                    findings,
                    &rule.resource,
                    rule.path.key("FromPort"),
                    &rule.ports,
                );
            }
        }
    }
    for entry in survey.network_acls.values().flat_map(|acl| &acl.entries) {
        report(findings, &entry.id, "Protocol", &entry.protocol);
        report(findings, &entry.id, "RuleNumber", &entry.number);
        report(findings, &entry.id, "PortRange", &entry.ports);
    }
    for balancer in survey.load_balancers.values() {
        report(findings, &balancer.id, "Type", &balancer.kind);
    }
    for listener in survey.listeners.values() {
        report(findings, &listener.id, "Port", &listener.port);
    }
    for instance in survey.instances.values() {
        report(
            findings,
            &instance.id,
            "PrivateIpAddress",
            &instance.private_ip,
        );
    }
}

fn report<T>(
    findings: &mut Findings,
    id: &LogicalId,
    path: impl Into<PropertyPath>,
    fact: &Fact<T>,
) {
    if let Fact::Malformed(why) = fact {
        let message = Message::new("{resource}: {why}")
            .resource("resource", id)
            .message("why", why.clone());
        findings.add(id, path, message);
    }
}
