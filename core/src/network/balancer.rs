//! Load balancers: nodes that take a flow and open another one to a target.
//! Which target is picked is not known here; every one is tried.

use super::{BalancerId, Family, Origin, PlaceId, Protocol};
use std::net::IpAddr;

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
    /// Whether the target sees the client's address instead of the node's. It
    /// cannot where the target is called in another family.
    pub keeps_source: bool,
    /// The family in which the target is called; `None` for the client's.
    pub family: Option<Family>,
    /// The target's address, when it is not the usual one.
    pub address: Option<IpAddr>,
    /// Who calls the target, when it is not the node: interfaces that the node
    /// has a way of its own to. None at all: the node.
    pub callers: Vec<PlaceId>,
}

impl Backend {
    /// A target that every node calls in its own name, by its usual address and
    /// in the client's family.
    pub fn new(origin: Origin, to: Backing, port: u16) -> Self {
        Self {
            origin,
            to,
            port,
            nodes: None,
            keeps_source: false,
            family: None,
            address: None,
            callers: Vec::new(),
        }
    }

    /// Who calls the target for a node.
    pub(super) fn callers(&self, node: PlaceId) -> Vec<PlaceId> {
        if self.callers.is_empty() {
            vec![node]
        } else {
            self.callers.clone()
        }
    }

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
