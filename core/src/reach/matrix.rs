//! Everything to everything at once: which class opens what to which. Built in
//! one go, or step by step where something else must not wait.
//!
//! Of each pair of different members and each port, a cell says what `ask`
//! says of them, also that the design does not settle it.

use std::ops::Deref;

use super::classes::{Class, Grouped, Grouping, classes};
use super::direct::{Direct, Meeting};
use super::doubts::{Doubts, asked_as};
use super::question::Question;
use crate::lower::Lowered;
use crate::network::{
    Carries, End, Family, Listener, Network, Pair, PlaceId, PortSet, Protocol, Sweep, SweepMemory,
    Swept,
};
use crate::template::LogicalId;

/// More protocols without ports than anybody writes rules for.
const MOST_OTHERS: usize = 16;

/// As many pairs as one takes that has to be asked port by port, or so.
const DOUBTFUL: usize = 31;

/// What each class opens to each.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Matrix {
    /// The rows and columns.
    pub classes: Vec<Class>,
    /// What is open, by row, then column, family and protocol. Where nothing
    /// arrives, surely, there is no cell; nor is there one of what is outside:
    /// not among the Internet and services, and none from a service. IPv6 is
    /// left out where nobody has an address of it.
    pub cells: Vec<Cell>,
}

/// What one class opens to another, or a member of a class to another member;
/// nobody's calls to itself count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Who opens: a place in [`Matrix::classes`].
    pub from: usize,
    /// To whom: a place in [`Matrix::classes`].
    pub to: usize,
    /// In which family.
    pub family: Family,
    /// With which protocol.
    pub protocol: Protocol,
    /// The ports that are open, and the reply gets back. Port 0 alone for a
    /// protocol without ports.
    pub ports: PortSet,
    /// The ports on which only some clients get their reply.
    pub sometimes: PortSet,
    /// The ports that are open, and no reply gets back.
    pub unanswered: PortSet,
    /// The ports of which the design does not settle whether they are open:
    /// they are in none of the others.
    pub unsettled: PortSet,
}

impl Matrix {
    /// The matrix of a design.
    pub fn of(lowered: &Lowered) -> Self {
        MatrixBuilder::new(lowered).finish()
    }

    /// What one class opens to another, by family and protocol.
    pub fn cell(&self, from: usize, to: usize) -> impl Iterator<Item = &Cell> {
        let start = self
            .cells
            .partition_point(|cell| (cell.from, cell.to) < (from, to));
        let rest = self.cells.get(start..).unwrap_or_default().iter();
        rest.take_while(move |cell| (cell.from, cell.to) == (from, to))
    }

    /// The class of a resource.
    pub fn class_of(&self, resource: &LogicalId) -> Option<usize> {
        self.classes
            .iter()
            .position(|class| class.members.contains(resource))
    }
}

/// A matrix that is being made.
pub struct MatrixBuilder<L> {
    lowered: L,
    work: Work,
}

impl<L: Deref<Target = Lowered>> MatrixBuilder<L> {
    /// Begins the matrix of a design, which is borrowed or shared.
    pub fn new(lowered: L) -> Self {
        let work = Work::new(&lowered);
        Self { lowered, work }
    }

    /// Looks at up to `budget` further pairs of classes, fewer where something
    /// is not settled, which takes longer. Says whether there are more.
    pub fn step(&mut self, budget: usize) -> bool {
        self.work.step(&self.lowered, budget)
    }

    /// How many pairs of classes have been looked at, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.work.next, self.work.pairs())
    }

    /// The matrix, with whatever is still missing.
    pub fn finish(mut self) -> Matrix {
        while self.step(usize::MAX) {}
        let classes = self.work.classes.into_iter().map(|it| it.class);
        Matrix {
            classes: classes.collect(),
            cells: self.work.cells,
        }
    }
}

/// The work, whoever holds the design.
struct Work {
    classes: Vec<Grouped>,
    protocols: Vec<(Family, Protocol)>,
    direct: Direct,
    doubts: Option<Box<Doubts>>,
    memory: SweepMemory,
    cells: Vec<Cell>,
    /// The number of the next pair, row by row.
    next: usize,
}

impl Work {
    fn new(lowered: &Lowered) -> Self {
        let network = &lowered.network;
        let grouping = Grouping::of(lowered);
        let classes = classes(lowered, &grouping);
        let protocols = protocols(lowered);
        let ends = classes
            .iter()
            .flat_map(|it| it.first.iter().chain(&it.second));
        let places = ends.flat_map(|end| standing(network, end)).copied();
        let is_alone = |place| grouping.is_alone(network, place);
        let direct = Direct::of(network, &protocols, places, &is_alone);
        let doubts = Doubts::of(lowered, &grouping, &classes);
        Self {
            doubts,
            classes,
            protocols,
            direct,
            memory: SweepMemory::default(),
            cells: Vec::new(),
            next: 0,
        }
    }

    fn pairs(&self) -> usize {
        self.classes.len().saturating_mul(self.classes.len())
    }

    fn step(&mut self, lowered: &Lowered, budget: usize) -> bool {
        let answers = is_answering(lowered);
        let mut sweep = Sweep::new(&lowered.network, &answers, &mut self.memory);
        let mut found = vec![Swept::default(); self.protocols.len()];
        let (mut spent, pairs) = (0, self.classes.len().saturating_mul(self.classes.len()));
        while self.next < pairs && spent < budget {
            spent += 1;
            let (from, to) = (
                self.next / self.classes.len(),
                self.next % self.classes.len(),
            );
            self.next += 1;
            let (Some(opener), Some(taker)) = (self.classes.get(from), self.classes.get(to)) else {
                continue;
            };
            if is_outside_alone(&opener.class, &taker.class) {
                continue;
            }
            let takes = if from == to {
                &taker.second
            } else {
                &taker.first
            };
            for opener in &opener.first {
                for taker in takes {
                    let ends = (*opener, *taker);
                    open_all(
                        &mut self.direct,
                        &mut sweep,
                        &self.protocols,
                        ends,
                        &mut found,
                    );
                }
            }
            let is_asked = from != to || opener.class.members.len() > 1;
            let doubts = self.doubts.as_ref().filter(|_| is_asked);
            let open = doubts
                .filter(|it| it.touch(&lowered.network, from, to))
                .map(|doubts| {
                    spent = spent.saturating_add(DOUBTFUL);
                    let borders = doubts.borders(&lowered.network, from, to);
                    let (caller, _) = asked_as(lowered, opener);
                    let (first, second) = asked_as(lowered, taker);
                    let called = if from == to { second } else { first };
                    (doubts, borders, caller, called)
                });
            for (found, &(family, protocol)) in found.iter_mut().zip(&self.protocols) {
                let mut swept = std::mem::take(found);
                let unsettled = open.as_ref().map(|(doubts, borders, caller, called)| {
                    let (caller, called) = (caller.clone(), called.clone());
                    let mut question = Question::new(caller, called, protocol, 0);
                    question.family = family;
                    doubts.settle(lowered, &question, borders, &mut swept)
                });
                let unsettled = unsettled.unwrap_or_default();
                if !swept.is_empty() || !unsettled.is_empty() {
                    self.cells.push(Cell {
                        from,
                        to,
                        family,
                        protocol,
                        ports: swept.always,
                        sometimes: swept.sometimes,
                        unanswered: swept.never,
                        unsettled,
                    });
                }
            }
        }
        self.next < pairs
    }
}

/// Whether the design has no part in what one class opens to another: neither is
/// of it, or one is a service, which opens nothing.
fn is_outside_alone(from: &Class, to: &Class) -> bool {
    from.members.is_empty() && (to.members.is_empty() || !from.is_internet)
}

/// The interfaces that an end sends and takes by.
fn standing<'a>(network: &'a Network, end: &'a End) -> &'a [PlaceId] {
    match end {
        End::Place(place) => std::slice::from_ref(place),
        End::Balancer(id) => network.balancer(*id).map_or(&[], |it| &it.nodes),
    }
}

/// What one end opens to another with each protocol, walked only where it has
/// to be, beside what was found already.
fn open_all(
    direct: &mut Direct,
    sweep: &mut Sweep<'_>,
    protocols: &[(Family, Protocol)],
    (from, to): (End, End),
    found: &mut [Swept],
) {
    let network = sweep.network();
    let walk = |sweep: &mut Sweep<'_>, from, (family, protocol)| {
        sweep.pair(&Pair {
            from,
            to,
            protocol,
            family,
        })
    };
    let place = match to {
        End::Place(place) => place,
        End::Balancer(id) => {
            let listeners = network.balancer(id).map_or(&[][..], |it| &it.listeners);
            for (found, asked) in found.iter_mut().zip(protocols) {
                if listeners.iter().any(|it| it.protocol == asked.1) {
                    *found = std::mem::take(found).or(walk(sweep, from, *asked));
                }
            }
            return;
        }
    };
    let taker = direct.station(place);
    // Whoever calls itself, as a member of a cluster does that calls the
    // cluster, opens nothing.
    let openers = standing(network, &from).iter();
    for opener in openers.filter(|opener| **opener != place) {
        let stations = direct.station(*opener).zip(taker);
        let mut met: Option<(Family, Meeting)> = None;
        for (number, (found, asked)) in found.iter_mut().zip(protocols).enumerate() {
            let family = asked.0;
            let meeting = match (met, stations) {
                (Some((of, meeting)), _) if of == family => meeting,
                (_, Some((from, to))) => direct.meet(from, to, family),
                (_, None) => Meeting::Unknown,
            };
            met = Some((family, meeting));
            let swept = match (meeting, stations) {
                (Meeting::Never, _) => continue,
                (Meeting::Direct, Some((from, to))) => direct.pair(network, from, to, number),
                (_, Some((from, to))) if direct.keeps_in(from, to, number) => continue,
                _ => walk(sweep, End::Place(*opener), *asked),
            };
            if !swept.is_empty() {
                *found = std::mem::take(found).or(swept);
            }
        }
    }
}

/// Whether a listener answers by itself.
pub(super) fn is_answering(lowered: &Lowered) -> impl Fn(&Listener) -> bool {
    |listener| {
        let id = LogicalId::new(&listener.origin.resource);
        lowered.answering.contains(&id)
    }
}

/// The protocols to ask about: those with ports, echo requests, and what rules
/// name.
pub(super) fn protocols(lowered: &Lowered) -> Vec<(Family, Protocol)> {
    let network = &lowered.network;
    let stateful = network
        .stateful_filters()
        .flat_map(|it| it.inbound.iter().chain(&it.outbound));
    let stateless = network
        .stateless_filters()
        .flat_map(|it| it.inbound.iter().chain(&it.outbound));
    let mut others: Vec<Protocol> = Vec::new();
    for rule in stateful.chain(stateless) {
        if let Carries::Other(number) = rule.carries {
            let protocol = Protocol::Other(number);
            if others.len() < MOST_OTHERS && !others.contains(&protocol) {
                others.push(protocol);
            }
        }
    }
    let has_six = network.places().any(|(_, place)| {
        let interface = place.interface();
        interface.is_some_and(|it| it.address(Family::V6).is_some())
    });
    let mut found = Vec::new();
    for (family, echo) in [(Family::V4, Protocol::Icmp), (Family::V6, Protocol::Icmpv6)] {
        if family == Family::V6 && !has_six {
            continue;
        }
        let usual = [Protocol::Tcp, Protocol::Udp, echo].into_iter();
        found.extend(usual.chain(others.iter().copied()).map(|it| (family, it)));
    }
    found
}
