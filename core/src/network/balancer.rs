//! Load balancers: nodes that take a flow and open another one to a target.
//! Which target is picked is not known here; every one is tried.

use super::{BalancerId, Origin, PlaceId, Protocol};

/// A load balancer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balancer {
    /// What it was made from.
    pub origin: Origin,
    /// Its interfaces, each with [`Role::Node`](super::Role::Node).
    pub nodes: Vec<PlaceId>,
    /// Whether everyone calls it by its nodes' outside addresses, even from
    /// inside.
    pub is_called_outside: bool,
    /// What it listens to.
    pub listeners: Vec<Listener>,
    /// Whether the filter of a node's segment is asked for what the node opens
    /// inside the segment too.
    pub is_filtered_inside: bool,
}

/// A protocol and port that a load balancer takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listener {
    /// Where it is written.
    pub origin: Origin,
    /// The protocol that clients speak, below any application.
    pub protocol: Protocol,
    /// The port that clients call.
    pub port: u16,
    /// Where its flows may go.
    pub backends: Vec<Backend>,
}

/// What a load balancer calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Backing {
    /// One place.
    Place(PlaceId),
    /// Another load balancer.
    Balancer(BalancerId),
}

/// A target of a listener.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backend {
    /// Where it is written.
    pub origin: Origin,
    /// The target.
    pub to: Backing,
    /// The port that the target is called on.
    pub port: u16,
    /// The nodes that use this target; `None` is all of them.
    pub nodes: Option<Vec<PlaceId>>,
    /// Whether the target sees the client's address instead of the node's.
    pub keeps_source: bool,
}

impl Backend {
    /// Whether this node sends to the target.
    pub fn serves(&self, node: PlaceId) -> bool {
        self.nodes
            .as_ref()
            .is_none_or(|nodes| nodes.contains(&node))
    }
}

impl Balancer {
    /// The listener for a protocol and port.
    pub fn listener(&self, protocol: Protocol, port: u16) -> Option<&Listener> {
        self.listeners
            .iter()
            .find(|listener| listener.protocol == protocol && listener.port == port)
    }
}
