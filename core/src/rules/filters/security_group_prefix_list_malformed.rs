//! A rule names a prefix list by something that is no prefix list's id.

use crate::lower::survey::Peer;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};
use crate::template::{Evaluated, Value};

use super::removing::remove_rule;

pub(super) static RULE: Rule = Rule {
    id: "security-group-prefix-list-malformed",
    severity: Severity::Error,
    title: "Not the id of a prefix list",
    why: "A rule names a prefix list by its id, which begins with pl-: of one that AWS keeps, \
          such as pl-63a5400a, or of one of your own. Its name, com.amazonaws.us-east-1.s3, is \
          refused: AWS's id of a name differs by region, so give it as a parameter.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupEgress=[{IpProtocol=tcp, FromPort=443, ToPort=443, DestinationPrefixListId=com.amazonaws.us-east-1.s3}] # error security-group-prefix-list-malformed: A rule of web names the prefix list com.amazonaws.us-east-1.s3: an id begins with pl-.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupEgress=[{IpProtocol=tcp, FromPort=443, ToPort=443, DestinationPrefixListId=pl-63a5400a}]
",
    check,
    fixes: remove_rule,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        for rule in group.ingress.iter().chain(&group.egress) {
            let Peer::PrefixList(path, _) = &rule.peer else {
                continue;
            };
            let written = context
                .resource(&rule.resource)
                .map(|resource| context.evaluator.property(resource, path));
            let Some(Evaluated::Known(Value::Text(written))) = written else {
                continue;
            };
            if !written.starts_with("pl-") {
                let message = Message::new(
                    "A rule of {group} names the prefix list {written}: an id begins with pl-.",
                )
                .resource("group", &group.id)
                .text("written", written);
                findings
                    .add(&rule.resource, path.clone(), message)
                    .with([&group.id]);
            }
        }
    }
}
