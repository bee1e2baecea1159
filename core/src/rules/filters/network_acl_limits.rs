//! A network ACL has more entries than AWS takes.

use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "network-acl-limits",
    severity: Severity::Warning,
    title: "Too many entries in a network ACL",
    why: "A network ACL has at most 20 entries in each direction for each of IPv4 and IPv6, and \
          the last one, which denies the rest, is one of them. AWS raises that to 40 when asked, at \
          the cost of speed, and never further. Write fewer, wider entries, and leave the rest to \
          security groups.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-nacls",
    // Twenty entries are no example: the tests below make them.
    bad: "",
    good: "",
    check,
    fixes: no_fix,
}
.told();

/// Entries in a direction and family that AWS takes of itself, and at the
/// most: one less than its quotas, which count the entry that denies the rest.
const USUAL: usize = 19;
const MOST: usize = 39;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for acl in context.survey.network_acls.values() {
        for (is_egress, is_v6, words) in [
            (false, false, "inbound IPv4"),
            (false, true, "inbound IPv6"),
            (true, false, "outbound IPv4"),
            (true, true, "outbound IPv6"),
        ] {
            let entries = acl.entries.iter().filter(|entry| {
                let of_family = entry.block.known().map(|block| block.addr().is_ipv6());
                entry.is_egress == is_egress
                    && of_family == Some(is_v6)
                    && context.is_certain(&entry.id)
            });
            let count = entries.count();
            if count <= USUAL {
                continue;
            }
            let sentence = if count > MOST {
                "{acl} has {count} {words} entries: AWS takes 39 beside its own last one."
            } else {
                "{acl} has {count} {words} entries: AWS takes 19 beside its own last one unless the account's quota is raised."
            };
            let message = Message::new(sentence)
                .resource("acl", &acl.id)
                .text("count", count)
                .text("words", words);
            let finding = findings.add(&acl.id, "", message);
            if count > MOST {
                finding.severity = Severity::Error;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::analysis::analyze;
    use crate::fixture::design;
    use crate::schema::Schemas;

    /// What is found of an ACL with so many inbound entries, and as many out.
    fn found(inbound: usize, outbound: usize) -> Vec<String> {
        let mut text = "vpc main CidrBlock=10.0.0.0/16\n  acl acl\n".to_owned();
        for (count, is_egress) in [(inbound, false), (outbound, true)] {
            for number in 1..=count {
                let _ = writeln!(
                    text,
                    "    aclentry e{is_egress}{number} RuleNumber={number} Egress={is_egress} RuleAction=allow Protocol=6 CidrBlock=10.0.{number}.0/24 PortRange={{From={number}, To={number}}}"
                );
            }
        }
        let findings = analyze(&design(&text), &Schemas::default()).findings;
        let own = findings.iter().filter(|it| it.rule == &super::RULE);
        own.map(|it| format!("{}: {}", it.severity, it.message))
            .collect()
    }

    #[test]
    fn each_direction_has_its_own_limit() {
        assert_eq!(found(19, 19), [""; 0]);
        assert_eq!(
            found(20, 40),
            [
                "error: acl has 40 outbound IPv4 entries: AWS takes 39 beside its own last one.",
                "warning: acl has 20 inbound IPv4 entries: AWS takes 19 beside its own last one unless the account's quota is raised.",
            ]
        );
    }
}
