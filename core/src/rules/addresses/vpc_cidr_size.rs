//! A block of a VPC is larger or smaller than AWS allows.

use crate::cidr;
use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "vpc-cidr-size",
    severity: Severity::Error,
    title: "VPC too large or too small",
    why: "An IPv4 block of a VPC has between 16 addresses (/28) and 65,536 (/16). AWS refuses \
          any other size. A VPC that needs more has further blocks.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/8 # error vpc-cidr-size: main has 10.0.0.0/8: a block of a VPC is between /16 and /28.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
vpc tiny CidrBlock=10.1.0.0/28
",
    check,
    fixes,
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for block in context.survey.vpcs.values().flat_map(|vpc| &vpc.blocks) {
        if ipv4(block.net).is_some() && !cidr::is_vpc_size(block.net) {
            let message =
                Message::new("{vpc} has {block}: a block of a VPC is between /16 and /28.")
                    .resource("vpc", &block.resource)
                    .text("block", block.net);
            findings.add(&block.resource, block.path.clone(), message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let mut blocks = context.survey.vpcs.values().flat_map(|vpc| &vpc.blocks);
    let block = blocks.find(|it| it.resource == finding.resource && it.path == finding.path);
    let allowed = block.and_then(|block| {
        let net = ipv4(block.net)?;
        ipnet::Ipv4Net::new(net.network(), net.prefix_len().clamp(16, 28)).ok()
    });
    let Some(allowed) = allowed else {
        return Vec::new();
    };
    let title = Message::new("Make it {block}").text("block", allowed.trunc());
    Fix::review(context, title, |draft| {
        mend::set_block(
            context,
            draft,
            &finding.resource,
            &finding.path,
            allowed.trunc(),
        )
    })
}
