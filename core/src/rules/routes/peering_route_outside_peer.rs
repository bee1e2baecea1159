//! A route leads over a peering connection to what the other VPC has not.

use ipnet::IpNet;

use crate::cidr;
use crate::lower::survey::{Peering, Route, Vpc};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::PropertyPath;

use super::tables::{route_to, vpc_of};

pub(super) static RULE: Rule = Rule {
    id: "peering-route-outside-peer",
    severity: Severity::Error,
    title: "Route over a peering to addresses that are not there",
    why: "A peering connection leads to the addresses of the other VPC and no further: not to \
          the Internet, to a site or to a third VPC behind it. A packet for any other address is \
          dropped. Lead to the blocks of the other VPC.",
    guide: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
  routetable tableA
    route there DestinationCidrBlock=10.3.0.0/16 VpcPeeringConnectionId=@joins # error peering-route-outside-peer: there leads to 10.3.0.0/16 over joins, but other has 10.2.0.0/16.
    route all DestinationCidrBlock=0.0.0.0/0 VpcPeeringConnectionId=@joins # warning peering-route-outside-peer: all leads everything over joins, and only what is for other gets through.
vpc other CidrBlock=10.2.0.0/16
  routetable tableB
    route back DestinationCidrBlock=10.1.0.0/16 VpcPeeringConnectionId=@joins
peering joins VpcId=@main PeerVpcId=@other
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
  routetable tableA
    route there DestinationCidrBlock=10.2.7.0/24 VpcPeeringConnectionId=@joins
    route wide DestinationCidrBlock=10.0.0.0/8 VpcPeeringConnectionId=@joins
    route far DestinationCidrBlock=172.16.0.0/16 VpcPeeringConnectionId=@distant
vpc other CidrBlock=10.2.0.0/16
peering joins VpcId=@main PeerVpcId=@other
peering distant VpcId=@main PeerVpcId=vpc-1
",
    check,
    fixes,
}
.told();

/// The peering connection of a route, and the VPC on its other side.
fn other_side<'a>(context: &Context<'a>, route: &Route) -> Option<(&'a Peering, &'a Vpc)> {
    let survey = context.survey;
    let over = PropertyPath::from("VpcPeeringConnectionId");
    let target = route.targets.iter().find(|it| it.path == over)?;
    let peering = survey.peerings.get(target.target.known()?)?;
    let (vpc, peer) = (peering.vpc.known()?, peering.peer.known()?);
    let here = vpc_of(context, route)?;
    let other = if here == vpc {
        peer
    } else if here == peer {
        vpc
    } else {
        return None;
    };
    Some((peering, survey.vpcs.get(other)?))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for route in context.survey.routes.values() {
        let Some(block) = route.destination.known().map(|it| it.block()) else {
            continue;
        };
        let Some((peering, other)) = other_side(context, route) else {
            continue;
        };
        let path = route.destination_path.clone().unwrap_or_default();
        if block.prefix_len() == 0 {
            let message = Message::new(
                "{route} leads everything over {peering}, and only what is for {other} gets through.",
            )
            .resource("route", &route.id)
            .resource("peering", &peering.id)
            .resource("other", &other.id);
            findings.add(&route.id, path, message).severity = Severity::Warning;
            continue;
        }
        let is_known = other.cidr.known().is_some() && other.open_blocks.is_empty();
        let mut shared = other.blocks.iter();
        if !is_known || shared.any(|own| cidr::overlap(own.net, block).is_some()) {
            continue;
        }
        let all: Vec<_> = other.blocks.iter().map(|it| it.net.to_string()).collect();
        let message =
            Message::new("{route} leads to {block} over {peering}, but {other} has {blocks}.")
                .resource("route", &route.id)
                .text("block", block)
                .resource("peering", &peering.id)
                .resource("other", &other.id)
                .text("blocks", all.join(", "));
        findings.add(&route.id, path, message).with([&other.id]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let Some(route) = survey.routes.get(&finding.resource) else {
        return Vec::new();
    };
    let Some((_, other)) = other_side(context, route) else {
        return Vec::new();
    };
    let is_ipv6 = finding.path == PropertyPath::from("DestinationIpv6CidrBlock");
    let mut blocks = other.blocks.iter().map(|it| it.net);
    let block = blocks.find(|it: &IpNet| it.addr().is_ipv6() == is_ipv6);
    let table = route.table.known().and_then(|id| survey.tables.get(id));
    let free =
        block.filter(|block| table.is_some_and(|table| route_to(context, table, *block).is_none()));
    let mut ways = Vec::new();
    if let Some(block) = free {
        let title = Message::new("Lead to {block} only").text("block", block);
        ways.extend(Fix::review(context, title, |draft| {
            mend::set_block(context, draft, &route.id, &finding.path, block)
        }));
    }
    ways.extend(mend::remove_resource(context, &route.id));
    ways
}
