//! Subnets have a network ACL that lets nothing through.

use super::replies::lost_replies;
use crate::catalogue::ec2;
use crate::lower::survey::NetworkAcl;
use crate::message::Message;
use crate::packet::Family;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "network-acl-denies-all",
    severity: Severity::Warning,
    title: "Network ACL that lets nothing through",
    why: "A network ACL of your own denies everything until entries allow something, in both \
          directions: replies need entries too. Its subnets reach nothing and nothing reaches them.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  acl acl # warning network-acl-denies-all: acl has no entry that allows anything in: it cuts a off.
    aclentry out RuleNumber=100 Egress=true RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
  vpccidrblock more Ipv6CidrBlock=\"2001:db8::/56\" Ipv6Pool=pool-1
  subnet b CidrBlock=10.0.2.0/24 Ipv6CidrBlock=\"2001:db8::/64\"
  acl half # warning network-acl-denies-all: half lets IPv6 in and none of it out: no connection over it works in b.
    aclentry four RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
    aclentry six RuleNumber=101 RuleAction=allow Protocol=-1 Ipv6CidrBlock=\"::/0\"
    aclentry fourOut RuleNumber=100 Egress=true RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
aclassociation joins SubnetId=@a NetworkAclId=@acl
aclassociation joinsB SubnetId=@b NetworkAclId=@half
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  acl acl
    aclentry in RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
    aclentry out RuleNumber=100 Egress=true RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
  subnet b CidrBlock=10.0.2.0/24
  acl half
    aclentry inB RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
    aclentry outB RuleNumber=100 Egress=true RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
    aclentry six RuleNumber=101 RuleAction=allow Protocol=-1 Ipv6CidrBlock=\"::/0\"
  acl spare
aclassociation joins SubnetId=@a NetworkAclId=@acl
aclassociation joinsB SubnetId=@b NetworkAclId=@half
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for acl in context.survey.network_acls.values() {
        let Some(subnet) = acl.subnets.first() else {
            continue;
        };
        let allows = |is_egress| {
            let mut entries = acl.entries.iter();
            entries.any(|it| it.is_egress == is_egress && it.allows != Some(false))
        };
        let direction = match (allows(false), allows(true)) {
            (true, true) => {
                one_way_families(context, acl, subnet, findings);
                continue;
            }
            (false, true) => "in",
            (true, false) => "out",
            (false, false) => "in or out",
        };
        let message = Message::new(
            "{acl} has no entry that allows anything {direction}: it cuts {subnet} off.",
        )
        .resource("acl", &acl.id)
        .text("direction", direction)
        .resource("subnet", subnet);
        findings.add(&acl.id, "", message).with([subnet]);
    }
}

/// Tells the families that an ACL lets through in one direction only: requests
/// or replies of theirs never pass.
fn one_way_families(
    context: &Context<'_>,
    acl: &NetworkAcl,
    subnet: &LogicalId,
    findings: &mut Findings,
) {
    for (family, name) in [(Family::V4, "IPv4"), (Family::V6, "IPv6")] {
        // A subnet without the family misses nothing.
        let mut subnets = acl.subnets.iter();
        let has_family = subnets.any(|id| {
            context
                .survey
                .subnets
                .get(id)
                .is_some_and(|it| match family {
                    Family::V4 => !it.cidr.is_absent(),
                    Family::V6 => !it.ipv6_cidr.is_absent(),
                })
        });
        if !has_family {
            continue;
        }
        let allows = |is_egress, is_open: bool| {
            let mut entries = acl.entries.iter().filter(|it| it.is_egress == is_egress);
            entries.any(|it| match it.block.known() {
                Some(block) => it.allows == Some(true) && Family::of_block(block) == family,
                None => is_open,
            })
        };
        // What cannot be told may be what is missing.
        let (some, other) = if allows(false, false) && !allows(true, true) {
            ("in", "out")
        } else if allows(true, false) && !allows(false, true) {
            ("out", "in")
        } else {
            continue;
        };
        // Replies to certain ports are another rule's.
        if !lost_replies(acl, some == "out", false).is_empty() {
            continue;
        }
        let message = Message::new(
            "{acl} lets {family} {some} and none of it {other}: no connection over it works in {subnet}.",
        )
        .resource("acl", &acl.id)
        .text("family", name)
        .text("some", some)
        .text("other", other)
        .resource("subnet", subnet);
        findings.add(&acl.id, "", message).with([subnet]);
    }
}

/// Entries behind all others: what is denied stays denied.
fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let Some(acl) = context.survey.network_acls.get(id) else {
        return Vec::new();
    };
    let title = Message::new("Let everything else through {acl}").resource("acl", id);
    Fix::review(context, title, |draft| {
        for (is_egress, stem) in [(false, "In"), (true, "Out")] {
            let own = acl.entries.iter().filter(|it| it.is_egress == is_egress);
            if own.clone().any(|it| it.allows != Some(false)) {
                continue;
            }
            let last = own.filter_map(|it| it.number.known()).max();
            let number = last.map_or(100, |last| last.saturating_add(100));
            if number > 32766 {
                return None;
            }
            let properties = [
                ("NetworkAclId", mend::reference(id)),
                ("RuleNumber", number.into()),
                ("Egress", is_egress.into()),
                ("RuleAction", "allow".into()),
                ("Protocol", (-1).into()),
                ("CidrBlock", "0.0.0.0/0".into()),
            ];
            let stem = format!("{id}{stem}");
            mend::add(draft, &stem, ec2::NetworkAclEntry::KIND, properties);
        }
        Some(())
    })
}
