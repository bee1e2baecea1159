//! The answer to a question: there and back, stage by stage, over every way
//! tried. How it is found is in `asking` and `round`.

use super::{Blocked, Flow, PlaceId, PortSet, Trace};
use crate::packet::PacketSet;

/// Whether the reply to what arrived gets back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Returns {
    /// Whatever port the client opened from.
    Always,
    /// Only for some ports of the client or of a translator on the way.
    Sometimes {
        /// The destination ports that replies may have on the narrowest
        /// stretch of the way back.
        passing: PortSet,
        /// The ports that they should have been able to have there.
        meant: PortSet,
    },
    /// For no port.
    Never,
}

/// One flow there and its reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// What was tried; `None` when an end has no address to try it with.
    pub call: Option<Call>,
    /// The way there.
    pub there: Trace,
    /// The way back, if anything arrived.
    pub back: Option<Trace>,
    /// What the way back says.
    pub returns: Returns,
    /// The source ports of the call to which the reply gets back.
    pub answered: PortSet,
    /// The source ports of what arrived to which the reply leaves: others than
    /// the call's where a translator has put its own in their place.
    pub answered_there: PortSet,
}

/// What one end tried to open to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Who opened.
    pub from: PlaceId,
    /// Who was to take it.
    pub to: PlaceId,
    /// What was sent.
    pub flow: Flow,
    /// Whether `from` is a load balancer's node that sent in the name of its
    /// client.
    pub keeps_source: bool,
    /// Whether the filter of the segment was asked inside of it too.
    pub is_filtered_inside: bool,
}

/// One way to answer the question: a round, or, through a load balancer's
/// node, one to the node and one from there to a target, and so on where the
/// target is a load balancer too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The rounds, in order; the last one may be blocked.
    pub rounds: Vec<Round>,
}

/// All ways tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// At least one; more only where a load balancer is an end.
    pub paths: Vec<Path>,
}

impl Round {
    /// What arrived, with the source ports whose reply leaves, if any does: a
    /// load balancer that sends in the client's name goes on with these.
    pub(super) fn arrived(&self) -> Option<Flow> {
        let mut arrived = self.there.arrived()?.clone();
        if !self.answered_there.is_empty() {
            arrived.source_ports = self.answered_there.clone();
        }
        Some(arrived)
    }
}

impl Path {
    /// Whether the first packet arrives at the end of every round.
    pub fn arrives(&self) -> bool {
        !self.rounds.is_empty() && self.rounds.iter().all(|round| round.there.arrives())
    }

    /// The reply over all rounds: as bad as the worst of them.
    pub fn returns(&self) -> Returns {
        if !self.arrives() {
            return Returns::Never;
        }
        let worst = self
            .rounds
            .iter()
            .map(|round| &round.returns)
            .max_by_key(|it| it.rank());
        worst.cloned().unwrap_or(Returns::Never)
    }

    /// What stops the path first: on a way there, else on a way back.
    pub fn blocked(&self) -> Option<&Blocked> {
        let there = self
            .rounds
            .iter()
            .find_map(|round| round.there.outcome.as_ref().err());
        there.or_else(|| {
            let mut back = self.rounds.iter().filter_map(|round| round.back.as_ref());
            back.find_map(|trace| trace.outcome.as_ref().err())
        })
    }

    /// The packets of the client that get there and whose reply gets back.
    pub fn passing(&self) -> PacketSet {
        let first = self.rounds.first().and_then(|round| round.call.as_ref());
        let Some(call) = first.filter(|_| self.arrives()) else {
            return PacketSet::empty();
        };
        if self.rounds.iter().any(|round| round.answered.is_empty()) {
            return PacketSet::empty();
        }
        // Who sends in the client's name sends from the client's ports.
        let mut kept = self.rounds.iter().enumerate().filter(|(index, round)| {
            *index == 0 || round.call.as_ref().is_some_and(|call| call.keeps_source)
        });
        let all = call.flow.source_ports.clone();
        let ports = kept.try_fold(all, |ports, (_, round)| {
            let left = ports.intersection(&round.answered);
            (!left.is_empty()).then_some(left)
        });
        ports.map_or_else(PacketSet::empty, |ports| {
            call.flow.packets(&ports, &call.flow.destination_ports)
        })
    }

    /// How far the path gets: better paths rank higher.
    pub fn rank(&self) -> (bool, u8, usize, usize) {
        let hops = self.rounds.iter().map(|round| round.there.hops.len()).sum();
        (
            self.arrives(),
            2 - self.returns().rank(),
            self.rounds.len(),
            hops,
        )
    }
}

impl Returns {
    /// 0 is best.
    fn rank(&self) -> u8 {
        match self {
            Self::Always => 0,
            Self::Sometimes { .. } => 1,
            Self::Never => 2,
        }
    }
}

impl Answer {
    /// The path that gets farthest; the first of equals.
    pub fn best(&self) -> Option<&Path> {
        self.paths.iter().rev().max_by_key(|path| path.rank())
    }

    /// Whether some path arrives.
    pub fn arrives(&self) -> bool {
        self.paths.iter().any(Path::arrives)
    }

    /// The reply on the best path.
    pub fn returns(&self) -> Returns {
        self.best().map_or(Returns::Never, Path::returns)
    }
}
