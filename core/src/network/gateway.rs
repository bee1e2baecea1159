//! Gateways: what joins a router to what is not in it, and hubs, which join
//! several. What a flow does there is the walk's.

use super::{HubId, Origin, PlaceId, RouterId, SegmentId, TableId};

/// A gateway of a router, or of a hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gateway {
    /// The router that it is attached to, if any.
    pub router: Option<RouterId>,
    /// What is behind it.
    pub way: Way,
    /// The table that is asked for what comes in by it, before local delivery:
    /// a route in it may lead through an interface. `None`: local delivery.
    pub table: Option<TableId>,
}

/// What is behind a gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// The outside; IPv4 addresses are translated one to one.
    OneToOne,
    /// The outside, in IPv6, for what is opened inside only.
    OutOnly,
    /// A remote site; nothing is translated.
    Link(PlaceId),
    /// Another router, and nothing behind it.
    Peer(RouterId),
    /// A service, for TCP and echo requests of this router's own interfaces.
    Service(PlaceId),
    /// A hub.
    Hub(Attachment),
}

/// A hub: joins whatever is attached to it, by the tables of its attachments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hub {
    /// What it was made from.
    pub origin: Origin,
    /// Whether it tells filters which group a flow comes from.
    pub tells_groups: bool,
}

/// How something is attached to a hub. The routes of a hub's tables lead
/// through the gateways of its attachments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The hub.
    pub hub: HubId,
    /// The table for what comes into the hub by this attachment.
    pub table: Option<TableId>,
    /// What is attached.
    pub to: Attached,
}

/// What is attached to a hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attached {
    /// The gateway's router, by these segments, at most one in a zone.
    Router {
        /// The segments, in the order in which one is chosen for a flow from a
        /// zone that has none.
        segments: Vec<SegmentId>,
        /// Whether every flow uses the first segment, whatever its zone, so
        /// that both directions of it meet the same middlebox.
        keeps_zone: bool,
        /// Whether it tells filters which group a flow comes from.
        tells_groups: bool,
    },
    /// A remote site.
    Remote(PlaceId),
    /// Another hub, by the gateway of the attachment there.
    Hub(PlaceId),
}

impl Gateway {
    /// How it is attached to a hub, if it is.
    pub fn attachment(&self) -> Option<&Attachment> {
        match &self.way {
            Way::Hub(attachment) => Some(attachment),
            _ => None,
        }
    }
}
