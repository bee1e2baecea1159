//! What a network is made of: interfaces, the outside, remote sites, services,
//! and the segments and routers that they stand in. Gateways have their own
//! file.

use super::{
    Family, Gateway, Origin, PortSet, Protocol, RouterId, SegmentId, StatefulId, StatelessId,
    TableId,
};
use ipnet::IpNet;
use std::net::IpAddr;
use std::sync::Arc;

/// Where a flow can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What the place was made from.
    pub origin: Origin,
    /// What it is.
    pub kind: PlaceKind,
}

/// The kinds of place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceKind {
    /// Stands in a segment and has addresses of its own.
    Interface(Interface),
    /// Joins a router to what is not in it.
    Gateway(Gateway),
    /// Everything that is not ours. The first one is the outside itself; a
    /// later one is somebody out there whom we know by name, and has the
    /// addresses that it lists.
    Outside(Outside),
    /// A site of ours elsewhere.
    Remote(Remote),
    /// A service that is outside, and that gateways may lead to directly.
    Service(Service),
}

/// A network interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interface {
    /// The segment that it stands in.
    pub segment: SegmentId,
    /// Its addresses, the primary one of each family first.
    pub addresses: Vec<Address>,
    /// The stateful filters that it carries, united. None at all: unfiltered.
    pub guards: Vec<StatefulId>,
    /// What it does with what is not addressed to it.
    pub role: Role,
}

/// An own address and, when it has one, the address by which the outside knows
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Address {
    /// The address inside.
    pub own: IpAddr,
    /// The address that a translating gateway puts in its place. An IPv6 own
    /// address is known outside as it is and needs none.
    pub outside: Option<IpAddr>,
}

/// What an interface does with flows that are not addressed to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Drops them, and sends only from its own addresses.
    Host,
    /// Drops them, but may send in the name of others: a load balancer's node.
    Node,
    /// Drops them, and opens nothing itself: it only answers.
    Answers,
    /// Drops them, and takes nothing that others open: it only opens.
    Opens,
    /// Sends them on unchanged. Who sent them first is lost for filters that
    /// ask for members of a group.
    Forwarder,
    /// Sends them on unchanged like a forwarder, carried by a layer below: it
    /// needs no address that is known outside.
    Inline,
    /// Sends them on in its own name, and takes back only their answers.
    Translator(Translator),
}

/// A many-to-one source translator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translator {
    /// The source ports that it chooses from.
    pub ports: PortSet,
    /// The protocols that it carries.
    pub protocols: Vec<Protocol>,
    /// Whether it takes what is opened towards itself, as a host does.
    pub takes_calls: bool,
    /// The zones that it serves. None: all.
    pub zones: Vec<Arc<str>>,
}

/// The outside: everything with an address that is not private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// Who stands for it when a question names nobody: at most one a family.
    pub addresses: Vec<IpAddr>,
}

/// A remote site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remote {
    /// The blocks that are there.
    pub blocks: Vec<IpNet>,
}

/// A service with public addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The blocks that its addresses are in.
    pub blocks: Vec<IpNet>,
}

/// A layer-2 domain: hosts inside reach one another without router and without
/// the segment's filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// What the segment was made from.
    pub origin: Origin,
    /// The router that it hangs on.
    pub router: RouterId,
    /// Its address blocks.
    pub blocks: Vec<IpNet>,
    /// The table for what leaves it.
    pub table: Option<TableId>,
    /// The filter for what enters and leaves it. `None`: unfiltered.
    pub filter: Option<StatelessId>,
    /// Where it is built. `None`: not known, and taken to fit everywhere.
    pub zone: Option<Arc<str>>,
}

/// A router: joins segments, delivers inside its blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Router {
    /// What the router was made from.
    pub origin: Origin,
    /// The blocks that are local to it.
    pub blocks: Vec<IpNet>,
}

impl Place {
    /// The interface, if it is one.
    pub fn interface(&self) -> Option<&Interface> {
        match &self.kind {
            PlaceKind::Interface(interface) => Some(interface),
            _ => None,
        }
    }
}

impl Interface {
    /// The first address of a family.
    pub fn address(&self, family: Family) -> Option<Address> {
        self.addresses
            .iter()
            .copied()
            .find(|address| Family::of(address.own) == family)
    }

    /// The address whose own side is `own`.
    pub fn owning(&self, own: IpAddr) -> Option<Address> {
        self.addresses
            .iter()
            .copied()
            .find(|address| address.own == own)
    }
}

impl Address {
    /// The address as the outside knows it.
    pub fn seen_outside(self) -> Option<IpAddr> {
        if self.own.is_ipv6() {
            Some(self.own)
        } else {
            self.outside
        }
    }
}
