//! Ways to give a VPC other addresses, and all that is inside with it. It does
//! not look for who leads to the old ones.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

use super::written_addresses;
use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::mend::{set, set_block};
use crate::rules::{Context, Finding, Fix, mend_blocks};
use crate::template::LogicalId;

/// Ways to renumber one of the VPCs that have a part in a finding, the last
/// first.
pub(super) fn renumber_one_of(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let vpcs = finding.others.iter().rev();
    vpcs.flat_map(|id| renumber(context, id)).collect()
}

/// Ways to give a VPC another primary block, and what is inside the addresses
/// at the same places of it.
fn renumber(context: &Context<'_>, id: &LogicalId) -> Vec<Fix> {
    let vpc = context.survey.vpcs.get(id);
    let Some(now) = vpc.and_then(|vpc| ipv4(vpc.cidr.known()?.block())) else {
        return Vec::new();
    };
    let Some(free) = mend_blocks::free_vpc_block(context, now, now.prefix_len()) else {
        return Vec::new();
    };
    let moved = |address: Ipv4Addr| {
        let offset = u32::from(address).saturating_sub(u32::from(now.network()));
        Ipv4Addr::from(u32::from(free.network()).saturating_add(offset))
    };
    let title = Message::new("Renumber {vpc} to {block}, its subnets with it")
        .resource("vpc", id)
        .text("block", free);
    Fix::review(context, title, |draft| {
        set_block(context, draft, id, &"CidrBlock".into(), free)?;
        for subnet in context.subnets_of(id) {
            let block = subnet.cidr.known().and_then(|it| ipv4(it.block()));
            let Some(block) = block.filter(|it| now.contains(it)) else {
                continue;
            };
            let block = Ipv4Net::new(moved(block.network()), block.prefix_len()).ok()?;
            set_block(context, draft, &subnet.id, &"CidrBlock".into(), block)?;
        }
        for it in written_addresses::all(context) {
            if it.subnet.vpc.known() == Some(id) && now.contains(&it.address) {
                let address = moved(it.address).to_string();
                set(draft, it.resource, it.path, address)?;
            }
        }
        Some(())
    })
}
