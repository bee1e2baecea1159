//! Which parts of a network are joined at all, by whatever way: a cheap "no"
//! before any flow is walked, and the word "disconnected" for the caller.

use super::{Attached, HubId, Network, PlaceId, PlaceKind, RouterId, SegmentId, Target, Way};
use petgraph::graphmap::UnGraphMap;
use petgraph::unionfind::UnionFind;
use petgraph::visit::NodeIndexable;
use std::collections::HashMap;

/// A part that joins or is joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Place(PlaceId),
    Segment(SegmentId),
    Router(RouterId),
    Hub(HubId),
}

/// The connected islands of a network.
#[derive(Debug, Clone)]
pub struct Islands {
    island: HashMap<PlaceId, usize>,
}

impl Islands {
    /// Finds the islands. Filters and addresses are not looked at; routes only
    /// add joints, so "not joined" is certain and "joined" is a maybe.
    pub fn of(network: &Network) -> Self {
        let graph = joints(network);
        let mut sets: UnionFind<usize> = UnionFind::new(graph.node_count());
        for (left, right, ()) in graph.all_edges() {
            sets.union(graph.to_index(left), graph.to_index(right));
        }
        // Every place is a node of the graph, joined or not.
        let island = network
            .places()
            .map(|(id, _)| (id, sets.find(graph.to_index(Part::Place(id)))))
            .collect();
        Self { island }
    }

    /// Whether any chain of segments, routers and gateways joins two places.
    pub fn are_joined(&self, left: PlaceId, right: PlaceId) -> bool {
        match (self.island.get(&left), self.island.get(&right)) {
            (Some(left), Some(right)) => left == right,
            _ => false,
        }
    }
}

fn joints(network: &Network) -> UnGraphMap<Part, ()> {
    let mut graph = UnGraphMap::new();
    for (id, segment) in network.segments() {
        graph.add_edge(Part::Segment(id), Part::Router(segment.router), ());
        let table = segment.table.and_then(|table| network.table(table));
        for route in table.map(super::Table::routes).unwrap_or_default() {
            if let Target::Through(place) = route.target {
                graph.add_edge(Part::Segment(id), Part::Place(place), ());
            }
        }
    }
    for (id, place) in network.places() {
        graph.add_node(Part::Place(id));
        match &place.kind {
            PlaceKind::Interface(interface) => {
                graph.add_edge(Part::Place(id), Part::Segment(interface.segment), ());
            }
            PlaceKind::Gateway(gateway) => {
                if let Some(router) = gateway.router {
                    graph.add_edge(Part::Place(id), Part::Router(router), ());
                }
                let mut joins = |behind| {
                    graph.add_edge(Part::Place(id), behind, ());
                };
                match &gateway.way {
                    Way::OneToOne | Way::OutOnly => {
                        network.outside().map(Part::Place).map(&mut joins);
                    }
                    Way::Link(behind) | Way::Service(behind) => joins(Part::Place(*behind)),
                    Way::Peer(router) => joins(Part::Router(*router)),
                    Way::Hub(attachment) => {
                        joins(Part::Hub(attachment.hub));
                        match attachment.to {
                            Attached::Remote(place) | Attached::Hub(place) => {
                                joins(Part::Place(place));
                            }
                            Attached::Router { .. } => {}
                        }
                    }
                }
            }
            // All that is outside is one.
            PlaceKind::Outside(_) | PlaceKind::Service(_) => {
                if let Some(outside) = network.outside() {
                    graph.add_edge(Part::Place(id), Part::Place(outside), ());
                }
            }
            PlaceKind::Remote(_) => {}
        }
    }
    graph
}
