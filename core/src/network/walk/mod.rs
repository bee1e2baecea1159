//! The walk of one flow from place to place until it arrives or is stopped.
//! The same walk goes there and back: on the way back it recalls what the way
//! there left in the memory of filters and translators. It chooses no
//! addresses and judges no answer.

mod filter;
mod gateway;
mod translator;

use super::{
    Blocked, Cause, Direction, Flow, Hop, Interface, Network, Origin, Place, PlaceId, PlaceKind,
    PortSet, Role, RouterId, Segment, SegmentId, Step, Target, Trace,
};
use std::collections::BTreeSet;
use std::net::IpAddr;

/// More steps than any sensible way has; each place adds a handful.
const MOST_HOPS: usize = 256;

/// What filters and translators remember of a flow.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    passed: BTreeSet<(PlaceId, Direction)>,
    translations: Vec<Translation>,
}

/// One entry of a many-to-one translator.
#[derive(Debug, Clone)]
struct Translation {
    at: PlaceId,
    source: IpAddr,
    source_ports: PortSet,
}

/// A stretch of the way on which the destination ports stay what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The ports with which it began.
    pub(super) meant: PortSet,
    /// The ports that were left at its end.
    pub(super) passed: PortSet,
}

/// A finished walk.
#[derive(Debug)]
pub(super) struct Walked {
    pub(super) trace: Trace,
    pub(super) memory: Memory,
    pub(super) stretches: Vec<Stretch>,
}

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
    },
    Outside,
    Arrived(PlaceId),
}

type Stepped<T> = Result<T, Blocked>;

struct Walk<'network> {
    network: &'network Network,
    recalled: Option<&'network Memory>,
    carried_to: Option<PlaceId>,
    speaker: Option<(PlaceId, IpAddr)>,
    flow: Flow,
    meant: PortSet,
    hops: Vec<Hop>,
    memory: Memory,
    stretches: Vec<Stretch>,
    seen: BTreeSet<(PlaceId, IpAddr, IpAddr)>,
}

/// How a walk goes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner<'memory> {
    /// The walk is the answer to the flow that left this memory.
    pub(super) recalled: Option<&'memory Memory>,
    /// Whatever its destination, the flow is carried to this interface by the
    /// layer below: no table is asked, filters are.
    pub(super) carried_to: Option<PlaceId>,
    /// The interface that sends in the name of this client, and so counts as
    /// the client where filters ask for members of a group.
    pub(super) speaker: Option<(PlaceId, IpAddr)>,
}

/// Walks `flow` from `from`.
pub(super) fn walk(network: &Network, from: PlaceId, flow: Flow, manner: Manner<'_>) -> Walked {
    let mut walk = Walk {
        network,
        recalled: manner.recalled,
        carried_to: manner.carried_to,
        speaker: manner.speaker,
        meant: flow.destination_ports.clone(),
        flow,
        hops: Vec::new(),
        memory: Memory::default(),
        stretches: Vec::new(),
        seen: BTreeSet::new(),
    };
    let outcome = walk.run(from);
    walk.end_stretch(PortSet::none());
    Walked {
        trace: Trace {
            hops: walk.hops,
            outcome,
        },
        memory: walk.memory,
        stretches: walk.stretches,
    }
}

impl<'network> Walk<'network> {
    fn run(&mut self, from: PlaceId) -> Stepped<PlaceId> {
        let place = self.place(from)?;
        if self.flow.family().is_none() {
            return Err(blocked(&place.origin, Cause::WrongFamily));
        }
        let mut next = self.start(from, place)?;
        while self.hops.len() < MOST_HOPS {
            next = match next {
                Next::Leave(id) => self.leave(id)?,
                Next::Enter { place, from } => self.enter(place, from)?,
                Next::Cross { gateway, router } => self.cross(gateway, router)?,
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
            PlaceKind::Interface(_) => Ok(Next::Leave(from)),
            PlaceKind::Outside(_) => {
                self.hop(&place.origin, Step::Leaves(from));
                Ok(Next::Outside)
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
        if self.carried_to.is_none() && interface.owning(self.flow.destination).is_some() {
            return Ok(Next::Arrived(id));
        }
        if interface.role == Role::Host && interface.owning(self.flow.source).is_none() {
            return Err(blocked(&place.origin, Cause::SpoofedSource(id)));
        }
        self.guard(id, place, interface, segment, Direction::Outbound)?;
        if let Some(node) = self.carried_to.filter(|node| *node != id) {
            return self.carry(node, interface.segment, segment);
        }
        let destination = self.flow.destination;
        if segment
            .blocks
            .iter()
            .any(|block| block.contains(&destination))
        {
            let owner = self.network.owner(segment.router, destination);
            let place = owner
                .ok_or_else(|| blocked(&segment.origin, Cause::NotDeliverable(destination)))?;
            self.hop(&segment.origin, Step::Direct(interface.segment));
            return Ok(Next::Enter {
                place,
                from: Some(interface.segment),
            });
        }
        self.sieve(interface.segment, segment, Direction::Outbound)?;
        self.route(interface.segment, segment)
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

    fn route(&mut self, id: SegmentId, segment: &Segment) -> Stepped<Next> {
        let destination = self.flow.destination;
        let no_route = || {
            blocked(
                &segment.origin,
                Cause::NoRoute {
                    segment: id,
                    table: None,
                },
            )
        };
        let table_id = segment.table.ok_or_else(no_route)?;
        let table = self.network.table(table_id).ok_or_else(no_route)?;
        let Some((number, route)) = table.look_up(destination) else {
            let cause = Cause::NoRoute {
                segment: id,
                table: Some(table_id),
            };
            return Err(blocked(&table.origin, cause));
        };
        self.hop(
            &route.origin,
            Step::Routed {
                table: table_id,
                route: number,
            },
        );
        match &route.target {
            Target::Local => self.deliver(segment.router, &route.origin, Some(id)),
            Target::Blackhole => {
                let cause = Cause::Blackhole {
                    table: table_id,
                    route: number,
                };
                Err(blocked(&route.origin, cause))
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
                }),
            },
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
        self.guard(id, place, interface, segment, Direction::Inbound)?;
        let is_its_own =
            interface.owning(self.flow.destination).is_some() || self.carried_to == Some(id);
        match &interface.role {
            Role::Translator(_) if is_its_own => self.restore(id, place),
            _ if is_its_own => Ok(Next::Arrived(id)),
            Role::Host | Role::Node => Err(blocked(&place.origin, Cause::NotForwarding(id))),
            Role::Forwarder => Ok(Next::Leave(id)),
            Role::Translator(translator) => {
                self.translate(id, place, interface, segment, translator)
            }
        }
    }

    fn end_stretch(&mut self, next: PortSet) {
        let passed = std::mem::replace(&mut self.flow.destination_ports, next.clone());
        let meant = std::mem::replace(&mut self.meant, next);
        self.stretches.push(Stretch { meant, passed });
    }

    fn hop(&mut self, origin: &Origin, step: Step) {
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
