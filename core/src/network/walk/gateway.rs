//! The walk through gateways: from a router to the outside or to a remote site,
//! and from there to a router.

use super::{Next, Stepped, Walk, blocked};
use crate::network::{
    Address, Cause, Origin, Place, PlaceId, PlaceKind, RouterId, Step, Way, is_private, is_shared,
};

impl Walk<'_> {
    /// From a router through one of its gateways.
    pub(super) fn cross(&mut self, id: PlaceId, router: RouterId) -> Stepped<Next> {
        let place = self.place(id)?;
        let refuse = |cause| Err(blocked(&place.origin, cause));
        let PlaceKind::Gateway(gateway) = &place.kind else {
            return refuse(Cause::NotDeliverable(self.flow.destination));
        };
        if gateway.router != Some(router) {
            return refuse(Cause::NotAttached(id));
        }
        self.hop(&place.origin, Step::Crosses(id));
        let destination = self.flow.destination;
        match gateway.way {
            Way::OneToOne => {
                if is_private(destination) || is_shared(destination) {
                    return refuse(Cause::PrivateDestination(destination));
                }
                let before = self.flow.source;
                let owner = self.network.owner(router, before);
                let interface = owner.and_then(|owner| self.network.interface(owner));
                let address = interface.and_then(|interface| interface.owning(before));
                let Some(after) = address.and_then(Address::seen_outside) else {
                    return refuse(Cause::NoTranslation {
                        gateway: id,
                        source: before,
                    });
                };
                if before != after {
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
                Ok(Next::Outside)
            }
            Way::Link(remote) => {
                let there = &self.place(remote)?.kind;
                let PlaceKind::Remote(site) = there else {
                    return refuse(Cause::NotDeliverable(destination));
                };
                if !site.blocks.iter().any(|block| block.contains(&destination)) {
                    return refuse(Cause::NotDeliverable(destination));
                }
                Ok(Next::Arrived(remote))
            }
        }
    }

    /// In the outside: to somebody of ours who is known there, or to anybody.
    pub(super) fn outside(&mut self) -> Stepped<Next> {
        let before = self.flow.destination;
        let Some((owner, after)) = self.network.known_outside(before) else {
            let outside = self.network.outside();
            let is_public = !is_private(before) && !is_shared(before);
            return outside
                .filter(|_| is_public)
                .map(Next::Arrived)
                .ok_or_else(|| {
                    let nowhere = Origin::whole("");
                    let at = self.hops.last().map_or(nowhere, |hop| hop.origin.clone());
                    blocked(&at, Cause::NotDeliverable(before))
                });
        };
        let place = self.place(owner)?;
        let router = self.network.router_of(owner);
        let way_in = router.and_then(|router| Some((router, self.network.way_out(router)?)));
        let Some((router, gateway_id)) = way_in else {
            return Err(blocked(&place.origin, Cause::NoWayIn(owner)));
        };
        let gateway = self.place(gateway_id)?;
        self.hop(&gateway.origin, Step::Crosses(gateway_id));
        let source = self.flow.source;
        if is_private(source) || is_shared(source) {
            return Err(blocked(&gateway.origin, Cause::PrivateSource(source)));
        }
        if before != after {
            self.flow.destination = after;
            let step = Step::DestinationTranslated {
                at: gateway_id,
                before,
                after,
            };
            self.hop(&gateway.origin, step);
        }
        self.deliver(router, &gateway.origin, None)
    }

    /// From a remote site, through the first of its links whose router has the
    /// destination.
    pub(super) fn come_from_remote(&mut self, from: PlaceId, site: &Place) -> Stepped<Next> {
        let destination = self.flow.destination;
        for &link in self.network.links(from) {
            let place = self.place(link)?;
            let PlaceKind::Gateway(gateway) = &place.kind else {
                continue;
            };
            let owner = gateway
                .router
                .and_then(|router| self.network.owner(router, destination));
            if let Some(owner) = owner {
                self.hop(&place.origin, Step::Crosses(link));
                return Ok(Next::Enter {
                    place: owner,
                    from: None,
                });
            }
        }
        Err(blocked(&site.origin, Cause::NotDeliverable(destination)))
    }
}
