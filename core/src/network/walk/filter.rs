//! The walk at a filter: who is asked, what it lets pass, what it remembers.

use super::{Stepped, Walk, blocked};
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
        let before = (id, direction.opposite());
        if self
            .recalled
            .is_some_and(|memory| memory.passed.contains(&before))
        {
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
        let is_member = self.membership(segment.router);
        for filter in filters() {
            rules += filter.rules(direction).len();
            let allowed = filter.allow(&self.flow, direction, &is_member, &mut decisions);
            passed = passed.union(&allowed);
        }
        self.memory.passed.insert((id, direction));
        let asked: Vec<Origin> = filters().map(|filter| filter.origin.clone()).collect();
        let culprit = asked.first().unwrap_or(&place.origin).clone();
        let verdict = Verdict::Judged {
            passed,
            decisions,
            asked,
            rules,
        };
        self.decide(&place.origin, &culprit, by, direction, verdict)
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
        let is_member = self.membership(segment.router);
        let (passed, decisions) = filter.judge(&self.flow, direction, &is_member);
        let rules = filter.rules(direction).len();
        let written = decisions.iter().find_map(|decision| decision.rule.as_ref());
        let culprit = written.map_or(&filter.origin, |(_, origin)| origin).clone();
        let asked = vec![filter.origin.clone()];
        let verdict = Verdict::Judged {
            passed,
            decisions,
            asked,
            rules,
        };
        self.decide(
            &filter.origin,
            &culprit,
            FilterKind::Stateless(id),
            direction,
            verdict,
        )
    }

    /// Who is in a group: by own address, or as the node that speaks for this
    /// address.
    fn membership(&self, router: RouterId) -> impl Fn(StatefulId, IpAddr) -> bool + use<'network> {
        let (network, speaker) = (self.network, self.speaker);
        move |group, address| {
            let speaks = speaker.filter(|(_, client)| *client == address);
            let node = speaks.and_then(|(node, _)| network.interface(node));
            network.is_member(router, group, address)
                || node.is_some_and(|node| node.guards.contains(&group))
        }
    }

    /// Notes a verdict, and stops the flow when nothing passed. `culprit` is
    /// what to look at then.
    fn decide(
        &mut self,
        origin: &Origin,
        culprit: &Origin,
        by: FilterKind,
        direction: Direction,
        verdict: Verdict,
    ) -> Stepped<()> {
        let Verdict::Judged { passed, rules, .. } = &verdict else {
            return Ok(());
        };
        let (passed, empty) = (passed.clone(), *rules == 0);
        let is_denied = passed.is_empty();
        self.flow.destination_ports = passed;
        self.hop(
            origin,
            Step::Filtered {
                by,
                direction,
                verdict,
            },
        );
        if is_denied {
            let cause = Cause::FilterDenied {
                by,
                direction,
                empty,
            };
            return Err(blocked(culprit, cause));
        }
        Ok(())
    }
}
