//! Two VPCs that are peered have the same addresses.

use super::renumbering::renumber_one_of;
use crate::cidr;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "peering-cidr-overlap",
    severity: Severity::Error,
    title: "Peered VPCs overlap",
    why: "AWS refuses to peer two VPCs if any block of the one shares addresses with any block of \
          the other, even where no subnet uses them. One of the two has to be renumbered.",
    guide: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.4.0/24
vpc other CidrBlock=10.1.0.0/20
  subnet b CidrBlock=10.1.5.0/24
    instance web PrivateIpAddress=10.1.5.10
peering joins VpcId=@main PeerVpcId=@other # error peering-cidr-overlap: main and other share 10.1.0.0/20: AWS refuses to peer them.
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
vpc other CidrBlock=10.2.0.0/20
peering joins VpcId=@main PeerVpcId=@other
peering far VpcId=@main PeerVpcId=vpc-1 PeerOwnerId=123456789012
",
    check,
    fixes: renumber_one_of,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for peering in survey.peerings.values() {
        let vpc = peering.vpc.known().and_then(|id| survey.vpcs.get(id));
        let peer = peering.peer.known().and_then(|id| survey.vpcs.get(id));
        let (Some(vpc), Some(peer)) = (vpc, peer) else {
            continue;
        };
        // A VPC that is joined with itself is another rule's.
        if vpc.id == peer.id {
            continue;
        }
        let mut pairs = vpc.blocks.iter().flat_map(|own| {
            let others = peer.blocks.iter();
            others.filter_map(|other| cidr::overlap(own.net, other.net))
        });
        if let Some(shared) = pairs.next() {
            let message = Message::new("{a} and {b} share {shared}: AWS refuses to peer them.")
                .resource("a", &vpc.id)
                .resource("b", &peer.id)
                .text("shared", shared);
            findings
                .add(&peering.id, "PeerVpcId", message)
                .with([&vpc.id, &peer.id]);
        }
    }
}
