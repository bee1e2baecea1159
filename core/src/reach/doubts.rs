//! Where a design may leave a verdict open, so that only those pairs are asked
//! one by one: a pair that meets nothing of what is not known is settled.
//!
//! It judges nothing: whether a verdict is open is what `ask` says, port by
//! port. It only keeps from asking in vain.

use std::collections::{BTreeSet, HashSet};

pub(super) use super::asking::unsettled as reason;
use super::classes::{Grouped, Grouping};
use super::segments::{Around, around, through};
use super::{End, Question};
use crate::lower::Lowered;
use crate::network::{
    self, Attached, Carries, Network, PlaceId, PlaceKind, PortSet, Protocol, Rule, SegmentId,
    StatefulId, StatelessId, Swept, TableId, Target, Way,
};
use crate::template::LogicalId;

/// What a design leaves open, by where it is met.
pub(super) struct Doubts {
    sides: Vec<Side>,
    /// Whom routes lead through, and the segments by which hubs are met.
    middle: (Vec<PlaceId>, Vec<SegmentId>),
    /// Whether something open may be met wherever a way is not a local one.
    is_away: bool,
    /// Whether any way may meet anything: some address is not one's alone.
    is_everywhere: bool,
    /// Whether what arrives may be open too: a stateless filter is.
    is_in_filters: bool,
}

/// A class, as an end.
struct Side {
    around: Around,
    is_balancer: bool,
    /// Whether something open is met by whoever calls or is called.
    is_open: bool,
    /// The same of a way that is not a local one.
    is_away: bool,
}

/// The ports at which the verdict on a pair may change, by protocol.
#[derive(Default)]
pub(super) struct Borders {
    tcp: BTreeSet<u16>,
    udp: BTreeSet<u16>,
}

impl Doubts {
    /// `None` where nothing is open: then every verdict is settled.
    pub(super) fn of(
        lowered: &Lowered,
        grouping: &Grouping,
        classes: &[Grouped],
    ) -> Option<Box<Self>> {
        let network = &lowered.network;
        let tables = open_tables(network);
        let mut ends = classes.iter().map(|it| &it.first);
        let is_settled = lowered.open.is_empty()
            && lowered.open_addresses.is_empty()
            && lowered.open_listeners.is_empty()
            && tables.is_empty()
            && !ends.any(|ends| lacks_ends(network, ends));
        if is_settled {
            return None;
        }
        let through: Vec<PlaceId> = through(network).into_iter().collect();
        let hub_segments = hub_segments(network);
        let is_open = |table: Option<TableId>| table.is_some_and(|it| tables.contains(&it));
        let leads_on =
            |segment: SegmentId| is_open(network.segment(segment).and_then(|it| it.table));
        let misleads = |place: &PlaceId| {
            let interface = network.interface(*place);
            interface.is_some_and(|it| leads_on(it.segment))
        };
        let mut gateways = network.places().filter_map(|(id, _)| network.gateway(id));
        let is_away = through.iter().any(misleads)
            || through.iter().any(|it| is_open_around(lowered, *it))
            || hub_segments
                .iter()
                .any(|it| leads_on(*it) || is_filter_open(lowered, *it))
            || gateways
                .any(|it| is_open(it.table) || is_open(it.attachment().and_then(|it| it.table)));
        let sides = classes.iter().map(|class| {
            let around = around(network, &class.first);
            let lacks_address = |id: &LogicalId| lowered.open_addresses.contains_key(id);
            Side {
                is_balancer: !around.balancers.is_empty(),
                is_open: lacks_ends(network, &class.first)
                    || class
                        .class
                        .members
                        .iter()
                        .any(|id| is_named(lowered, id.as_str()))
                    || around.places.iter().any(|it| is_open_around(lowered, *it))
                    || is_open_balanced(lowered, &around),
                is_away: class.class.members.iter().any(lacks_address)
                    || around.places.iter().any(misleads),
                around,
            }
        });
        let sides: Vec<Side> = sides.collect();
        let mut places = sides.iter().flat_map(|it| &it.around.places);
        let is_shared = |place: &PlaceId| {
            network.interface(*place).is_some() && !grouping.is_alone(network, *place)
        };
        let is_everywhere = places.any(is_shared);
        let mut filters = network.stateless_filters();
        Some(Box::new(Self {
            is_everywhere,
            sides,
            middle: (through, hub_segments),
            is_away,
            is_in_filters: filters.any(|it| is_named(lowered, &it.origin.resource)),
        }))
    }

    /// Whether what one class opens to another, by their numbers, may be open.
    pub(super) fn touch(&self, network: &Network, from: usize, to: usize) -> bool {
        let (Some(from), Some(to)) = (self.sides.get(from), self.sides.get(to)) else {
            return false;
        };
        let is_away = self.is_away || from.is_away || to.is_away;
        self.is_everywhere || from.is_open || to.is_open || is_away && !is_local(network, from, to)
    }

    /// Where the verdict on a pair may change.
    pub(super) fn borders(&self, network: &Network, from: usize, to: usize) -> Borders {
        let mut borders = Borders::default();
        if self.is_everywhere {
            let stateful = network.stateful_filters();
            let stateful = stateful.flat_map(|it| it.inbound.iter().chain(&it.outbound));
            stateful.for_each(|rule| borders.add(rule));
            let stateless = network.stateless_filters();
            let stateless = stateless.flat_map(|it| it.inbound.iter().chain(&it.outbound));
            stateless.for_each(|rule| borders.add(rule));
        }
        let sides = [self.sides.get(from), self.sides.get(to)];
        let places = sides.iter().flatten().flat_map(|it| &it.around.places);
        let (through, hub_segments) = &self.middle;
        let mut guards: HashSet<StatefulId> = HashSet::new();
        let mut segments: HashSet<SegmentId> = hub_segments.iter().copied().collect();
        let interfaces = places
            .chain(through)
            .filter_map(|it| network.interface(*it));
        for interface in interfaces {
            guards.extend(&interface.guards);
            segments.insert(interface.segment);
        }
        for filter in guards.into_iter().filter_map(|it| network.stateful(it)) {
            let rules = filter.inbound.iter().chain(&filter.outbound);
            rules.for_each(|rule| borders.add(rule));
        }
        let segments = segments.into_iter().filter_map(|it| network.segment(it));
        let filters: HashSet<StatelessId> = segments.filter_map(|it| it.filter).collect();
        for filter in filters.into_iter().filter_map(|it| network.stateless(it)) {
            let rules = filter.inbound.iter().chain(&filter.outbound);
            rules.for_each(|rule| borders.add(rule));
        }
        let called = self.sides.get(to).into_iter();
        let called = called.flat_map(|it| &it.around.balancers);
        for balancer in called.filter_map(|it| network.balancer(*it)) {
            for listener in &balancer.listeners {
                borders.note(listener.protocol, &PortSet::single(listener.port));
            }
        }
        borders
    }

    /// The ports of a question, whatever port it is about, whose verdict the
    /// design does not settle; they are taken out of what was found.
    pub(super) fn settle(
        &self,
        lowered: &Lowered,
        question: &Question,
        borders: &Borders,
        found: &mut Swept,
    ) -> PortSet {
        let answered = |port| found.always.contains(port) || found.sometimes.contains(port);
        let mut open = PortSet::none();
        for ports in borders.ranges(question.protocol) {
            let port = *ports.start();
            // What is answered met nothing that may deny, but for such a filter.
            if !self.is_in_filters && answered(port) {
                continue;
            }
            let asked = Question {
                port,
                ..question.clone()
            };
            if reason(lowered, &asked).is_some() {
                open = open.union(&PortSet::from(ports));
            }
        }
        if !open.is_empty() {
            found.always = found.always.difference(&open);
            found.sometimes = found.sometimes.difference(&open);
            found.never = found.never.difference(&open);
        }
        open
    }
}

/// What a class is called in a question, and its second member.
pub(super) fn asked_as(lowered: &Lowered, class: &Grouped) -> (End, End) {
    let mut members = class.class.members.iter();
    let first = match (members.next(), class.first.first()) {
        (Some(id), _) => End::Resource(id.clone()),
        (None, Some(network::End::Place(place))) if *place == lowered.s3 => End::S3,
        (None, Some(network::End::Place(place))) if *place == lowered.dynamodb => End::DynamoDb,
        _ => End::Internet(None),
    };
    let second = members.next();
    let second = second.map_or_else(|| first.clone(), |id| End::Resource(id.clone()));
    (first, second)
}

impl Borders {
    fn add(&mut self, rule: &Rule) {
        match &rule.carries {
            Carries::Tcp(ports) => self.note(Protocol::Tcp, ports),
            Carries::Udp(ports) => self.note(Protocol::Udp, ports),
            _ => {}
        }
    }

    fn note(&mut self, protocol: Protocol, ports: &PortSet) {
        let borders = match protocol {
            Protocol::Udp => &mut self.udp,
            _ => &mut self.tcp,
        };
        for interval in ports.intervals() {
            borders.insert(*interval.start());
            borders.extend(interval.end().checked_add(1));
        }
    }

    /// All ports of a protocol in ranges of which every port is told the same.
    fn ranges(&self, protocol: Protocol) -> Vec<std::ops::RangeInclusive<u16>> {
        let borders = match protocol {
            Protocol::Tcp => &self.tcp,
            Protocol::Udp => &self.udp,
            _ => return vec![0..=0],
        };
        let mut ranges = Vec::with_capacity(borders.len() + 1);
        let mut first = 0;
        for &border in borders.iter().filter(|it| **it > 0) {
            ranges.push(first..=border - 1);
            first = border;
        }
        ranges.push(first..=u16::MAX);
        ranges
    }
}

/// Whether a part of a resource is not known.
fn is_named(lowered: &Lowered, resource: &str) -> bool {
    lowered.open.contains_key(resource)
}

/// Whether an interface, its filters or its segment's have a part that is not
/// known.
fn is_open_around(lowered: &Lowered, place: PlaceId) -> bool {
    let network = &lowered.network;
    let Some(place) = network.place(place) else {
        return false;
    };
    let Some(interface) = place.interface() else {
        return is_named(lowered, &place.origin.resource);
    };
    let mut guards = interface
        .guards
        .iter()
        .filter_map(|it| network.stateful(*it));
    is_named(lowered, &place.origin.resource)
        || guards.any(|it| is_named(lowered, &it.origin.resource))
        || is_filter_open(lowered, interface.segment)
}

fn is_filter_open(lowered: &Lowered, segment: SegmentId) -> bool {
    let network = &lowered.network;
    let segment = network.segment(segment);
    let filter = segment.and_then(|it| network.stateless(it.filter?));
    filter.is_some_and(|it| is_named(lowered, &it.origin.resource))
}

/// Whether a load balancer, its listeners or their targets are not all known.
fn is_open_balanced(lowered: &Lowered, around: &Around) -> bool {
    let mut balancers = around.balancers.iter();
    balancers.any(|id| {
        lowered.network.balancer(*id).is_some_and(|it| {
            let name = &*it.origin.resource;
            let mut listeners = it.listeners.iter();
            lowered.open_listeners.contains_key(name)
                || is_named(lowered, name)
                || listeners.any(|it| is_named(lowered, &it.origin.resource))
        })
    })
}

/// Whether nobody can be asked for an end.
fn lacks_ends(network: &Network, ends: &[network::End]) -> bool {
    let mut balancers = ends.iter().filter_map(|end| match end {
        network::End::Balancer(id) => network.balancer(*id),
        network::End::Place(_) => None,
    });
    ends.is_empty() || balancers.any(|it| it.nodes.is_empty())
}

/// The tables that lead somewhere that is not modeled, or to a site, of which
/// only the blocks are known.
fn open_tables(network: &Network) -> HashSet<TableId> {
    let attached = network.places().filter_map(|(_, place)| match &place.kind {
        PlaceKind::Gateway(gateway) => gateway.attachment(),
        _ => None,
    });
    let mut attached = attached.map(|it| &it.to);
    let leads_on = attached.any(|to| matches!(to, Attached::Remote(_)));
    let is_open = |target: &Target| match target {
        Target::Unsupported(_) => true,
        Target::Through(place) => match network.gateway(*place).map(|it| &it.way) {
            Some(Way::Link(_)) => true,
            Some(Way::Hub(_)) => leads_on,
            _ => false,
        },
        _ => false,
    };
    let tables = network.tables();
    let open = tables.filter(|(_, it)| it.routes().iter().any(|route| is_open(&route.target)));
    open.map(|(id, _)| id).collect()
}

/// The segments by which routers are attached to hubs.
fn hub_segments(network: &Network) -> Vec<SegmentId> {
    let attached = network.places().filter_map(|(id, _)| {
        let attachment = network.gateway(id)?.attachment()?;
        match &attachment.to {
            Attached::Router { segments, .. } => Some(segments),
            _ => None,
        }
    });
    attached.flatten().copied().collect()
}

/// Whether two classes meet within one router by nothing but local routes.
fn is_local(network: &Network, from: &Side, to: &Side) -> bool {
    let mut callers = from.around.places.iter();
    !from.is_balancer
        && !to.is_balancer
        && callers.all(|caller| {
            let mut called = to.around.places.iter();
            called.all(|called| {
                is_straight(network, *caller, *called) && is_straight(network, *called, *caller)
            })
        })
}

fn is_straight(network: &Network, from: PlaceId, to: PlaceId) -> bool {
    let (Some(near), Some(far)) = (network.interface(from), network.interface(to)) else {
        return false;
    };
    let Some(segment) = network.segment(near.segment) else {
        return false;
    };
    let table = segment.table.and_then(|it| network.table(it));
    network.router_of(from) == network.router_of(to)
        && far.addresses.iter().all(|address| {
            let is_inside = segment.blocks.iter().any(|it| it.contains(&address.own));
            let route = table.and_then(|it| it.look_up(address.own));
            is_inside || route.is_some_and(|(_, route)| route.target == Target::Local)
        })
}
