//! Nothing carries a security group, and no rule names it.

use std::collections::HashSet;

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "security-group-unused",
    severity: Severity::Hint,
    title: "Unused security group",
    why: "A security group filters the traffic of what carries it. Nothing carries this one, and \
          no rule of another group names it.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w # hint security-group-unused: Nothing uses web.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance server SecurityGroupIds=[@web]
  sg web GroupDescription=w
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        let own: HashSet<&LogicalId> = group
            .ingress
            .iter()
            .chain(&group.egress)
            .map(|rule| &rule.resource)
            .collect();
        let mut users = context.users_of(&group.id);
        if users.all(|(user, _)| own.contains(user)) && !context.is_handed_on(&group.id) {
            let message = Message::new("Nothing uses {group}.").resource("group", &group.id);
            findings.add(&group.id, "", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Remove {group}").resource("group", id);
    Fix::review(context, title, |draft| {
        // Its users are rules of its own.
        for (rule, _) in context.users_of(id).filter(|(user, _)| *user != id) {
            mend::remove(draft, rule)?;
        }
        mend::remove(draft, id)
    })
}
