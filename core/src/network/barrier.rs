//! What keeps a segment from the outside, whatever its routes and filters say.
//! Who puts a barrier up, and for whom it is lifted, is not known here.

use super::{Network, Origin, Role, SegmentId, Way};

/// What a barrier stops between a segment and the outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Barrier {
    /// All but what leaves by a translator that takes no calls, or by a gateway
    /// that only lets out, and the answers to that.
    Inbound,
    /// Everything.
    Both,
}

impl Barrier {
    /// Whether it stops what an interface of this role has with the outside by
    /// such a gateway.
    pub fn stops(self, role: &Role, way: &Way) -> bool {
        let only_out = match role {
            Role::Translator(translator) => !translator.takes_calls,
            _ => *way == Way::OutOnly,
        };
        self == Self::Both || !only_out
    }
}

impl Network {
    /// Puts a barrier between a segment and the outside.
    pub fn bar(&mut self, segment: SegmentId, barrier: Barrier, origin: Origin) {
        self.barriers.insert(segment, (barrier, origin));
    }

    /// The barrier between a segment and the outside, and where it is written.
    pub fn barrier(&self, segment: SegmentId) -> Option<&(Barrier, Origin)> {
        self.barriers.get(&segment)
    }
}
