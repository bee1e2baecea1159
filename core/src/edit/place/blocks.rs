//! The address blocks of new VPCs and subnets.

use std::net::Ipv4Addr;

use super::Site;
use super::start::Start;
use crate::catalogue::ec2;
use crate::cidr::{Ipv4Net, next_free};
use crate::document::Refusal;
use crate::edit::surroundings;
use crate::message::Message;
use crate::template::{Evaluator, LogicalId, Map};

const CIDR: &str = "CidrBlock";

/// The largest of the ranges that the Internet does not route.
///
/// <https://www.rfc-editor.org/rfc/rfc1918>
const PRIVATE: Ipv4Net = Ipv4Net::new_assert(Ipv4Addr::new(10, 0, 0, 0), 8);

/// A VPC gets the first /16 of 10.0.0.0/8 that no other block touches.
pub(super) fn vpc(site: &Site<'_>, properties: &mut Map) -> Result<Start, Refusal> {
    if let Some(outer) = site.place.container.as_ref() {
        let message = "A VPC stands by itself: drop it beside {outer}, not on it.";
        return Err(Message::new(message).resource("outer", outer).into());
    }
    further(site, properties)
}

/// A further block of a VPC is chosen like that of a new one.
#[expect(
    clippy::unnecessary_wraps,
    reason = "the form of every start, so that they stand in one list"
)]
pub(super) fn further(site: &Site<'_>, properties: &mut Map) -> Result<Start, Refusal> {
    let taken = every_block(site.evaluator);
    if let Some(block) = next_free(&[PRIVATE], &taken, 16) {
        properties.insert(CIDR.to_owned(), block.to_string().into());
    }
    Ok(Start::default())
}

/// A subnet gets the next free block of its VPC.
pub(super) fn subnet(site: &Site<'_>, properties: &mut Map) -> Result<(), Refusal> {
    let Some(vpc) = surroundings::nearest(site.evaluator, &site.chain, ec2::Vpc::KIND) else {
        return Ok(());
    };
    match next_subnet_block(site.evaluator, &vpc, None, &[]) {
        Room::Free(block) => {
            properties.insert(CIDR.to_owned(), block.to_string().into());
            Ok(())
        }
        Room::Unknown => Ok(()),
        Room::None => Err(no_room(&vpc)),
    }
}

/// Why a VPC takes no further subnet.
pub(in crate::edit) fn no_room(vpc: &LogicalId) -> Refusal {
    let message = "{vpc} has no room for another subnet: give it a further CIDR block, or make one of its subnets smaller.";
    Message::new(message).resource("vpc", vpc).into()
}

/// Whether a VPC has room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::edit) enum Room {
    /// This block is free.
    Free(Ipv4Net),
    /// None is.
    None,
    /// The VPC's own blocks cannot be told.
    Unknown,
}

/// The next free block of a VPC for a subnet: as long as asked for, else /24
/// or an eighth of a small VPC; a smaller one where that does not fit. Blocks
/// that are given out but not in the template yet count as taken.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html>
pub(in crate::edit) fn next_subnet_block(
    evaluator: &Evaluator<'_>,
    vpc: &LogicalId,
    prefix: Option<u8>,
    given: &[Ipv4Net],
) -> Room {
    let within = surroundings::blocks_of(evaluator, vpc);
    let Some(largest) = within.iter().map(Ipv4Net::prefix_len).min() else {
        return Room::Unknown;
    };
    let subnets = surroundings::subnets_of(evaluator, vpc);
    let subnets = subnets.iter().filter_map(|id| {
        let subnet = evaluator.template().resource(id)?;
        surroundings::block(evaluator, subnet)
    });
    let taken: Vec<_> = subnets.chain(given.iter().copied()).collect();
    let first = prefix.unwrap_or_else(|| (largest + 3).clamp(24, 28));
    let found = (first..=28).find_map(|prefix| next_free(&within, &taken, prefix));
    found.map_or(Room::None, Room::Free)
}

/// The blocks of all VPCs.
fn every_block(evaluator: &Evaluator<'_>) -> Vec<Ipv4Net> {
    let vpcs = evaluator.template().of_kind(ec2::Vpc::KIND);
    vpcs.flat_map(|(id, _)| surroundings::blocks_of(evaluator, id))
        .collect()
}
