//! What a walk leaves behind in the memory of filters, translators and
//! gateways, for the reply to find; and how a walk is to go.

use super::super::{Blocked, Direction, PlaceId, PortSet, Trace};
use std::collections::BTreeSet;
use std::net::IpAddr;

/// What filters, translators and gateways remember of a flow.
#[derive(Debug, Clone, Default)]
pub(in crate::network) struct Memory {
    /// At an interface, in a direction, from whom: the reply goes back to who
    /// began. That it comes from who was called is looked at when it is there.
    pub(super) passed: BTreeSet<(PlaceId, Direction, IpAddr)>,
    pub(super) translations: Vec<Translation>,
    /// The gateways that let the reply in because they let the call out.
    pub(super) let_out: Vec<PlaceId>,
    /// The forwarders passed, in order.
    pub(in crate::network) forwarders: Vec<PlaceId>,
    /// The last gateway to or from a remote site.
    pub(super) link: Option<PlaceId>,
}

/// One entry of a many-to-one translator.
#[derive(Debug, Clone)]
pub(super) struct Translation {
    pub(super) at: PlaceId,
    pub(super) source: IpAddr,
    pub(super) source_ports: PortSet,
}

/// A stretch of the way on which the destination ports stay what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::network) struct Stretch {
    /// The ports with which it began.
    pub(in crate::network) meant: PortSet,
    /// The ports that were left at its end.
    pub(in crate::network) passed: PortSet,
}

/// Something that would have ended a walk that goes on nevertheless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Where and why.
    pub blocked: Blocked,
    /// How many hops there were before.
    pub hops: usize,
}

/// A finished walk.
#[derive(Debug)]
pub(in crate::network) struct Walked {
    pub(in crate::network) trace: Trace,
    pub(in crate::network) memory: Memory,
    pub(in crate::network) stretches: Vec<Stretch>,
    pub(in crate::network) stops: Vec<Stop>,
}

/// How a walk goes.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::network) struct Manner<'memory> {
    /// The walk is the answer to the flow that left this memory.
    pub(in crate::network) recalled: Option<&'memory Memory>,
    /// Whatever its destination, the flow is carried to this interface by the
    /// layer below: no table is asked, filters are.
    pub(in crate::network) carried_to: Option<PlaceId>,
    /// The interface that sends in the name of this client, and so counts as
    /// the client where filters ask for members of a group.
    pub(in crate::network) speaker: Option<(PlaceId, IpAddr)>,
    /// Whether the segment's filter is asked for what stays inside it too.
    pub(in crate::network) is_filtered_inside: bool,
    /// Whether to leave no hops behind, which is faster.
    pub(in crate::network) is_quiet: bool,
    /// Where the flow is meant to arrive, when the walk is to go on after a
    /// cause that would end it, as if that were mended.
    pub(in crate::network) toward: Option<PlaceId>,
}
