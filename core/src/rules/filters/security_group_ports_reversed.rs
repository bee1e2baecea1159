//! A rule's first port is above its last.

use crate::lower::survey::{Permission, Ports};
use crate::message::Message;
use crate::network::Protocol;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "security-group-ports-reversed",
    severity: Severity::Error,
    title: "Ports from high to low",
    why: "FromPort is the lowest port of a rule and ToPort the highest. AWS refuses a rule in \
          which they stand the other way round.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=8100, ToPort=8000, CidrIp=10.0.0.0/16}] # error security-group-ports-reversed: A rule of web goes from port 8100 to 8000.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=8000, ToPort=8100, CidrIp=10.0.0.0/16}, {IpProtocol=icmp, FromPort=8, ToPort=-1, CidrIp=10.0.0.0/16}]
",
    check,
    fixes,
}
.told();

fn reversed(permission: &Permission) -> Option<Ports> {
    let ports = *permission.ports.known()?;
    let has_ports = matches!(permission.protocol.known()?, Protocol::Tcp | Protocol::Udp);
    (has_ports && ports.from > ports.to).then_some(ports)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        let mut last = None;
        for permission in group.ingress.iter().chain(&group.egress) {
            let place = (&permission.resource, &permission.path);
            let Some(ports) = reversed(permission).filter(|_| last != Some(place)) else {
                continue;
            };
            // A rule with two peers is one rule.
            last = Some(place);
            let message = Message::new("A rule of {group} goes from port {from} to {to}.")
                .resource("group", &group.id)
                .text("from", ports.from)
                .text("to", ports.to);
            let path = permission.path.key("FromPort");
            findings
                .add(&permission.resource, path, message)
                .with([&group.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let group = finding.others.first();
    let group = group.and_then(|id| context.survey.security_groups.get(id));
    let found = group.and_then(|group| {
        let mut all = group.ingress.iter().chain(&group.egress);
        all.find(|it| it.resource == finding.resource && it.path.key("FromPort") == finding.path)
    });
    let Some((permission, ports)) = found.and_then(|it| Some((it, reversed(it)?))) else {
        return Vec::new();
    };
    let title = Message::new("Write {from} to {to}")
        .text("from", ports.to)
        .text("to", ports.from);
    Fix::safe(context, title, |draft| {
        let id = &permission.resource;
        mend::set(draft, id, permission.path.key("FromPort"), ports.to)?;
        mend::set(draft, id, permission.path.key("ToPort"), ports.from)
    })
}
