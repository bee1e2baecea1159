//! The opinion on a question: every way through load balancers, and on each of
//! them every port that could make a difference, one packet after the other.

use std::collections::{BTreeSet, HashSet};
use std::net::IpAddr;

use drawbridge_core::network::{
    Carries, Direction, Family, Network, PlaceId, PlaceKind, Protocol, Question,
};

use crate::map::{Map, seen};
use crate::packet::Packet;
use crate::walker::{At, Dropped, Manner, Memory, Walk};
use crate::ways::Leg;

/// Whether the answer gets back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Back {
    Never,
    Sometimes,
    Always,
}

/// What is thought of a question, and the last reason against it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opinion {
    pub(crate) forward: bool,
    pub(crate) back: Back,
    pub(crate) why: Dropped,
}

/// Of all choices of ports, how many answers come back.
#[derive(Clone, Copy, Default)]
struct Count {
    all: usize,
    back: usize,
}

pub(crate) struct Thinker<'a> {
    map: Map<'a>,
    ports: Vec<u16>,
}

impl<'a> Thinker<'a> {
    pub(crate) fn of(network: &'a Network) -> Self {
        Self {
            map: Map { network },
            ports: borders(network),
        }
    }

    /// The best of all ways to answer a question.
    pub(crate) fn think(&self, question: &Question) -> Opinion {
        let mut best = Opinion {
            forward: false,
            back: Back::Never,
            why: "no way at all",
        };
        for way in self.map.ways(question) {
            let opinion = self.judge(&way, question);
            if !best.forward && (opinion.forward || best.why == "no way at all")
                || (opinion.forward && opinion.back > best.back)
            {
                best = opinion;
            }
        }
        best
    }

    fn judge(&self, way: &[Leg], question: &Question) -> Opinion {
        let mut why = "";
        let counted = self.follow(way, question, None, &mut why);
        Opinion {
            forward: counted.is_some(),
            back: match counted {
                Some(Count { all, back }) if all == back => Back::Always,
                Some(Count { back: 1.., .. }) => Back::Sometimes,
                _ => Back::Never,
            },
            why,
        }
    }

    /// Walks the legs that are left; `None` when some first packet is lost.
    fn follow(
        &self,
        way: &[Leg],
        question: &Question,
        before: Option<(&Leg, Packet)>,
        why: &mut Dropped,
    ) -> Option<Count> {
        let (leg, rest) = way.split_first()?;
        let came_in = before.map_or(question.family, |(_, it)| family(it.source));
        let family = leg.family.unwrap_or(came_in);
        let kept = before.filter(|_| leg.keeps_source && family == came_in);
        if kept.is_some_and(|(client, _)| client.from == leg.to) {
            *why = "hairpin";
            return None;
        }
        let source = match kept {
            Some((_, arrived)) => Some(arrived.source),
            None => leg.from_address.or_else(|| self.own(leg.from, family)),
        };
        let called = match leg.to_address {
            // Nobody outside calls an address that is known inside only.
            Some(it) if leg.is_called_outside && self.is_hidden(leg.to, it) => None,
            Some(it) => Some(it),
            None => self.called(leg.to, family, leg.is_called_outside),
        };
        let (Some(source), Some(called)) = (source, called) else {
            *why = "no address";
            return None;
        };
        let sending: &[u16] = match &kept {
            Some((_, arrived)) => &[arrived.source_port],
            None if matches!(question.protocol, Protocol::Tcp | Protocol::Udp) => &self.ports,
            None => &[0],
        };
        let mut count = Count::default();
        let mut same_rest = None;
        for port in sending {
            let packet = Packet::opening((source, *port), (called, leg.port), question.protocol);
            let once = self.round(leg, packet, kept.is_some(), &[], why)?;
            for chosen in choices(&self.ports, once.translations, question.protocol) {
                let round = self.round(leg, packet, kept.is_some(), &chosen, why)?;
                let is_own = rest.first().is_some_and(|next| next.keeps_source);
                let then = match (rest, same_rest) {
                    ([], _) => Count { all: 1, back: 1 },
                    (_, Some(same)) if !is_own => same,
                    _ => self.follow(rest, question, Some((leg, round.arrived)), why)?,
                };
                same_rest = Some(then);
                count.all += then.all;
                count.back += if round.is_answered { then.back } else { 0 };
            }
        }
        Some(count)
    }

    /// One packet there, and its answer.
    fn round(
        &self,
        leg: &Leg,
        packet: Packet,
        is_kept: bool,
        chosen: &[u16],
        why: &mut Dropped,
    ) -> Option<Round> {
        let mut memory = Memory::default();
        let there = Manner {
            borrows_source: is_kept,
            is_listed_inside: leg.is_listed_inside,
            ..Manner::default()
        };
        let mut walk = self.walk(&mut memory, there, packet, chosen);
        let end = walk.run(self.start(leg.from));
        let (forwarders, arrived) = (walk.forwarders, walk.packet);
        let translations = walk.translations;
        match end {
            Ok(place) if place == leg.to => {}
            Ok(_) => *why = "delivered elsewhere",
            Err(dropped) => *why = dropped,
        }
        end.ok().filter(|place| *place == leg.to)?;
        let back = Manner {
            is_answer: true,
            borrows_source: true,
            carried_to: is_kept.then_some(leg.from),
            is_listed_inside: leg.is_listed_inside,
        };
        let mut walk = self.walk(&mut memory, back, arrived.answer(), &[]);
        let end = walk.run(self.start(leg.to));
        let is_answered = match end {
            Err(dropped) => {
                *why = dropped;
                false
            }
            Ok(place) if place != leg.from => {
                *why = "answered elsewhere";
                false
            }
            Ok(_) if walk.packet != packet.answer() => {
                *why = "answer from elsewhere";
                false
            }
            Ok(_) if walk.forwarders != forwarders => {
                *why = "asymmetric";
                false
            }
            Ok(_) => true,
        };
        Some(Round {
            arrived,
            translations,
            is_answered,
        })
    }

    fn walk<'b>(
        &self,
        memory: &'b mut Memory,
        manner: Manner,
        packet: Packet,
        chosen: &'b [u16],
    ) -> Walk<'b>
    where
        'a: 'b,
    {
        Walk {
            map: self.map,
            memory,
            manner,
            packet,
            sender: None,
            is_from_hub: false,
            forwarders: HashSet::new(),
            by: None,
            chosen,
            translations: 0,
        }
    }

    fn start(&self, place: PlaceId) -> At {
        match self.map.kind(place) {
            PlaceKind::Interface(_) => At::Leaves(place),
            PlaceKind::Remote(_) => At::Site(place),
            PlaceKind::Service(_) => At::Service(place),
            PlaceKind::Outside(_) | PlaceKind::Gateway(_) => At::Outside,
        }
    }

    fn own(&self, place: PlaceId, wanted: Family) -> Option<IpAddr> {
        let first = |blocks: &[ipnet::IpNet]| {
            let mut blocks = blocks.iter();
            let block = blocks.find(|block| family(block.addr()) == wanted)?;
            block.hosts().next()
        };
        match self.map.kind(place) {
            PlaceKind::Interface(it) => {
                let mut all = it.addresses.iter();
                all.find(|it| family(it.own) == wanted).map(|it| it.own)
            }
            PlaceKind::Outside(it) => {
                let mut all = it.addresses.iter();
                all.find(|it| family(**it) == wanted).copied()
            }
            PlaceKind::Remote(it) => first(&it.blocks),
            PlaceKind::Service(it) => first(&it.blocks),
            PlaceKind::Gateway(_) => None,
        }
    }

    fn called(&self, place: PlaceId, wanted: Family, is_outside: bool) -> Option<IpAddr> {
        match self.map.kind(place) {
            PlaceKind::Interface(it) if is_outside => {
                let all = it.addresses.iter();
                all.filter(|it| family(it.own) == wanted).find_map(seen)
            }
            _ => self.own(place, wanted),
        }
    }

    /// Whether an address of an interface is none that the outside knows.
    fn is_hidden(&self, place: PlaceId, address: IpAddr) -> bool {
        let interface = self.map.interface(place);
        let mut own = interface.iter().flat_map(|it| &it.addresses);
        own.any(|it| it.own == address && seen(it) != Some(address))
    }
}

struct Round {
    arrived: Packet,
    translations: usize,
    is_answered: bool,
}

fn family(address: IpAddr) -> Family {
    match address {
        IpAddr::V4(_) => Family::V4,
        IpAddr::V6(_) => Family::V6,
    }
}

/// Every choice that so many translators can make.
fn choices(ports: &[u16], translations: usize, protocol: Protocol) -> Vec<Vec<u16>> {
    let mut all = vec![vec![]];
    if matches!(protocol, Protocol::Tcp | Protocol::Udp) {
        for _ in 0..translations.min(2) {
            let longer = all.iter().flat_map(|chosen: &Vec<u16>| {
                ports.iter().map(|port| [&chosen[..], &[*port]].concat())
            });
            all = longer.collect();
        }
    }
    all
}

/// The ports of clients on both sides of every border that a filter draws.
fn borders(network: &Network) -> Vec<u16> {
    let directions = [Direction::Inbound, Direction::Outbound];
    let lists = network.segments().filter_map(|(_, it)| it.filter);
    let lists: HashSet<_> = lists.collect();
    let lists = lists.into_iter().map(|id| network.stateless(id).unwrap());
    let listed = lists.flat_map(|list| directions.map(|way| list.rules(way)));
    let guards = network.places().filter_map(|(_, place)| place.interface());
    let guards: HashSet<_> = guards.flat_map(|it| it.guards.iter().copied()).collect();
    let groups = guards.into_iter().map(|id| network.stateful(id).unwrap());
    let grouped = groups.flat_map(|group| directions.map(|way| group.rules(way)));
    let mut ports = BTreeSet::from([1024, u16::MAX]);
    for rule in listed.chain(grouped).flatten() {
        let (Carries::Tcp(set) | Carries::Udp(set)) = &rule.carries else {
            continue;
        };
        for interval in set.intervals() {
            let (first, last) = (*interval.start(), *interval.end());
            ports.extend([first.saturating_sub(1), first, last, last.saturating_add(1)]);
        }
    }
    ports.into_iter().filter(|port| *port >= 1024).collect()
}
