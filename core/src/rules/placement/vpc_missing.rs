//! Something that belongs to a VPC names none.

use crate::lower::survey::Fact;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "vpc-missing",
    severity: Severity::Warning,
    title: "No VPC is named",
    why: "A security group without a VPC is made in the default VPC of the account, where nothing \
          of this design can carry it. A target group of instances or addresses is refused.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
sg web GroupDescription=w # warning vpc-missing: web names no VPC: AWS makes it in the account's default VPC.
targetgroup apps Port=80 Protocol=HTTP # error vpc-missing: apps names no VPC for its targets.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w
  targetgroup apps Port=80 Protocol=HTTP
targetgroup function TargetType=lambda
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    if survey.vpcs.is_empty() {
        return;
    }
    let groups = survey.security_groups.values();
    for group in groups.filter(|group| group.vpc.is_absent()) {
        let message =
            Message::new("{group} names no VPC: AWS makes it in the account's default VPC.")
                .resource("group", &group.id);
        findings.add(&group.id, "VpcId", message);
    }
    let groups = survey.target_groups.values();
    for group in groups.filter(|group| group.vpc.is_absent()) {
        let is_lambda = match &group.target_type {
            Fact::Known(kind) => kind == "lambda",
            _ => true,
        };
        if !is_lambda {
            let message =
                Message::new("{group} names no VPC for its targets.").resource("group", &group.id);
            findings.add(&group.id, "VpcId", message).severity = Severity::Error;
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let vpcs = context.survey.vpcs.keys().take(3);
    let ways = vpcs.flat_map(|vpc| {
        let title = Message::new("Put {group} into {vpc}")
            .resource("group", &finding.resource)
            .resource("vpc", vpc);
        Fix::review(context, title, |draft| {
            mend::set(draft, &finding.resource, "VpcId", mend::reference(vpc))
        })
    });
    ways.collect()
}
