//! The walk at a filter: who is asked, what it lets pass, what it remembers.

use super::{Sender, Stepped, Walk};
use crate::network::{
    Cause, Direction, FilterKind, Interface, Origin, Place, PlaceId, PortSet, RouterId, Segment,
    SegmentId, StatefulId, Step, Verdict,
};
use std::net::IpAddr;

impl<'network> Walk<'network> {
    /// The stateful filters of an interface.
    pub(super) fn guard(
        &mut self,
        id: PlaceId,
        place: &Place,
        interface: &Interface,
        segment: &Segment,
        direction: Direction,
    ) -> Stepped<()> {
        if interface.guards.is_empty() {
            return Ok(());
        }
        let by = FilterKind::Stateful(id);
        let before = (id, direction.opposite(), self.flow.destination);
        let recalled = self.manner.recalled;
        if recalled.is_some_and(|memory| memory.passed.contains(&before)) {
            let verdict = Verdict::Remembered;
            self.hop(
                &place.origin,
                Step::Filtered {
                    by,
                    direction,
                    verdict,
                },
            );
            return Ok(());
        }
        let (mut decisions, mut passed, mut rules) = (Vec::new(), PortSet::none(), 0);
        let network = self.network;
        let filters = || {
            interface
                .guards
                .iter()
                .filter_map(|id| network.stateful(*id))
        };
        let is_member = self.membership(segment.router, direction, self.sender);
        for filter in filters() {
            rules += filter.rules(direction).len();
            let allowed = filter.allow(&self.flow, direction, &is_member, &mut decisions);
            passed = passed.union(&allowed);
        }
        self.memory.passed.insert((id, direction, self.flow.source));
        let first = filters().next();
        let culprit = first.map_or(&place.origin, |filter| &filter.origin);
        let is_denied = passed.is_empty();
        if !self.manner.is_quiet {
            let asked: Vec<Origin> = filters().map(|filter| filter.origin.clone()).collect();
            let verdict = Verdict::Judged {
                passed: passed.clone(),
                decisions,
                asked,
                rules,
            };
            self.judged(&place.origin, by, direction, &passed, verdict);
        }
        if is_denied {
            let empty = rules == 0;
            let cause = match self.group_lost(interface, segment, direction) {
                Some(at) => Cause::GroupLost { by, at },
                None => Cause::FilterDenied {
                    by,
                    direction,
                    empty,
                },
            };
            return self.object(culprit, cause);
        }
        self.flow.destination_ports = passed;
        Ok(())
    }

    /// The stateless filter of a segment.
    pub(super) fn sieve(
        &mut self,
        id: SegmentId,
        segment: &Segment,
        direction: Direction,
    ) -> Stepped<()> {
        let Some(filter) = segment
            .filter
            .and_then(|filter| self.network.stateless(filter))
        else {
            return Ok(());
        };
        let is_member = self.membership(segment.router, direction, self.sender);
        let (passed, decisions) = filter.judge(&self.flow, direction, &is_member);
        let rules = filter.rules(direction).len();
        let by = FilterKind::Stateless(id);
        let is_denied = passed.is_empty();
        let written = decisions.iter().find_map(|decision| decision.rule.as_ref());
        let culprit = written.map_or(&filter.origin, |(_, origin)| origin).clone();
        if !self.manner.is_quiet {
            let verdict = Verdict::Judged {
                passed: passed.clone(),
                decisions,
                asked: vec![filter.origin.clone()],
                rules,
            };
            self.judged(&filter.origin, by, direction, &passed, verdict);
        }
        if is_denied {
            let empty = rules == 0;
            let cause = Cause::FilterDenied {
                by,
                direction,
                empty,
            };
            return self.object(&culprit, cause);
        }
        self.flow.destination_ports = passed;
        Ok(())
    }

    /// Who is in a group: what goes out, by the address that it goes to; what
    /// comes in, by the interface that sent it, or by the node that speaks for
    /// this address.
    fn membership(
        &self,
        router: RouterId,
        direction: Direction,
        sender: Sender,
    ) -> impl Fn(StatefulId, IpAddr) -> bool + use<'network> {
        let (network, speaker) = (self.network, self.manner.speaker);
        move |group, address| {
            let speaks = speaker.filter(|(_, client)| *client == address);
            if speaks.is_some_and(|(node, _)| network.carries(node, group)) {
                return true;
            }
            match (direction, sender) {
                (Direction::Outbound, _) => network
                    .owner_nearby(router, address)
                    .is_some_and(|place| network.carries(place, group)),
                (Direction::Inbound, Sender::Known(place)) => network.carries(place, group),
                (Direction::Inbound, _) => false,
            }
        }
    }

    /// Where it was lost who sent the flow, if these filters would let it pass
    /// had they been told.
    fn group_lost(
        &self,
        interface: &Interface,
        segment: &Segment,
        direction: Direction,
    ) -> Option<PlaceId> {
        let (Sender::Lost { sender, at }, Direction::Inbound) = (self.sender, direction) else {
            return None;
        };
        let is_member = self.membership(segment.router, direction, Sender::Known(sender));
        let mut filters = interface.guards.iter();
        let passes = filters.any(|id| {
            let filter = self.network.stateful(*id);
            let mut decisions = Vec::new();
            filter.is_some_and(|filter| {
                let allowed = filter.allow(&self.flow, direction, &is_member, &mut decisions);
                !allowed.is_empty()
            })
        });
        passes.then_some(at)
    }

    /// Notes a verdict; the hop shows the ports that were left.
    fn judged(
        &mut self,
        origin: &Origin,
        by: FilterKind,
        direction: Direction,
        passed: &PortSet,
        verdict: Verdict,
    ) {
        let before = std::mem::replace(&mut self.flow.destination_ports, passed.clone());
        self.hop(
            origin,
            Step::Filtered {
                by,
                direction,
                verdict,
            },
        );
        self.flow.destination_ports = before;
    }
}
