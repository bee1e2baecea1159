//! An entry of a network ACL has a number that no entry may have.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "network-acl-number-range",
    severity: Severity::Error,
    title: "Number of an entry out of range",
    why: "Entries of a network ACL have numbers from 1 to 32766. AWS keeps the next ones for the \
          last entry, which denies the rest, and refuses others.",
    guide: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry last RuleNumber=32767 RuleAction=deny Protocol=-1 CidrBlock=0.0.0.0/0 # error network-acl-number-range: last has number 32767: AWS takes 1 to 32766.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry last RuleNumber=32766 RuleAction=deny Protocol=-1 CidrBlock=0.0.0.0/0
    aclentry open RuleNumber=@Number RuleAction=deny Protocol=-1 CidrBlock=0.0.0.0/0
",
    check,
    fixes,
}
.told();

/// The numbers that entries may have.
const NUMBERS: std::ops::RangeInclusive<i64> = 1..=32766;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for entry in context
        .survey
        .network_acls
        .values()
        .flat_map(|acl| &acl.entries)
    {
        let Some(number) = entry.number.known().filter(|it| !NUMBERS.contains(it)) else {
            continue;
        };
        let message = Message::new("{entry} has number {number}: AWS takes 1 to 32766.")
            .resource("entry", &entry.id)
            .text("number", number);
        findings.add(&entry.id, "RuleNumber", message);
    }
}

/// The nearest number that is free: the order stays as it is meant.
fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let mut acls = context.survey.network_acls.values();
    let free = acls.find_map(|acl| {
        let entry = acl.entries.iter().find(|entry| entry.id == *id)?;
        let is_taken = |number: i64| {
            let mut others = acl.entries.iter();
            others.any(|it| it.is_egress == entry.is_egress && it.number.known() == Some(&number))
        };
        let number = *entry.number.known()?;
        let mut up = NUMBERS;
        if number < 1 {
            up.find(|it| !is_taken(*it))
        } else {
            up.rev().find(|it| !is_taken(*it))
        }
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
