//! A network ACL lets requests pass and none, or not all, of the replies.

use std::collections::BTreeMap;

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use crate::catalogue::ec2;
use crate::lower::survey::{AclEntry, Connectivity, Fact, NetworkAcl, Ports};
use crate::message::Message;
use crate::network::Protocol;
use crate::packet::{Family, Intervals};
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::sorting;
use crate::template::Value;

use super::covering::listed;
use super::replies::{EPHEMERAL, Lost, lost_replies};

pub(super) static RULE: Rule = Rule {
    id: "network-acl-replies-blocked",
    severity: Severity::Error,
    title: "Replies are blocked",
    why: "A network ACL remembers no connection: the reply to a request needs an entry of its \
          own, in the other direction, for the port that the client picked. Linux picks from \
          32768 up and Windows from 49152, but NAT gateways, load balancers and Lambda functions \
          from 1024: allow 1024 to 65535. Without such an entry no connection is ever made, and \
          with a part of it some clients wait in vain.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  acl acl # error network-acl-replies-blocked: acl lets requests in by web, but no reply to them out: no entry allows ports 1024-65535 there.
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry inside RuleNumber=100 Egress=true RuleAction=allow Protocol=-1 CidrBlock=10.0.0.0/16
  subnet b CidrBlock=10.0.2.0/24
  acl some # warning network-acl-replies-blocked: some lets requests in by ssh, but not every reply to them out: no entry allows ports 40000-65535 to 10.8.0.0/16 there.
    aclentry ssh RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=10.8.0.0/16 PortRange={From=22, To=22}
    aclentry low RuleNumber=100 Egress=true RuleAction=allow Protocol=6 CidrBlock=10.8.0.0/16 PortRange={From=1024, To=39999}
  subnet c CidrBlock=10.0.3.0/24
  acl most # hint network-acl-replies-blocked: most lets requests out by site, but not every reply to them in: no entry allows ports 1024-32767 from 0.0.0.0/0 there.
    aclentry site RuleNumber=110 Egress=true RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=443, To=443}
    aclentry high RuleNumber=110 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=32768, To=65535}
  subnet d CidrBlock=10.0.4.0/24
    nat nat AllocationId=eipalloc-1
  acl narrow # error network-acl-replies-blocked: narrow lets requests out by all, but no reply to them in: no entry allows ports 1024-65535 there.
    aclentry page RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry all RuleNumber=100 Egress=true RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
aclassociation guardD SubnetId=@d NetworkAclId=@narrow
aclassociation guard SubnetId=@a NetworkAclId=@acl
aclassociation guardB SubnetId=@b NetworkAclId=@some
aclassociation guardC SubnetId=@c NetworkAclId=@most
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  acl acl
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry replies RuleNumber=100 Egress=true RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=1024, To=65535}
  subnet d CidrBlock=10.0.4.0/24
    instance server
  acl narrow
    aclentry page RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry all RuleNumber=100 Egress=true RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
aclassociation guardD SubnetId=@d NetworkAclId=@narrow
aclassociation guard SubnetId=@a NetworkAclId=@acl
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let acls = context.survey.network_acls.values();
    for acl in acls.filter(|acl| !acl.subnets.is_empty()) {
        for lost in all_lost(acl, asks(context, acl)) {
            let names: Vec<_> = lost.entries.iter().map(|it| it.id.to_string()).collect();
            let message = Message::new(sentence(&lost))
                .resource("acl", &acl.id)
                .text("entries", listed(&names))
                .text("lost", lost_text(&lost));
            let finding = findings.add(&acl.id, "", message);
            finding.severity = severity(&lost);
            finding.with(lost.entries.first().map(|it| &it.id));
        }
    }
}

/// Whether a public NAT gateway stands in a subnet of an ACL: what it asks of
/// the Internet is answered at ports from 1024 up.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html>
fn asks(context: &Context<'_>, acl: &NetworkAcl) -> bool {
    let mut gateways = context.survey.nat_gateways.values();
    gateways.any(|nat| {
        let subnet = nat.subnet.known();
        nat.connectivity == Connectivity::Public
            && subnet.is_some_and(|id| acl.subnets.contains(id))
    })
}

/// Entries of one direction whose replies meet the same fate.
struct LostTogether<'a> {
    is_egress: bool,
    entries: Vec<&'a AclEntry>,
    /// What is lost of the replies to any of them.
    replies: Lost,
}

/// The requests of an ACL whose replies are lost, by what is lost.
fn all_lost(acl: &NetworkAcl, asks: bool) -> Vec<LostTogether<'_>> {
    let mut all = Vec::new();
    for is_egress in [false, true] {
        let mut alike: BTreeMap<(Family, bool, Vec<Intervals>), LostTogether<'_>> = BTreeMap::new();
        for (entry, replies) in lost_replies(acl, is_egress, asks) {
            let ports = replies.parts.iter().map(|(ports, _)| ports.clone());
            let key = (replies.family, replies.is_all, ports.collect());
            let Some(together) = alike.get_mut(&key) else {
                let entries = vec![entry];
                let first = LostTogether {
                    is_egress,
                    entries,
                    replies,
                };
                alike.insert(key, first);
                continue;
            };
            together.entries.push(entry);
            let parts = together.replies.parts.iter_mut();
            for ((_, others), (_, more)) in parts.zip(replies.parts) {
                *others = others.union(&more);
            }
        }
        all.extend(alike.into_values());
    }
    all
}

fn sentence(lost: &LostTogether<'_>) -> &'static str {
    match (lost.replies.is_all, lost.is_egress) {
        (true, true) => {
            "{acl} lets requests out by {entries}, but no reply to them in: no entry allows {lost} there."
        }
        (true, false) => {
            "{acl} lets requests in by {entries}, but no reply to them out: no entry allows {lost} there."
        }
        (false, true) => {
            "{acl} lets requests out by {entries}, but not every reply to them in: no entry allows {lost} there."
        }
        (false, false) => {
            "{acl} lets requests in by {entries}, but not every reply to them out: no entry allows {lost} there."
        }
    }
}

/// The lost replies: `ports 1024-32767 to 10.8.0.0/16`, and only the ports where
/// next to nobody gets one.
fn lost_text(lost: &LostTogether<'_>) -> String {
    if lost.replies.is_all {
        return format!("ports {}", lost.replies.ports());
    }
    let toward = if lost.is_egress { "from" } else { "to" };
    let parts = lost.replies.parts.iter().map(|(ports, others)| {
        let others = lost.replies.family.text(others);
        let stretches: Vec<String> = others.split(", ").map(str::to_owned).collect();
        format!("ports {ports} {toward} {}", listed(&stretches))
    });
    listed(&parts.collect::<Vec<_>>())
}

/// What the systems of people pick from: below, only others pick.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports>
const MOST_CLIENTS: u16 = 32_768;

fn severity(lost: &LostTogether<'_>) -> Severity {
    let usual = Intervals::from(MOST_CLIENTS..=u16::MAX);
    if lost.replies.is_all {
        Severity::Error
    } else if lost.replies.ports().overlaps(&usual) {
        Severity::Warning
    } else {
        Severity::Hint
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let acl = context.survey.network_acls.get(&finding.resource);
    let (Some(acl), Some(first)) = (acl, finding.others.first()) else {
        return Vec::new();
    };
    let mut all = all_lost(acl, asks(context, acl)).into_iter();
    let Some(lost) = all.find(|it| it.entries.first().is_some_and(|it| it.id == *first)) else {
        return Vec::new();
    };
    let Some(reply) = reply_entry(acl, &lost, asks(context, acl)) else {
        return Vec::new();
    };
    let (Some(block), Some(number), Some(ports)) = (
        reply.block.known(),
        reply.number.known(),
        reply.ports.known(),
    ) else {
        return Vec::new();
    };
    let sentence = if reply.is_egress {
        "Let replies out: TCP to ports {from} to {to} of {block}"
    } else {
        "Let replies in: TCP from {block} to ports {from} to {to}"
    };
    let title = Message::new(sentence)
        .text("from", ports.from)
        .text("to", ports.to)
        .text("block", block);
    Fix::review(context, title, |draft| {
        let ports = [("From", ports.from), ("To", ports.to)];
        let ports = ports.map(|(key, port)| (key.to_owned(), Value::from(port)));
        let block_property = match block {
            IpNet::V4(_) => "CidrBlock",
            IpNet::V6(_) => "Ipv6CidrBlock",
        };
        let properties = [
            ("NetworkAclId", mend::reference(&acl.id)),
            ("Egress", reply.is_egress.into()),
            ("RuleNumber", (*number).into()),
            ("RuleAction", "allow".into()),
            ("Protocol", 6.into()),
            (block_property, block.to_string().into()),
            ("PortRange", Value::Map(ports.into_iter().collect())),
        ];
        let direction = if reply.is_egress { "Out" } else { "In" };
        let stem = format!("{}Replies{direction}", acl.id);
        mend::add(draft, &stem, ec2::NetworkAclEntry::KIND, properties);
        Some(())
    })
}

/// An entry that lets the lost replies pass: behind the others, or before the
/// first that denies. None if neither mends it.
fn reply_entry(acl: &NetworkAcl, lost: &LostTogether<'_>, asks: bool) -> Option<AclEntry> {
    let is_egress = !lost.is_egress;
    let mut blocks: Vec<IpNet> = lost
        .entries
        .iter()
        .filter_map(|it| it.block.known().copied())
        .collect();
    sorting::sort(&mut blocks);
    blocks.dedup();
    let block = match (blocks.as_slice(), lost.replies.family) {
        ([one], _) => *one,
        (_, Family::V4) => IpNet::V4(Ipv4Net::default()),
        (_, Family::V6) => IpNet::V6(Ipv6Net::default()),
    };
    let ports = match lost.replies.ports().spans() {
        [(from, to)] => (i64::try_from(*from).ok()?, i64::try_from(*to).ok()?),
        _ => (i64::from(*EPHEMERAL.start()), i64::from(*EPHEMERAL.end())),
    };
    let same = acl.entries.iter().filter(|it| it.is_egress == is_egress);
    let taken: Vec<i64> = same
        .clone()
        .filter_map(|it| it.number.known().copied())
        .collect();
    let behind = taken.iter().max().copied().unwrap_or(90).saturating_add(10);
    let mut denying = same.filter(|it| it.allows != Some(true));
    let first_deny = denying.find_map(|it| it.number.known().copied());
    let before = first_deny.and_then(|deny| {
        let mut lower = (1..deny.min(MAX_NUMBER)).rev();
        lower.find(|number| !taken.contains(number))
    });
    let mut numbers = [Some(behind), before].into_iter().flatten();
    numbers.find_map(|number| {
        let reply = AclEntry {
            id: acl.id.clone(),
            number: Fact::Known(number),
            is_egress,
            allows: Some(true),
            protocol: Fact::Known(Protocol::Tcp),
            block: Fact::Known(block),
            ports: Fact::Known(Ports {
                from: ports.0,
                to: ports.1,
            }),
            icmp: Fact::Absent,
        };
        let mut mended = acl.clone();
        let at = mended
            .entries
            .partition_point(|it| it.number.known().is_some_and(|earlier| *earlier <= number));
        mended.entries.insert(at, reply.clone());
        let still = all_lost(&mended, asks);
        let is_mended = lost.entries.iter().all(|entry| {
            let mut still = still.iter().flat_map(|it| &it.entries);
            !still.any(|other| other.id == entry.id)
        });
        (number < MAX_NUMBER && is_mended).then_some(reply)
    })
}

/// Numbers end here: the last one is the entry that denies what none fits.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html>
const MAX_NUMBER: i64 = 32_767;

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::Survey;
    use crate::rules::examples::unmended;
    use crate::rules::{self, Context};
    use crate::schema::everything;

    /// The titles of the fixes of what is found, and that each of them mends.
    fn fixes(entries: &str) -> Vec<String> {
        let document = design(&format!(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  acl acl
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=10.8.0.0/16 PortRange={{From=80, To=80}}
{entries}aclassociation guard SubnetId=@a NetworkAclId=@acl"
        ));
        let (survey, setting) = (Survey::of(&document), document.setting());
        let context = Context::new(&document, &setting, &survey, everything());
        let found = rules::check(context);
        let own = found.iter().filter(|it| it.rule == &super::RULE);
        let fixes = own.flat_map(|it| rules::fixes(&document, everything(), it));
        let titles = fixes.map(|fix| fix.title.to_string()).collect();
        assert_eq!(unmended(&document, |it| it.rule == &super::RULE), [""; 0]);
        titles
    }

    #[test]
    fn a_reply_is_let_through_before_the_entry_that_denies_it() {
        let deny = "    aclentry deny RuleNumber=2 Egress=true RuleAction=deny Protocol=-1 CidrBlock=0.0.0.0/0\n";
        assert_eq!(
            fixes(deny),
            ["Let replies out: TCP to ports 1024 to 65535 of 10.8.0.0/16"]
        );
        // No number is left before it.
        assert_eq!(fixes(&deny.replace("=2", "=1")), [""; 0]);
    }

    #[test]
    fn only_the_ports_that_are_missing_are_let_through_in_each_family() {
        let low = "    aclentry low RuleNumber=2 Egress=true RuleAction=allow Protocol=6 CidrBlock=10.0.0.0/8 PortRange={From=1, To=40000}\n";
        let six = "    aclentry six RuleNumber=110 RuleAction=allow Protocol=6 Ipv6CidrBlock=\"::/0\" PortRange={From=80, To=80}\n";
        assert_eq!(
            fixes(&format!("{low}{six}")),
            [
                "Let replies out: TCP to ports 40001 to 65535 of 10.8.0.0/16",
                "Let replies out: TCP to ports 1024 to 65535 of ::/0"
            ]
        );
    }
}
