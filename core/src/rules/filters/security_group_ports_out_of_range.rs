//! A rule's port is a number that no port has.

use crate::lower::survey::Permission;
use crate::message::Message;
use crate::network::Protocol;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::Value;

pub(super) static RULE: Rule = Rule {
    id: "security-group-ports-out-of-range",
    severity: Severity::Error,
    title: "Port that there is not",
    why: "Ports of TCP and UDP have the numbers 0 to 65535. AWS refuses a rule with any other.",
    guide: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=8000, ToPort=80000, CidrIp=10.0.0.0/16}] # error security-group-ports-out-of-range: A rule of web names port 80000: ports go from 0 to 65535.
    ingress more IpProtocol=udp FromPort=70000 ToPort=70000 CidrIp=10.0.0.0/16 # error security-group-ports-out-of-range: A rule of web names port 70000: ports go from 0 to 65535.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=0, ToPort=65535, CidrIp=10.0.0.0/16}]
    ingress echo IpProtocol=icmp FromPort=8 ToPort=-1 CidrIp=10.0.0.0/16
",
    check,
    fixes,
}
.told();

/// The last port.
const LAST: i64 = 65_535;

/// The first of a rule's ports that there is not, and the property that names it.
fn beyond(permission: &Permission) -> Option<(&'static str, i64)> {
    let ports = permission.ports.known()?;
    let has_ports = matches!(permission.protocol.known()?, Protocol::Tcp | Protocol::Udp);
    // Below 0, the schema of the property says it.
    let mut both = [("FromPort", ports.from), ("ToPort", ports.to)].into_iter();
    both.find(|(_, port)| has_ports && *port > LAST)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        let mut last = None;
        for permission in group.ingress.iter().chain(&group.egress) {
            // A rule with two peers is one rule.
            let place = (&permission.resource, &permission.path);
            let found = beyond(permission).filter(|_| last != Some(place));
            let Some((key, port)) = found else { continue };
            last = Some(place);
            let message =
                Message::new("A rule of {group} names port {port}: ports go from 0 to 65535.")
                    .resource("group", &group.id)
                    .text("port", port);
            findings
                .add(&permission.resource, permission.path.key(key), message)
                .with([&group.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let resource = context.resource(&finding.resource);
    let written = resource.and_then(|it| it.get(&finding.path)?.as_integer());
    // Of a range, what is meant is all that there is above its first port.
    let group = finding.others.first();
    let group = group.and_then(|id| context.survey.security_groups.get(id));
    let is_range = group.is_some_and(|group| {
        let mut all = group.ingress.iter().chain(&group.egress);
        all.any(|it| {
            it.resource == finding.resource
                && it.path.key("ToPort") == finding.path
                && it.ports.known().is_some_and(|ports| ports.from <= LAST)
        })
    });
    if written.is_none() || !is_range {
        return Vec::new();
    }
    let title = Message::new("Write {port}").text("port", LAST);
    Fix::review(context, title, |draft| {
        let id = &finding.resource;
        mend::set(draft, id, finding.path.clone(), Value::from(LAST))
    })
}
