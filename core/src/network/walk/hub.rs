//! The walk through hubs: from a segment of a router into the hub, by the
//! table of the attachment, and out into a segment of another router.
//!
//! The filter of the attachment's segment is asked for what comes in from a
//! router's segment, and for what goes out of the hub to another segment than
//! its own.

use std::sync::Arc;

use super::{Next, Stepped, Walk, blocked};
use crate::network::{
    Attached, Attachment, Cause, Direction, Origin, Place, PlaceId, Route, SegmentId, Step, Target,
};

/// More hubs than any flow passes.
const MOST_HUBS: usize = 8;

type Zone = Option<Arc<str>>;

impl Walk<'_> {
    /// Out of a router's segment into a hub.
    pub(super) fn enter_hub(
        &mut self,
        id: PlaceId,
        place: &Place,
        attachment: &Attachment,
        from: SegmentId,
    ) -> Stepped<Next> {
        let Attached::Router {
            segments,
            tells_groups,
            ..
        } = &attachment.to
        else {
            return Err(blocked(&place.origin, Cause::NotAttached(id)));
        };
        let zone = self.zone(from);
        let gateway = self.network.gateway(id);
        let is_attached = gateway.is_some_and(|gateway| gateway.router.is_some());
        match self.near(segments, &zone) {
            // Noted before: one that is not attached is in no zone at all.
            None if !is_attached => {}
            None => self.object(&place.origin, Cause::ZoneNotServed(id))?,
            Some(segment) => {
                if let Some(there) = self.network.segment(segment) {
                    self.sieve(segment, there, Direction::Inbound)?;
                }
            }
        }
        self.hop(&place.origin, Step::Crosses(id));
        if !tells_groups {
            self.lose_sender(id);
        }
        self.across_hub(id, attachment, &zone)
    }

    /// Through a hub, and further hubs joined to it, by the tables of the
    /// attachments by which the flow comes in.
    pub(super) fn across_hub(
        &mut self,
        id: PlaceId,
        attachment: &Attachment,
        zone: &Zone,
    ) -> Stepped<Next> {
        let (mut id, mut attachment) = (id, attachment);
        for _ in 0..MOST_HUBS {
            let hub = self.network.hub(attachment.hub);
            if !hub.is_some_and(|hub| hub.tells_groups) {
                self.lose_sender(id);
            }
            let out = self.hub_route(id, attachment)?;
            let place = self.place(out)?;
            let gateway = self.network.gateway(out);
            let Some(there) = gateway.and_then(|gateway| gateway.attachment()) else {
                return Err(blocked(&place.origin, Cause::NotAttached(out)));
            };
            self.hop(&place.origin, Step::Crosses(out));
            match &there.to {
                Attached::Hub(other) => {
                    let next = self.network.gateway(*other);
                    let Some(next) = next.and_then(|gateway| gateway.attachment()) else {
                        return Err(blocked(&place.origin, Cause::NotAttached(out)));
                    };
                    self.lose_sender(out);
                    (id, attachment) = (*other, next);
                }
                Attached::Remote(remote) => {
                    self.memory.link = Some(out);
                    return self.reach_remote(*remote, &place.origin);
                }
                Attached::Router {
                    segments,
                    keeps_zone,
                    tells_groups,
                } => {
                    if !tells_groups {
                        self.lose_sender(out);
                    }
                    self.through_hub = true;
                    let near = self.near(segments, zone).filter(|_| !keeps_zone);
                    let near = near.or(segments.first().copied());
                    let found = near.and_then(|it| Some((it, self.network.segment(it)?)));
                    let Some((segment_id, segment)) = found else {
                        return Err(blocked(&place.origin, Cause::ZoneNotServed(out)));
                    };
                    return self.leave_segment(segment_id, segment, false);
                }
            }
        }
        let place = self.place(id)?;
        Err(blocked(&place.origin, Cause::LoopDetected(id)))
    }

    /// The gateway by which the table of an attachment sends the flow on.
    fn hub_route(&mut self, id: PlaceId, attachment: &Attachment) -> Stepped<PlaceId> {
        let place = self.place(id)?;
        let table = attachment
            .table
            .and_then(|table| Some((table, self.network.table(table)?)));
        let Some((table_id, table)) = table else {
            return self.hub_astray(&place.origin, Cause::NoHubTable(id), attachment);
        };
        let Some((number, route)) = table.look_up(self.flow.destination) else {
            let cause = Cause::NoHubRoute {
                at: id,
                table: table_id,
            };
            return self.hub_astray(&table.origin, cause, attachment);
        };
        self.routed(table_id, table, number);
        let Route { target, origin, .. } = route;
        match target {
            Target::Through(out) => Ok(*out),
            Target::Unsupported(why) => Err(blocked(origin, Cause::Unsupported(why.clone()))),
            Target::Local | Target::Blackhole => {
                let cause = Cause::HubBlackhole {
                    table: table_id,
                    route: number,
                };
                self.hub_astray(origin, cause, attachment)
            }
        }
    }

    /// Ends the walk, or goes on to the attachment of the router or site where
    /// the flow is meant to arrive.
    fn hub_astray(
        &mut self,
        origin: &Origin,
        cause: Cause,
        attachment: &Attachment,
    ) -> Stepped<PlaceId> {
        let stop = blocked(origin, cause);
        let toward = self.manner.toward;
        let router = toward.and_then(|place| self.network.router_of(place));
        let joints = router.map(|router| self.network.joints(router));
        let links = toward.map(|place| self.network.links(place));
        let candidates = [joints, links].into_iter().flatten().flatten();
        let is_here = |place: &&PlaceId| {
            let gateway = self.network.gateway(**place);
            let there = gateway.and_then(|gateway| gateway.attachment());
            there.is_some_and(|there| there.hub == attachment.hub)
        };
        match candidates.copied().find(|place| is_here(&place)) {
            Some(out) => {
                self.note(stop);
                Ok(out)
            }
            None => Err(stop),
        }
    }

    pub(super) fn zone(&self, segment: SegmentId) -> Zone {
        self.network.segment(segment)?.zone.clone()
    }

    /// The segment of a zone: an attachment has at most one there. Only
    /// without it is one taken whose zone is not known.
    fn near(&self, segments: &[SegmentId], zone: &Zone) -> Option<SegmentId> {
        let mut known = segments.iter().filter(|_| zone.is_some());
        let same = known.find(|it| self.zone(**it) == *zone);
        let fitting = || segments.iter().find(|it| self.is_in(**it, zone));
        same.or_else(fitting).copied()
    }

    /// Whether a segment is in a zone; a zone that is not known fits all.
    fn is_in(&self, segment: SegmentId, zone: &Zone) -> bool {
        match (self.zone(segment), zone) {
            (Some(here), Some(zone)) => here == *zone,
            _ => true,
        }
    }
}
