//! The walk through the gateways of a router, out of it and into it.

use super::{Next, Sender, Stepped, Walk, blocked};
use crate::network::{
    Address, Cause, Family, Gateway, Origin, Place, PlaceId, PlaceKind, Protocol, Role, RouterId,
    SegmentId, Step, Target, Way, is_private, is_shared,
};

impl Walk<'_> {
    /// From a segment of a router through one of its gateways.
    pub(super) fn cross(
        &mut self,
        id: PlaceId,
        router: RouterId,
        from: SegmentId,
    ) -> Stepped<Next> {
        let place = self.place(id)?;
        let PlaceKind::Gateway(gateway) = &place.kind else {
            let cause = Cause::NotDeliverable(self.flow.destination);
            return Err(blocked(&place.origin, cause));
        };
        if gateway.router != Some(router) {
            self.object(&place.origin, Cause::NotAttached(id))?;
        }
        if let Way::Hub(attachment) = &gateway.way {
            return self.enter_hub(id, place, attachment, from);
        }
        self.hop(&place.origin, Step::Crosses(id));
        let source = self.flow.source;
        match &gateway.way {
            Way::OneToOne => self.cross_one_to_one(id, place, gateway, router),
            Way::OutOnly => self.cross_out_only(id, place, router),
            Way::Link(remote) => {
                if self.network.owner(router, source).is_none() {
                    self.object(&place.origin, Cause::ForeignSource { at: id, source })?;
                }
                self.memory.link = Some(id);
                self.reach_remote(*remote, &place.origin)
            }
            Way::Peer(peer) => self.cross_peer(id, place, router, *peer),
            Way::Service(service) => self.cross_to_service(id, place, router, *service),
            Way::Hub(_) => Err(blocked(&place.origin, Cause::NotAttached(id))),
        }
    }

    fn cross_one_to_one(
        &mut self,
        id: PlaceId,
        place: &Place,
        gateway: &Gateway,
        router: RouterId,
    ) -> Stepped<Next> {
        let (before, destination) = (self.flow.source, self.flow.destination);
        if is_private(destination) || is_shared(destination) {
            return Err(blocked(
                &place.origin,
                Cause::PrivateDestination(destination),
            ));
        }
        self.check_redirection(id, place, gateway)?;
        let owner = self.network.owner(router, before);
        self.pass_barrier(id, owner, &gateway.way)?;
        let interface = owner.and_then(|owner| self.network.interface(owner));
        let address = interface.and_then(|interface| interface.owning(before));
        match address.and_then(Address::seen_outside) {
            None => {
                let cause = Cause::NoTranslation {
                    gateway: id,
                    source: before,
                };
                self.object(&place.origin, cause)?;
            }
            Some(after) if after != before => {
                self.flow.source = after;
                self.hop(
                    &place.origin,
                    Step::SourceTranslated {
                        at: id,
                        before,
                        after,
                    },
                );
            }
            Some(_) => {}
        }
        self.sender = Sender::Nobody;
        Ok(Next::Outside)
    }

    /// What comes in by this gateway to the source may go through an
    /// interface: then what goes out has to come by it too.
    fn check_redirection(&mut self, id: PlaceId, place: &Place, gateway: &Gateway) -> Stepped<()> {
        let table = gateway.table.and_then(|table| self.network.table(table));
        let Some((_, route)) = table.and_then(|table| table.look_up(self.flow.source)) else {
            return Ok(());
        };
        let Target::Through(through) = route.target else {
            return Ok(());
        };
        let owner = self.network.gateway(id).and_then(|gateway| gateway.router);
        let owner = owner.and_then(|router| self.network.owner(router, self.flow.source));
        if owner == Some(through) || self.memory.forwarders.contains(&through) {
            return Ok(());
        }
        let cause = Cause::Redirected {
            gateway: id,
            through,
        };
        self.object(&place.origin, cause)
    }

    /// What an interface has with the outside may be stopped for its segment.
    pub(super) fn pass_barrier(
        &mut self,
        id: PlaceId,
        owner: Option<PlaceId>,
        way: &Way,
    ) -> Stepped<()> {
        let Some(interface) = owner.and_then(|owner| self.network.interface(owner)) else {
            return Ok(());
        };
        match self.network.barrier(interface.segment) {
            Some((barrier, origin)) if barrier.stops(&interface.role, way) => {
                self.object(origin, Cause::Barred(id))
            }
            _ => Ok(()),
        }
    }

    fn cross_out_only(&mut self, id: PlaceId, place: &Place, router: RouterId) -> Stepped<Next> {
        let family = Family::of(self.flow.source);
        if family == Family::V4 {
            return Err(blocked(
                &place.origin,
                Cause::FamilyRefused { at: id, family },
            ));
        }
        if self.manner.recalled.is_some() {
            self.object(&place.origin, Cause::NoState(id))?;
        }
        let source = self.flow.source;
        let owner = self.network.owner(router, source);
        self.pass_barrier(id, owner, &Way::OutOnly)?;
        if owner.is_none() {
            self.object(
                &place.origin,
                Cause::NoTranslation {
                    gateway: id,
                    source,
                },
            )?;
        }
        self.memory.let_out.push(id);
        self.sender = Sender::Nobody;
        Ok(Next::Outside)
    }

    fn cross_peer(
        &mut self,
        id: PlaceId,
        place: &Place,
        router: RouterId,
        peer: RouterId,
    ) -> Stepped<Next> {
        let (source, destination) = (self.flow.source, self.flow.destination);
        let blocks = self.network.router(peer).map(|peer| &peer.blocks[..]);
        let mut blocks = blocks.unwrap_or_default().iter();
        let foreign = |address| Cause::NotInPeer { at: id, address };
        if self.network.owner(router, source).is_none() {
            self.object(&place.origin, foreign(source))?;
        }
        if !blocks.any(|block| block.contains(&destination)) {
            return Err(blocked(&place.origin, foreign(destination)));
        }
        self.deliver(peer, &place.origin, None)
    }

    fn cross_to_service(
        &mut self,
        id: PlaceId,
        place: &Place,
        router: RouterId,
        service: PlaceId,
    ) -> Stepped<Next> {
        let (source, protocol) = (self.flow.source, self.flow.protocol);
        let is_echo = protocol == Protocol::Icmp && self.flow.icmp.is_none_or(|it| it.kind == 8);
        if protocol != Protocol::Tcp && !is_echo {
            self.object(&place.origin, Cause::ProtocolRefused { at: id, protocol })?;
        }
        if self.network.owner(router, source).is_none() {
            self.object(&place.origin, Cause::ForeignSource { at: id, source })?;
        }
        if self.network.outside_at(self.flow.destination) != Some(service) {
            let cause = Cause::NotDeliverable(self.flow.destination);
            return Err(blocked(&place.origin, cause));
        }
        self.memory.let_out.push(id);
        Ok(Next::Arrived(service))
    }

    /// Into a router by one of its gateways: by the gateway's table if it has
    /// one, else to whoever has the address.
    pub(super) fn enter_router(
        &mut self,
        id: PlaceId,
        origin: &Origin,
        router: RouterId,
    ) -> Stepped<Next> {
        let gateway = self.network.gateway(id);
        let table = gateway.and_then(|gateway| {
            let id = gateway.table?;
            Some((id, self.network.table(id)?))
        });
        let Some((table_id, table)) = table else {
            return self.deliver(router, origin, None);
        };
        let Some((number, route)) = table.look_up(self.flow.destination) else {
            return self.deliver(router, origin, None);
        };
        self.routed(table_id, table, number);
        match &route.target {
            Target::Local => self.deliver(router, &route.origin, None),
            Target::Through(through) => {
                let (place, interface, _) = self.interface(*through)?;
                let is_from_outside = gateway.is_some_and(|gateway| gateway.way == Way::OneToOne);
                let family = Family::of(self.flow.destination);
                let address = interface.address(family).and_then(Address::seen_outside);
                if is_from_outside && address.is_none() && interface.role != Role::Inline {
                    self.object(&place.origin, Cause::MiddleboxNotOutside(*through))?;
                }
                Ok(Next::Enter {
                    place: *through,
                    from: None,
                })
            }
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
        }
    }
}
