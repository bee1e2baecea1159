//! Places between which no question can tell: the rows and columns of the
//! matrix. Two resources are in one class when everything that a walk looks at
//! is the same for both: the segment as far as it matters, table, guards, role,
//! what targets them, and of each address the narrowest block that any rule or
//! route of the design names.
//!
//! It walks nothing; a property test holds it to what `ask` says.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use ipnet::IpNet;

use super::segments::{Atoms, Segments};
use crate::lower::{Lowered, Whereabouts};
use crate::message::Message;
use crate::network::{
    Backing, BalancerId, End, Interface, Network, PlaceId, Role, RouterId, SegmentId, StatefulId,
    TableId, Way,
};
use crate::template::LogicalId;

/// A row and a column of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The resources, in the order of the template. None for the Internet,
    /// Amazon S3 and Amazon `DynamoDB`, which are outside.
    pub members: Vec<LogicalId>,
    /// What to call it.
    pub label: Message,
    /// Whether it is the Internet.
    pub is_internet: bool,
}

/// A class, and who is asked in its name.
#[derive(Clone, Debug)]
pub(super) struct Grouped {
    pub(super) class: Class,
    /// The ends of the first member.
    pub(super) first: Vec<End>,
    /// Those of the second, for questions inside the class.
    pub(super) second: Vec<End>,
}

/// Everything that a walk looks at, of a host with one interface.
#[derive(PartialEq, Eq, Hash)]
struct Signature {
    router: RouterId,
    /// `None` for any segment of the router that does not matter.
    segment: Option<SegmentId>,
    table: Option<TableId>,
    zone: Option<Arc<str>>,
    guards: Vec<StatefulId>,
    role: u8,
    /// Of each address, its narrowest block, and that of the one known outside.
    addresses: Vec<(Option<IpNet>, Seen)>,
    targeted: Vec<Targeted>,
    /// Whether a part of it, and whether an address of it, is not known.
    open: (bool, bool),
}

/// Whether an address is known outside, and the narrowest block of it there.
type Seen = (bool, Option<IpNet>);

/// A load balancer, the number of its listener, the port called, whether the
/// client is seen, and the nodes.
type Targeted = (BalancerId, usize, u16, bool, Option<Vec<PlaceId>>);

/// The classes of a design: the Internet and services, sites, then resources in
/// the order of the template. A service is one only where a gateway of the
/// design leads to it by itself: otherwise it is reached as the Internet is.
///
/// A translator, which opens and takes nothing itself, is in none.
pub(super) fn classes(lowered: &Lowered, grouping: &Grouping) -> Vec<Grouped> {
    let network = &lowered.network;
    let alone = |label: Message, place, is_internet| Grouped {
        class: Class {
            members: vec![],
            label,
            is_internet,
        },
        first: vec![End::Place(place)],
        second: vec![],
    };
    let mut found = vec![alone(Message::new("Internet"), lowered.internet, true)];
    let services = [
        (Message::new("Amazon S3"), lowered.s3),
        (Message::new("Amazon DynamoDB"), lowered.dynamodb),
    ];
    for (label, service) in services {
        let way = Way::Service(service);
        let mut gateways = network.places().filter_map(|(id, _)| network.gateway(id));
        if gateways.any(|gateway| gateway.way == way) {
            found.push(alone(label, service, false));
        }
    }
    for (id, site) in &lowered.sites {
        // A gateway and its connections may lead to one site.
        let is_new = found.iter().all(|it| it.first != [End::Place(*site)]);
        if is_new && !lowered.places.contains_key(id) {
            let label = Message::new("Site behind {gateway}").resource("gateway", id);
            let mut site = alone(label, *site, false);
            site.class.members.push(id.clone());
            found.push(site);
        }
    }
    let mut by_signature: HashMap<Signature, usize> = HashMap::new();
    for (id, whereabouts) in &lowered.places {
        let ends: Vec<End> = match whereabouts {
            Whereabouts::Interfaces(places) => places.iter().copied().map(End::Place).collect(),
            Whereabouts::Balancer(balancer) => vec![End::Balancer(*balancer)],
        };
        if let [End::Place(place)] = &ends[..]
            && network
                .interface(*place)
                .is_some_and(|it| matches!(&it.role, Role::Translator(it) if !it.takes_calls))
        {
            continue;
        }
        let signature = match &ends[..] {
            [End::Place(place)] => {
                let open = (
                    lowered.open.contains_key(id),
                    lowered.open_addresses.contains_key(id),
                );
                grouping.signature(network, *place, open)
            }
            _ => None,
        };
        let known = signature.map(|signature| {
            let next = found.len();
            *by_signature.entry(signature).or_insert(next)
        });
        match known.and_then(|index| found.get_mut(index)) {
            Some(group) => {
                if group.second.is_empty() {
                    group.second = ends;
                }
                group.class.members.push(id.clone());
            }
            None => found.push(Grouped {
                class: Class {
                    members: vec![id.clone()],
                    label: Message::new(""),
                    is_internet: false,
                },
                first: ends,
                second: vec![],
            }),
        }
    }
    for group in &mut found {
        if group.class.label.sentence.is_empty() {
            group.class.label = label(&group.class.members);
        }
    }
    found
}

fn label(members: &[LogicalId]) -> Message {
    match members {
        [] => Message::new("Nothing"),
        [only] => Message::new("{first}").resource("first", only),
        [first, second] => Message::new("{first} and {second}")
            .resource("first", first)
            .resource("second", second),
        [first, rest @ ..] => Message::new("{first} and {count} more")
            .resource("first", first)
            .text("count", rest.len()),
    }
}

/// What signatures are made with.
pub(super) struct Grouping {
    segments: Segments,
    atoms: Atoms,
    targeted: HashMap<PlaceId, Vec<Targeted>>,
    /// Places that routes lead through.
    through: HashSet<PlaceId>,
    /// Places that stand for several resources, such as a member of a cluster.
    shared: HashSet<PlaceId>,
    /// Places that share an address with another.
    contested: HashSet<PlaceId>,
    /// Routers that are joined to others.
    joined: Vec<RouterId>,
}

impl Grouping {
    pub(super) fn of(lowered: &Lowered) -> Self {
        let network = &lowered.network;
        let joined = network.routers().map(|(id, _)| id);
        let joined: Vec<RouterId> = joined
            .filter(|id| !network.joints(*id).is_empty())
            .collect();
        let mut plain: HashSet<PlaceId> = HashSet::new();
        let through = super::segments::through(network);
        for whereabouts in lowered.places.values() {
            if let Whereabouts::Interfaces(places) = whereabouts
                && let [place] = &places[..]
                && !through.contains(place)
                && network
                    .interface(*place)
                    .is_some_and(|it| role(it).is_some())
            {
                plain.insert(*place);
            }
        }
        let mut shared: HashSet<PlaceId> = HashSet::new();
        let mut met: HashSet<PlaceId> = HashSet::new();
        for whereabouts in lowered.places.values() {
            if let Whereabouts::Interfaces(places) = whereabouts {
                shared.extend(places.iter().filter(|place| !met.insert(**place)));
            }
        }
        let segments = Segments::of(network, &|place| plain.contains(&place), &|filter| {
            !lowered.open.contains_key(&*filter.origin.resource)
        });
        let mut targeted: HashMap<PlaceId, Vec<Targeted>> = HashMap::new();
        for (id, balancer) in network.balancers() {
            for (number, listener) in balancer.listeners.iter().enumerate() {
                for backend in &listener.backends {
                    if let Backing::Place(place) = backend.to {
                        let (port, keeps) = (backend.port, backend.keeps_source);
                        let nodes = backend.nodes.clone();
                        let those = targeted.entry(place).or_default();
                        those.push((id, number, port, keeps, nodes));
                    }
                }
            }
        }
        Self {
            atoms: Atoms::of(network, segments.are_all_apart()),
            segments,
            targeted,
            through,
            shared,
            contested: contested(network),
            joined,
        }
    }

    /// `None` for whoever is in a class of its own.
    fn signature(
        &self,
        network: &Network,
        place: PlaceId,
        open: (bool, bool),
    ) -> Option<Signature> {
        let interface = network.interface(place)?;
        let role = role(interface)?;
        let segment = network.segment(interface.segment)?;
        let router = segment.router;
        let is_special = self.through.contains(&place) || self.shared.contains(&place);
        if is_special || !self.is_alone(network, place) {
            return None;
        }
        let addresses = interface.addresses.iter().map(|address| {
            let seen = address.seen_outside();
            let outside = seen.and_then(|seen| self.atoms.of_address(seen));
            (
                self.atoms.of_address(address.own),
                (seen.is_some(), outside),
            )
        });
        Some(Signature {
            router,
            segment: self
                .segments
                .is_apart(interface.segment)
                .then_some(interface.segment),
            table: segment.table,
            zone: segment
                .zone
                .clone()
                .filter(|_| self.joined.contains(&router)),
            guards: interface.guards.clone(),
            role,
            addresses: addresses.collect(),
            targeted: self.targeted.get(&place).cloned().unwrap_or_default(),
            open,
        })
    }

    /// Whether nobody else has one of the addresses of a place, so that who
    /// asks for it always finds this one.
    pub(super) fn is_alone(&self, network: &Network, place: PlaceId) -> bool {
        let (Some(interface), Some(router)) = (network.interface(place), network.router_of(place))
        else {
            return false;
        };
        if self.contested.contains(&place) {
            return false;
        }
        interface.addresses.iter().all(|address| {
            let mut others = self.joined.iter().filter(|other| **other != router);
            let is_joined = self.joined.contains(&router);
            !(is_joined && others.any(|other| network.owner(*other, address.own).is_some()))
        })
    }
}

/// The places that share an address of their own, or the one by which they are
/// known outside, with another: whoever asks for it finds only one of them.
fn contested(network: &Network) -> HashSet<PlaceId> {
    let mut contested = HashSet::new();
    for (id, place) in network.places() {
        let Some(interface) = place.interface() else {
            continue;
        };
        let router = network.router_of(id);
        for address in &interface.addresses {
            let owner = router.and_then(|router| network.owner(router, address.own));
            let seen = address.seen_outside();
            let known = seen.and_then(|seen| network.known_outside(seen));
            let is_known = seen.is_none() || known == Some((id, address.own));
            if owner != Some(id) || !is_known {
                contested.insert(id);
                contested.extend(owner);
                contested.extend(known.map(|(place, _)| place));
            }
        }
    }
    contested
}

/// The roles of hosts that only send and take; `None` for whoever does more.
fn role(interface: &Interface) -> Option<u8> {
    match interface.role {
        Role::Host => Some(0),
        Role::Answers => Some(1),
        Role::Opens => Some(2),
        Role::Node | Role::Forwarder | Role::Inline | Role::Translator(_) => None,
    }
}
