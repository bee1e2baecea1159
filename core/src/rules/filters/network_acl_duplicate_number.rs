//! Two entries of a network ACL have the same number.

use std::collections::{HashMap, HashSet};

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "network-acl-duplicate-number",
    severity: Severity::Error,
    title: "Two entries with one number",
    why: "The number of an entry is its place in the order, and its identity: AWS refuses a \
          second entry of the same number in the same direction.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry tls RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=443, To=443} # error network-acl-duplicate-number: web and tls both have number 100 in acl.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry out RuleNumber=100 Egress=true RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=443, To=443}
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for acl in context.survey.network_acls.values() {
        let mut first = HashMap::new();
        for entry in &acl.entries {
            let Some(number) = entry.number.known() else {
                continue;
            };
            // Entries under conditions may exclude each other.
            if !context.is_certain(&entry.id) {
                continue;
            }
            let key = (entry.is_egress, number);
            if let Some(earlier) = first.get(&key) {
                let message =
                    Message::new("{earlier} and {entry} both have number {number} in {acl}.")
                        .resource("earlier", earlier)
                        .resource("entry", &entry.id)
                        .text("number", number)
                        .resource("acl", &acl.id);
                findings
                    .add(&entry.id, "RuleNumber", message)
                    .with([*earlier, &acl.id]);
            } else {
                first.insert(key, &entry.id);
            }
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let acl = finding.others.last();
    let acl = acl.and_then(|acl| context.survey.network_acls.get(acl));
    let free = acl.and_then(|acl| {
        let entry = acl.entries.iter().find(|entry| entry.id == *id)?;
        let now = *entry.number.known()?;
        let same = acl
            .entries
            .iter()
            .filter(|it| it.is_egress == entry.is_egress);
        let taken: HashSet<i64> = same.filter_map(|it| it.number.known().copied()).collect();
        let tens = (1..=9).filter_map(|step| now.checked_add(step * 10));
        let mut above = tens.chain(1..=32766);
        above.find(|it| (1..=32766).contains(it) && !taken.contains(it))
    });
    let Some(free) = free else {
        return Vec::new();
    };
    let title = Message::new("Give {entry} the number {number}")
        .resource("entry", id)
        .text("number", free);
    Fix::review(context, title, |draft| {
        mend::set(draft, id, "RuleNumber", free)
    })
}
