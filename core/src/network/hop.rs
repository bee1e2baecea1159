//! What a walk leaves behind: hops in order, what decided at each, and the
//! cause when it ends early. Sentences and vendor codes belong to the caller.

use super::{
    Action, Direction, Family, Flow, Origin, PlaceId, PortSet, Protocol, SegmentId, TableId,
};
use std::net::IpAddr;

/// One step of a flow, in the order in which they happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// The thing that the step is about: a place, filter, rule, route, segment.
    pub origin: Origin,
    /// What happened.
    pub step: Step,
    /// The flow after the step: addresses as they are then, ports as narrowed.
    pub flow: Flow,
}

/// What happens at a hop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The flow leaves this place.
    Leaves(PlaceId),
    /// A filter looked at it.
    Filtered {
        /// Stateful at an interface, or stateless at a segment.
        by: FilterKind,
        /// Which way the flow was going.
        direction: Direction,
        /// The outcome, with the rules that decided.
        verdict: Verdict,
    },
    /// Both ends are in this segment: no table and no segment filter is asked.
    Direct(SegmentId),
    /// A table was asked, and this route was used.
    Routed {
        /// The table.
        table: TableId,
        /// The number of the route in it.
        route: usize,
    },
    /// The layer below carries the flow to this interface, whatever its
    /// destination.
    Carried(PlaceId),
    /// The flow passes this gateway.
    Crosses(PlaceId),
    /// The source was rewritten at this place.
    SourceTranslated {
        /// The translator or gateway.
        at: PlaceId,
        /// The source before.
        before: IpAddr,
        /// The source after.
        after: IpAddr,
    },
    /// The destination was rewritten at this place.
    DestinationTranslated {
        /// The translator or gateway.
        at: PlaceId,
        /// The destination before.
        before: IpAddr,
        /// The destination after.
        after: IpAddr,
    },
    /// The flow arrived, and is taken by this place.
    Delivered(PlaceId),
}

/// Which filter it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilterKind {
    /// The united stateful filters of this interface.
    Stateful(PlaceId),
    /// The stateless filter of this segment.
    Stateless(SegmentId),
}

/// The outcome of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Passed without a look: the answer to what was let through before.
    Remembered,
    /// Rules were tried.
    Judged {
        /// The destination ports that passed; none means blocked.
        passed: PortSet,
        /// The rules that decided, in order.
        decisions: Vec<Decision>,
        /// The filters asked, whether or not they decided.
        asked: Vec<Origin>,
        /// How many rules were tried in all: none means that the filters are
        /// empty in this direction.
        rules: usize,
    },
}

/// One rule's part in a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The filter that the rule is in.
    pub filter: Origin,
    /// The rule's number in its list and where it is written; `None` for the
    /// unwritten last rule of a stateless filter.
    pub rule: Option<(usize, Origin)>,
    /// What it did.
    pub action: Action,
    /// With which destination ports.
    pub ports: PortSet,
}

/// Why a flow did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The place has no address of the family asked for.
    NoAddress(PlaceId, Family),
    /// The place has no address by which the outside knows it.
    NoOutsideAddress(PlaceId),
    /// The ends are of two families.
    WrongFamily,
    /// The segment has no table, or its table no route for this destination.
    NoRoute {
        /// The segment that the flow leaves.
        segment: SegmentId,
        /// Its table.
        table: Option<TableId>,
    },
    /// The route leads to something that is gone.
    Blackhole {
        /// The table.
        table: TableId,
        /// The number of the route in it.
        route: usize,
    },
    /// A local route was used for an address outside the router's blocks.
    NotLocal,
    /// A filter let nothing pass, and would have, had it been told which group
    /// the flow comes from.
    GroupLost {
        /// Which filter.
        by: FilterKind,
        /// Where that was lost.
        at: PlaceId,
    },
    /// A filter let nothing pass.
    FilterDenied {
        /// Which filter.
        by: FilterKind,
        /// Which way the flow was going.
        direction: Direction,
        /// Whether it has no rule at all in this direction.
        empty: bool,
    },
    /// The gateway is not attached to the router that sends to it.
    NotAttached(PlaceId),
    /// The gateway cannot translate: the source has no outside address.
    NoTranslation {
        /// The gateway.
        gateway: PlaceId,
        /// The source that it cannot translate.
        source: IpAddr,
    },
    /// The gateway to the outside refuses a private or shared destination.
    PrivateDestination(IpAddr),
    /// The gateway to the outside refuses a private or shared source.
    PrivateSource(IpAddr),
    /// The place has an outside address, but its router no gateway to the
    /// outside.
    NoWayIn(PlaceId),
    /// The translator does not carry this protocol.
    ProtocolRefused {
        /// The translator.
        at: PlaceId,
        /// The protocol.
        protocol: Protocol,
    },
    /// The translator serves only interfaces of its own router.
    ForeignSource {
        /// The translator.
        at: PlaceId,
        /// The source that it does not know.
        source: IpAddr,
    },
    /// A barrier keeps the segment from the outside at this gateway.
    Barred(PlaceId),
    /// The translator has no state for this: nothing can be opened towards it.
    NoState(PlaceId),
    /// The interface drops what is not addressed to it.
    NotForwarding(PlaceId),
    /// The place only answers: it opens nothing.
    NeverOpens(PlaceId),
    /// The place only opens: it takes nothing.
    NeverTakes(PlaceId),
    /// The gateway carries nothing of this family.
    FamilyRefused {
        /// The gateway.
        at: PlaceId,
        /// The family.
        family: Family,
    },
    /// The address is not in the blocks that this gateway joins.
    NotInPeer {
        /// The gateway.
        at: PlaceId,
        /// The address.
        address: IpAddr,
    },
    /// The hub has no segment in the zone that the flow comes from.
    ZoneNotServed(PlaceId),
    /// The attachment has no table of its hub.
    NoHubTable(PlaceId),
    /// The table of the attachment has no route for this destination.
    NoHubRoute {
        /// The gateway of the attachment.
        at: PlaceId,
        /// Its table.
        table: TableId,
    },
    /// The route of the hub leads nowhere.
    HubBlackhole {
        /// The table.
        table: TableId,
        /// The number of the route in it.
        route: usize,
    },
    /// What comes in to this source goes through an interface that this flow
    /// did not come by.
    Redirected {
        /// The gateway.
        gateway: PlaceId,
        /// The interface.
        through: PlaceId,
    },
    /// The interface that everything from outside goes through has no outside
    /// address of its own.
    MiddleboxNotOutside(PlaceId),
    /// The reply does not come by the forwarder that the call came by.
    Asymmetric(PlaceId),
    /// A load balancer that keeps the source sends nothing back to it.
    Hairpin(PlaceId),
    /// The listener has targets, but this node uses none of them.
    NoTargetHere(PlaceId),
    /// The interface sends only from its own addresses.
    SpoofedSource(PlaceId),
    /// Nobody there has the address.
    NotDeliverable(IpAddr),
    /// Somebody else has the address.
    DeliveredElsewhere(PlaceId),
    /// The answer arrived, but between other addresses than the call: the
    /// client does not know it as an answer.
    AnswerFromElsewhere {
        /// The address called.
        called: IpAddr,
        /// The address that answered.
        answered: IpAddr,
    },
    /// The flow came by this place before, unchanged.
    LoopDetected(PlaceId),
    /// More hops than a packet lives.
    TooManyHops,
    /// A load balancer has no listener for this protocol and port.
    NoListener,
    /// The listener has no target that this node may use.
    NoTarget,
    /// Not modeled, with the reason as a sentence.
    Unsupported(String),
}

/// The end of a flow that did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    /// The thing to look at.
    pub origin: Origin,
    /// Why.
    pub cause: Cause,
}

/// One way of one flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The hops, in order. When blocked, the last one is where it ended, or the
    /// one before the cause.
    pub hops: Vec<Hop>,
    /// The place of arrival, or why there is none.
    pub outcome: Result<PlaceId, Blocked>,
    /// What arrived, as it was then.
    pub arrived: Option<Flow>,
}

impl Trace {
    /// Whether anything arrived.
    pub fn arrives(&self) -> bool {
        self.outcome.is_ok()
    }

    /// The cause, when nothing arrived.
    pub fn cause(&self) -> Option<&Cause> {
        self.outcome.as_ref().err().map(|blocked| &blocked.cause)
    }

    /// What arrived, if it did.
    pub fn arrived(&self) -> Option<&Flow> {
        self.outcome.as_ref().ok()?;
        self.arrived.as_ref()
    }
}
