//! A rule is for a security group that nothing carries.

use crate::catalogue::ec2;
use crate::lower::survey::Peer;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};

use super::removing::remove_rule;

pub(super) static RULE: Rule = Rule {
    id: "security-group-source-unused",
    severity: Severity::Hint,
    title: "Rule for a group that nothing carries",
    why: "A rule that names a security group is for the members of that group. Nothing carries \
          this one, so the rule lets nobody pass. Give the group to what is meant, or remove the \
          rule.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance store SecurityGroupIds=[@data]
  sg app GroupDescription=a
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, SourceSecurityGroupId=@app.GroupId}] # hint security-group-source-unused: A rule of data is for app, which nothing carries.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance store SecurityGroupIds=[@data]
    instance web SecurityGroupIds=[@app]
  sg app GroupDescription=a
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, SourceSecurityGroupId=@app.GroupId}]
",
    check,
    fixes: remove_rule,
}
.told();

/// What names a group without carrying it.
const RULES: [&str; 3] = [
    ec2::SecurityGroup::KIND,
    ec2::SecurityGroupIngress::KIND,
    ec2::SecurityGroupEgress::KIND,
];

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for group in survey.security_groups.values() {
        for rule in group.ingress.iter().chain(&group.egress) {
            let Peer::Group(path, named) = &rule.peer else {
                continue;
            };
            let Some(named) = named.known().filter(|named| **named != group.id) else {
                continue;
            };
            if !survey.security_groups.contains_key(named) || context.is_handed_on(named) {
                continue;
            }
            let mut users = context.users_of(named);
            if users.all(|(_, user)| RULES.contains(&user.kind().as_str())) {
                let message =
                    Message::new("A rule of {group} is for {named}, which nothing carries.")
                        .resource("group", &group.id)
                        .resource("named", named);
                findings
                    .add(&rule.resource, path.clone(), message)
                    .with([&group.id, named]);
            }
        }
    }
}
