//! Several blocks that together are the Internet may come in.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use crate::cidr;
use crate::lower::survey::{Fact, Peer, Permission, SecurityGroup};
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};

use super::covering::{is_about, is_for_everyone};
use super::security_group_admin_port_open::ADMINISTRATION;
use super::security_group_database_port_open::PORTS;

pub(super) static RULE: Rule = Rule {
    id: "security-group-open-in-parts",
    severity: Severity::Warning,
    title: "Open to the Internet in parts",
    why: "0.0.0.0/1 and 128.0.0.0/1 are every address, as 0.0.0.0/0 is: checks that look for \
          that one are passed, and scanners come in all the same. Let in the addresses that you \
          know, and nobody else.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=0.0.0.0/1}, {IpProtocol=-1, CidrIp=128.0.0.0/1}] # warning security-group-open-in-parts: web lets ssh (port 22) in from 0.0.0.0/1 and 128.0.0.0/1, half of all addresses or more.
  sg data GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=5432, ToPort=5432, CidrIpv6=\"2000::/3\"}] # warning security-group-open-in-parts: data lets PostgreSQL (port 5432) in from 2000::/3, half of all addresses or more.
  sg half GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=128.0.0.0/1}] # warning security-group-open-in-parts: half lets ssh (port 22) in from 128.0.0.0/1, half of all addresses or more.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=10.0.0.0/8}, {IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.113.0/24}]
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let ports = ADMINISTRATION.iter().chain(&PORTS);
    for group in context.survey.security_groups.values() {
        // Few groups have blocks so wide that some make half of everything.
        if !group.ingress.iter().any(|it| width(it).is_some()) {
            continue;
        }
        let found = ports.clone().find_map(|(port, name)| {
            let parts = parts(group, *port);
            is_most(&parts).then_some((port, name, parts))
        });
        let Some((port, name, parts)) = found else {
            continue;
        };
        let Some((first, path)) = group.ingress.iter().find_map(|it| match &it.peer {
            Peer::Block(path, _) if is_about(it, *port) && width(it).is_some() => Some((it, path)),
            _ => None,
        }) else {
            continue;
        };
        let blocks: Vec<_> = parts.iter().map(ToString::to_string).collect();
        let message = Message::new(
            "{group} lets {name} (port {port}) in from {blocks}, half of all addresses or more.",
        )
        .resource("group", &group.id)
        .text("name", name)
        .text("port", port)
        .text("blocks", blocks.join(" and "));
        findings
            .add(&first.resource, path.clone(), message)
            .with([&group.id]);
    }
}

/// The block of a permission, if it is wide and not everyone.
fn width(permission: &Permission) -> Option<IpNet> {
    match &permission.peer {
        Peer::Block(_, Fact::Known(block)) if (1..=8).contains(&block.prefix_len()) => Some(*block),
        _ => None,
    }
}

/// The wide blocks that may come in at a port; none if everyone may by a
/// single block, of which other rules speak.
fn parts(group: &SecurityGroup, port: i64) -> Vec<IpNet> {
    let about = group.ingress.iter().filter(|it| is_about(it, port));
    if about.clone().any(is_for_everyone) {
        return Vec::new();
    }
    about.filter_map(width).collect()
}

/// Whether blocks are half of the addresses of their family, or more: of IPv6,
/// of those that the Internet uses.
///
/// <https://www.iana.org/assignments/ipv6-address-space/ipv6-address-space.xhtml>
fn is_most(blocks: &[IpNet]) -> bool {
    if blocks.is_empty() {
        return false;
    }
    let v4: Vec<Ipv4Net> = blocks
        .iter()
        .filter_map(|block| match block {
            IpNet::V4(block) => Some(*block),
            IpNet::V6(_) => None,
        })
        .collect();
    let v6: Vec<Ipv6Net> = blocks
        .iter()
        .filter_map(|block| match block {
            IpNet::V4(_) => None,
            IpNet::V6(block) => Some(*block),
        })
        .collect();
    let left = cidr::free_space(&[Ipv4Net::default()], &v4);
    let left: u64 = left.iter().map(|it| 1_u64 << (32 - it.prefix_len())).sum();
    let used = Ipv6Net::new(std::net::Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);
    let left_v6 = used.map_or(u128::MAX, |used| {
        let left = cidr::free_space(&[used], &v6);
        left.iter()
            .map(|it| 1_u128 << (128 - it.prefix_len()))
            .sum()
    });
    left <= 1 << 31 || left_v6 <= 1 << 124
}
