//! An entry never decides anything, since an earlier one decides it all.

use std::collections::HashSet;

use crate::lower::survey::{AclEntry, NetworkAcl};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

use super::covering::decides_all;

pub(super) static RULE: Rule = Rule {
    id: "network-acl-entry-shadowed",
    severity: Severity::Warning,
    title: "Entry that never counts",
    why: "Entries of a network ACL are tried from the lowest number up, and the first that fits \
          decides. An entry whose packets all fit an earlier one never counts: give it a lower \
          number, or remove it.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry block RuleNumber=200 RuleAction=deny Protocol=6 CidrBlock=192.0.2.0/24 PortRange={From=80, To=80} # warning network-acl-entry-shadowed: block never counts: web has the lower number 100 and decides all its packets the other way.
    aclentry office RuleNumber=300 RuleAction=allow Protocol=6 CidrBlock=198.51.100.0/24 PortRange={From=80, To=80} # hint network-acl-entry-shadowed: office never counts: web has the lower number 100 and decides all its packets.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry block RuleNumber=90 RuleAction=deny Protocol=6 CidrBlock=192.0.2.0/24 PortRange={From=80, To=80}
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry out RuleNumber=200 RuleAction=deny Egress=true Protocol=6 CidrBlock=192.0.2.0/24 PortRange={From=80, To=80}
",
    check,
    fixes,
};

/// AWS allows 40 entries in each direction; far beyond, nobody reads findings.
const MAX_ENTRIES: usize = 1_000;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for acl in context.survey.network_acls.values() {
        if acl.entries.len() > MAX_ENTRIES {
            continue;
        }
        for entry in &acl.entries {
            let Some((earlier, number)) = shadow(acl, entry) else {
                continue;
            };
            let differs = earlier.allows != entry.allows;
            let sentence = if differs {
                "{entry} never counts: {earlier} has the lower number {number} and decides all its packets the other way."
            } else {
                "{entry} never counts: {earlier} has the lower number {number} and decides all its packets."
            };
            let message = Message::new(sentence)
                .resource("entry", &entry.id)
                .resource("earlier", &earlier.id)
                .text("number", number);
            let finding = findings.add(&entry.id, "RuleNumber", message);
            if !differs {
                finding.severity = Severity::Hint;
            }
            finding.with([&earlier.id, &acl.id]);
        }
    }
}

/// The first entry that decides all packets of another, and its number.
fn shadow<'a>(acl: &'a NetworkAcl, entry: &AclEntry) -> Option<(&'a AclEntry, i64)> {
    let number = *entry.number.known()?;
    entry.allows?;
    acl.entries.iter().find_map(|earlier| {
        let lower = *earlier.number.known()?;
        let counts = lower < number
            && earlier.is_egress == entry.is_egress
            && earlier.allows.is_some()
            && decides_all(earlier, entry);
        counts.then_some((earlier, lower))
    })
}

fn find<'a>(context: &Context<'a>, id: &LogicalId) -> Option<(&'a NetworkAcl, &'a AclEntry)> {
    let mut acls = context.survey.network_acls.values();
    acls.find_map(|acl| Some((acl, acl.entries.iter().find(|entry| entry.id == *id)?)))
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let Some((acl, entry)) = find(context, id) else {
        return Vec::new();
    };
    let mut ways = Vec::new();
    if let Some((earlier, number)) = shadow(acl, entry)
        && earlier.allows != entry.allows
    {
        let same = acl
            .entries
            .iter()
            .filter(|it| it.is_egress == entry.is_egress);
        let taken: HashSet<i64> = same.filter_map(|it| it.number.known().copied()).collect();
        let ten_before = std::iter::once(number.saturating_sub(10));
        let mut lower = ten_before.chain((1..number.min(32767)).rev());
        if let Some(free) = lower.find(|it| *it > 0 && !taken.contains(it)) {
            let title = Message::new("Give {entry} the number {number}")
                .resource("entry", id)
                .text("number", free);
            ways.extend(Fix::review(context, title, |draft| {
                mend::set(draft, id, "RuleNumber", free)
            }));
        }
    }
    let title = Message::new("Remove {entry}").resource("entry", id);
    ways.extend(Fix::review(context, title, |draft| mend::remove(draft, id)));
    ways
}
