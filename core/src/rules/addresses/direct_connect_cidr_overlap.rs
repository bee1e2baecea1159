//! Two VPCs at a Direct Connect gateway have the same addresses.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::renumbering::renumber_one_of;
use crate::cidr;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "direct-connect-cidr-overlap",
    severity: Severity::Error,
    title: "VPCs at a Direct Connect gateway overlap",
    why: "The VPCs whose gateways are associated with one Direct Connect gateway have different \
          addresses: the site could not tell them apart. AWS refuses to associate a VPC that \
          overlaps one that is associated already.",
    guide: "https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-gateways-intro.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
vpc other CidrBlock=10.1.8.0/24
vpngateway one Type=ipsec.1
  attachment attached VpcId=@main
vpngateway two Type=ipsec.1
  attachment attachedToo VpcId=@other
AWS::DirectConnect::DirectConnectGateway hub DirectConnectGatewayName=hub
AWS::DirectConnect::DirectConnectGatewayAssociation joins DirectConnectGatewayId=@hub AssociatedGatewayId=@one
AWS::DirectConnect::DirectConnectGatewayAssociation again DirectConnectGatewayId=@hub AssociatedGatewayId=@two # error direct-connect-cidr-overlap: main and other share 10.1.8.0/24: AWS refuses both at hub.
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
vpc other CidrBlock=10.2.8.0/24
vpngateway one Type=ipsec.1
  attachment attached VpcId=@main
vpngateway two Type=ipsec.1
  attachment attachedToo VpcId=@other
AWS::DirectConnect::DirectConnectGateway hub DirectConnectGatewayName=hub
AWS::DirectConnect::DirectConnectGatewayAssociation joins DirectConnectGatewayId=@hub AssociatedGatewayId=@one
AWS::DirectConnect::DirectConnectGatewayAssociation again DirectConnectGatewayId=@hub AssociatedGatewayId=@two
",
    check,
    fixes: renumber_one_of,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let mut blocks_of: IndexMap<_, Vec<_>> = IndexMap::new();
    for join in &survey.direct_connects {
        let gateway = join.gateway.known().and_then(|id| survey.gateways.get(id));
        let (Some(hub), Some(gateway)) = (join.direct_connect.known(), gateway) else {
            continue;
        };
        for (_, vpc) in &gateway.attachments {
            let vpc = vpc.known().and_then(|id| survey.vpcs.get(id));
            let blocks = vpc.into_iter().flat_map(|vpc| {
                let blocks = vpc.blocks.iter();
                blocks.map(|block| ((&join.id, &vpc.id), block.net))
            });
            blocks_of.entry(hub).or_default().extend(blocks);
        }
    }
    for (hub, blocks) in blocks_of {
        let mut told = HashSet::new();
        for ((_, a), (at, b), shared) in cidr::overlaps(&blocks) {
            if a == b || !told.insert(at) {
                continue;
            }
            let message = Message::new("{a} and {b} share {shared}: AWS refuses both at {hub}.")
                .resource("a", a)
                .resource("b", b)
                .text("shared", shared)
                .resource("hub", hub);
            findings
                .add(at, "AssociatedGatewayId", message)
                .with([a, b]);
        }
    }
}
