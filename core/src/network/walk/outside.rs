//! The walk where nothing is ours: outside, at services and at remote sites,
//! and from there back into a router.

use super::{Next, Sender, Stepped, Walk, blocked};
use crate::network::{
    Attached, Cause, Origin, Place, PlaceId, PlaceKind, RouterId, Step, Way, is_private, is_shared,
};

impl Walk<'_> {
    /// In the outside: to somebody of ours who is known there, or to anybody.
    pub(super) fn outside(&mut self) -> Stepped<Next> {
        self.sender = Sender::Nobody;
        let before = self.flow.destination;
        if let Some((owner, after)) = self.network.known_outside(before) {
            return self.come_from_outside(owner, after);
        }
        // Meant for somebody who has no address out here.
        if let Some(place) = self.manner.toward
            && self
                .network
                .interface(place)
                .is_some_and(|it| it.owning(before).is_some())
        {
            return self.come_from_outside(place, before);
        }
        let is_public = !is_private(before) && !is_shared(before);
        let found = self.network.outside_at(before).filter(|_| is_public);
        found.map(Next::Arrived).ok_or_else(|| {
            let nowhere = Origin::whole("");
            let at = self.hops.last().map_or(nowhere, |hop| hop.origin.clone());
            blocked(&at, Cause::NotDeliverable(before))
        })
    }

    /// From outside to an interface whose own address is `after`.
    fn come_from_outside(&mut self, owner: PlaceId, after: std::net::IpAddr) -> Stepped<Next> {
        let (place, ..) = self.interface(owner)?;
        let (before, source) = (self.flow.destination, self.flow.source);
        let Some(router) = self.network.router_of(owner) else {
            return Err(blocked(&place.origin, Cause::NoWayIn(owner)));
        };
        let Some(gateway_id) = self.way_in(owner, place, router)? else {
            self.flow.destination = after;
            return self.deliver(router, &place.origin, None);
        };
        let gateway = self.place(gateway_id)?;
        self.hop(&gateway.origin, Step::Crosses(gateway_id));
        if let PlaceKind::Gateway(it) = &gateway.kind {
            self.pass_barrier(gateway_id, Some(owner), &it.way)?;
        }
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
        self.enter_router(gateway_id, &gateway.origin, router)
    }

    /// The gateway by which the outside comes into a router: for a reply, the
    /// one that let the call out.
    fn way_in(
        &mut self,
        owner: PlaceId,
        place: &Place,
        router: RouterId,
    ) -> Stepped<Option<PlaceId>> {
        let out_only = self.network.way_out_only(router);
        let out_only = out_only.filter(|_| self.flow.destination.is_ipv6());
        let recalled = self.manner.recalled;
        let let_out =
            |gateway: &PlaceId| recalled.is_some_and(|memory| memory.let_out.contains(gateway));
        if let Some(gateway) = out_only.filter(let_out) {
            return Ok(Some(gateway));
        }
        if let Some(gateway) = self.network.way_out(router) {
            return Ok(Some(gateway));
        }
        if let Some(gateway) = out_only {
            let at = self.place(gateway)?;
            self.object(&at.origin, Cause::NoState(gateway))?;
            return Ok(Some(gateway));
        }
        self.object(&place.origin, Cause::NoWayIn(owner))?;
        Ok(None)
    }

    /// From a service: a reply by the gateway that the call came by, else
    /// through the outside.
    pub(super) fn come_from_service(&mut self, from: PlaceId) -> Stepped<Next> {
        let let_out = self.manner.recalled.map(|memory| &memory.let_out[..]);
        for &id in let_out.unwrap_or_default() {
            let Some(gateway) = self.network.gateway(id) else {
                continue;
            };
            if let (Way::Service(service), Some(router)) = (&gateway.way, gateway.router)
                && *service == from
            {
                let place = self.place(id)?;
                self.hop(&place.origin, Step::Crosses(id));
                return self.deliver(router, &place.origin, None);
            }
        }
        Ok(Next::Outside)
    }

    /// To a remote site, if it has the address.
    pub(super) fn reach_remote(&self, remote: PlaceId, at: &Origin) -> Stepped<Next> {
        let destination = self.flow.destination;
        let has = match &self.place(remote)?.kind {
            PlaceKind::Remote(site) => site.blocks.iter().any(|it| it.contains(&destination)),
            _ => false,
        };
        if has {
            Ok(Next::Arrived(remote))
        } else {
            Err(blocked(at, Cause::NotDeliverable(destination)))
        }
    }

    /// From a remote site: a reply by the gateway that the call came by, else
    /// by the first of its links that leads to the destination.
    pub(super) fn come_from_remote(&mut self, from: PlaceId, site: &Place) -> Stepped<Next> {
        let destination = self.flow.destination;
        let recalled = self.manner.recalled.and_then(|memory| memory.link);
        let links = self.network.links(from).iter().copied();
        for link in recalled.into_iter().chain(links) {
            let place = self.place(link)?;
            let PlaceKind::Gateway(gateway) = &place.kind else {
                continue;
            };
            match &gateway.way {
                Way::Link(_) => {
                    let Some(router) = gateway.router else {
                        continue;
                    };
                    if self.network.owner(router, destination).is_some() {
                        self.memory.link = Some(link);
                        self.hop(&place.origin, Step::Crosses(link));
                        return self.enter_router(link, &place.origin, router);
                    }
                }
                Way::Hub(attachment) if attachment.to == Attached::Remote(from) => {
                    let table = attachment.table.and_then(|table| self.network.table(table));
                    let leads = table.is_some_and(|table| table.look_up(destination).is_some());
                    if leads || self.manner.toward.is_some() || self.is_only_link(from) {
                        self.memory.link = Some(link);
                        self.hop(&place.origin, Step::Crosses(link));
                        return self.across_hub(link, attachment, &None);
                    }
                }
                _ => {}
            }
        }
        Err(blocked(&site.origin, Cause::NotDeliverable(destination)))
    }

    fn is_only_link(&self, remote: PlaceId) -> bool {
        self.network.links(remote).len() == 1
    }
}
