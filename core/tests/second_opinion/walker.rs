//! The walk of one packet: from interface to segment to interface, with the
//! filters on the way and what they remember. Gateways have their own file.

use std::collections::HashSet;

use drawbridge_core::network::{Action, Direction, PlaceId, Role, RouterId, SegmentId, Target};

use crate::map::{Map, owns};
use crate::packet::{Packet, is_about, route};

/// Why a packet was dropped: one word for counting.
pub(crate) type Dropped = &'static str;

/// What filters, translators and gateways know of one connection.
#[derive(Default)]
pub(crate) struct Memory {
    /// At an interface, in a direction: answers that pass without a look.
    expected: HashSet<(PlaceId, Direction, Packet)>,
    /// The translator, the answer that it expects, and what it had got.
    translated: Vec<(PlaceId, Packet, Packet)>,
    /// Gateways, and the answers that they expect.
    pub(crate) left: Vec<(PlaceId, Packet)>,
}

/// Where a packet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum At {
    /// An interface sends it.
    Leaves(PlaceId),
    /// It is in a segment and about to leave it.
    Segment(SegmentId),
    /// It comes to an interface from this segment, or from further away.
    Comes(PlaceId, Option<SegmentId>),
    /// It passes a gateway, out of this segment.
    Crosses(PlaceId, SegmentId),
    /// It comes into a router by a gateway.
    Enters(RouterId, PlaceId),
    /// It came into a hub by this attachment, from this segment.
    Hub(PlaceId, Option<SegmentId>),
    /// It is out there.
    Outside,
    /// It leaves a remote site.
    Site(PlaceId),
    /// It leaves a service.
    Service(PlaceId),
    /// Somebody takes it.
    Taken(PlaceId),
}

/// How a walk differs from the usual one.
#[derive(Clone, Copy, Default)]
pub(crate) struct Manner {
    /// Whether it answers what was opened before.
    pub(crate) is_answer: bool,
    /// Whether the sender may write any source address.
    pub(crate) borrows_source: bool,
    /// Who takes it, whatever its destination.
    pub(crate) carried_to: Option<PlaceId>,
    /// Whether the list of a segment is asked for what is sent inside of it.
    pub(crate) is_listed_inside: bool,
}

pub(crate) struct Walk<'a> {
    pub(crate) map: Map<'a>,
    pub(crate) memory: &'a mut Memory,
    pub(crate) manner: Manner,
    pub(crate) packet: Packet,
    /// The interface that sent it, as long as filters can know.
    pub(crate) sender: Option<PlaceId>,
    /// Whether a hub brought it into the router where it is.
    pub(crate) is_from_hub: bool,
    /// The forwarders that it came by.
    pub(crate) forwarders: HashSet<PlaceId>,
    /// The last interface that sent it.
    pub(crate) by: Option<PlaceId>,
    /// The ports that translators choose, in turn.
    pub(crate) chosen: &'a [u16],
    pub(crate) translations: usize,
}

impl Walk<'_> {
    /// Walks to the end: who takes the packet.
    pub(crate) fn run(&mut self, start: At) -> Result<PlaceId, Dropped> {
        if self.packet.source.is_ipv4() != self.packet.destination.is_ipv4() {
            return Err("two families");
        }
        let mut at = start;
        let mut seen = HashSet::new();
        if let At::Leaves(from) = start
            && let Some(end) = self.starts(from)?
        {
            return Ok(end);
        }
        loop {
            if !seen.insert((at, self.packet)) {
                return Err("loop");
            }
            at = match at {
                At::Taken(place) => return Ok(place),
                At::Leaves(place) => self.leaves(place)?,
                At::Segment(segment) => self.leaves_segment(segment)?,
                At::Comes(place, from) => self.comes(place, from)?,
                At::Crosses(gateway, segment) => self.crosses(gateway, segment)?,
                At::Enters(router, gateway) => self.enters(router, gateway)?,
                At::Hub(gateway, from) => self.passes_hub(gateway, from)?,
                At::Outside => self.outside()?,
                At::Site(site) => self.leaves_site(site)?,
                At::Service(service) => self.leaves_service(service),
            };
        }
    }

    /// What the first sender may do at all; who takes what it sends to itself.
    fn starts(&mut self, from: PlaceId) -> Result<Option<PlaceId>, Dropped> {
        let interface = self.map.interface(from).unwrap();
        if matches!(interface.role, Role::Answers) && !self.manner.is_answer {
            return Err("only answers");
        }
        if owns(interface, self.packet.destination) {
            return Ok(Some(from));
        }
        let is_own = owns(interface, self.packet.source) || self.manner.borrows_source;
        if !is_own && matches!(interface.role, Role::Host | Role::Answers | Role::Opens) {
            return Err("spoofed");
        }
        self.sender = (is_own || self.manner.carried_to.is_some()).then_some(from);
        Ok(None)
    }

    fn leaves(&mut self, place: PlaceId) -> Result<At, Dropped> {
        let segment = self.map.interface(place).unwrap().segment;
        self.by = Some(place);
        self.guard(place, Direction::Outbound)?;
        let Some(node) = self.manner.carried_to else {
            return Ok(At::Segment(segment));
        };
        // The layer below brings it back to the node.
        let home = self.map.interface(node).unwrap().segment;
        if home != segment || self.manner.is_listed_inside {
            self.list(segment, Direction::Outbound)?;
        }
        self.manner.carried_to = None;
        if home != segment {
            self.list(home, Direction::Inbound)?;
        }
        self.guard(node, Direction::Inbound)?;
        Ok(At::Taken(node))
    }

    fn leaves_segment(&mut self, id: SegmentId) -> Result<At, Dropped> {
        let segment = self.map.segment(id);
        let to = self.packet.destination;
        if segment.blocks.iter().any(|block| block.contains(&to)) {
            if self.manner.is_listed_inside {
                self.list(id, Direction::Outbound)?;
            }
            let owner = self.map.owner(segment.router, to);
            let owner = owner.filter(|it| self.map.interface(*it).unwrap().segment == id);
            return Ok(At::Comes(owner.ok_or("nobody in the segment")?, Some(id)));
        }
        self.list(id, Direction::Outbound)?;
        let table = segment.table.ok_or("no table")?;
        let route = route(self.map.table(table), to).ok_or("no route")?;
        match &route.target {
            Target::Blackhole => Err("blackhole"),
            Target::Unsupported(_) => Err("unsupported"),
            Target::Local => Ok(At::Comes(self.local(segment.router)?, Some(id))),
            Target::Through(next) => match self.map.router_of(*next) {
                Some(router) if router == segment.router => Ok(At::Comes(*next, Some(id))),
                Some(_) => Err("route into another router"),
                None => Ok(At::Crosses(*next, id)),
            },
        }
    }

    /// Who has the destination inside a router.
    fn local(&self, router: RouterId) -> Result<PlaceId, Dropped> {
        let to = self.packet.destination;
        let mut blocks = self.map.blocks(router).iter();
        if !blocks.any(|block| block.contains(&to)) {
            return Err("not local");
        }
        self.map.owner(router, to).ok_or("nobody in the router")
    }

    fn comes(&mut self, place: PlaceId, from: Option<SegmentId>) -> Result<At, Dropped> {
        let interface = self.map.interface(place).unwrap();
        if from != Some(interface.segment) {
            self.list(interface.segment, Direction::Inbound)?;
        }
        let is_own = owns(interface, self.packet.destination);
        self.guard(place, Direction::Inbound)?;
        match &interface.role {
            Role::Translator(_) if is_own && self.untranslate(place) => Ok(At::Leaves(place)),
            // It opens nothing itself, so it expects no answer either.
            Role::Translator(it) if is_own && !it.takes_calls => Err("translator without state"),
            Role::Opens if is_own && !self.manner.is_answer => Err("only opens"),
            _ if is_own => Ok(At::Taken(place)),
            Role::Host | Role::Node | Role::Answers | Role::Opens => Err("not forwarding"),
            Role::Forwarder | Role::Inline => {
                self.sender = None;
                self.forwarders.insert(place);
                Ok(At::Leaves(place))
            }
            Role::Translator(it) => {
                if !it.protocols.contains(&self.packet.protocol) {
                    return Err("protocol of translator");
                }
                if self.manner.is_answer {
                    return Err("translator without state");
                }
                let zone = from.and_then(|it| self.map.segment(it).zone.as_ref());
                if zone.is_some_and(|zone| !it.zones.is_empty() && !it.zones.contains(zone)) {
                    return Err("zone of translator");
                }
                self.translate(place)
            }
        }
    }

    fn translate(&mut self, place: PlaceId) -> Result<At, Dropped> {
        let interface = self.map.interface(place).unwrap();
        let router = self.map.segment(interface.segment).router;
        let before = self.packet;
        if owns(interface, before.source) {
            return Err("loop");
        }
        if self.map.owner(router, before.source).is_none() && !self.is_from_hub {
            return Err("foreign source");
        }
        let same_family = |it: &&_| Self::is_same_family(before, it);
        let mut own = interface.addresses.iter();
        self.packet.source = own.find(same_family).ok_or("no address")?.own;
        if matches!(before.source_port, 1..) {
            let last = self.chosen.last().copied();
            let port = self.chosen.get(self.translations).copied().or(last);
            self.packet.source_port = port.unwrap_or(1024);
        }
        self.translations += 1;
        let answer = self.packet.answer();
        self.memory.translated.push((place, answer, before));
        self.sender = Some(place);
        Ok(At::Leaves(place))
    }

    fn is_same_family(packet: Packet, address: &drawbridge_core::network::Address) -> bool {
        packet.source.is_ipv4() == address.own.is_ipv4()
    }

    /// Gives an answer back the address of who is behind the translator.
    fn untranslate(&mut self, place: PlaceId) -> bool {
        let mut all = self.memory.translated.iter();
        let found = all.find(|(at, answer, _)| *at == place && *answer == self.packet);
        let Some((_, _, before)) = found else {
            return false;
        };
        self.packet.destination = before.source;
        self.packet.port = before.source_port;
        self.sender = None;
        true
    }

    /// The groups of an interface: together they allow it, or it is the other
    /// way of what they allowed before.
    fn guard(&mut self, place: PlaceId, direction: Direction) -> Result<(), Dropped> {
        let interface = self.map.interface(place).unwrap();
        let expected = (place, direction, self.packet);
        let is_expected = self.manner.is_answer && self.memory.expected.contains(&expected);
        if interface.guards.is_empty() || is_expected {
            return Ok(());
        }
        let router = self.map.segment(interface.segment).router;
        let (map, sender, packet) = (self.map, self.sender, self.packet);
        let is_member = |group| match direction {
            Direction::Inbound => sender.is_some_and(|sender| map.carries(sender, group)),
            Direction::Outbound => map.is_member_nearby(router, packet.destination, group),
        };
        let mut guards = interface.guards.iter();
        let is_allowed = guards.any(|guard| {
            let mut rules = map
                .network
                .stateful(*guard)
                .unwrap()
                .rules(direction)
                .iter();
            rules.any(|rule| {
                rule.action == Action::Allow && is_about(rule, packet, direction, is_member)
            })
        });
        if !is_allowed {
            return Err(match direction {
                Direction::Inbound => "group in",
                Direction::Outbound => "group out",
            });
        }
        let answer = (place, direction.opposite(), packet.answer());
        self.memory.expected.insert(answer);
        Ok(())
    }

    /// The list of a segment: the first rule about the packet decides.
    pub(crate) fn list(&self, segment: SegmentId, direction: Direction) -> Result<(), Dropped> {
        let Some(filter) = self.map.segment(segment).filter else {
            return Ok(());
        };
        let filter = self.map.network.stateless(filter).unwrap();
        let mut rules = filter.rules(direction).iter();
        let decides = rules.find(|rule| is_about(rule, self.packet, direction, |_| false));
        match (decides.map(|rule| rule.action), direction) {
            (Some(Action::Allow), _) => Ok(()),
            (_, Direction::Inbound) => Err("list in"),
            (_, Direction::Outbound) => Err("list out"),
        }
    }
}
