//! A peering connection: from the VPC that it is dropped on to another.

use super::Site;
use super::start::Start;
use crate::catalogue::ec2;
use crate::document::Refusal;
use crate::edit::surroundings;
use crate::message::Message;
use crate::template::{LogicalId, Map, Value};

/// Joins two VPCs, best two that no connection joins yet.
///
/// <https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html>
pub(super) fn start(site: &Site<'_>, properties: &mut Map) -> Result<Start, Refusal> {
    let evaluator = site.evaluator;
    let all = evaluator.template().of_kind(ec2::Vpc::KIND);
    let all: Vec<&LogicalId> = all.map(|(id, _)| id).collect();
    let near = surroundings::nearest(evaluator, &site.chain, ec2::Vpc::KIND);
    let joined = |one: &LogicalId, other: &LogicalId| {
        let kind = ec2::vpc_peering_connection::ENTRY.kind;
        let mut peerings = evaluator.template().of_kind(kind);
        peerings.any(|(_, it)| {
            let at = |side, id| surroundings::names(evaluator, it, side, ec2::Vpc::KIND, id);
            (at("VpcId", one) && at("PeerVpcId", other))
                || (at("VpcId", other) && at("PeerVpcId", one))
        })
    };
    let firsts = all
        .iter()
        .filter(|id| near.as_ref().is_none_or(|near| near == **id));
    let mut pairs = firsts
        .flat_map(|first| all.iter().map(move |second| (*first, *second)))
        .filter(|(first, second)| first != second);
    let Some(any) = pairs.clone().next() else {
        return Err(Refusal(Message::new(
            "A peering connection joins two VPCs: draw a second one first.",
        )));
    };
    let (first, second) = pairs
        .find(|(one, other)| !joined(one, other))
        .unwrap_or(any);
    for (side, id) in [("VpcId", first), ("PeerVpcId", second)] {
        properties.insert(side.to_owned(), Value::reference(id.as_str()));
    }
    Ok(Start::default())
}
