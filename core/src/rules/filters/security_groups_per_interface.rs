//! Something carries more security groups than an interface takes.

use crate::message::Message;
use crate::rules::placement::standing::standing;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "security-groups-per-interface",
    severity: Severity::Warning,
    title: "Too many security groups",
    why: "An interface carries at most five security groups; AWS raises that to 16 when asked. \
          Put the rules of several groups that always go together into one.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[sg-1, sg-2, sg-3, sg-4, sg-5, sg-6] # warning security-groups-per-interface: web carries 6 security groups: AWS takes 5 unless the account's quota is raised.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[sg-1, sg-2, sg-3, sg-4, sg-5]
",
    check,
    fixes: no_fix,
}
.told();

/// Groups that AWS takes of itself, and at the most.
const USUAL: usize = 5;
const MOST: usize = 16;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for it in standing(context)
        .into_iter()
        .filter(|it| it.is_written_here)
    {
        let count = it.groups.len();
        let Some(first) = it.groups.get(USUAL) else {
            continue;
        };
        let sentence = if count > MOST {
            "{resource} carries {count} security groups: AWS takes 16 at the most."
        } else {
            "{resource} carries {count} security groups: AWS takes 5 unless the account's quota is raised."
        };
        let message = Message::new(sentence)
            .resource("resource", it.id)
            .text("count", count);
        let finding = findings.add(it.id, first.path.clone(), message);
        if count > MOST {
            finding.severity = Severity::Error;
        }
    }
}
