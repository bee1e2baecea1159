//! A subnet is larger or smaller than AWS allows.

use crate::cidr;
use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "subnet-cidr-size",
    severity: Severity::Error,
    title: "Subnet too large or too small",
    why: "An IPv4 subnet has between 16 addresses (/28) and 65,536 (/16), of which AWS keeps \
          five. AWS refuses any other size.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/29 # error subnet-cidr-size: a has 10.0.1.0/29: a subnet is between /16 and /28.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/28
",
    check,
    fixes,
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for subnet in context.survey.subnets.values() {
        let Some(block) = subnet.cidr.known().and_then(|it| ipv4(it.block())) else {
            continue;
        };
        if !cidr::is_subnet_size(block) {
            let message = Message::new("{subnet} has {block}: a subnet is between /16 and /28.")
                .resource("subnet", &subnet.id)
                .text("block", block);
            findings.add(&subnet.id, "CidrBlock", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    mend::move_subnet(context, &finding.resource)
}
