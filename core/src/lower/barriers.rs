//! Blocks of public access, as barriers between subnets and the Internet.
//!
//! <https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html>

use super::lowered::{Builder, origin};
use super::survey::{BlockMode, Fact, PublicAccessBlock, Vpc};
use crate::message::Message;
use crate::network::{Barrier, SegmentId};
use crate::template::LogicalId;

impl Builder<'_> {
    /// Puts up the barriers of all subnets.
    pub(super) fn add_barriers(&mut self) {
        let survey = self.survey;
        if survey.public_access_blocks.is_empty() {
            return;
        }
        for subnet in survey.subnets.values() {
            let segment = self.segments.get(&subnet.id).copied();
            if let (Some(segment), Some(vpc)) = (segment, subnet.vpc.known()) {
                self.bar_segment(segment, vpc, Some(&subnet.id));
            }
        }
    }

    /// Puts up the barrier of a segment of a VPC, unless it is excluded: by its
    /// VPC, or by its subnet. Of several exclusions the one that lets more
    /// through counts.
    pub(super) fn bar_segment(
        &mut self,
        segment: SegmentId,
        vpc: &LogicalId,
        subnet: Option<&LogicalId>,
    ) {
        let survey = self.survey;
        let Some(block) = self.public_block() else {
            return;
        };
        let exclusions = survey.public_access_exclusions.iter();
        let excluded = exclusions.filter(|it| {
            let is_subnet = subnet.is_some() && it.subnet.known() == subnet;
            is_subnet || it.vpc.known() == Some(vpc)
        });
        let mut barrier = match block.mode {
            Fact::Known(BlockMode::Ingress) => Barrier::Inbound,
            Fact::Known(BlockMode::Bidirectional) => Barrier::Both,
            _ => return,
        };
        for exclusion in excluded {
            match exclusion.mode {
                Fact::Known(BlockMode::Off) => return,
                Fact::Known(BlockMode::Ingress) => barrier = Barrier::Inbound,
                _ => {}
            }
        }
        let from = origin(&block.id);
        self.lowered.network.bar(segment, barrier, from);
    }

    /// The block that is on. A region has one; of several, the first.
    fn public_block(&self) -> Option<&PublicAccessBlock> {
        let mut blocks = self.survey.public_access_blocks.iter();
        blocks.find(|block| block.mode != Fact::Known(BlockMode::Off))
    }

    /// Why nothing can be said of what passes the Internet gateways of a VPC:
    /// how public access is blocked, or for whom it is not, is not known.
    pub(super) fn shut(&self, vpc: &Vpc) -> Option<Message> {
        let block = self.public_block()?;
        let mut exclusions = self.survey.public_access_exclusions.iter();
        let open = exclusions.find(|it| {
            let is_named = it.vpc.known().is_some() || it.subnet.known().is_some();
            !is_named || it.mode.known().is_none()
        });
        let open = match (block.mode.known(), open) {
            (None, _) => &block.id,
            (Some(_), Some(open)) => &open.id,
            (Some(_), None) => return None,
        };
        let why = Message::new(
            "{block} blocks public access to {vpc}, and how far is not known of {open}",
        );
        let why = why.resource("block", &block.id).resource("vpc", &vpc.id);
        Some(why.resource("open", open))
    }
}
