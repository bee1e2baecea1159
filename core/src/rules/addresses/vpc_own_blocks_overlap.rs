//! A further block of a VPC holds addresses that the VPC has already.

use crate::cidr;
use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend, mend_blocks};

pub(super) static RULE: Rule = Rule {
    id: "vpc-own-blocks-overlap",
    severity: Severity::Error,
    title: "Further block that the VPC has already",
    why: "The blocks of a VPC do not overlap. AWS refuses a further block that shares addresses \
          with one that the VPC has. Choose one that is still free.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    bad: "\
vpc main CidrBlock=10.2.0.0/16
  vpccidrblock more CidrBlock=10.2.128.0/20 # error vpc-own-blocks-overlap: main already has 10.2.128.0/20, by its block 10.2.0.0/16.
",
    good: "\
vpc main CidrBlock=10.2.0.0/16
  vpccidrblock more CidrBlock=10.3.0.0/16
vpc other CidrBlock=10.2.0.0/16
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for vpc in context.survey.vpcs.values() {
        let blocks = vpc.blocks.iter();
        let blocks = blocks.filter(|it| context.is_certain(&it.resource));
        let blocks: Vec<_> = blocks.map(|block| (block, block.net)).collect();
        let mut told = Vec::new();
        for (earlier, later, shared) in cidr::overlaps(&blocks) {
            if told.contains(&later) {
                continue;
            }
            told.push(later);
            let message = Message::new("{vpc} already has {shared}, by its block {earlier}.")
                .resource("vpc", &vpc.id)
                .text("shared", shared)
                .text("earlier", earlier.net);
            findings
                .add(&later.resource, later.path.clone(), message)
                .with([&vpc.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let vpc = finding.others.first();
    let vpc = vpc.and_then(|id| context.survey.vpcs.get(id));
    let Some(vpc) = vpc else {
        return Vec::new();
    };
    let mut blocks = vpc.blocks.iter();
    let now = blocks.find(|it| it.resource == finding.resource && it.path == finding.path);
    let free = now.and_then(|now| {
        let now = ipv4(now.net)?;
        mend_blocks::free_vpc_block(context, now, now.prefix_len().max(16))
    });
    let mut ways = Vec::new();
    if let Some(free) = free {
        let title = Message::new("Make it {block}").text("block", free);
        ways.extend(Fix::review(context, title, |draft| {
            mend::set_block(context, draft, &finding.resource, &finding.path, free)
        }));
    }
    ways
}
