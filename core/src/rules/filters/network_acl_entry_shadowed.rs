//! An entry never decides anything, since earlier ones together decide it all.

use std::collections::HashSet;

use crate::lower::permits::{Meant, of_entry};
use crate::lower::survey::{AclEntry, NetworkAcl};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

use super::covering::{listed, taken_from};

pub(super) static RULE: Rule = Rule {
    id: "network-acl-entry-shadowed",
    severity: Severity::Warning,
    title: "Entry that never counts",
    why: "Entries of a network ACL are tried from the lowest number up, and the first that fits \
          decides. An entry whose packets all fit earlier ones, be it several together, never \
          counts: give it a lower number, or remove it.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry block RuleNumber=200 RuleAction=deny Protocol=6 CidrBlock=192.0.2.0/24 PortRange={From=80, To=80} # warning network-acl-entry-shadowed: block never counts: web has the lower number 100 and decides all its packets the other way.
    aclentry office RuleNumber=300 RuleAction=allow Protocol=6 CidrBlock=198.51.100.0/24 PortRange={From=80, To=80} # hint network-acl-entry-shadowed: office never counts: web has the lower number 100 and decides all its packets.
    aclentry low RuleNumber=400 RuleAction=deny Protocol=17 CidrBlock=10.0.0.0/25
    aclentry high RuleNumber=410 RuleAction=allow Protocol=17 CidrBlock=10.0.0.128/25
    aclentry both RuleNumber=420 RuleAction=allow Protocol=17 CidrBlock=10.0.0.0/24 PortRange={From=53, To=53} # warning network-acl-entry-shadowed: both never counts: low and high have lower numbers and together decide all its packets, some of them the other way.
    aclentry neither RuleNumber=430 RuleAction=allow Protocol=17 CidrBlock=10.0.0.0/25 PortRange={From=53, To=53} # warning network-acl-entry-shadowed: neither never counts: low has the lower number 400 and decides all its packets the other way.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry block RuleNumber=90 RuleAction=deny Protocol=6 CidrBlock=192.0.2.0/24 PortRange={From=80, To=80}
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry low RuleNumber=110 RuleAction=deny Protocol=17 CidrBlock=10.0.0.0/25
    aclentry high RuleNumber=120 RuleAction=deny Protocol=17 CidrBlock=10.0.0.192/26
    aclentry both RuleNumber=130 RuleAction=allow Protocol=17 CidrBlock=10.0.0.0/24 PortRange={From=53, To=53}
    aclentry maybe RuleNumber=140 RuleAction=deny Protocol=17 CidrBlock=10.1.0.0/16 :Condition=Open
    aclentry otherwise RuleNumber=150 RuleAction=allow Protocol=17 CidrBlock=10.1.0.0/16
    aclentry out RuleNumber=200 RuleAction=deny Egress=true Protocol=6 CidrBlock=192.0.2.0/24 PortRange={From=80, To=80}
",
    check,
    fixes,
}
.told();

/// AWS allows 40 entries in each direction; far beyond, nobody reads findings.
const MAX_ENTRIES: usize = 400;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for acl in context.survey.network_acls.values() {
        if acl.entries.len() > MAX_ENTRIES {
            continue;
        }
        for (entry, shadow) in shadowed(context, acl) {
            let message = shadow.message(entry);
            let finding = findings.add(&entry.id, "RuleNumber", message);
            if !shadow.differs {
                finding.severity = Severity::Hint;
            }
            let deciders = shadow.by.iter().map(|it| &it.id);
            finding.with(deciders.chain([&acl.id]));
        }
    }
}

/// Why an entry never counts.
struct Shadow<'a> {
    /// The earlier entries that decide its packets, each some of them.
    by: Vec<&'a AclEntry>,
    /// Whether some packet is decided the other way.
    differs: bool,
    /// Whether every packet is.
    differs_wholly: bool,
    /// The lowest number of those that decide the other way, or of all.
    number: i64,
}

impl Shadow<'_> {
    fn message(&self, entry: &AclEntry) -> Message {
        if let [earlier] = self.by.as_slice() {
            let sentence = if self.differs {
                "{entry} never counts: {earlier} has the lower number {number} and decides all its packets the other way."
            } else {
                "{entry} never counts: {earlier} has the lower number {number} and decides all its packets."
            };
            return Message::new(sentence)
                .resource("entry", &entry.id)
                .resource("earlier", &earlier.id)
                .text("number", self.number);
        }
        let sentence = if self.differs_wholly {
            "{entry} never counts: {earlier} have lower numbers and together decide all its packets the other way."
        } else if self.differs {
            "{entry} never counts: {earlier} have lower numbers and together decide all its packets, some of them the other way."
        } else {
            "{entry} never counts: {earlier} have lower numbers and together decide all its packets."
        };
        let names: Vec<String> = self.by.iter().map(|it| it.id.to_string()).collect();
        Message::new(sentence)
            .resource("entry", &entry.id)
            .text("earlier", listed(&names))
    }
}

/// The entries of an ACL that no packet reaches, since those before them
/// together decide all of theirs.
fn shadowed<'a>(context: &Context<'_>, acl: &'a NetworkAcl) -> Vec<(&'a AclEntry, Shadow<'a>)> {
    let meant: Vec<(&AclEntry, Meant)> = acl.entries.iter().map(|it| (it, of_entry(it))).collect();
    let mut found = Vec::new();
    for (entry, own) in meant.iter().filter(|(_, own)| own.open.is_none()) {
        let earlier = meant.iter().enumerate().filter(|(_, (other, its))| {
            // Only what is sure to be there and to come first.
            its.open.is_none()
                && other.is_egress == entry.is_egress
                && other.number.known() < entry.number.known()
                && !context.survey.open_conditions.contains_key(&other.id)
        });
        let mut packets = earlier.map(|(index, (_, its))| (index, &its.packets));
        let Ok((left, takers)) = taken_from(&own.packets, &mut packets) else {
            continue;
        };
        if left.is_empty() && !takers.is_empty() {
            let by = takers.iter().filter_map(|index| meant.get(*index));
            let by: Vec<&AclEntry> = by.map(|(other, _)| *other).collect();
            found.push((*entry, shadow(entry, by)));
        }
    }
    found
}

fn shadow<'a>(entry: &AclEntry, by: Vec<&'a AclEntry>) -> Shadow<'a> {
    let other_way = |it: &&&AclEntry| it.allows != entry.allows;
    let number = |it: &&AclEntry| it.number.known().copied();
    let others: Vec<i64> = by.iter().filter(other_way).filter_map(number).collect();
    let lowest = by.iter().filter_map(number).min();
    Shadow {
        differs: !others.is_empty(),
        differs_wholly: others.len() == by.len(),
        number: others.into_iter().min().or(lowest).unwrap_or_default(),
        by,
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let acls = context.survey.network_acls.values();
    let mut all = acls.flat_map(|acl| shadowed(context, acl).into_iter().map(move |it| (acl, it)));
    let Some((acl, (entry, shadow))) = all.find(|(_, (entry, _))| entry.id == *id) else {
        return Vec::new();
    };
    let mut ways = Vec::new();
    if shadow.differs {
        let number = shadow.number;
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
