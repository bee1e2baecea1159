//! Two VPCs have the same addresses, and can never be joined.

use std::collections::{HashMap, HashSet};

use crate::cidr;
use crate::lower::survey::Fact;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "vpc-cidr-overlap",
    severity: Severity::Hint,
    title: "VPCs overlap",
    why: "VPCs may have the same addresses as long as they stay apart. AWS refuses to peer them, \
          and a transit gateway routes to only one of them. To renumber a network later means to \
          build it anew.",
    guide: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
vpc other CidrBlock=10.0.128.0/20 # hint vpc-cidr-overlap: main and other share 10.0.128.0/20: they can never be peered.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  vpccidrblock more CidrBlock=10.1.0.0/16
vpc other CidrBlock=10.2.0.0/16
vpc peer CidrBlock=10.2.0.0/20
peering joins VpcId=@peer PeerVpcId=@other
tgw hub
vpc hubA CidrBlock=10.4.0.0/16
vpc hubB CidrBlock=10.4.0.0/20
tgwvpcattachment attachedA VpcId=@hubA TransitGatewayId=@hub SubnetIds=[subnet-1]
tgwvpcattachment attachedB VpcId=@hubB TransitGatewayId=@hub SubnetIds=[subnet-2]
",
    check,
    fixes: no_fix,
}
.told();

/// A bound on how many pairs there can be, far above what AWS allows.
const MAX_BLOCKS: usize = 1_000;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let vpcs = context.survey.vpcs.values();
    let blocks = vpcs.flat_map(|vpc| vpc.blocks.iter().map(|block| (&vpc.id, block.net)));
    let blocks: Vec<_> = blocks.take(MAX_BLOCKS).collect();
    let joints = joints(context);
    let are_joined = |a, b| {
        let (of_a, of_b) = (joints.get(a), joints.get(b));
        of_a.zip(of_b).is_some_and(|(a, b)| !a.is_disjoint(b))
    };
    let mut seen = HashSet::new();
    for (a, b, shared) in cidr::overlaps(&blocks) {
        // Rules of their own speak of those that are joined already.
        if a != b && !are_joined(a, b) && seen.insert(b) {
            let message = Message::new("{a} and {b} share {shared}: they can never be peered.")
                .resource("a", a)
                .resource("b", b)
                .text("shared", shared);
            findings.add(b, "CidrBlock", message).with([a]);
        }
    }
}

/// What joins each VPC to others: peering connections and transit gateways.
fn joints<'a>(context: &Context<'a>) -> HashMap<&'a LogicalId, HashSet<&'a LogicalId>> {
    let survey = context.survey;
    let mut joints: HashMap<_, HashSet<_>> = HashMap::new();
    let mut add = |vpc: &'a Fact<LogicalId>, joint: &'a LogicalId| {
        if let Some(vpc) = vpc.known() {
            joints.entry(vpc).or_default().insert(joint);
        }
    };
    for peering in survey.peerings.values() {
        add(&peering.vpc, &peering.id);
        add(&peering.peer, &peering.id);
    }
    for attachment in survey.transit_attachments.values() {
        if let Some(gateway) = attachment.gateway.known() {
            add(&attachment.vpc, gateway);
        }
    }
    joints
}
