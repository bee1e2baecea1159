//! Sets of packets against packets one at a time: a small universe, in which
//! every packet is asked of every operation.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;
use proptest::prelude::*;

use super::{Family, Intervals, MAX_BOXES, Packet, PacketSet, Pattern, TooComplex};

/// Protocols of the universe: two with ports, two with messages, two others.
const PROTOCOLS: [u8; 6] = [6, 17, 1, 58, 47, 255];

/// ICMP types of the universe: both echoes, and one that is none.
const TYPES: [u8; 5] = [0, 3, 8, 128, 129];

/// Ports of the universe, at both ends, where the arithmetic could go wrong.
const PORTS: [u16; 4] = [0, 1, 2, u16::MAX];

/// Four addresses of each family: the first of IPv4, the last of IPv6.
fn address(family: Family, index: usize) -> IpAddr {
    match family {
        Family::V4 => Ipv4Addr::from(u32::try_from(index).unwrap()).into(),
        Family::V6 => Ipv6Addr::from(u128::MAX - 3 + index as u128).into(),
    }
}

fn universe() -> Vec<Packet> {
    let mut packets = Vec::new();
    for family in Family::BOTH {
        for (source, destination) in pairs(&[0, 1, 2, 3]) {
            for protocol in PROTOCOLS {
                let (source, destination) = (address(family, source), address(family, destination));
                let packet = Packet::new(source, destination, protocol);
                match protocol {
                    6 | 17 => packets.extend(pairs(&PORTS).map(|(a, b)| packet.ports(a, b))),
                    1 | 58 => packets.extend(pairs(&TYPES).map(|(a, b)| packet.message(a, b))),
                    _ => packets.push(packet),
                }
            }
        }
    }
    packets
}

fn pairs<T: Copy>(items: &[T]) -> impl Iterator<Item = (T, T)> {
    items
        .iter()
        .flat_map(|a| items.iter().map(move |b| (*a, *b)))
}

/// A rule, as one compares a packet with it by hand; nothing is every one.
#[derive(Clone, Debug)]
struct Spec {
    family: Family,
    sources: Option<Vec<usize>>,
    destinations: Option<Vec<usize>>,
    protocols: Option<Vec<u8>>,
    from_port: Option<(u16, u16)>,
    to_port: Option<(u16, u16)>,
    kind: Option<u8>,
    code: Option<u8>,
}

impl Spec {
    fn matches(&self, packet: &Packet) -> bool {
        let among = |wanted: &Option<Vec<usize>>, it: IpAddr| {
            wanted
                .as_ref()
                .is_none_or(|list| list.iter().any(|index| address(self.family, *index) == it))
        };
        let within = |wanted: Option<(u16, u16)>, it: u16| {
            wanted.is_none_or(|(first, last)| {
                matches!(packet.protocol, 6 | 17) && (first..=last).contains(&it)
            })
        };
        let is = |wanted: Option<u8>, it: u8| {
            wanted.is_none_or(|wanted| matches!(packet.protocol, 1 | 58) && wanted == it)
        };
        let protocols = self.protocols.as_ref();
        Family::of(packet.source) == self.family
            && Family::of(packet.destination) == self.family
            && among(&self.sources, packet.source)
            && among(&self.destinations, packet.destination)
            && protocols.is_none_or(|list| list.contains(&packet.protocol))
            && within(self.from_port, packet.source_port)
            && within(self.to_port, packet.destination_port)
            && is(self.kind, packet.icmp_type)
            && is(self.code, packet.icmp_code)
    }

    fn set(&self) -> PacketSet {
        let nets = |list: &Vec<usize>| -> Vec<IpNet> {
            list.iter()
                .map(|index| address(self.family, *index).into())
                .collect()
        };
        let mut pattern = Pattern::any(self.family);
        if let Some(list) = &self.sources {
            pattern = pattern.from(&nets(list));
        }
        if let Some(list) = &self.destinations {
            pattern = pattern.to(&nets(list));
        }
        if let Some(list) = &self.protocols {
            let numbers = list.iter().map(|it| (u128::from(*it), u128::from(*it)));
            pattern = pattern.protocols(&Intervals::of_spans(numbers.collect()));
        }
        if let Some((first, last)) = self.from_port {
            pattern = pattern.from_ports(&(first..=last).into());
        }
        if let Some((first, last)) = self.to_port {
            pattern = pattern.to_ports(&(first..=last).into());
        }
        if let Some(kind) = self.kind {
            pattern = pattern.types(&Intervals::single(kind));
        }
        if let Some(code) = self.code {
            pattern = pattern.codes(&Intervals::single(code));
        }
        pattern.packets()
    }
}

fn spec() -> impl Strategy<Value = Spec> {
    let some_of = |list: Vec<usize>| prop::option::of(prop::sample::subsequence(list, 1..=3));
    let port = || prop::sample::select(PORTS.to_vec());
    let span = move || prop::option::weighted(0.3, (port(), port()));
    let part = |of: &[u8]| prop::option::weighted(0.2, prop::sample::select(of.to_vec()));
    (
        prop::sample::select(Family::BOTH.to_vec()),
        (some_of(vec![0, 1, 2, 3]), some_of(vec![0, 1, 2, 3])),
        prop::option::of(prop::sample::subsequence(PROTOCOLS.to_vec(), 1..=4)),
        (span(), span()),
        (part(&TYPES), part(&TYPES)),
    )
        .prop_map(|(family, ends, protocols, ports, message)| Spec {
            family,
            sources: ends.0,
            destinations: ends.1,
            protocols,
            from_port: ports.0,
            to_port: ports.1,
            kind: message.0,
            code: message.1,
        })
}

fn specs() -> impl Strategy<Value = Vec<Spec>> {
    prop::collection::vec(spec(), 0..5)
}

fn union(specs: &[Spec]) -> PacketSet {
    let sets = specs.iter().map(Spec::set);
    sets.fold(PacketSet::empty(), |all, next| all.union(&next).unwrap())
}

fn any(specs: &[Spec], packet: &Packet) -> bool {
    specs.iter().any(|spec| spec.matches(packet))
}

fn assert_disjoint(set: &PacketSet) {
    let boxes = set.boxes();
    for (index, one) in boxes.iter().enumerate() {
        let mut others = boxes.iter().skip(index + 1);
        assert!(others.all(|other| !one.overlaps(other)), "{set}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_operations_agree_with_every_packet(left in specs(), right in specs()) {
        let (a, b) = (union(&left), union(&right));
        let both = a.intersection(&b).unwrap();
        let either = a.union(&b).unwrap();
        let rest = a.difference(&b).unwrap();
        let others = a.complement().unwrap();
        let back = a.reversed();
        for set in [&a, &b, &both, &either, &rest, &others, &back] {
            assert_disjoint(set);
        }
        let mut meets = false;
        for packet in universe() {
            let (in_a, in_b) = (any(&left, &packet), any(&right, &packet));
            meets |= in_a && in_b;
            prop_assert_eq!(a.contains(&packet), in_a);
            prop_assert_eq!(both.contains(&packet), in_a && in_b);
            prop_assert_eq!(either.contains(&packet), in_a || in_b);
            prop_assert_eq!(rest.contains(&packet), in_a && !in_b);
            prop_assert_eq!(others.contains(&packet), !in_a);
            prop_assert_eq!(back.contains(&packet.reversed()), in_a);
        }
        prop_assert!(!meets || a.overlaps(&b));
        prop_assert_eq!(a.overlaps(&b), !both.is_empty());
        for (set, wanted) in [(&a, None), (&both, Some(true)), (&rest, Some(false))] {
            prop_assert_eq!(set.is_empty(), set.witness().is_none());
            if let Some(packet) = set.witness() {
                prop_assert!(set.contains(&packet) && any(&left, &packet));
                let in_right = any(&right, &packet);
                prop_assert!(wanted.is_none_or(|wanted| in_right == wanted));
            }
        }
        let is_subset = a.is_subset_of(&b).unwrap();
        prop_assert_eq!(is_subset, rest.is_empty());
    }

    #[test]
    fn what_is_taken_away_and_put_back_is_what_there_was(left in specs(), right in specs()) {
        let (a, b) = (union(&left), union(&right));
        let shared = a.intersection(&b).unwrap();
        let parts = a.difference(&b).unwrap().union(&shared).unwrap();
        prop_assert!(parts.equals(&a).unwrap());
        prop_assert!(b.union(&a).unwrap().equals(&a.union(&b).unwrap()).unwrap());
        prop_assert!(a.complement().unwrap().complement().unwrap().equals(&a).unwrap());
        prop_assert!(a.reversed().reversed().equals(&a).unwrap());
        let changed = a.difference(&b).unwrap();
        prop_assert_eq!(changed.equals(&a).unwrap(), shared.is_empty());
    }
}

#[test]
fn everything_but_everything_is_nothing() {
    for family in Family::BOTH {
        let all = PacketSet::all(family);
        assert!(all.difference(&all).unwrap().is_empty());
        assert!(all.is_subset_of(&PacketSet::everything()).unwrap());
        assert!(!PacketSet::everything().is_subset_of(&all).unwrap());
    }
    assert!(PacketSet::everything().complement().unwrap().is_empty());
}

#[test]
fn ports_taken_out_one_by_one_stay_few_boxes() {
    let tcp = Pattern::any(Family::V4).protocol(6);
    let mut left = tcp.clone().packets();
    for port in (0..400_u16).step_by(2) {
        let gone = tcp.clone().to_ports(&Intervals::single(port)).packets();
        left = left.difference(&gone).unwrap();
    }
    assert_eq!(left.boxes().len(), 1);
    let odd = tcp.clone().to_ports(&(1..=1_u16).into()).packets();
    assert!(odd.is_subset_of(&left).unwrap());
}

#[test]
fn neighbors_are_merged() {
    let half = |text: &str| {
        Pattern::any(Family::V4)
            .from(&[text.parse().unwrap()])
            .packets()
    };
    let whole = half("10.0.0.0/25").union(&half("10.0.0.128/25")).unwrap();
    assert_eq!(whole.boxes(), half("10.0.0.0/24").boxes());
}

#[test]
fn what_is_0_and_what_is_not_there_are_kept_apart() {
    let zero = Intervals::single(0_u8);
    let any = |protocol| Pattern::any(Family::V4).protocol(protocol);
    let parts = [
        any(6).from_ports(&zero).to_ports(&zero).packets(),
        any(1).types(&zero).codes(&zero).packets(),
        any(47).packets(),
    ];
    let mut all = PacketSet::empty();
    for part in &parts {
        all = all.union(part).unwrap();
    }
    for part in &parts {
        assert!(all.contains(&part.witness().unwrap()));
    }
    assert_eq!(all.boxes().len(), 3);
}

#[test]
fn a_packet_between_families_is_in_no_set_and_ports_of_a_ping_are_not_looked_at() {
    let (four, six) = (address(Family::V4, 0), address(Family::V6, 0));
    assert!(!PacketSet::everything().contains(&Packet::new(four, six, 6)));
    let ping = Packet::new(four, four, 1).message(8, 0).ports(7, 7);
    assert!(PacketSet::all(Family::V4).contains(&ping));
}

#[test]
fn a_set_of_too_many_parts_is_refused_and_not_cut_short() {
    let widest = diagonal(0, MAX_BOXES).unwrap();
    assert_eq!(widest.boxes().len(), MAX_BOXES);
    let behind = diagonal(MAX_BOXES, 1).unwrap();
    assert_eq!(widest.union(&behind).unwrap_err(), TooComplex);
    let inside = diagonal(7, 1).unwrap();
    assert_eq!(widest.union(&inside).unwrap().boxes(), widest.boxes());
}

/// Points of which no two can be merged. In halves, so that few sets are made.
fn diagonal(from: usize, count: usize) -> Result<PacketSet, TooComplex> {
    let half = count / 2;
    if half > 0 {
        return diagonal(from, half)?.union(&diagonal(from + half, count - half)?);
    }
    let host = Ipv4Addr::from(u32::try_from(from).unwrap());
    let host = [IpNet::from(IpAddr::from(host))];
    let pattern = Pattern::any(Family::V4).protocol(47);
    Ok(pattern.from(&host).to(&host).packets())
}
