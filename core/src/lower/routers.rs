//! VPCs as routers and subnets as segments. Ways out of a VPC, and tables, have
//! files of their own.

use super::filters::everywhere;
use super::lowered::{Builder, origin};
use super::reason::reason;
use super::survey::{Fact, Subnet};
use crate::message::Message;
use crate::network::{Router, Segment, Stateless};

impl Builder<'_> {
    /// A router for each VPC, with all its blocks: the primary one, secondary
    /// ones and those of IPv6 are local alike.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html>
    pub(super) fn add_routers(&mut self) {
        for vpc in self.survey.vpcs.values() {
            for (gives, fact) in &vpc.open_blocks {
                let message =
                    Message::new("The block that {gives} gives {vpc} is left out: it {why}.")
                        .resource("gives", gives)
                        .resource("vpc", &vpc.id)
                        .message("why", reason(fact));
                self.assume(&vpc.id, message);
            }
            if vpc.blocks.is_empty() {
                let why = Message::new("The block of {vpc} {why}.")
                    .resource("vpc", &vpc.id)
                    .message("why", reason(&vpc.cidr));
                self.refuse(&vpc.id, why);
                continue;
            }
            let router = self.lowered.network.add_router(Router {
                origin: origin(&vpc.id),
                blocks: vpc.blocks.iter().map(|block| block.net).collect(),
            });
            self.routers.insert(vpc.id.clone(), router);
        }
    }

    /// A segment for each subnet. One of IPv6 only has no other block.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html>
    pub(super) fn add_segments(&mut self) {
        let survey = self.survey;
        for subnet in survey.subnets.values() {
            let router = subnet.vpc.known().and_then(|vpc| self.routers.get(vpc));
            let Some(router) = router.copied() else {
                self.refuse_subnet(subnet, "The VPC of {subnet} {why}.", reason(&subnet.vpc));
                continue;
            };
            let known = |fact: &Fact<crate::cidr::Parsed>| fact.known().map(|it| it.block());
            let (ipv4, ipv6) = (known(&subnet.cidr), known(&subnet.ipv6_cidr));
            if ipv4.is_none() && !(subnet.cidr.is_absent() && ipv6.is_some()) {
                self.refuse_subnet(subnet, "The block of {subnet} {why}.", reason(&subnet.cidr));
                continue;
            }
            if ipv6.is_none() && !subnet.ipv6_cidr.is_absent() {
                let message =
                    Message::new("{subnet} is taken to have no IPv6 block: the block {why}.")
                        .resource("subnet", &subnet.id)
                        .message("why", reason(&subnet.ipv6_cidr));
                self.assume(&subnet.id, message);
            }
            let acl = subnet
                .acl
                .as_ref()
                .and_then(|acl| survey.network_acls.get(acl));
            let filter = match acl {
                Some(acl) => Some(self.stateless(acl)),
                None => self.open_filter(subnet),
            };
            let filter = filter.map(|it| self.lowered.network.add_stateless(it));
            let segment = self.lowered.network.add_segment(Segment {
                origin: origin(&subnet.id),
                router,
                blocks: ipv4.into_iter().chain(ipv6).collect(),
                table: None,
                filter,
                zone: subnet.zone.known().map(|zone| zone.as_str().into()),
            });
            self.segments.insert(subnet.id.clone(), segment);
        }
    }

    /// The filter of a subnet whose association leads to what is not here:
    /// nothing is known of what it drops.
    fn open_filter(&mut self, subnet: &Subnet) -> Option<Stateless> {
        let mut associations = self.survey.acl_associations.iter();
        let association = associations.find(|it| {
            let is_open = matches!(it.to, Fact::Unknown(_) | Fact::Elsewhere(_));
            is_open && it.subnet.known() == Some(&subnet.id)
        })?;
        let why = Message::new("the network ACL of {subnet} {why}")
            .resource("subnet", &subnet.id)
            .message("why", reason(&association.to));
        self.leave_open(&association.id, why);
        let everything = everywhere(origin(&association.id));
        Some(Stateless {
            origin: origin(&association.id),
            inbound: vec![everything.clone()],
            outbound: vec![everything],
        })
    }

    fn refuse_subnet(&mut self, subnet: &Subnet, sentence: &'static str, why: Message) {
        let why = Message::new(sentence)
            .resource("subnet", &subnet.id)
            .message("why", why);
        self.refuse(&subnet.id, why);
    }
}
