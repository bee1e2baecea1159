//! Peering connections: a gateway at each of the two VPCs, if AWS would make
//! the connection at all.

use std::collections::BTreeSet;

use super::lowered::Builder;
use super::reason::reason;
use super::survey::{Fact, Peering, Vpc};
use crate::cidr;
use crate::message::Message;
use crate::network::Way;
use crate::template::LogicalId;

impl<'a> Builder<'a> {
    /// Adds peering connections. Who has to accept is taken to have accepted.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html>
    pub(super) fn add_peerings(&mut self) {
        let survey = self.survey;
        let mut pairs: BTreeSet<[&LogicalId; 2]> = BTreeSet::new();
        for peering in survey.peerings.values() {
            let [near, far] = match self.peered(peering) {
                Ok(vpcs) => vpcs,
                Err(why) => {
                    self.refuse(&peering.id, why);
                    continue;
                }
            };
            let pair = [(&near.id).min(&far.id), (&near.id).max(&far.id)];
            if !pairs.insert(pair) {
                let why =
                    Message::new("AWS refuses {peering}: {near} and {far} are peered already.")
                        .resource("peering", &peering.id)
                        .resource("near", &near.id)
                        .resource("far", &far.id);
                self.refuse(&peering.id, why);
                continue;
            }
            let routers = [near, far].map(|vpc| self.routers.get(&vpc.id).copied());
            if let [Some(near), Some(far)] = routers {
                self.add_gateway(&peering.id, Some(near), Way::Peer(far));
                self.add_gateway(&peering.id, Some(far), Way::Peer(near));
            }
        }
    }

    /// The two VPCs, or why there is no connection between them.
    fn peered(&self, peering: &Peering) -> Result<[&'a Vpc; 2], Message> {
        let survey = self.survey;
        let named = |fact: &Fact<LogicalId>, sentence: &'static str| {
            let vpc = fact.known().filter(|id| self.routers.contains_key(*id));
            vpc.and_then(|id| survey.vpcs.get(id)).ok_or_else(|| {
                Message::new(sentence)
                    .resource("peering", &peering.id)
                    .message("why", reason(fact))
            })
        };
        let near = named(&peering.vpc, "The VPC of {peering} {why}.")?;
        if let Fact::Elsewhere(id) = &peering.peer
            && survey.vpcs.contains_key(id.as_str())
        {
            let why =
                "The other VPC of {peering} is in another account or region, which is not modeled.";
            return Err(Message::new(why).resource("peering", &peering.id));
        }
        let far = named(&peering.peer, "The other VPC of {peering} {why}.")?;
        if near.id == far.id {
            let why = "AWS refuses {peering}: it joins {vpc} to itself.";
            return Err(Message::new(why)
                .resource("peering", &peering.id)
                .resource("vpc", &near.id));
        }
        for block in &near.blocks {
            for other in &far.blocks {
                if let Some(shared) = cidr::overlap(block.net, other.net) {
                    let why = "AWS refuses {peering}: {near} and {far} share {block}.";
                    return Err(Message::new(why)
                        .resource("peering", &peering.id)
                        .resource("near", &near.id)
                        .resource("far", &far.id)
                        .text("block", shared));
                }
            }
        }
        Ok([near, far])
    }
}
