//! What may pass between a design and the Internet, as far as the design does
//! not settle it; and why not. It finds nothing that passes for sure.

use super::classes::{Grouped, Grouping};
use super::doubts::{Doubts, asked_as, reason};
use super::{End, Question};
use crate::lower::Lowered;
use crate::message::Message;
use crate::network::{Direction, Family, PortSet, Protocol, Swept};
use crate::template::LogicalId;

/// Ports of which the design does not settle whether they pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsettled {
    /// The resource.
    pub resource: LogicalId,
    /// Whether the Internet may reach it, which is inbound, or it the Internet.
    pub direction: Direction,
    /// The protocol.
    pub protocol: Protocol,
    /// The family.
    pub family: Family,
    /// The ports; port 0 alone for a protocol without ports.
    pub ports: PortSet,
    /// What would have to be known: of the first of the ports.
    pub why: Message,
}

/// What is not settled, gathered class by class.
pub(super) struct Perhaps<'a> {
    lowered: &'a Lowered,
    doubts: Option<Box<Doubts>>,
    pub(super) found: Vec<Unsettled>,
}

/// The number of the class of the Internet.
const INTERNET: usize = 0;

impl<'a> Perhaps<'a> {
    pub(super) fn of(lowered: &'a Lowered, grouping: &Grouping, classes: &[Grouped]) -> Self {
        Self {
            lowered,
            doubts: Doubts::of(lowered, grouping, classes),
            found: Vec::new(),
        }
    }

    /// Whether anything of the design is not known.
    pub(super) fn is_open(&self) -> bool {
        self.doubts.is_some()
    }

    /// The ports of a pair of classes that the design does not settle; they are
    /// taken out of what was found.
    fn settle(
        &self,
        (from, to): (usize, usize),
        question: &Question,
        found: &mut Swept,
    ) -> PortSet {
        let network = &self.lowered.network;
        let doubts = self.doubts.as_ref();
        let doubts = doubts.filter(|it| it.touch(network, from, to));
        doubts.map_or_else(PortSet::none, |it| {
            let borders = it.borders(network, from, to);
            it.settle(self.lowered, question, &borders, found)
        })
    }

    /// The ports that the Internet may reach, as somebody there.
    pub(super) fn settle_in(
        &self,
        (number, class): (usize, &Grouped),
        (family, protocol): (Family, Protocol),
        from: &End,
        found: &mut Swept,
    ) -> PortSet {
        let to = asked_as(self.lowered, class).0;
        let mut question = Question::new(from.clone(), to, protocol, 0);
        question.family = family;
        self.settle((INTERNET, number), &question, found)
    }

    /// The ports that may reach the Internet.
    pub(super) fn settle_out(
        &self,
        (number, class): (usize, &Grouped),
        (family, protocol): (Family, Protocol),
        found: &mut Swept,
    ) -> PortSet {
        let from = asked_as(self.lowered, class).0;
        let mut question = Question::new(from, End::Internet(None), protocol, 0);
        question.family = family;
        self.settle((number, INTERNET), &question, found)
    }

    /// Notes for each member what is not settled, by who asks or is asked.
    pub(super) fn tell(
        &mut self,
        class: &Grouped,
        direction: Direction,
        (family, protocol): (Family, Protocol),
        open: &[(End, PortSet)],
    ) {
        let all = open.iter().map(|(_, ports)| ports);
        let ports = all.fold(PortSet::none(), |all, ports| all.union(ports));
        let Some(port) = ports.lowest() else { return };
        let first = open.iter().find(|(_, ports)| ports.contains(port));
        let Some((outside, _)) = first else { return };
        for member in &class.class.members {
            let (inside, outside) = (End::Resource(member.clone()), outside.clone());
            let (from, to) = match direction {
                Direction::Inbound => (outside, inside),
                Direction::Outbound => (inside, outside),
            };
            let mut question = Question::new(from, to, protocol, port);
            question.family = family;
            if let Some(why) = reason(self.lowered, &question) {
                self.found.push(Unsettled {
                    resource: member.clone(),
                    direction,
                    protocol,
                    family,
                    ports: ports.clone(),
                    why,
                });
            }
        }
    }
}
