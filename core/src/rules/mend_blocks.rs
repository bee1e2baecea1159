//! Steps of fixes that choose blocks: for a subnet by its family, for a VPC
//! among all that the design knows. What moves with a VPC is not decided here.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::context::ipv4;
use super::mend::{move_subnet, set_block};
use super::{Context, Fix};
use crate::cidr::{self, Parsed};
use crate::lower::survey::{Block, Fact, Subnet};
use crate::message::Message;
use crate::template::{LogicalId, PropertyPath};

/// The private ranges, in which a VPC grows:
/// <https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html>
const PRIVATE: [([u8; 4], u8); 3] = [
    ([10, 0, 0, 0], 8),
    ([172, 16, 0, 0], 12),
    ([192, 168, 0, 0], 16),
];

/// The IPv4 and the IPv6 block of a subnet, each with the resource and the
/// property that say it.
pub(super) fn both_blocks(subnet: &Subnet) -> [(&LogicalId, &'static str, &Fact<Parsed>); 2] {
    let six = subnet.ipv6_resource.as_ref().unwrap_or(&subnet.id);
    [
        (&subnet.id, "CidrBlock", &subnet.cidr),
        (six, "Ipv6CidrBlock", &subnet.ipv6_cidr),
    ]
}

/// Moves a subnet to a free block, in the family of the property that was found.
pub(super) fn move_by_path(context: &Context<'_>, id: &LogicalId, path: &PropertyPath) -> Vec<Fix> {
    if *path != PropertyPath::from("Ipv6CidrBlock") {
        return move_subnet(context, id);
    }
    let mut subnets = context.survey.subnets.values();
    let subnet = subnets.find(|it| it.id == *id || it.ipv6_resource.as_ref() == Some(id));
    let free = subnet.and_then(|it| Some((it, free_ipv6_block(context, it)?)));
    let Some((subnet, block)) = free else {
        return Vec::new();
    };
    let title = Message::new("Move {subnet} to {block}")
        .resource("subnet", &subnet.id)
        .text("block", block);
    let [_, (written, ..)] = both_blocks(subnet);
    Fix::review(context, title, |draft| {
        set_block(context, draft, written, path, block)
    })
}

/// The lowest free IPv6 block of a subnet's VPC, of the size that most have;
/// none of a block that AWS chooses at deployment.
fn free_ipv6_block(context: &Context<'_>, subnet: &Subnet) -> Option<Ipv6Net> {
    let vpc = context.survey.vpcs.get(subnet.vpc.known()?)?;
    let written = vpc.blocks.iter();
    let written = written.filter(|it| is_written(context, it));
    let within: Vec<Ipv6Net> = written.filter_map(|it| ipv6(it.net)).collect();
    let others = context.subnets_of(&vpc.id).iter();
    let taken: Vec<Ipv6Net> = others
        .filter(|other| other.id != subnet.id)
        .filter_map(|other| ipv6(other.ipv6_cidr.known()?.block()))
        .collect();
    cidr::next_free(&within, &taken, 64)
}

/// Whether the template says a block: one that Amazon provides is only taken
/// to be this one.
pub(super) fn is_written(context: &Context<'_>, block: &Block) -> bool {
    let resource = context.resource(&block.resource);
    resource.is_some_and(|it| it.get(&block.path).is_some())
}

/// The IPv6 block, if it is one.
fn ipv6(block: IpNet) -> Option<Ipv6Net> {
    match block {
        IpNet::V6(block) => Some(block),
        IpNet::V4(_) => None,
    }
}

/// The lowest block of a size, in the private range of another block, that no
/// VPC and no site of the design has.
pub(super) fn free_vpc_block(context: &Context<'_>, like: Ipv4Net, prefix: u8) -> Option<Ipv4Net> {
    let ranges = PRIVATE.iter();
    let mut ranges = ranges.filter_map(|(start, len)| Ipv4Net::new((*start).into(), *len).ok());
    let range = ranges.find(|range| range.contains(&like))?;
    let survey = context.survey;
    let vpcs = survey.vpcs.values().flat_map(|vpc| &vpc.blocks);
    let sites = survey.site_blocks.iter();
    let sites = sites.filter_map(|site| Some(site.block.known()?.block()));
    // A site's summary such as 10.0.0.0/8 takes no room.
    let sites = sites.filter(|block| block.prefix_len() >= 16);
    let mut taken: Vec<Ipv4Net> = vpcs
        .map(|block| block.net)
        .chain(sites)
        .filter_map(ipv4)
        .collect();
    // With blocks of 10.0.0.0/15, AWS adds none of 10.0.0.0/16 to a VPC, and
    // Docker has 172.17.0.0/16.
    for kept in [[10, 0, 0, 0], [172, 17, 0, 0]] {
        taken.extend(Ipv4Net::new(kept.into(), 16));
    }
    cidr::next_free(&[range], &taken, prefix)
}
