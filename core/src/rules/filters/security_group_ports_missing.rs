//! A rule for TCP or UDP names no ports.

use crate::lower::survey::{Fact, Permission};
use crate::message::Message;
use crate::network::Protocol;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{Evaluated, Value};

pub(super) static RULE: Rule = Rule {
    id: "security-group-ports-missing",
    severity: Severity::Error,
    title: "Rule without ports",
    why: "A rule for TCP or UDP says which ports it opens, by FromPort and ToPort. AWS refuses \
          one that does not. For one port write it twice; for all, 0 and 65535.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=443, CidrIp=10.0.0.0/16}] # error security-group-ports-missing: A rule of web for TCP or UDP lacks FromPort or ToPort.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=-1, CidrIp=10.0.0.0/16}]
",
    check,
    fixes,
}
.told();

fn lacks_ports(context: &Context<'_>, permission: &Permission) -> bool {
    let has_ports = matches!(
        permission.protocol,
        Fact::Known(Protocol::Tcp | Protocol::Udp)
    );
    has_ports
        && match permission.ports {
            Fact::Absent => true,
            // One without the other; what is written wrongly is another rule's.
            Fact::Malformed(_) => ["FromPort", "ToPort"].iter().any(|key| {
                let resource = context.resource(&permission.resource);
                let path = permission.path.key(key);
                resource
                    .is_some_and(|it| context.evaluator.property(it, &path) == Evaluated::Absent)
            }),
            _ => false,
        }
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        let mut last = None;
        for permission in group.ingress.iter().chain(&group.egress) {
            let place = (&permission.resource, &permission.path);
            if !lacks_ports(context, permission) || last == Some(place) {
                continue;
            }
            last = Some(place);
            let message =
                Message::new("A rule of {group} for TCP or UDP lacks FromPort or ToPort.")
                    .resource("group", &group.id);
            findings
                .add(&permission.resource, permission.path.clone(), message)
                .with([&group.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(resource) = context.resource(&finding.resource) else {
        return Vec::new();
    };
    let [from, to] = ["FromPort", "ToPort"].map(|key| finding.path.key(key));
    let written = |path| resource.get(path).and_then(Value::as_integer);
    let (port, missing) = match (written(&from), written(&to)) {
        (Some(port), None) => (port, to),
        (None, Some(port)) => (port, from),
        _ => return Vec::new(),
    };
    let title = Message::new("Open port {port} only").text("port", port);
    Fix::review(context, title, |draft| {
        mend::set(draft, &finding.resource, missing, port)
    })
}
