//! Which segments a walk can tell apart, and which blocks of addresses: what
//! classes are made with. Knows nothing of resources.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::net::IpAddr;

use ipnet::IpNet;

use crate::cidr;
use crate::network::{
    Action, Attached, Backing, BalancerId, Carries, End, Family, Interface, Network, Peer, PlaceId,
    PlaceKind, Precedence, RouterId, Rule, Segment, SegmentId, Stateless, Table, TableId, Target,
};
use crate::sorting;

/// The segments that matter by themselves. Between those that do not, and
/// inside of them, everything passes.
pub(super) struct Segments {
    apart: HashSet<SegmentId>,
    are_all_apart: bool,
    /// Segments whose table leads elsewhere than to the router's own.
    misdirected: HashSet<SegmentId>,
}

impl Segments {
    /// `is_plain` says of an interface whether it only sends and takes,
    /// `is_known` of a filter whether all of it is known.
    pub(super) fn of(
        network: &Network,
        is_plain: &dyn Fn(PlaceId) -> bool,
        is_known: &dyn Fn(&Stateless) -> bool,
    ) -> Self {
        let mut apart: HashSet<SegmentId> = HashSet::new();
        let mut are_all_apart = overlap(network);
        for (id, place) in network.places() {
            match &place.kind {
                PlaceKind::Interface(interface) => {
                    if !is_plain(id) {
                        apart.insert(interface.segment);
                    }
                    // An address that its segment does not have.
                    let segment = network.segment(interface.segment);
                    let blocks = segment.map_or(&[][..], |it| &it.blocks);
                    are_all_apart |= interface
                        .addresses
                        .iter()
                        .any(|address| !blocks.iter().any(|it| it.contains(&address.own)));
                }
                PlaceKind::Gateway(gateway) => {
                    if let Some(attachment) = gateway.attachment()
                        && let Attached::Router { segments, .. } = &attachment.to
                    {
                        apart.extend(segments);
                    }
                }
                _ => {}
            }
        }
        let mut misdirected = HashSet::new();
        let mut local: HashMap<(RouterId, Option<TableId>), bool> = HashMap::new();
        for (id, segment) in network.segments() {
            let is_local = *local
                .entry((segment.router, segment.table))
                .or_insert_with(|| delivers(network, segment));
            let is_local = is_local && is_inside(network, segment);
            if !is_local {
                misdirected.insert(id);
            }
            let filter = segment.filter.and_then(|filter| network.stateless(filter));
            let is_open = filter.is_none_or(|filter| is_known(filter) && is_open(filter, segment));
            if !is_local || !is_open || network.barrier(id).is_some() {
                apart.insert(id);
            }
        }
        Self {
            apart,
            are_all_apart,
            misdirected,
        }
    }

    /// Whether the table of a segment delivers to every address of its router.
    pub(super) fn delivers(&self, segment: SegmentId) -> bool {
        !self.misdirected.contains(&segment)
    }

    pub(super) fn is_apart(&self, segment: SegmentId) -> bool {
        self.are_all_apart || self.apart.contains(&segment)
    }

    pub(super) fn are_all_apart(&self) -> bool {
        self.are_all_apart
    }
}

/// The interfaces that routes lead through.
pub(super) fn through(network: &Network) -> HashSet<PlaceId> {
    let routes = network.tables().flat_map(|(_, table)| table.routes());
    let through = routes.filter_map(|route| match route.target {
        Target::Through(place) => Some(place),
        _ => None,
    });
    through.collect()
}

/// Whether some route leads through an interface of another router than the
/// one that it is for.
pub(super) fn leads_across(network: &Network) -> bool {
    let by_segment = network
        .segments()
        .map(|(_, it)| (Some(it.router), it.table));
    let by_gateway = network.places().filter_map(|(_, place)| match &place.kind {
        PlaceKind::Gateway(gateway) => Some((gateway.router, gateway.table)),
        _ => None,
    });
    let uses: HashSet<(Option<RouterId>, Option<TableId>)> = by_segment.chain(by_gateway).collect();
    uses.into_iter().any(|(router, table)| {
        let table = table.and_then(|table| network.table(table));
        let mut routes = table.map_or(&[][..], Table::routes).iter();
        routes.any(|route| match route.target {
            Target::Through(place) => {
                network.interface(place).is_some() && network.router_of(place) != router
            }
            _ => false,
        })
    })
}

/// Whether segments of one router overlap.
fn overlap(network: &Network) -> bool {
    let mut blocks: Vec<(RouterId, IpNet)> = Vec::new();
    for (_, segment) in network.segments() {
        blocks.extend(segment.blocks.iter().map(|it| (segment.router, it.trunc())));
    }
    sorting::sort(&mut blocks);
    let mut neighbors = blocks.iter().zip(blocks.iter().skip(1));
    // Sorted, a block that contains another stands before it, and whatever is
    // between them is inside of it too.
    neighbors.any(|((left, outer), (right, inner))| {
        left == right && cidr::overlap(*outer, *inner).is_some()
    })
}

/// Whether a segment's table delivers everything of its router's blocks.
fn delivers(network: &Network, segment: &Segment) -> bool {
    let table = segment.table.and_then(|table| network.table(table));
    let router = network.router(segment.router);
    let (Some(table), Some(router)) = (table, router) else {
        return false;
    };
    let mut blocks = router.blocks.iter();
    blocks.all(|block| delivers_all(table, *block))
}

/// Whether a segment has no address that its router has not.
fn is_inside(network: &Network, segment: &Segment) -> bool {
    network.router(segment.router).is_some_and(|router| {
        let inside = |block: &IpNet| router.blocks.iter().any(|it| it.contains(block));
        segment.blocks.iter().all(inside)
    })
}

fn delivers_all(table: &Table, block: IpNet) -> bool {
    let routes = || table.routes().iter();
    let is_covered = routes().any(|route| {
        route.target == Target::Local
            && route.precedence == Precedence::Static
            && route.prefix.contains(&block)
    });
    let is_cut = routes().any(|route| {
        route.target != Target::Local
            && !matches!(route.precedence, Precedence::Propagated(_))
            && block.contains(&route.prefix.trunc())
    });
    is_covered && !is_cut
}

/// Whether a filter passes everything, both ways.
fn is_open(filter: &Stateless, segment: &Segment) -> bool {
    let families = segment.blocks.iter().map(|block| Family::of(block.addr()));
    let families = sorting::set(families);
    families
        .into_iter()
        .all(|family| passes_all(&filter.inbound, family) && passes_all(&filter.outbound, family))
}

fn passes_all(rules: &[Rule], family: Family) -> bool {
    for rule in rules {
        let Peer::Blocks(blocks) = &rule.peer else {
            return false;
        };
        let mut of_family = blocks.iter().filter(|it| Family::of(it.addr()) == family);
        if rule.action == Action::Allow {
            if rule.carries == Carries::Anything && of_family.any(|it| it.prefix_len() == 0) {
                return true;
            }
        } else if of_family.next().is_some() {
            return false;
        }
    }
    false
}

/// Every block that something in a network names.
pub(super) struct Atoms {
    blocks: HashSet<IpNet>,
    /// The lengths in use, longest first.
    lengths: [Vec<u8>; 2],
}

/// Blocks that a walk treats in a way of their own.
const SPECIAL: [&str; 4] = [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
];

impl Atoms {
    /// The blocks of segments count only where segments overlap.
    pub(super) fn of(network: &Network, with_segments: bool) -> Self {
        let mut blocks: HashSet<IpNet> = HashSet::new();
        blocks.extend(SPECIAL.iter().filter_map(|it| it.parse::<IpNet>().ok()));
        let mut add = |block: &IpNet| {
            blocks.insert(block.trunc());
        };
        let stateful = network
            .stateful_filters()
            .flat_map(|it| it.inbound.iter().chain(&it.outbound));
        let stateless = network
            .stateless_filters()
            .flat_map(|it| it.inbound.iter().chain(&it.outbound));
        for rule in stateful.chain(stateless) {
            if let Peer::Blocks(blocks) = &rule.peer {
                blocks.iter().for_each(&mut add);
            }
        }
        for (_, table) in network.tables() {
            table.routes().iter().for_each(|it| add(&it.prefix));
        }
        for (_, router) in network.routers() {
            router.blocks.iter().for_each(&mut add);
        }
        for (_, place) in network.places() {
            match &place.kind {
                PlaceKind::Remote(remote) => remote.blocks.iter().for_each(&mut add),
                PlaceKind::Service(service) => service.blocks.iter().for_each(&mut add),
                PlaceKind::Outside(outside) => {
                    outside
                        .addresses
                        .iter()
                        .for_each(|it| add(&IpNet::from(*it)));
                }
                _ => {}
            }
        }
        if with_segments {
            let segments = network.segments();
            segments.for_each(|(_, segment)| segment.blocks.iter().for_each(&mut add));
        }
        Self::of_blocks(blocks)
    }

    /// Only the blocks that the filters of segments name.
    pub(super) fn of_filters(network: &Network) -> Self {
        let filters = network.stateless_filters();
        let rules = filters.flat_map(|it| it.inbound.iter().chain(&it.outbound));
        let mut named: HashSet<IpNet> = HashSet::new();
        for rule in rules {
            if let Peer::Blocks(blocks) = &rule.peer {
                named.extend(blocks.iter().map(IpNet::trunc));
            }
        }
        Self::of_blocks(named)
    }

    fn of_blocks(blocks: HashSet<IpNet>) -> Self {
        let lengths = [Family::V4, Family::V6].map(|family| {
            let lengths = blocks.iter().filter(|it| Family::of(it.addr()) == family);
            let lengths: BTreeSet<u8> = sorting::set(lengths.map(IpNet::prefix_len));
            lengths.into_iter().rev().collect()
        });
        Self { blocks, lengths }
    }

    /// The narrowest block that has the address: it says which others do.
    pub(super) fn of_address(&self, address: IpAddr) -> Option<IpNet> {
        let [four, six] = &self.lengths;
        let lengths = if address.is_ipv4() { four } else { six };
        lengths.iter().find_map(|length| {
            let block = IpNet::new(address, *length).ok()?.trunc();
            self.blocks.contains(&block).then_some(block)
        })
    }
}

/// Whoever a call of some ends may meet in the end.
pub(super) struct Around {
    /// The ends themselves, the nodes of load balancers, their targets, and who
    /// calls these for a node.
    pub(super) places: Vec<PlaceId>,
    /// The load balancers among the ends and behind them.
    pub(super) balancers: Vec<BalancerId>,
}

/// Whoever a call of some ends may meet in the end. They may repeat.
pub(super) fn around(network: &Network, ends: &[End]) -> Around {
    let mut places: Vec<PlaceId> = Vec::new();
    let mut balancers: Vec<BalancerId> = Vec::new();
    let mut rest: Vec<End> = ends.to_vec();
    while let Some(end) = rest.pop() {
        match end {
            End::Place(place) => places.push(place),
            End::Balancer(id) if !balancers.contains(&id) => {
                balancers.push(id);
                let Some(balancer) = network.balancer(id) else {
                    continue;
                };
                places.extend(&balancer.nodes);
                let backends = balancer.listeners.iter().flat_map(|it| &it.backends);
                for backend in backends {
                    places.extend(&backend.callers);
                    rest.push(match backend.to {
                        Backing::Place(place) => End::Place(place),
                        Backing::Balancer(next) => End::Balancer(next),
                    });
                }
            }
            End::Balancer(_) => {}
        }
    }
    Around { places, balancers }
}

/// The blocks that the filters around some ends name, and around the targets of
/// load balancers among them. They may repeat.
pub(super) fn named_by_filters(network: &Network, ends: &[End]) -> Vec<IpNet> {
    let places = around(network, ends).places;
    let mut found = Vec::new();
    for interface in places.iter().filter_map(|it| network.interface(*it)) {
        named_around(network, interface, &mut found);
    }
    found
}

/// The blocks that routes name, and the filters around whom they lead through.
/// They may repeat.
pub(super) fn named_by_routes(network: &Network) -> Vec<IpNet> {
    let routes = network.tables().flat_map(|(_, table)| table.routes());
    let mut found: Vec<IpNet> = routes.map(|route| route.prefix).collect();
    for place in through(network) {
        if let Some(interface) = network.interface(place) {
            named_around(network, interface, &mut found);
        }
    }
    sorting::sort(&mut found);
    found.dedup();
    found
}

/// The blocks that the guards of an interface and the filter of its segment
/// name.
fn named_around(network: &Network, interface: &Interface, found: &mut Vec<IpNet>) {
    let guards = interface
        .guards
        .iter()
        .filter_map(|it| network.stateful(*it));
    let guards = guards.flat_map(|it| it.inbound.iter().chain(&it.outbound));
    let segment = network.segment(interface.segment);
    let filter = segment.and_then(|segment| network.stateless(segment.filter?));
    let filter = filter.into_iter();
    let filter = filter.flat_map(|it| it.inbound.iter().chain(&it.outbound));
    for rule in guards.chain(filter) {
        if let Peer::Blocks(blocks) = &rule.peer {
            found.extend(blocks.iter());
        }
    }
}
