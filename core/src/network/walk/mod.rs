//! The walk of one flow from place to place until it arrives or is stopped.
//! The same walk goes there and back: on the way back it recalls what the way
//! there left in the memory of filters and translators. It chooses no
//! addresses and judges no answer.

mod filter;
mod gateway;
mod hub;
mod memory;
mod outside;
mod stopping;
mod translator;

pub use memory::Stop;
pub(super) use memory::{Manner, Memory, Stretch, Walked};

use super::{
    Blocked, Cause, Direction, Flow, Hop, Interface, Network, Origin, Place, PlaceId, PlaceKind,
    PortSet, Role, RouterId, Segment, SegmentId, Step, Table, TableId, Target, Trace,
};
use std::collections::BTreeSet;
use std::net::IpAddr;

/// More steps than any sensible way has; each place adds a handful.
const MOST_STEPS: usize = 128;

/// Where the flow is about to be.
#[derive(Debug, Clone, Copy)]
enum Next {
    Leave(PlaceId),
    Enter {
        place: PlaceId,
        from: Option<SegmentId>,
    },
    Cross {
        gateway: PlaceId,
        router: RouterId,
        from: SegmentId,
    },
    Outside,
    Arrived(PlaceId),
}

/// Who a filter takes the sender for, when it asks for members of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sender {
    /// Nobody of ours.
    Nobody,
    /// This interface.
    Known(PlaceId),
    /// This interface, but that was lost there.
    Lost { sender: PlaceId, at: PlaceId },
}

type Stepped<T> = Result<T, Blocked>;

struct Walk<'network> {
    network: &'network Network,
    manner: Manner<'network>,
    flow: Flow,
    meant: PortSet,
    sender: Sender,
    through_hub: bool,
    hops: Vec<Hop>,
    stops: Vec<Stop>,
    memory: Memory,
    stretches: Vec<Stretch>,
    seen: BTreeSet<(PlaceId, IpAddr, IpAddr)>,
}

/// Walks `flow` from `from`.
pub(super) fn walk(network: &Network, from: PlaceId, flow: Flow, manner: Manner<'_>) -> Walked {
    let mut walk = Walk {
        network,
        manner,
        meant: flow.destination_ports.clone(),
        flow,
        sender: Sender::Nobody,
        through_hub: false,
        hops: Vec::new(),
        stops: Vec::new(),
        memory: Memory::default(),
        stretches: Vec::new(),
        seen: BTreeSet::new(),
    };
    let outcome = walk.run(from);
    let arrived = outcome.is_ok().then(|| walk.flow.clone());
    walk.end_stretch(PortSet::none());
    Walked {
        trace: Trace {
            hops: walk.hops,
            outcome,
            arrived,
        },
        memory: walk.memory,
        stretches: walk.stretches,
        stops: walk.stops,
    }
}

impl<'network> Walk<'network> {
    fn run(&mut self, from: PlaceId) -> Stepped<PlaceId> {
        let place = self.place(from)?;
        if self.flow.family().is_none() {
            return Err(blocked(&place.origin, Cause::WrongFamily));
        }
        let mut next = self.start(from, place)?;
        for _ in 0..MOST_STEPS {
            next = match next {
                Next::Leave(id) => self.leave(id)?,
                Next::Enter { place, from } => self.enter(place, from)?,
                Next::Cross {
                    gateway,
                    router,
                    from,
                } => self.cross(gateway, router, from)?,
                Next::Outside => self.outside()?,
                Next::Arrived(id) => {
                    let place = self.place(id)?;
                    self.hop(&place.origin, Step::Delivered(id));
                    return Ok(id);
                }
            };
        }
        Err(blocked(&place.origin, Cause::TooManyHops))
    }

    fn start(&mut self, from: PlaceId, place: &Place) -> Stepped<Next> {
        match &place.kind {
            PlaceKind::Interface(interface) => {
                if self.manner.recalled.is_none() && interface.role == Role::Answers {
                    self.object(&place.origin, Cause::NeverOpens(from))?;
                }
                Ok(Next::Leave(from))
            }
            PlaceKind::Outside(_) => {
                self.hop(&place.origin, Step::Leaves(from));
                Ok(Next::Outside)
            }
            PlaceKind::Service(_) => {
                self.hop(&place.origin, Step::Leaves(from));
                self.come_from_service(from)
            }
            PlaceKind::Remote(_) => {
                self.hop(&place.origin, Step::Leaves(from));
                self.come_from_remote(from, place)
            }
            PlaceKind::Gateway(_) => {
                let reason = "a gateway sends nothing of its own; ask from what is behind it";
                Err(blocked(
                    &place.origin,
                    Cause::Unsupported(reason.to_owned()),
                ))
            }
        }
    }

    /// Out of an interface: its filter, then the segment, or the segment's
    /// filter and table.
    fn leave(&mut self, id: PlaceId) -> Stepped<Next> {
        let (place, interface, segment) = self.interface(id)?;
        if !self
            .seen
            .insert((id, self.flow.source, self.flow.destination))
        {
            return Err(blocked(&place.origin, Cause::LoopDetected(id)));
        }
        self.hop(&place.origin, Step::Leaves(id));
        // A place that calls itself never leaves it: no filter is met.
        if self.manner.carried_to.is_none() && interface.owning(self.flow.destination).is_some() {
            return Ok(Next::Arrived(id));
        }
        if interface.owning(self.flow.source).is_some() {
            self.sender = Sender::Known(id);
        } else if matches!(interface.role, Role::Host | Role::Answers | Role::Opens)
            && !self.is_noted(&Cause::NotForwarding(id))
        {
            self.object(&place.origin, Cause::SpoofedSource(id))?;
        }
        if let Some((node, client)) = self.manner.speaker
            && node == id
            && let Some(sender) = self.network.owner_nearby(segment.router, client)
        {
            self.sender = Sender::Lost { sender, at: node };
        }
        self.guard(id, place, interface, segment, Direction::Outbound)?;
        if let Some(node) = self.manner.carried_to.filter(|node| *node != id) {
            return self.carry(node, interface.segment, segment);
        }
        self.leave_segment(interface.segment, segment, self.manner.is_filtered_inside)
    }

    /// Out of a segment, or to somebody in it.
    fn leave_segment(
        &mut self,
        id: SegmentId,
        segment: &Segment,
        is_filtered_inside: bool,
    ) -> Stepped<Next> {
        let destination = self.flow.destination;
        let is_inside = |block: &ipnet::IpNet| block.contains(&destination);
        if segment.blocks.iter().any(is_inside) {
            let owner = self.network.owner(segment.router, destination);
            let place = owner
                .ok_or_else(|| blocked(&segment.origin, Cause::NotDeliverable(destination)))?;
            if is_filtered_inside {
                self.sieve(id, segment, Direction::Outbound)?;
            }
            self.hop(&segment.origin, Step::Direct(id));
            return Ok(Next::Enter {
                place,
                from: Some(id),
            });
        }
        self.sieve(id, segment, Direction::Outbound)?;
        self.route(id, segment)
    }

    fn carry(&mut self, node: PlaceId, id: SegmentId, segment: &Segment) -> Stepped<Next> {
        let (place, interface, _) = self.interface(node)?;
        if interface.segment != id {
            self.sieve(id, segment, Direction::Outbound)?;
        }
        self.hop(&place.origin, Step::Carried(node));
        Ok(Next::Enter {
            place: node,
            from: Some(id),
        })
    }

    /// By the table of a segment.
    fn route(&mut self, id: SegmentId, segment: &Segment) -> Stepped<Next> {
        let table = segment
            .table
            .and_then(|table| Some((table, self.network.table(table)?)));
        let Some((table_id, table)) = table else {
            let cause = Cause::NoRoute {
                segment: id,
                table: None,
            };
            return self.astray(&segment.origin, cause, segment.router, id);
        };
        let Some((number, route)) = table.look_up(self.flow.destination) else {
            let cause = Cause::NoRoute {
                segment: id,
                table: Some(table_id),
            };
            return self.astray(&table.origin, cause, segment.router, id);
        };
        self.routed(table_id, table, number);
        match &route.target {
            Target::Local => self.deliver(segment.router, &route.origin, Some(id)),
            Target::Blackhole => {
                let cause = Cause::Blackhole {
                    table: table_id,
                    route: number,
                };
                self.astray(&route.origin, cause, segment.router, id)
            }
            Target::Unsupported(why) => {
                Err(blocked(&route.origin, Cause::Unsupported(why.clone())))
            }
            Target::Through(place) => match &self.place(*place)?.kind {
                PlaceKind::Interface(_) => Ok(Next::Enter {
                    place: *place,
                    from: Some(id),
                }),
                _ => Ok(Next::Cross {
                    gateway: *place,
                    router: segment.router,
                    from: id,
                }),
            },
        }
    }

    fn routed(&mut self, id: TableId, table: &Table, number: usize) {
        if let Some(route) = table.routes().get(number) {
            self.hop(
                &route.origin,
                Step::Routed {
                    table: id,
                    route: number,
                },
            );
        }
    }

    /// Local delivery by a router.
    fn deliver(&self, router: RouterId, at: &Origin, from: Option<SegmentId>) -> Stepped<Next> {
        let destination = self.flow.destination;
        if let Some(place) = self.network.owner(router, destination) {
            return Ok(Next::Enter { place, from });
        }
        let router = self.network.router(router);
        let is_local =
            router.is_some_and(|router| router.blocks.iter().any(|it| it.contains(&destination)));
        let cause = if is_local {
            Cause::NotDeliverable(destination)
        } else {
            Cause::NotLocal
        };
        Err(blocked(at, cause))
    }

    /// Into an interface: the segment's filter when it comes from elsewhere,
    /// the interface's own, then what the interface does.
    fn enter(&mut self, id: PlaceId, from: Option<SegmentId>) -> Stepped<Next> {
        let (place, interface, segment) = self.interface(id)?;
        if from != Some(interface.segment) {
            self.sieve(interface.segment, segment, Direction::Inbound)?;
        }
        let is_its_own =
            interface.owning(self.flow.destination).is_some() || self.manner.carried_to == Some(id);
        let forwards = !matches!(
            interface.role,
            Role::Host | Role::Node | Role::Answers | Role::Opens
        );
        if !is_its_own && !forwards {
            self.object(&place.origin, Cause::NotForwarding(id))?;
        }
        self.guard(id, place, interface, segment, Direction::Inbound)?;
        match &interface.role {
            Role::Translator(translator) if is_its_own => self.restore(id, place, translator),
            Role::Opens if is_its_own && self.manner.recalled.is_none() => {
                self.object(&place.origin, Cause::NeverTakes(id))?;
                Ok(Next::Arrived(id))
            }
            _ if is_its_own => Ok(Next::Arrived(id)),
            Role::Host | Role::Node | Role::Answers | Role::Opens => Ok(Next::Leave(id)),
            Role::Forwarder | Role::Inline => {
                self.lose_sender(id);
                self.memory.forwarders.push(id);
                Ok(Next::Leave(id))
            }
            Role::Translator(translator) => {
                self.serve_zone(id, place, translator, from)?;
                self.translate(id, place, interface, segment, translator)
            }
        }
    }

    /// From here on nobody can tell which group the sender is in.
    fn lose_sender(&mut self, at: PlaceId) {
        if let Sender::Known(sender) = self.sender {
            self.sender = Sender::Lost { sender, at };
        }
    }

    fn end_stretch(&mut self, next: PortSet) {
        let passed = std::mem::replace(&mut self.flow.destination_ports, next.clone());
        let meant = std::mem::replace(&mut self.meant, next);
        self.stretches.push(Stretch { meant, passed });
    }

    fn hop(&mut self, origin: &Origin, step: Step) {
        if self.manner.is_quiet {
            return;
        }
        self.hops.push(Hop {
            origin: origin.clone(),
            step,
            flow: self.flow.clone(),
        });
    }

    fn place(&self, id: PlaceId) -> Stepped<&'network Place> {
        self.network.place(id).ok_or_else(missing)
    }

    fn interface(
        &self,
        id: PlaceId,
    ) -> Stepped<(&'network Place, &'network Interface, &'network Segment)> {
        let place = self.place(id)?;
        let interface = place.interface().ok_or_else(missing)?;
        let segment = self
            .network
            .segment(interface.segment)
            .ok_or_else(missing)?;
        Ok((place, interface, segment))
    }
}

fn blocked(origin: &Origin, cause: Cause) -> Blocked {
    Blocked {
        origin: origin.clone(),
        cause,
    }
}

/// A handle of another network: nothing to look at.
fn missing() -> Blocked {
    let reason = "this part is not in the network";
    blocked(&Origin::whole(""), Cause::Unsupported(reason.to_owned()))
}
