//! A network ACL lets requests pass and none of the replies.

use ipnet::IpNet;

use crate::catalogue::ec2;
use crate::cidr;
use crate::lower::survey::{AclEntry, NetworkAcl};
use crate::message::Message;
use crate::network::Protocol;
use crate::rules::context::{everywhere, ipv4};
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::sorting;
use crate::template::Value;

use super::covering::{decides_all, entry_ports};

pub(super) static RULE: Rule = Rule {
    id: "network-acl-replies-blocked",
    severity: Severity::Error,
    title: "Replies are blocked",
    why: "A network ACL remembers no connection: the reply to a request needs an entry of its \
          own, in the other direction, for the port that the client picked. Clients pick from \
          1024 to 65535. Without such an entry no connection is ever made.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  acl acl # error network-acl-replies-blocked: acl lets requests in by web, but no reply to them out: no entry allows ports 1024 to 65535 there.
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry inside RuleNumber=100 Egress=true RuleAction=allow Protocol=-1 CidrBlock=10.0.0.0/16
aclassociation guard SubnetId=@a NetworkAclId=@acl
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  acl acl
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry replies RuleNumber=100 Egress=true RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=1024, To=65535}
aclassociation guard SubnetId=@a NetworkAclId=@acl
",
    check,
    fixes,
};

/// Requests are to few ports; a wider range is for replies.
const MAX_WIDTH: i64 = 1_000;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let acls = context.survey.network_acls.values();
    for acl in acls.filter(|acl| !acl.subnets.is_empty()) {
        for is_egress in [false, true] {
            let lost = lost_requests(acl, is_egress);
            let Some(first) = lost.first() else { continue };
            let sentence = if is_egress {
                "{acl} lets requests out by {entries}, but no reply to them in: no entry allows ports 1024 to 65535 there."
            } else {
                "{acl} lets requests in by {entries}, but no reply to them out: no entry allows ports 1024 to 65535 there."
            };
            let names: Vec<_> = lost.iter().map(|entry| entry.id.to_string()).collect();
            let message = Message::new(sentence)
                .resource("acl", &acl.id)
                .text("entries", names.join(", "));
            findings.add(&acl.id, "", message).with([&first.id]);
        }
    }
}

/// The entries that allow requests in a direction, whose replies cannot pass.
fn lost_requests(acl: &NetworkAcl, is_egress: bool) -> Vec<&AclEntry> {
    let entries = acl.entries.iter().enumerate();
    let requests = entries.filter(|(index, entry)| {
        let is_narrow = entry
            .ports
            .known()
            .is_some_and(|ports| ports.to.saturating_sub(ports.from) <= MAX_WIDTH);
        let is_request = entry.is_egress == is_egress
            && entry.allows == Some(true)
            && entry.protocol.known() == Some(&Protocol::Tcp)
            && is_narrow;
        let mut earlier = acl.entries.iter().take(*index);
        is_request
            && !earlier.any(|it| {
                it.is_egress == is_egress && it.allows == Some(false) && decides_all(it, entry)
            })
    });
    let lost = requests.filter(|(_, entry)| {
        let block = entry.block.known().filter(|block| ipv4(**block).is_some());
        block.is_some_and(|block| !replies_pass(acl, !is_egress, *block))
    });
    lost.map(|(_, entry)| entry).collect()
}

/// An entry for a part of a block counts when its prefix is at most this much
/// longer: the VPC's own addresses are no answer for the Internet's.
const MAX_NARROWER: u8 = 7;

/// Whether some reply to a good part of a block may pass.
fn replies_pass(acl: &NetworkAcl, is_egress: bool, to: IpNet) -> bool {
    let entries = acl.entries.iter().filter(|it| it.is_egress == is_egress);
    for entry in entries {
        let (Some(block), Some(protocol), Some(allows), Some(ports)) = (
            entry.block.known(),
            entry.protocol.known(),
            entry.allows,
            entry_ports(entry),
        ) else {
            // It may be the entry that allows them.
            return true;
        };
        let is_tcp = matches!(protocol, Protocol::Tcp | Protocol::Any);
        if !is_tcp
            || cidr::overlap(*block, to).is_none()
            || block.prefix_len().saturating_sub(to.prefix_len()) > MAX_NARROWER
        {
            continue;
        }
        if allows && ports.to >= 32768 {
            return true;
        }
        if !allows && block.contains(&to) && ports.from <= 1024 && ports.to == 65535 {
            return false;
        }
    }
    false
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let acl = context.survey.network_acls.get(&finding.resource);
    let first = finding.others.first();
    let (Some(acl), Some(first)) = (acl, first) else {
        return Vec::new();
    };
    let request = acl.entries.iter().find(|entry| entry.id == *first);
    let Some(is_egress) = request.map(|entry| !entry.is_egress) else {
        return Vec::new();
    };
    let lost = lost_requests(acl, !is_egress);
    let mut blocks: Vec<IpNet> = lost
        .iter()
        .filter_map(|it| it.block.known().copied())
        .collect();
    sorting::sort(&mut blocks);
    blocks.dedup();
    let block = match blocks.as_slice() {
        [one] => *one,
        _ => everywhere(),
    };
    let same = acl.entries.iter().filter(|it| it.is_egress == is_egress);
    let numbers = same.filter_map(|it| it.number.known().copied());
    let number = numbers.max().unwrap_or(90).saturating_add(10);
    if number > 32766 {
        return Vec::new();
    }
    let direction = if is_egress { "out" } else { "in" };
    let title = Message::new("Let replies {direction}: TCP to ports 1024 to 65535 of {block}")
        .text("direction", direction)
        .text("block", block);
    Fix::review(context, title, |draft| {
        let ports = [("From", 1024), ("To", 65535)];
        let ports = ports.map(|(key, port)| (key.to_owned(), Value::from(port)));
        let properties = [
            ("NetworkAclId", mend::reference(&acl.id)),
            ("Egress", is_egress.into()),
            ("RuleNumber", number.into()),
            ("RuleAction", "allow".into()),
            ("Protocol", 6.into()),
            ("CidrBlock", block.to_string().into()),
            ("PortRange", Value::Map(ports.into_iter().collect())),
        ];
        let stem = format!("{}Replies{}", acl.id, if is_egress { "Out" } else { "In" });
        mend::add(draft, &stem, ec2::NetworkAclEntry::KIND, properties);
        Some(())
    })
}
