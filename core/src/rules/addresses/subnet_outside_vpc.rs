//! A subnet's block is not a part of its VPC's.

use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "subnet-outside-vpc",
    severity: Severity::Error,
    title: "Subnet outside of its VPC",
    why: "A subnet is a part of one block of its VPC. AWS refuses a block that is not. Give the \
          subnet a block inside, or add the block to the VPC.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.1.0.0/24 # error subnet-outside-vpc: a has 10.1.0.0/24, which is not in main: that has 10.0.0.0/16.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  vpccidrblock more CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.0.0/24
  subnet b CidrBlock=10.0.0.0/24
",
    check,
    fixes,
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for vpc in context.survey.vpcs.values() {
        let blocks = context.blocks_of(&vpc.id);
        // A further block that cannot be told may be the one that holds it.
        let mut further = context.users_of(&vpc.id).filter(|(id, resource)| {
            resource.kind() == "AWS::EC2::VPCCidrBlock"
                && !vpc.blocks.iter().any(|block| block.resource == **id)
        });
        if vpc.cidr.known().is_none() || further.next().is_some() {
            continue;
        }
        for subnet in context.subnets_of(&vpc.id) {
            let Some(block) = subnet.cidr.known().and_then(|it| ipv4(it.block())) else {
                continue;
            };
            if blocks.iter().any(|within| within.contains(&block)) {
                continue;
            }
            let all: Vec<_> = blocks.iter().map(ToString::to_string).collect();
            let message =
                Message::new("{subnet} has {block}, which is not in {vpc}: that has {blocks}.")
                    .resource("subnet", &subnet.id)
                    .text("block", block)
                    .resource("vpc", &vpc.id)
                    .text("blocks", all.join(", "));
            findings
                .add(&subnet.id, "CidrBlock", message)
                .with([&vpc.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    mend::move_subnet(context, &finding.resource)
}
