//! Pairs of interfaces that need no walk: those of one router whose tables
//! deliver to one another, and those between which there is no way at all. What
//! filters let pass is looked up here instead, with every port at once.
//!
//! It says nothing of pairs that meet anything else; those are walked. A
//! property test holds both to what `ask` says.

use std::collections::HashMap;
use std::net::IpAddr;

use ipnet::IpNet;

use super::segments::{Atoms, Segments, leads_across};
use crate::network::{
    Action, Direction, Family, Flow, Interface, Network, Peer, PlaceId, PortSet, Protocol,
    Question, Role, RouterId, Rule, SegmentId, StatefulId, StatelessId, Swept, is_private,
    is_shared,
};

/// An interface as it sends and takes by its own addresses.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and none excludes another"
)]
struct Station {
    place: PlaceId,
    router: RouterId,
    is_joined: bool,
    segment: SegmentId,
    filter: Option<StatelessId>,
    /// Whether the table of its segment delivers within the router.
    delivers: bool,
    opens: bool,
    takes: bool,
    guards: Option<usize>,
    /// By family: the first address, and its number among the blocks that
    /// segments' filters name.
    addresses: [Option<(IpAddr, usize)>; 2],
}

/// What the filters of some interfaces let pass, united: by direction and
/// protocol, each rule's peer and ports.
struct Guards {
    members: Vec<StatefulId>,
    rules: [Vec<Vec<(Peer, PortSet)>>; 2],
}

/// What is looked up for pairs.
pub(super) struct Direct {
    stations: Vec<Station>,
    numbers: HashMap<PlaceId, usize>,
    guards: Vec<Guards>,
    protocols: Vec<(Family, Protocol)>,
    sieved: HashMap<Sieve, PortSet>,
    /// Whether some route leads into another router by an interface there.
    leads_across: bool,
}

/// A filter, the way through it, the number of a protocol, whether it is the
/// reply, and the number of the block of the far end.
type Sieve = (StatelessId, Direction, usize, bool, usize);

/// How two interfaces stand to one another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meeting {
    /// Nothing gets from one to the other.
    Never,
    /// Only their own filters are between them.
    Direct,
    /// It has to be walked.
    Unknown,
}

impl Station {
    /// The first address of a family, and the number of its block.
    fn address(&self, family: Family) -> Option<(IpAddr, usize)> {
        let [four, six] = self.addresses;
        match family {
            Family::V4 => four,
            Family::V6 => six,
        }
    }
}

impl Direct {
    /// Prepares every interface of `places` for which `is_alone` holds: nobody
    /// else has an address of it.
    pub(super) fn of(
        network: &Network,
        protocols: &[(Family, Protocol)],
        places: impl Iterator<Item = PlaceId>,
        is_alone: &dyn Fn(PlaceId) -> bool,
    ) -> Self {
        let mut direct = Self {
            stations: Vec::new(),
            numbers: HashMap::new(),
            guards: Vec::new(),
            protocols: protocols.to_vec(),
            sieved: HashMap::new(),
            leads_across: leads_across(network),
        };
        let segments = Segments::of(network, &|_| true, &|_| true);
        if segments.are_all_apart() || names_groups(network) {
            return direct;
        }
        let mut numbers: HashMap<Option<IpNet>, usize> = HashMap::new();
        let atoms = Atoms::of_filters(network);
        let mut guards: HashMap<Vec<StatefulId>, usize> = HashMap::new();
        for place in places.filter(|place| is_alone(*place)) {
            let Some(interface) = network.interface(place) else {
                continue;
            };
            let Some(segment) = network.segment(interface.segment) else {
                continue;
            };
            if matches!(interface.role, Role::Translator(_)) {
                continue;
            }
            let addresses = [Family::V4, Family::V6].map(|family| {
                let address = interface.address(family)?.own;
                let next = numbers.len();
                let block = atoms.of_address(address);
                Some((address, *numbers.entry(block).or_insert(next)))
            });
            direct.numbers.insert(place, direct.stations.len());
            direct.stations.push(Station {
                place,
                router: segment.router,
                is_joined: !network.joints(segment.router).is_empty(),
                segment: interface.segment,
                filter: segment.filter,
                delivers: segments.delivers(interface.segment),
                opens: interface.role != Role::Answers,
                takes: interface.role != Role::Opens,
                guards: direct_guards(
                    &mut direct.guards,
                    &mut guards,
                    network,
                    interface,
                    protocols,
                ),
                addresses,
            });
        }
        direct
    }

    /// The number of an interface, if it is one that was prepared.
    pub(super) fn station(&self, place: PlaceId) -> Option<usize> {
        self.numbers.get(&place).copied()
    }

    /// How two interfaces stand to one another in a family.
    pub(super) fn meet(&self, from: usize, to: usize, family: Family) -> Meeting {
        let (Some(from), Some(to)) = (self.stations.get(from), self.stations.get(to)) else {
            return Meeting::Unknown;
        };
        if from.place == to.place {
            return Meeting::Unknown;
        }
        let (Some(_), Some((target, _))) = (from.address(family), to.address(family)) else {
            return Meeting::Never;
        };
        if !from.opens || !to.takes {
            return Meeting::Never;
        }
        if from.router == to.router {
            let is_direct = from.segment == to.segment || from.delivers && to.delivers;
            return if is_direct {
                Meeting::Direct
            } else {
                Meeting::Unknown
            };
        }
        // Nothing leads a private address out of a router but its joints.
        let is_inside = is_private(target) || is_shared(target);
        let is_joined = from.is_joined && to.is_joined;
        if is_inside && !is_joined && !self.leads_across {
            Meeting::Never
        } else {
            Meeting::Unknown
        }
    }

    /// Whether the guards of an interface let nothing out to another with a
    /// protocol, by its number.
    pub(super) fn keeps_in(&self, from: usize, to: usize, number: usize) -> bool {
        let stations = (self.stations.get(from), self.stations.get(to));
        let ((Some(from), Some(to)), Some((family, _))) = (stations, self.protocols.get(number))
        else {
            return false;
        };
        to.address(*family).is_some_and(|(target, _)| {
            from.place != to.place
                && self
                    .guarded(from, to, Direction::Outbound, number, target)
                    .is_empty()
        })
    }

    /// What one interface opens to another that it meets directly, with a
    /// protocol, by its number.
    pub(super) fn pair(
        &mut self,
        network: &Network,
        from: usize,
        to: usize,
        number: usize,
    ) -> Swept {
        let stations = (self.stations.get(from), self.stations.get(to));
        let ((Some(from), Some(to)), Some(&(family, protocol))) =
            (stations, self.protocols.get(number))
        else {
            return Swept::default();
        };
        let (Some(source), Some(target)) = (from.address(family), to.address(family)) else {
            return Swept::default();
        };
        let ports = self.guarded(to, from, Direction::Inbound, number, source.0);
        if ports.is_empty() {
            return Swept::default();
        }
        let out = self.guarded(from, to, Direction::Outbound, number, target.0);
        let mut ports = ports.intersection(&out);
        if from.segment == to.segment || ports.is_empty() {
            return Swept {
                always: ports,
                ..Swept::default()
            };
        }
        let (leaving, entering) = (from.filter, to.filter);
        let mut reply = client_ports(protocol);
        let meant = reply.clone();
        let call = Flow::new(
            (source.0, meant.clone()),
            (target.0, PortSet::all()),
            protocol,
        );
        let answer = Flow {
            source_ports: PortSet::none(),
            ..call.reversed()
        };
        let mut sieve = |filter: Option<StatelessId>, direction, far: usize, is_reply: bool| {
            let filter = filter?;
            let key = (filter, direction, number, is_reply, far);
            let sieved = self.sieved.entry(key).or_insert_with(|| {
                let flow = if is_reply { &answer } else { &call };
                let filter = network.stateless(filter);
                filter.map_or_else(PortSet::none, |it| it.passing(flow, direction))
            });
            Some(sieved.clone())
        };
        let there = [
            sieve(leaving, Direction::Outbound, target.1, false),
            sieve(entering, Direction::Inbound, source.1, false),
        ];
        for passed in there.into_iter().flatten() {
            ports = ports.intersection(&passed);
        }
        if ports.is_empty() {
            return Swept::default();
        }
        let back = [
            sieve(entering, Direction::Outbound, source.1, true),
            sieve(leaving, Direction::Inbound, target.1, true),
        ];
        for passed in back.into_iter().flatten() {
            reply = reply.intersection(&passed);
        }
        let mut swept = Swept::default();
        if reply == meant {
            swept.always = ports;
        } else if reply.is_empty() {
            swept.never = ports;
        } else {
            swept.sometimes = ports;
        }
        swept
    }

    /// What the guards of one interface let pass to or from another.
    fn guarded(
        &self,
        of: &Station,
        other: &Station,
        direction: Direction,
        number: usize,
        address: IpAddr,
    ) -> PortSet {
        let Some(guards) = of.guards.and_then(|it| self.guards.get(it)) else {
            let protocol = self.protocols.get(number).map(|(_, protocol)| *protocol);
            return all_ports(protocol);
        };
        let members = other.guards.and_then(|it| self.guards.get(it));
        let members = members.map_or(&[][..], |it| &it.members);
        let [inbound, outbound] = &guards.rules;
        let rules = match direction {
            Direction::Inbound => inbound,
            Direction::Outbound => outbound,
        };
        let mut passed = PortSet::none();
        for (peer, ports) in rules.get(number).map(Vec::as_slice).unwrap_or_default() {
            let is_meant = match peer {
                Peer::Members(group) => members.contains(group),
                Peer::Blocks(blocks) => blocks.iter().any(|block| block.contains(&address)),
            };
            if is_meant {
                passed = if passed.is_empty() {
                    ports.clone()
                } else {
                    passed.union(ports)
                };
            }
        }
        passed
    }
}

/// The number of an interface's guards; `None` where it has none, and nothing
/// is filtered.
fn direct_guards(
    made: &mut Vec<Guards>,
    known: &mut HashMap<Vec<StatefulId>, usize>,
    network: &Network,
    interface: &Interface,
    protocols: &[(Family, Protocol)],
) -> Option<usize> {
    if interface.guards.is_empty() {
        return None;
    }
    if let Some(number) = known.get(&interface.guards) {
        return Some(*number);
    }
    let rules = [Direction::Inbound, Direction::Outbound].map(|direction| {
        let by_protocol = protocols.iter().map(|(family, protocol)| {
            let filters = interface
                .guards
                .iter()
                .filter_map(|it| network.stateful(*it));
            let rules = filters.flat_map(|filter| filter.rules(direction));
            let rules = rules.filter(|rule| rule.action == Action::Allow);
            let rules = rules.map(|rule| (rule.peer.clone(), decided(rule, *family, *protocol)));
            rules.filter(|(_, ports)| !ports.is_empty()).collect()
        });
        by_protocol.collect()
    });
    let number = made.len();
    made.push(Guards {
        members: interface.guards.clone(),
        rules,
    });
    known.insert(interface.guards.clone(), number);
    Some(number)
}

/// The ports that a rule decides of a protocol, whoever the peer is.
fn decided(rule: &Rule, family: Family, protocol: Protocol) -> PortSet {
    let anybody = match family {
        Family::V4 => IpAddr::from([0; 4]),
        Family::V6 => IpAddr::from([0; 16]),
    };
    let rule = Rule {
        peer: Peer::block(IpNet::from(anybody)),
        ..rule.clone()
    };
    let end = |ports| (anybody, ports);
    let flow = Flow::new(end(PortSet::none()), end(PortSet::all()), protocol);
    rule.share(&flow, Direction::Inbound, |_, _| false)
}

fn all_ports(protocol: Option<Protocol>) -> PortSet {
    if protocol.is_some_and(Protocol::has_ports) {
        PortSet::all()
    } else {
        PortSet::single(0)
    }
}

fn client_ports(protocol: Protocol) -> PortSet {
    if protocol.has_ports() {
        Question::any_client_port()
    } else {
        PortSet::single(0)
    }
}

/// Whether a segment's filter asks for groups.
fn names_groups(network: &Network) -> bool {
    let mut filters = network.stateless_filters();
    filters.any(|filter| {
        let mut rules = filter.inbound.iter().chain(&filter.outbound);
        rules.any(|rule| matches!(rule.peer, Peer::Members(_)))
    })
}
