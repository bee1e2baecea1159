//! A security group has more rules than AWS takes.

use crate::lower::survey::{Fact, Peer, Permission};
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};
use crate::template::Evaluated;

pub(super) static RULE: Rule = Rule {
    id: "security-group-limits",
    severity: Severity::Warning,
    title: "Too many rules in a security group",
    why: "A security group has at most 60 inbound and 60 outbound rules for each of IPv4 and \
          IPv6, and a prefix list counts as the most entries that it may have. AWS raises that \
          when asked, but never beyond 1,000 for an interface with all its groups. Name groups or \
          wider blocks in the place of many addresses.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=443, ToPort=443, SourcePrefixListId=@offices.PrefixListId}] # warning security-group-limits: web has inbound rules that count as 61: AWS takes 60 unless the account's quota is raised.
AWS::EC2::PrefixList offices PrefixListName=offices AddressFamily=IPv4 MaxEntries=61
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=443, ToPort=443, SourcePrefixListId=@offices.PrefixListId}]
AWS::EC2::PrefixList offices PrefixListName=offices AddressFamily=IPv4 MaxEntries=60
",
    check,
    fixes: no_fix,
}
.told();

/// Rules in a direction and family that AWS takes of itself, and at the most.
const USUAL: u64 = 60;
const MOST: u64 = 1_000;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        for (rules, direction) in [(&group.ingress, "inbound"), (&group.egress, "outbound")] {
            let count = count(context, rules);
            if count <= USUAL {
                continue;
            }
            let sentence = if count > MOST {
                "{group} has {direction} rules that count as {count}: AWS takes 1,000 at the most."
            } else {
                "{group} has {direction} rules that count as {count}: AWS takes 60 unless the account's quota is raised."
            };
            let message = Message::new(sentence)
                .resource("group", &group.id)
                .text("direction", direction)
                .text("count", count);
            let finding = findings.add(&group.id, "", message);
            if count > MOST {
                finding.severity = Severity::Error;
            }
        }
    }
}

/// What rules count as, in the family of which there are more: at least that.
fn count(context: &Context<'_>, rules: &[Permission]) -> u64 {
    let mut counts = [0_u64; 2];
    for rule in rules.iter().filter(|it| context.is_certain(&it.resource)) {
        let (is_v6, weight) = match &rule.peer {
            Peer::Block(_, Fact::Known(block)) => (block.addr().is_ipv6(), 1),
            Peer::PrefixList(path, _) => prefix_list(context, rule, path),
            _ => (false, 1),
        };
        let [v4, v6] = &mut counts;
        let count = if is_v6 { v6 } else { v4 };
        *count = count.saturating_add(weight);
    }
    counts.into_iter().max().unwrap_or(0)
}

/// Whether a prefix list is of IPv6, and as how many rules it counts: one
/// where that is not known.
fn prefix_list(
    context: &Context<'_>,
    rule: &Permission,
    path: &crate::template::PropertyPath,
) -> (bool, u64) {
    let found = || {
        let resource = context.resource(&rule.resource)?;
        let Evaluated::Resource { id, .. } = context.evaluator.property(resource, path) else {
            return None;
        };
        let list = context.resource(&id)?;
        let read = |name: &str| context.evaluator.property(list, &name.into());
        let most = u64::try_from(read("MaxEntries").integer()?).ok()?;
        let family = read("AddressFamily").text()?;
        Some((family.eq_ignore_ascii_case("IPv6"), most))
    };
    found().unwrap_or((false, 1))
}
