//! What security groups and network ACLs permit, as exact sets of packets, one
//! direction at a time. It looks at one filter by itself: not at what it is
//! attached to, not at replies, and not at who the members of a group are.
//!
//! A part that is not known is never guessed: what a filter permits surely and
//! what it permits perhaps are told apart, and what is open is told in words.

mod meant;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use self::meant::{Meant, Side, of_entry, of_permission};

use super::survey::{AclEntry, NetworkAcl, Permission};
use crate::message::Message;
use crate::network::Direction;
use crate::packet::{PacketSet, TooComplex};
use crate::template::LogicalId;

/// What a filter permits in one direction.
#[derive(Clone, Debug, Default)]
pub struct Permits {
    /// The packets that pass, whatever the open parts come to.
    pub surely: PacketSet,
    /// The packets that pass if the open parts come to the most.
    pub perhaps: PacketSet,
    /// What is open: a sentence without its full stop for each rule.
    pub open: Vec<Message>,
}

/// What a security group permits in one direction.
#[derive(Clone, Debug, Default)]
pub struct GroupPermits {
    /// By the address of the other side.
    pub addresses: Permits,
    /// By membership of the other side in a group, whatever its address.
    pub members: BTreeMap<LogicalId, Permits>,
}

/// What the rules of a security group permit: the union of what each permits.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html>
///
/// # Errors
///
/// When the rules are too many and too different for an exact answer.
pub fn of_rules(rules: &[Permission], direction: Direction) -> Result<GroupPermits, TooComplex> {
    let mut permits = GroupPermits::default();
    for rule in rules {
        let (side, meant) = of_permission(rule, direction);
        let part = match side {
            Side::Addresses => &mut permits.addresses,
            Side::Members(group) => permits.members.entry(group).or_default(),
        };
        part.perhaps = part.perhaps.union(&meant.packets)?;
        if let Some(why) = meant.open {
            let open = Message::new("a rule of {resource} {why}");
            part.open.push(
                open.resource("resource", &rule.resource)
                    .message("why", why),
            );
        } else {
            part.surely = part.surely.union(&meant.packets)?;
        }
    }
    Ok(permits)
}

/// What the entries of a network ACL permit: each packet falls to the first
/// entry that it fits, by number, and what fits none is dropped.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html>
///
/// # Errors
///
/// When the entries are too many and too different for an exact answer.
pub fn of_acl(acl: &NetworkAcl, direction: Direction) -> Result<Permits, TooComplex> {
    let is_egress = direction == Direction::Outbound;
    let entries = acl.entries.iter().filter(|it| it.is_egress == is_egress);
    let mut tried: Vec<(&AclEntry, Meant)> = Vec::new();
    // What has no number yet may come before all others, or not count at all.
    let (numbered, open): (Vec<_>, Vec<_>) =
        entries.partition(|entry| entry.number.known().is_some());
    for entry in open.into_iter().chain(numbered) {
        tried.push((entry, of_entry(entry)));
    }
    let open = tried.iter().filter_map(|(entry, meant)| {
        let why = meant.open.clone()?;
        let open = Message::new("{entry} {why}");
        Some(open.resource("entry", &entry.id).message("why", why))
    });
    Ok(Permits {
        surely: first_match(&tried, false)?,
        perhaps: first_match(&tried, true)?,
        open: open.collect(),
    })
}

/// What entries permit in their order, where one with an open part allows all
/// that it may be about and denies nothing, or the other way round.
fn first_match(tried: &[(&AclEntry, Meant)], hopes: bool) -> Result<PacketSet, TooComplex> {
    let mut left = PacketSet::everything();
    let mut permitted = PacketSet::empty();
    for (entry, meant) in tried {
        let allows = entry.allows.unwrap_or(hopes);
        if meant.open.is_some() && allows != hopes {
            continue;
        }
        if allows {
            permitted = permitted.union(&left.intersection(&meant.packets)?)?;
        }
        left = left.difference(&meant.packets)?;
    }
    Ok(permitted)
}
