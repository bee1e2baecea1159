//! Two VPCs at a transit gateway have the same addresses.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::renumbering::renumber_one_of;
use crate::cidr;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "transit-cidr-overlap",
    severity: Severity::Warning,
    title: "VPCs at a transit gateway overlap",
    why: "A transit gateway sends each destination to one attachment. When a VPC shares addresses \
          with one that is attached already, its blocks do not propagate, and nothing reaches \
          it. Renumber one of the two.",
    guide: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
    bad: "\
tgw hub
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.4.0/24
vpc other CidrBlock=10.1.0.0/20
  subnet b CidrBlock=10.1.5.0/24
tgwvpcattachment one VpcId=@main TransitGatewayId=@hub SubnetIds=[@a]
tgwvpcattachment two VpcId=@other TransitGatewayId=@hub SubnetIds=[@b] # warning transit-cidr-overlap: main and other share 10.1.0.0/20: hub leads it to only one of them.
",
    good: "\
tgw hub
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.4.0/24
vpc other CidrBlock=10.2.0.0/20
  subnet b CidrBlock=10.2.5.0/24
tgwvpcattachment one VpcId=@main TransitGatewayId=@hub SubnetIds=[@a]
tgwvpcattachment two VpcId=@other TransitGatewayId=@hub SubnetIds=[@b]
",
    check,
    fixes: renumber_one_of,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let mut blocks_of: IndexMap<_, Vec<_>> = IndexMap::new();
    for attachment in survey.transit_attachments.values() {
        let gateway = attachment.gateway.known();
        let vpc = attachment.vpc.known().and_then(|id| survey.vpcs.get(id));
        if let (Some(gateway), Some(vpc)) = (gateway, vpc) {
            let blocks = vpc.blocks.iter();
            let blocks = blocks.map(|block| ((&attachment.id, &vpc.id), block.net));
            blocks_of.entry(gateway).or_default().extend(blocks);
        }
    }
    for (gateway, blocks) in blocks_of {
        let mut told = HashSet::new();
        for ((_, a), (at, b), shared) in cidr::overlaps(&blocks) {
            if a == b || !told.insert(at) {
                continue;
            }
            let message =
                Message::new("{a} and {b} share {shared}: {gateway} leads it to only one of them.")
                    .resource("a", a)
                    .resource("b", b)
                    .text("shared", shared)
                    .resource("gateway", gateway);
            findings.add(at, "VpcId", message).with([a, b]);
        }
    }
}
