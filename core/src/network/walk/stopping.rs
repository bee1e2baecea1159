//! What ends a walk, and how a walk that is to find every cause goes on after
//! one: as if that had been mended. It never makes a walk arrive that would
//! not have; the caller looks at the stops.

use super::{Blocked, Next, Stepped, Stop, Walk, blocked};
use crate::network::{Attached, Cause, Origin, PlaceId, PlaceKind, RouterId, SegmentId, Way};

impl Walk<'_> {
    /// Ends the walk, or notes why it should and goes on.
    pub(super) fn object(&mut self, origin: &Origin, cause: Cause) -> Stepped<()> {
        let stop = blocked(origin, cause);
        if self.manner.toward.is_none() {
            return Err(stop);
        }
        self.note(stop);
        Ok(())
    }

    /// Notes a cause; the same one twice, there is nothing new in it.
    pub(super) fn note(&mut self, blocked: Blocked) {
        if self.stops.iter().all(|stop| stop.blocked != blocked) {
            let hops = self.hops.len();
            self.stops.push(Stop { blocked, hops });
        }
    }

    /// Whether this cause was noted already.
    pub(super) fn is_noted(&self, cause: &Cause) -> bool {
        self.stops.iter().any(|stop| stop.blocked.cause == *cause)
    }

    /// Ends the walk for want of a route, or goes on by the likeliest way.
    pub(super) fn astray(
        &mut self,
        origin: &Origin,
        cause: Cause,
        router: RouterId,
        from: SegmentId,
    ) -> Stepped<Next> {
        let stop = blocked(origin, cause);
        match self.likely(router, from) {
            Some(next) => {
                self.note(stop);
                Ok(next)
            }
            None => Err(stop),
        }
    }

    /// The way that somebody would most likely give this flow out of `router`:
    /// a joint of it to where the flow is meant to arrive, else its gateway to
    /// the outside.
    fn likely(&self, router: RouterId, from: SegmentId) -> Option<Next> {
        let toward = self.manner.toward?;
        let destination = self.flow.destination;
        if let Some(place) = self.network.owner(router, destination) {
            let from = Some(from);
            return Some(Next::Enter { place, from });
        }
        let cross = |gateway| Next::Cross {
            gateway,
            router,
            from,
        };
        let target = self.network.router_of(toward);
        if let Some(target) = target.filter(|target| *target != router) {
            let leads = |joint: &&PlaceId| self.leads(**joint, target);
            let joint = self.network.joints(router).iter().find(leads)?;
            return Some(cross(*joint));
        }
        match &self.network.place(toward)?.kind {
            PlaceKind::Outside(_) | PlaceKind::Service(_) => {
                self.network.way_out(router).map(cross)
            }
            PlaceKind::Remote(_) => {
                let mut links = self.network.links(toward).iter();
                let is_ours = |link: &&PlaceId| {
                    let gateway = self.network.gateway(**link);
                    gateway.is_some_and(|gateway| gateway.router == Some(router))
                };
                links.find(is_ours).copied().map(cross)
            }
            _ => None,
        }
    }

    /// Whether a joint of a router leads to another router.
    fn leads(&self, joint: PlaceId, target: RouterId) -> bool {
        let gateway = self.network.gateway(joint);
        match gateway.map(|gateway| &gateway.way) {
            Some(Way::Peer(peer)) => *peer == target,
            Some(Way::Hub(attachment)) => {
                let joints = self.network.joints(target).iter();
                let mut joints = joints.filter_map(|joint| self.network.gateway(*joint));
                joints.any(|joint| {
                    let there = joint.attachment();
                    there.is_some_and(|there| {
                        there.hub == attachment.hub && matches!(there.to, Attached::Router { .. })
                    })
                })
            }
            _ => false,
        }
    }
}
