//! The walk at a filter: who is asked, what it lets pass, what it remembers.

use super::{Stepped, Walk, blocked};
use crate::network::{
    Cause, Direction, FilterKind, Interface, Origin, Place, PlaceId, PortSet, Segment, SegmentId,
    Step, Verdict,
};

impl Walk<'_> {
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
        let is_member = |group, address| self.network.is_member(segment.router, group, address);
        for filter in interface
            .guards
            .iter()
            .filter_map(|id| self.network.stateful(*id))
        {
            rules += filter.rules(direction).len();
            let allowed = filter.allow(&self.flow, direction, &is_member, &mut decisions);
            passed = passed.union(&allowed);
        }
        self.memory.passed.insert((id, direction));
        let verdict = Verdict::Judged {
            passed,
            decisions,
            rules,
        };
        self.decide(&place.origin, by, direction, verdict)
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
        let is_member = |group, address| self.network.is_member(segment.router, group, address);
        let (passed, decisions) = filter.judge(&self.flow, direction, &is_member);
        let rules = filter.rules(direction).len();
        let verdict = Verdict::Judged {
            passed,
            decisions,
            rules,
        };
        self.decide(
            &filter.origin,
            FilterKind::Stateless(id),
            direction,
            verdict,
        )
    }

    fn decide(
        &mut self,
        origin: &Origin,
        by: FilterKind,
        direction: Direction,
        verdict: Verdict,
    ) -> Stepped<()> {
        let (passed, empty) = match &verdict {
            Verdict::Remembered => return Ok(()),
            Verdict::Judged { passed, rules, .. } => (passed.clone(), *rules == 0),
        };
        if !passed.is_empty() {
            self.flow.destination_ports = passed;
            self.hop(
                origin,
                Step::Filtered {
                    by,
                    direction,
                    verdict,
                },
            );
            return Ok(());
        }
        self.hop(
            origin,
            Step::Filtered {
                by,
                direction,
                verdict,
            },
        );
        self.flow.destination_ports = PortSet::none();
        Err(blocked(
            origin,
            Cause::FilterDenied {
                by,
                direction,
                empty,
            },
        ))
    }
}
