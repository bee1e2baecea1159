//! What the Internet reaches, from exactly which of its addresses and through
//! what; and what leaves to the Internet, how, and seen as whom.
//!
//! The addresses of the Internet are parted by every block that something on
//! the way names; one of each part is asked for all of it. What the design does
//! not settle is told apart.

use std::net::IpAddr;

use ipnet::IpNet;

use super::classes::Grouped;
use super::matrix::is_answering;
use super::parts::{Parts, by_sources};
use super::perhaps::{Perhaps, Unsettled};
use super::segments::named_by_filters;
use super::{End as Asked, Reply};
use crate::lower::{Lowered, Whereabouts};
use crate::network::{
    self, Address, Direction, End, Family, Pair, Path, PlaceId, PlaceKind, PortSet, Protocol, Role,
    Step, Sweep, SweepMemory, Swept, Trace,
};
use crate::template::LogicalId;

/// What passes between a design and the Internet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Exposures {
    /// What the Internet reaches.
    pub reached: Vec<Reached>,
    /// What reaches the Internet.
    pub leaving: Vec<Leaving>,
    /// What may pass, if what is not known comes out so.
    pub unsettled: Vec<Unsettled>,
}

/// Ports of a resource that addresses on the Internet reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The resource.
    pub resource: LogicalId,
    /// The protocol.
    pub protocol: Protocol,
    /// The family.
    pub family: Family,
    /// The ports that all of the sources reach; port 0 alone for a protocol
    /// without ports.
    pub ports: PortSet,
    /// Who reaches them, as few blocks as there can be: exactly these of all
    /// public addresses.
    pub sources: Vec<IpNet>,
    /// The gateways, middleboxes and load balancers on the way, in order.
    pub through: Vec<LogicalId>,
    /// Whether they get a reply.
    pub reply: Reply,
}

/// A resource that reaches the Internet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// The resource.
    pub resource: LogicalId,
    /// The family.
    pub family: Family,
    /// The NAT gateways, middleboxes and Internet gateways on the way, in
    /// order.
    pub through: Vec<LogicalId>,
    /// The address as which the Internet sees it.
    pub address: Option<IpAddr>,
}

/// Looks at one class after the other.
pub(super) struct Looking<'a> {
    pub(super) lowered: &'a Lowered,
    /// The blocks that route tables and middleboxes name.
    pub(super) by_routes: &'a [IpNet],
    pub(super) protocols: &'a [(Family, Protocol)],
    pub(super) memory: &'a mut SweepMemory,
    pub(super) perhaps: Perhaps<'a>,
}

impl Looking<'_> {
    /// What passes between a class and the Internet, for each of its members.
    pub(super) fn look(&mut self, number: usize, class: &Grouped, found: &mut Exposures) {
        let protocols = self.protocols;
        for &(family, protocol) in protocols {
            for reached in self.reached((number, class), family, protocol) {
                let members = class.class.members.iter();
                found.reached.extend(members.map(|member| Reached {
                    resource: member.clone(),
                    ..reached.clone()
                }));
            }
        }
        for family in [Family::V4, Family::V6] {
            if let Some(leaving) = self.leaving((number, class), family, protocols) {
                let members = class.class.members.iter();
                found.leaving.extend(members.map(|member| Leaving {
                    resource: member.clone(),
                    address: self.seen_as(&leaving, class, member),
                    ..leaving.clone()
                }));
            }
        }
    }

    fn reached(
        &mut self,
        (number, class): (usize, &Grouped),
        family: Family,
        protocol: Protocol,
    ) -> Vec<Reached> {
        let network = &self.lowered.network;
        let Some(member) = class.class.members.first() else {
            return Vec::new();
        };
        let is_known = class.first.iter().any(|end| self.is_known(*end, family));
        let may_be_known = self.lowered.open_addresses.contains_key(member);
        if !is_known && !may_be_known {
            return Vec::new();
        }
        let mut blocks = named_by_filters(network, &class.first);
        blocks.extend(self.by_routes);
        let parts = Parts::of(family, blocks);
        let mut swept: Vec<Swept> = Vec::new();
        let mut open: Vec<(Asked, PortSet)> = Vec::new();
        for address in parts.addresses() {
            swept.push(match address {
                Some(address) => {
                    let mut found = self.sweep(class, (family, protocol), address);
                    let from = Asked::Internet(Some(address));
                    let kind = (family, protocol);
                    let ports = self
                        .perhaps
                        .settle_in((number, class), kind, &from, &mut found);
                    open.push((from, ports));
                    found
                }
                None => Swept::default(),
            });
            // Whoever asks, it is not known whom.
            if !is_known && !swept.is_empty() {
                break;
            }
        }
        self.perhaps
            .tell(class, Direction::Inbound, (family, protocol), &open);
        let mut found = Vec::new();
        for reply in [Reply::Always, Reply::Sometimes, Reply::Never] {
            let ports = swept.iter().map(|it| match reply {
                Reply::Always => &it.always,
                Reply::Sometimes => &it.sometimes,
                Reply::Never => &it.never,
            });
            let sets: Vec<&PortSet> = ports.collect();
            for (inside, ports) in by_sources(&sets) {
                let asked = inside.iter().zip(parts.addresses());
                let asker = asked.filter(|(is_in, _)| **is_in).find_map(|(_, it)| it);
                let (Some(asker), Some(port)) = (asker, ports.lowest()) else {
                    continue;
                };
                found.push(Reached {
                    resource: member.clone(),
                    protocol,
                    family,
                    sources: parts.blocks(&inside),
                    through: self.ways_in(class, (family, protocol), asker, port),
                    ports,
                    reply,
                });
            }
        }
        found
    }

    /// Whether somebody outside knows an end by an address at all.
    fn is_known(&self, end: End, family: Family) -> bool {
        let network = &self.lowered.network;
        let places: &[PlaceId] = match &end {
            End::Place(place) => std::slice::from_ref(place),
            End::Balancer(id) => network.balancer(*id).map_or(&[], |it| &it.nodes),
        };
        // Somebody out there whom we know by name, such as a distribution.
        let is_out_there = |place: &PlaceId| {
            let kind = network.place(*place).map(|it| &it.kind);
            matches!(kind, Some(PlaceKind::Outside(_))) && *place != self.lowered.internet
        };
        if places.iter().any(is_out_there) {
            return true;
        }
        let mut interfaces = places.iter().filter_map(|it| network.interface(*it));
        interfaces.any(|interface| {
            let addresses = interface.addresses.iter().copied();
            let mut addresses = addresses.filter(|it| Family::of(it.own) == family);
            addresses.any(|it| it.seen_outside().is_some())
        })
    }

    fn sweep(
        &mut self,
        class: &Grouped,
        (family, protocol): (Family, Protocol),
        address: IpAddr,
    ) -> Swept {
        let network = &self.lowered.network;
        let from = self.asker(address);
        let answers = is_answering(self.lowered);
        let mut sweep = Sweep::new(network, &answers, self.memory).from_address(address);
        let mut swept = Swept::default();
        for to in &class.first {
            swept = swept.or(sweep.pair(&Pair {
                from: End::Place(from),
                to: *to,
                protocol,
                family,
            }));
        }
        swept
    }

    /// Who has an address outside.
    fn asker(&self, address: IpAddr) -> PlaceId {
        let outside = self.lowered.network.outside_at(address);
        outside.unwrap_or(self.lowered.internet)
    }

    /// What is on the way in.
    fn ways_in(
        &self,
        class: &Grouped,
        (family, protocol): (Family, Protocol),
        asker: IpAddr,
        port: u16,
    ) -> Vec<LogicalId> {
        let from = End::Place(self.asker(asker));
        let mut through = Vec::new();
        for to in &class.first {
            let mut question = network::Question::new(from, *to, protocol, port);
            question.family = family;
            question.from_address = Some(asker);
            let answer = network::ask(&self.lowered.network, &question);
            if let Some(best) = answer.best()
                && let Some(first) = best.rounds.first()
                && first.there.arrives()
            {
                through.extend(self.passed(&first.there));
                if let End::Balancer(_) = to {
                    through.extend(self.rest(best));
                }
                break;
            }
        }
        through
    }

    /// The targets' side of a way through a load balancer has its middleboxes
    /// too; the load balancer itself is the one that is reached.
    fn rest(&self, path: &Path) -> Vec<LogicalId> {
        let rounds = path.rounds.iter().skip(1);
        rounds.flat_map(|round| self.passed(&round.there)).collect()
    }

    fn leaving(
        &mut self,
        (number, class): (usize, &Grouped),
        family: Family,
        protocols: &[(Family, Protocol)],
    ) -> Option<Leaving> {
        let network = &self.lowered.network;
        let to = End::Place(self.lowered.internet);
        let answers = is_answering(self.lowered);
        let mut open: Vec<(Protocol, PortSet)> = Vec::new();
        for &(_, protocol) in protocols.iter().filter(|(of, _)| *of == family) {
            // A load balancer opens nothing of its own to the Internet.
            let first = class.first.iter();
            for from in first.filter(|it| matches!(it, End::Place(_))) {
                let mut sweep = Sweep::new(network, &answers, self.memory);
                let pair = Pair {
                    from: *from,
                    to,
                    protocol,
                    family,
                };
                let mut swept = sweep.pair(&pair);
                let numbered = (number, class);
                let ports = self
                    .perhaps
                    .settle_out(numbered, (family, protocol), &mut swept);
                open.push((protocol, ports));
                let ports = [&swept.always, &swept.sometimes, &swept.never];
                let Some(port) = ports.iter().find_map(|it| it.lowest()) else {
                    continue;
                };
                let mut question = network::Question::new(*from, to, protocol, port);
                question.family = family;
                let answer = network::ask(network, &question);
                let there = &answer.best()?.rounds.first()?.there;
                return Some(Leaving {
                    resource: class.class.members.first()?.clone(),
                    family,
                    through: self.passed(there),
                    address: there.arrived().map(|flow| flow.source),
                });
            }
        }
        for (protocol, ports) in open {
            let open = [(Asked::Internet(None), ports)];
            self.perhaps
                .tell(class, Direction::Outbound, (family, protocol), &open);
        }
        None
    }

    /// As whom a member of a class is seen, given as whom its first one is.
    fn seen_as(&self, leaving: &Leaving, class: &Grouped, member: &LogicalId) -> Option<IpAddr> {
        let seen = leaving.address?;
        let is_first = class.class.members.first() == Some(member);
        let is_own = self
            .lowered
            .network
            .known_outside(seen)
            .is_some_and(|(place, _)| class.first.contains(&End::Place(place)));
        if is_first || !is_own {
            return Some(seen);
        }
        let Some(Whereabouts::Interfaces(places)) = self.lowered.places.get(member) else {
            return Some(seen);
        };
        let interface = self.lowered.network.interface(*places.first()?)?;
        interface
            .address(leaving.family)
            .and_then(Address::seen_outside)
    }

    /// The gateways, translators and middleboxes that a trace passes, in order.
    fn passed(&self, trace: &Trace) -> Vec<LogicalId> {
        let network = &self.lowered.network;
        let mut passed: Vec<LogicalId> = Vec::new();
        let mut hops = trace.hops.iter();
        // The first one leaves its own place.
        hops.next();
        for hop in hops {
            let place = match hop.step {
                Step::Crosses(place) | Step::SourceTranslated { at: place, .. } => Some(place),
                Step::Leaves(place) => {
                    let interface = network.interface(place);
                    let forwards = interface.is_some_and(|it| {
                        matches!(
                            it.role,
                            Role::Forwarder | Role::Inline | Role::Translator(_)
                        )
                    });
                    forwards.then_some(place)
                }
                _ => None,
            };
            let Some(place) = place.and_then(|it| network.place(it)) else {
                continue;
            };
            if matches!(place.kind, PlaceKind::Gateway(_) | PlaceKind::Interface(_)) {
                let id = LogicalId::new(&place.origin.resource);
                if !passed.contains(&id) {
                    passed.push(id);
                }
            }
        }
        passed
    }
}
