//! A rule of a security group is for nobody.

use crate::lower::survey::Peer;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "security-group-rule-without-peer",
    severity: Severity::Error,
    title: "Rule for nobody",
    why: "An inbound rule says whom it lets in and an outbound rule where to it lets out: a \
          block of addresses, a security group or a prefix list. AWS refuses a rule that says \
          neither.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80}] # error security-group-rule-without-peer: A rule of web names no address, group or prefix list.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=10.0.0.0/16}, {IpProtocol=tcp, FromPort=80, ToPort=80, SourceSecurityGroupName=other}]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        for rule in group.ingress.iter().chain(&group.egress) {
            // Groups of the default VPC may be named otherwise.
            let by_name = rule.path.key("SourceSecurityGroupName");
            let resource = context.resource(&rule.resource);
            let is_named = resource.is_some_and(|it| it.get(&by_name).is_some());
            if rule.peer != Peer::Nobody || is_named {
                continue;
            }
            let message = Message::new("A rule of {group} names no address, group or prefix list.")
                .resource("group", &group.id);
            findings
                .add(&rule.resource, rule.path.clone(), message)
                .with([&group.id]);
        }
    }
}

/// For everything in the VPC: narrower than the Internet, and easy to narrow.
fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let group = finding.others.first();
    let group = group.and_then(|id| context.survey.security_groups.get(id));
    let vpc = group.and_then(|group| group.vpc.known());
    let Some((vpc, block)) = vpc.and_then(|vpc| Some((vpc, *context.blocks_of(vpc).first()?)))
    else {
        return Vec::new();
    };
    let title = Message::new("Mean the addresses of {vpc}").resource("vpc", vpc);
    Fix::review(context, title, |draft| {
        let path = finding.path.key("CidrIp");
        mend::set(draft, &finding.resource, path, block.to_string())
    })
}
