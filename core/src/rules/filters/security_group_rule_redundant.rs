//! A rule permits nothing that another rule of its group does not.

use crate::lower::survey::Permission;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

use super::covering::permits_all;

pub(super) static RULE: Rule = Rule {
    id: "security-group-rule-redundant",
    severity: Severity::Hint,
    title: "Rule that permits nothing new",
    why: "A security group permits what any of its rules permits. A rule that a wider one covers \
          changes nothing, and whoever removes it later thinks that something was closed.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}, {IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=10.0.0.0/16}] # hint security-group-rule-redundant: Rule SecurityGroupIngress.1 of web permits nothing that SecurityGroupIngress.0 does not.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}, {IpProtocol=tcp, FromPort=443, ToPort=443, CidrIp=10.0.0.0/16}]
",
    check,
    fixes,
};

/// AWS allows 1,000 rules of all groups of an interface: no group has more.
const MAX_RULES: usize = 1_000;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        for rules in [&group.ingress, &group.egress] {
            if rules.len() > MAX_RULES {
                continue;
            }
            for (index, rule) in rules.iter().enumerate() {
                let Some(wider) = wider(rules, index) else {
                    continue;
                };
                let message =
                    Message::new("Rule {rule} of {group} permits nothing that {wider} does not.")
                        .text("rule", name(rule))
                        .resource("group", &group.id)
                        .text("wider", name(wider));
                findings
                    .add(&rule.resource, rule.path.clone(), message)
                    .with([&group.id]);
            }
        }
    }
}

/// The rule that makes the one at a place redundant: a wider one, or the same
/// one earlier.
fn wider(rules: &[Permission], index: usize) -> Option<&Permission> {
    let rule = rules.get(index)?;
    // A rule with two peers goes only as a whole.
    let is_whole = |it: &Permission| it.resource == rule.resource && it.path == rule.path;
    if rules.iter().filter(|it| is_whole(it)).count() > 1 {
        return None;
    }
    let mut others = rules.iter().enumerate();
    let found = others.find(|(other, it)| {
        *other != index && permits_all(it, rule) && (*other < index || !permits_all(rule, it))
    });
    found.map(|(_, it)| it)
}

fn name(rule: &Permission) -> String {
    if rule.path.is_root() {
        rule.resource.to_string()
    } else {
        rule.path.to_string()
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Remove the rule");
    Fix::safe(context, title, |draft| {
        if finding.path.is_root() {
            mend::remove(draft, id)
        } else {
            mend::unset(draft, id, finding.path.clone())
        }
    })
}
