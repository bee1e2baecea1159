//! Every port is open to every address.

use crate::lower::survey::{Peer, Permission};
use crate::message::Message;
use crate::network::Protocol;
use crate::rules::{Context, Findings, Rule, Severity};

use super::covering::{carries, is_for_everyone};
use super::security_group_admin_port_open::fixes;

pub(super) static RULE: Rule = Rule {
    id: "security-group-everything-open",
    severity: Severity::Warning,
    title: "Every port open to the Internet",
    why: "A rule for every port and every address filters nothing: whatever listens, now or \
          later, is found and tried. Open the ports that are served, one by one.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg all GroupDescription=w SecurityGroupIngress=[{IpProtocol=-1, CidrIpv6=\"::/0\"}] # warning security-group-everything-open: all lets everything in from every address.
  sg tcp GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=0, ToPort=65535, CidrIp=0.0.0.0/0}] # warning security-group-everything-open: tcp lets every TCP port in from every address.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=443, ToPort=443, CidrIp=0.0.0.0/0}, {IpProtocol=-1, CidrIp=10.0.0.0/16}]
",
    check,
    fixes,
}
.told();

/// What a permission opens to everyone, if it is everything.
pub(super) fn opens_all(permission: &Permission) -> Option<&'static str> {
    let (protocol, ports) = carries(permission)?;
    let is_all = ports.from <= 1 && ports.to >= 65535;
    if !is_for_everyone(permission) {
        return None;
    }
    match protocol {
        Protocol::Any => Some("everything"),
        Protocol::Tcp if is_all => Some("every TCP port"),
        Protocol::Udp if is_all => Some("every UDP port"),
        _ => None,
    }
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        for permission in &group.ingress {
            let (Some(what), Peer::Block(path, _)) = (opens_all(permission), &permission.peer)
            else {
                continue;
            };
            let message = Message::new("{group} lets {what} in from every address.")
                .resource("group", &group.id)
                .text("what", what);
            findings
                .add(&permission.resource, path.clone(), message)
                .with([&group.id]);
        }
    }
}
